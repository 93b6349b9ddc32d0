"""What checks look at, and what they give: faults of a reading with their places and a severity from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...document import LeftOut
from ...module import Objectives
from ...source import NOWHERE, Where
from ..exercises.draft import Draft, Slot
from ..lines.line import Line
from ..outline.heading import Heading
from ..outline.parts import Part
from ..reading import Reading
from ..words.words import Words

LONG = 12
"""Signs of a long word."""
NAMED = 40
"""Signs of a document's text that a sentence for people quotes."""


class Fault(Struct, frozen=True):
    """What is wrong with a reading: a sentence for people, the places, how bad it is (1: nothing is right)."""

    says: str
    places: tuple[Where, ...]
    severity: float


class Held(Struct, frozen=True):
    """A part of the document: its questions by number, its objectives, its other lines, and how many words it holds."""

    part: Part
    drafts: tuple[int, ...]
    objectives: tuple[Objectives, ...]
    texts: tuple[Line, ...]
    words: int


class Seen(Struct, frozen=True):
    """A reading with the lines it was made of, cut into what became text and what became questions."""

    lines: Sequence[Line]
    words: Words
    reading: Reading
    left_out: Sequence[LeftOut]
    parts: tuple[Held, ...]

    @property
    def texts(self) -> Iterator[Line]:
        """All lines with words that are neither headings nor questions nor objectives."""
        return (line for held in self.parts for line in held.texts)

    @property
    def drafts(self) -> list[Draft]:
        """All questions in reading order."""
        return [asked.draft for asked in self.reading.gathered.asked]

    @property
    def headings(self) -> Sequence[Heading]:
        """All headings in reading order."""
        return self.reading.outline.headings

    def places(self, headings: Sequence[Heading]) -> tuple[Where, ...]:
        """Where headings stand."""
        return tuple(where(self.lines[h.at]) for h in headings)


def seen(lines: Sequence[Line], words: Words, reading: Reading, left_out: Sequence[LeftOut] = ()) -> Seen:
    """A reading, ready to be checked."""
    drafts = [asked.draft for asked in reading.gathered.asked]
    held: list[Held] = []
    for part, pieces in reading.gathered.found:
        own = tuple(p.draft for p in pieces if isinstance(p, Slot))
        lists = tuple(p for p in pieces if isinstance(p, Objectives))
        plain = tuple(x for p in pieces if isinstance(p, tuple) for x in p if x.text)
        count = sum(_words(x) for x in plain) + sum(_words(x) for n in own for x in lines_of(drafts[n]))
        held.append(Held(part, own, lists, plain, count))
    return Seen(lines, words, reading, left_out, tuple(held))


def lines_of(draft: Draft) -> Iterator[Line]:
    """The lines of a question's stem and options."""
    yield from draft.stem
    for option in draft.options:
        yield from option.lines


def _words(line: Line) -> int:
    """About how many words a line has, without parting them; scripts without blanks have some too."""
    return max(line.text.count(" ") + 1, len(line.text) // LONG)


def where(line: Line) -> Where:
    """Where a line stands."""
    return line.block.where if line.block is not None else NOWHERE


def counted(what: str, count: int, total: int = 0, first: str = "") -> str:
    """A phrase for people: `titles that recur (3 of 9), first “Note”`."""
    return f"{what} ({count}{f' of {total}' if total else ''}){f', first {quoted(first)}' if first else ''}"


def quoted(text: str) -> str:
    """The beginning of a text, for a sentence."""
    return f"“{text[:NAMED]}…”" if len(text) > NAMED else f"“{text}”"
