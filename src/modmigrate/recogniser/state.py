"""What the passes of recognition have found so far."""

from __future__ import annotations

from msgspec import Struct, field

from .. import module as mod
from ..report import Finding
from .draft import Draft, Exercise
from .keys import KeyGroup
from .lines import Line
from .missing import Missing
from .pairing import Pairing
from .parts import Part


class Slot(Struct):
    """A question's place in the content, by the number of its draft."""

    draft: int


Piece = tuple[Line, ...] | Slot | mod.Objectives | mod.Glossary
Found = tuple[Part, list[Piece]]


class State(Struct):
    """Questions in reading order with what belongs to each, and keys that wait for theirs."""

    drafts: list[Draft] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    trails: list[tuple[str, ...]] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    """The types that headings and instructions announce."""
    chapters: list[str] = field(default_factory=list)
    exercises: list[Exercise] = field(default_factory=list)
    groups: list[KeyGroup] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    doubts: dict[int, str] = field(default_factory=dict)
    """Why a question's key was not taken, by draft."""
    missing: list[Missing] = field(default_factory=list)
    """Questions without a key: the exercise's headings, place and name."""
    pairing: Pairing | None = None
