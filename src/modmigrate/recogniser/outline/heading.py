"""A heading of the outline."""

from __future__ import annotations

from msgspec import Struct

SECTION = 2
"""The level of sections; chapters have the first."""


class Heading(Struct, frozen=True):
    """A heading of the outline: `level` 1 is a chapter, 2 a section; lines `at` to before `end` make it."""

    at: int
    end: int
    level: int
    title: str
    number: str = ""
    role: str = ""
    value: int = 0
    """The chapter's number where its label has one."""
    evidence: tuple[str, ...] = ()
    """What made the line a heading, for people."""
