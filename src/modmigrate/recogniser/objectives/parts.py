"""Objectives among the parts of a document: below their heading, announced in a text, or in a table.

A part that holds some becomes pieces; what follows them is gathered again as a part of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ... import module as mod
from ..exercises.draft import Piece
from ..lines.line import Line
from ..outline.heading import Heading
from ..outline.parts import Part
from ..words.words import EXERCISES, Words
from . import objectives
from .tables import taken, whole


class Taken(Struct, frozen=True):
    """Pieces up to the objectives, and what is left of the part."""

    pieces: tuple[Piece, ...]
    rest: Part


class ObjectiveParts(Struct, frozen=True):
    """Takes the objectives of one document's parts."""

    lines: Sequence[Line]
    words: Words
    ids: mod.Ids

    def take(self, part: Part) -> Taken | None:
        """The part cut behind its objectives; None if it has none."""
        if part.role == "objectives":
            return self._headed(part) or self._in_table(part)
        at = objectives.announced(part.lines, self.words) if part.role not in EXERCISES else None
        if at is None:
            return self._in_table(part)
        found = objectives.parse(part.lines[at:], self.words, self.ids, chapter_name(part))
        if not found.objectives:
            return None
        return Taken((part.lines[:at], found.before, found.objectives), _rest(part, found.after))

    def _headed(self, part: Part) -> Taken | None:
        found = self._below(part)
        made = found.objectives if self._are_announced(part, found) else None
        if made is None:
            return None
        if not made.lead and part.heading is not None and runs_in(self.lines, part.heading):
            made = replace(made, lead=part.heading.title)
        return Taken((found.before, made), _rest(part, found.after))

    def _below(self, part: Part) -> objectives.Found:
        """A label in front of its own sentence announces that sentence, or the list that it announces."""
        lines = part.lines
        end = len(lines)
        if lines and part.heading is not None and runs_in(self.lines, part.heading) and not _leads(lines):
            end = next((at for at, line in enumerate(lines) if at and line.label is None), end) if lines[0].label else 1
        found = objectives.parse(lines[:end], self.words, self.ids, chapter_name(part))
        return replace(found, after=(*found.after, *lines[end:]))

    def _are_announced(self, part: Part, found: objectives.Found) -> bool:
        """Whether objectives stand below a heading: it says nothing else, or they are led to or listed.

        `Tujuan Normalisasi` heads a text on that.
        """
        title = part.heading.title if part.heading is not None else ""
        if self.words.role(title, extra=0) == "objectives" or self.words.only_names(title, 1) or not part.lines:
            return True
        listed = any(line.label is not None for line in part.lines[:3])
        led = any(self.words.lead.search(line.text) for line in part.lines[:2])
        return listed or led or (found.objectives is not None and bool(found.objectives.lead))

    def _in_table(self, part: Part) -> Taken | None:
        """The part cut at a table that holds objectives, which leave it."""
        for at, line in enumerate(part.lines):
            left, inside = taken(line.table, self.words) if line.table is not None else (None, [])
            if not inside and line.table is not None and part.role == "objectives":
                left, inside = None, whole(line.table)
            found = objectives.parse(inside, self.words, self.ids, chapter_name(part)) if inside else None
            if found is not None and found.objectives and not found.after:
                kept = (replace(line, block=left),) if left is not None else ()
                pieces = (part.lines[:at], found.before, found.objectives)
                return Taken(pieces, _rest(part, (*kept, *part.lines[at + 1 :])))
        return None


def _rest(part: Part, lines: Sequence[Line]) -> Part:
    return replace(part, lines=tuple(lines), role="" if part.role == "objectives" else part.role)


def _leads(lines: Sequence[Line]) -> bool:
    """Whether the first line leads to the list behind it: by its colon, or as a sentence that is left open."""
    text = lines[0].text
    listed = len(lines) > 1 and lines[0].label is None and lines[1].label is not None
    return text.endswith((":", "：")) or (listed and not text.endswith((".", "。", ";", ",")))


def chapter_name(part: Part) -> str:
    """The label and title of a part's chapter."""
    return f"{part.trail[0].number} {part.trail[0].title}" if part.trail else ""


def runs_in(lines: Sequence[Line], heading: Heading) -> bool:
    """Whether a heading is a label in front of its own text: then it leads that, and heads nothing."""
    line = lines[heading.at]
    paragraph = line.paragraph
    return paragraph is not None and heading.end == heading.at + 1 and line.end < len(paragraph.text.rstrip())
