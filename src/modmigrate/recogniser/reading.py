"""What one stage of recognition hands to the next: records, written once and never changed."""

from __future__ import annotations

from msgspec import Struct

from ..report import Finding
from .exercises.draft import Asked, Exercise, Piece
from .keys.answering import Answered
from .keys.groups import KeyGroup
from .outline.outline import Outline
from .outline.parts import Part


class Gathered(Struct, frozen=True):
    """The parts of a document with what each holds, what is asked in them, and the keys that stand apart."""

    found: tuple[tuple[Part, tuple[Piece, ...]], ...]
    asked: tuple[Asked, ...]
    exercises: tuple[Exercise, ...]
    groups: tuple[KeyGroup, ...]
    findings: tuple[Finding, ...]


class Reading(Struct, frozen=True):
    """A document read: its outline, what its parts hold, and the answers."""

    outline: Outline
    gathered: Gathered
    answered: Answered
