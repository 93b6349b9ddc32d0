"""Lists that answer a question, so that their numbers begin no question of their own."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.signs import asks
from ..lines.labels import Label
from ..lines.line import Line
from ..lines.sequences import COUNTING
from ..lines.signs import begins_list, is_option
from ..words.words import Words


def in_answers(flat: Sequence[Line], words: Words) -> set[int]:
    """Lines of a list which an answer begins or is: `Answer: 1- levers`, `2- glue`; `Answer:`, `1. solid`, `2. liquid`.

    What asks, is answered or offers options itself, or is the next of the questions as they are counted, is none.
    """
    out: set[int] = set()
    first: Label | None = None
    before: Label | None = None
    due = 0
    for at, line in enumerate(flat):
        label = line.label
        found = words.answer.match(line.text) if label is None else None
        alone = label is None and words.only_says_answer(line.text)
        if found is not None or alone:
            first, due = (begins_list(line.text[found.end() :]), 2) if found is not None else (None, 0)
            due = 1 if first is None else due
        elif (
            due
            and label is not None
            and label.number == due
            and not _asks_itself(flat, at, before, words)
            and (due == 1 or (first is not None and label.style == first.style))
        ):
            out.add(at)
            first, due = first or label, due + 1
        else:
            due = 0
        before = label if label is not None and at not in out and label.kind in COUNTING else before
    return out


def _asks_itself(flat: Sequence[Line], at: int, before: Label | None, words: Words) -> bool:
    """Whether a numbered line behind an answer is a question: by what it says, what follows it, or its number."""
    label, after = flat[at].label, flat[at + 1] if at + 1 < len(flat) else None
    if asks(flat[at].text) or label is None:
        return True
    if after is not None and (is_option(after, 1) or words.answer.match(after.text) is not None):
        return True
    same = before is not None and before.style == label.style and before.text[-1:] == label.text[-1:]
    return same and before is not None and label.number == before.number + 1
