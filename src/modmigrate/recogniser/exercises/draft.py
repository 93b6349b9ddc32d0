"""A question while it is being recognised."""

from __future__ import annotations

from msgspec import Struct

from ... import module as mod
from ...source import NOWHERE, Where
from ..evidence.weigh import Weighed
from ..lines.line import Line


class Option(Struct, frozen=True):
    """An option with its lines; `marked` names looks that set it apart (see `marked`)."""

    lines: tuple[Line, ...]
    letter: int
    """1 for A."""
    marked: frozenset[str] = frozenset()


class Draft(Struct, frozen=True):
    """A question with its evidence. `answer` is the text of an answer that stands beside the question."""

    stem: tuple[Line, ...]
    number: int = 0
    printed: str = ""
    options: tuple[Option, ...] = ()
    right: tuple[Line, ...] = ()
    """Right-hand column of a match; the left one is in `options`."""
    kind: str = ""
    answer: str = ""
    pairs: tuple[tuple[int, str], ...] = ()
    """A match's key where it stands beside it: left entry and the letters of its right ones."""
    answer_source: str = "none"
    feedback: tuple[Line, ...] = ()
    lead: tuple[Line, ...] = ()
    """Lines that introduce this question and others behind it."""
    rest: tuple[Line, ...] = ()
    """Lines after the question that belong to no part of it."""
    room: bool = False
    """Whether lines to write on stand below it."""
    part: int = 0
    """Its place among statements that share one number; 0 for a question with a number of its own."""

    weighed: Weighed | None = None
    """What spoke for and against the exercise that it was found in; None where its form alone decided."""


class Exercise(Struct, frozen=True):
    """Questions below one heading whose numbers count through; a key group answers one of these.

    `titles` are the headings above, outermost first; `kind` the type they name.
    """

    chapter: int | None
    chapter_value: int
    titles: tuple[str, ...]
    kind: str
    first: int
    """Index of its first draft."""
    numbers: tuple[int, ...]
    label: str = ""
    """What counts it among the parts of a paper: B, II, 二."""
    section: int = 0
    """What stands before the point in its questions' numbers; 0 where they have none."""
    entries: bool = False
    """Whether the numbers are the entries of one question to match."""


class Answer(Struct, frozen=True):
    """The answer's words (one entry for most types, several for a match) and where they stood."""

    values: tuple[tuple[int, str], ...]
    """(0, words), or (left entry, words) for a match."""
    source: str


class Asked(Struct, frozen=True):
    """A question in its surroundings: its type, the type that headings and instructions announce, and what is above."""

    draft: Draft
    kind: str
    hint: str
    trail: tuple[str, ...]
    """The headings above it, outermost first."""
    chapter: str
    """The chapter's name, as ids are made of it."""


class Slot(Struct, frozen=True):
    """A question's place in the content, by its number among all that are asked."""

    draft: int


Piece = tuple[Line, ...] | Slot | mod.Objectives | mod.Glossary
"""What a part holds: lines of text, a question, or a block that is made already."""


def place(draft: Draft) -> Where:
    """Where a question stands."""
    lines = draft.stem or tuple(line for o in draft.options for line in o.lines)
    paragraph = lines[0].paragraph if lines else None
    return paragraph.where if paragraph is not None else NOWHERE
