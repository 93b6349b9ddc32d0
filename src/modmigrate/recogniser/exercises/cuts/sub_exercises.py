"""Exercises inside one: `Exercise 1: True or false?`, `أولاً: اختر الإجابة`, `Part A. Choose …` in plain lines.

Such a line names a type of question or tells how to answer, and questions follow it at once, counted anew or of
another type than those before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....text.letters import CAPITALS
from ....text.patterns import lazy
from ...lines.line import Line
from ...lines.signs import is_option
from ...outline.parts import Part
from ...words.words import EXERCISES, Words
from ..exercises import announced

NAME = 3
"""Words of an exercise's name with its number."""
MAX_WORDS = 40
_COUNTED = lazy(rf"([^\W\d]+(?:\s[^\W\d]+)?)\s+(?:\d{{1,2}}|[IVX]{{1,4}}|[{CAPITALS}])\s?[.)]\s+(?=\S)")


def split(part: Part, words: Words) -> list[Part]:
    """The part, cut at the lines that introduce an exercise of their own."""
    cuts: list[int] = []
    kind = part.hint
    for at, line in enumerate(part.lines):
        own = _kind(line, words)
        other = own != kind or (own is not None and _names(line, words))
        if own is not None and _introduces(part.lines, at, bool(cuts or kind), other):
            cuts.append(at)
            kind = own
    if not cuts or (
        len(cuts) == 1
        and not _names(part.lines[cuts[0]], words)
        and not any(line.label is not None or line.table is not None for line in part.lines[: cuts[0]])
    ):
        return [part]
    ends = [*cuts[1:], len(part.lines)]
    first = [replace(part, lines=part.lines[: cuts[0]])] if cuts[0] else []
    return first + [_cut(part, start, end, words) for start, end in zip(cuts, ends, strict=True)]


def _cut(part: Part, start: int, end: int, words: Words) -> Part:
    line = part.lines[start]
    # An examination paper has no heading: `I. Pilihlah …`, `II. Isilah …` announce its exercises.
    role = part.role or ("practice" if line.label is not None and words.instruction.match(line.text) else "")
    hint = _kind(line, words) or part.hint
    return replace(part, lines=part.lines[start:end], hint=hint, named=(_printed(line),), role=role)


def _printed(line: Line) -> str:
    return f"{line.label.text} {line.text}" if line.label is not None else line.text


def _kind(line: Line, words: Words) -> str | None:
    """The type of question that a line announces, '' where it only tells to answer; None for other lines."""
    label = line.label
    if line.table is not None or not line.text or line.words > MAX_WORDS:
        return None
    if label is not None and label.kind not in ("roman", "upper"):
        return None
    if words.answer.match(line.text) or words.explanation.match(line.text):
        return None
    kind = announced(line, words)
    return kind or ("" if words.instruction.match(line.text) or _names(line, words) else None)


def _names(line: Line, words: Words) -> bool:
    """Whether a line names an exercise by word and number: `Exercice 2 : …`, `Test II. Wounds …`."""
    head = line.text.replace("：", ":").partition(":")[0]
    if len(head.split()) <= NAME and any(c.isdigit() for c in head) and words.role(head, extra=1) in EXERCISES:
        return True
    found = _COUNTED.match(line.text)
    return found is not None and words.role(found[1], extra=0) in EXERCISES


def _is_option(lines: Sequence[Line], at: int) -> bool:
    """Whether a lettered line goes on with the letters of the line before it."""
    label, before = lines[at].label, lines[at - 1].label if at else None
    if label is None or before is None:
        return False
    return before.kind == label.kind and before.number == label.number - 1


def _introduces(lines: Sequence[Line], at: int, begun: bool, other: bool) -> bool:
    """Whether questions follow at once: numbered from 1, or numbered on where their type is `other`."""
    follower = lines[at + 1] if at + 1 < len(lines) else None
    label = follower.label if follower is not None else None
    if follower is not None and follower.table is not None and lines[at].label is not None:
        return not _is_option(lines, at)
    if label is None or label.kind not in ("number", "multi") or _is_option(lines, at):
        return False
    before = [x for x in lines[:at] if x.label is not None and x.label.kind == "number"]
    above = lines[at - 1] if at else None
    whole = above is None or above.label is None or is_option(above)
    return label.number == 1 or not before or (other and (begun or whole))
