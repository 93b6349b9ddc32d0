"""Lists that begin anew inside a part: exercises of their own, or none.

`Please answer …: 1. 2. 3.`, then `For these statements, name …: 1. 2. 3.`: whether the second list asks is decided by
its own lines and lead, and its numbers count by themselves. In running text each list stands for itself; below an
exercise's heading only one that a line of its own leads to.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from ...lines.line import Line
from ...lines.sequences import COUNTING, sequences, standing
from ...lines.sequences import Sequence as Series
from ...outline.parts import Part
from ...words.words import EXERCISES, Words


def by_series(part: Part, words: Words) -> list[Part]:
    """The part, cut before the leads of lists that begin anew behind a list."""
    lists = [one for one in standing(sequences(part.lines)) if one.kind in COUNTING]
    leads = (_lead(part, before.members[-1], one, words) for before, one in pairwise(lists))
    cuts = [at for at in leads if at]
    if not cuts:
        return [part]
    starts = [0, *cuts]
    ends = [*cuts, len(part.lines)]
    return [replace(part, lines=part.lines[a:b]) for a, b in zip(starts, ends, strict=True) if b > a]


def _lead(part: Part, last: int, one: Series, words: Words) -> int:
    """The line that leads to a list that begins anew, behind the last member of the list before; 0 where none does.

    It tells to answer, or stands out from the lines before it, as an instruction between two exercises does.
    """
    at = one.members[0] - 1
    if one.numbers[0] != 1 or at <= last or not _may_lead(part.lines[at], words):
        return 0
    stands_out = _is_bold(part.lines[at]) and not _is_bold(part.lines[last])
    text = part.lines[at].text
    return at if part.role not in EXERCISES or stands_out or words.instructs(text) or words.tells(text) else 0


def _may_lead(line: Line, words: Words) -> bool:
    if line.paragraph is None or line.label is not None or not line.text:
        return False
    return words.answer.match(line.text) is None and words.explanation.match(line.text) is None


def _is_bold(line: Line) -> bool:
    return line.paragraph is not None and line.paragraph.layout.bold
