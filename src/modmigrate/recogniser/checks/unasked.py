"""Lines left in the text that ask, leave a gap, or are labelled and tell to do something: missed questions."""

from __future__ import annotations

from ...text.signs import asks, has_gap
from ..lines.line import Line
from ..words.words import EXERCISES, Words
from .fault import Fault, Seen, counted, where

FEW = 3
"""Lines of this kind that any text may have, outside of exercises."""
TELLS = 0.5
"""A labelled line that tells to do something may be a step; one that asks is one to answer."""


def unasked(seen: Seen) -> Fault | None:
    """Lines that ask where no question was made."""
    weighed = [(weight, x, held) for held in seen.parts for x in held.texts if (weight := _asks(x, seen.words))]
    if not weighed:
        return None
    says = counted(
        "lines that ask or tell to do something and are no questions", len(weighed), first=weighed[0][1].text
    )
    count = sum(weight for weight, _, _ in weighed)
    inside = sum(weight for weight, _, held in weighed if held.part.role in EXERCISES)
    asked = len(seen.drafts)
    share = max(count / (count + asked + FEW), inside / (inside + asked) if inside > 1 else 0.0)
    return Fault(says, tuple(where(x) for _, x, _ in weighed), share)


def _asks(line: Line, words: Words) -> float:
    if asks(line.text) or has_gap(line.text):
        return 1.0
    label = line.label
    if label is None or label.kind == "bullet":
        return 0.0
    return TELLS * bool(words.ask_verb.match(line.text) or words.task_verb.match(line.text))
