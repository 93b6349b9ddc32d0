"""Questions inside steps: `4. Sort the list. Which name comes first? ____`, among steps that ask nothing.

Room behind a question is left for one reason only, whatever stands around it. What stands before the question in its
line, and what is said behind the room, stay text. One such line in a document may be a form's; several are a series.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ....text.amounts import MOST, SEVERAL, reaches
from ....text.patterns import lazy
from ....text.signs import GAP, QUESTION_MARKS, SENTENCE, has_gap
from ...lines.labels import QUESTION, Label
from ...lines.line import Line, fold, pieces, unlabelled
from ...lines.signs import is_form
from ...outline.parts import Part
from ...words.words import EXERCISES

_ROOM = lazy(rf"[{QUESTION_MARKS}][ \t\xa0]*(?P<room>{GAP.pattern})")
SHORTEST = 3
"""Words of a question among steps."""


def asking_steps(lines: Sequence[Line]) -> bool:
    """Whether a document has several lines with room right behind a question."""
    found = 0
    for line in lines:
        found += any(_asked(piece) is not None for piece in pieces(line)) if has_gap(line.text) else 0
        if found >= SEVERAL:
            return True
    return False


def asked(part: Part) -> list[Part]:
    """The part, cut so that each such question is a part of its own; alone where most of its lines are such.

    What a heading announces as an exercise is one; the steps that a heading below it holds may ask all the same.
    """
    if part.role in EXERCISES and (part.begins or part.heading is None):
        return [part]
    flat = [piece for line in part.lines for piece in pieces(line)]
    found = [(at, match) for at, line in enumerate(flat) if (match := _asked(line)) is not None]
    if not found or reaches(len(found), len(part.lines), MOST):
        return [part]
    out: list[Part] = []
    kept: list[Line] = []
    start = 0
    for at, match in found:
        before, question, behind = _parted(flat[at], match)
        kept = [*kept, *flat[start:at], *before]
        out += [replace(part, lines=tuple(kept)), _question(part, question)]
        kept, start = behind, at + 1
    return [own for own in [*out, replace(part, lines=(*kept, *flat[start:]))] if own.lines]


def _asked(line: Line) -> re.Match[str] | None:
    """Where a line asks and leaves room right behind; None for others, and for what has gaps elsewhere."""
    paragraph = line.paragraph
    if paragraph is None or not has_gap(line.text) or is_form(line):
        return None
    found = _ROOM.search(paragraph.text, line.start, line.end)
    if found is None or len(GAP.findall(paragraph.text, line.start, line.end)) > 1:
        return None
    start = _begins(paragraph.text, line.start, found.start())
    return found if len(paragraph.text[start : found.start()].split()) >= SHORTEST else None


def _begins(text: str, start: int, end: int) -> int:
    """Where the sentence begins that ends at `end`."""
    return max([start, *(m.end() for m in SENTENCE.finditer(text, start, end))])


def _parted(line: Line, match: re.Match[str]) -> tuple[list[Line], Line, list[Line]]:
    """What stands before the question in its line, the question, and what stands behind its room."""
    text, end = match.string, match.start("room")
    start = _begins(text, line.start, match.start())
    if not fold(text[line.start : start]):
        start = line.start
    label = Label("number", 1, "", QUESTION)
    before = replace(line, text=fold(text[line.start : start]), end=start)
    question = replace(unlabelled(line, start, end), label=label)
    behind = unlabelled(line, match.end(), line.end)
    return [before] if start > line.start else [], question, [behind] if behind.text else []


def _question(part: Part, line: Line) -> Part:
    return replace(part, lines=(line,), role="practice", begins=True, hint="short")
