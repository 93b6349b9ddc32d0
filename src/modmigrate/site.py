"""A Site: the finished files of a package, and what its manifest must say about them. Renderer → packager."""

from __future__ import annotations

from msgspec import Struct

from .report import Finding


class Sco(Struct, frozen=True, kw_only=True):
    """One entry of the LMS's list, which opens and tracks itself."""

    id: str = ""
    """The chapter's id, the same over rebuilds; empty where the whole module is one SCO."""
    start: str = "index.html"
    title: str = ""
    """Empty: the package's own title."""
    mastery: int | None = None
    """Per cent needed to pass, 1–100; None when nothing in it is scored."""
    files: tuple[str, ...] = ()
    """Paths that no other SCO uses, its start among them; not needed where there is one only."""


class Counts(Struct, frozen=True, kw_only=True):
    """Questions of a package: all, those that count towards the score, and the tests that hold such."""

    questions: int = 0
    scored: int = 0
    tests: int = 0


class Site(Struct, frozen=True, kw_only=True):
    """What a package holds besides its manifest."""

    files: tuple[tuple[str, bytes], ...]
    """Path and bytes, sorted by path; paths are relative, with forward slashes and safe characters only."""
    identifier: str
    """An NCName that stays the same over rebuilds of the same module."""
    title: str
    description: str = ""
    language: str = "en"
    scos: tuple[Sco, ...] = (Sco(),)
    chapters: tuple[str, ...] = ()
    """Titles of the chapters in order, for people and tests."""
    counts: Counts = Counts()
    findings: tuple[Finding, ...] = ()
