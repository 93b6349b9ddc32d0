"""Options that carry numbers or bullets instead of letters: `Q1) … 1) … 2) …`, `1. … • … • …`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from ....text.amounts import MOST, SEVERAL, reaches
from ...lines.line import Line
from ...words.words import Words
from ..draft import Draft
from ..options import option

LEAST = 3
"""Bullets that are options; two below a question are points of it."""
FIFTH = 5
MAX_WORDS = 30
"""A longer entry is a sub-question or a step."""


def with_numbered_options(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Read numbered lists that end the stems as options, where most questions of the exercise end in one."""
    tails = [_tail(d) for d in drafts]
    if len(drafts) < SEVERAL or sum(len(t) > 1 for t in tails) * 2 <= len(drafts):
        tails = _bullets(drafts, words)
    if not tails:
        return list(drafts)
    return [_with(d, tail, words) if len(tail) > 1 else d for d, tail in zip(drafts, tails, strict=True)]


def _tail(draft: Draft) -> list[Line]:
    """The lines numbered 1, 2, 3 … of one list at the end of the stem."""
    if draft.options or not draft.stem:
        return []
    out: list[Line] = []
    for line in reversed(draft.stem[1:]):
        label = line.label
        if label is None or label.kind != "number" or line.words > MAX_WORDS:
            break
        out.insert(0, line)
        if label.number == 1:
            break
    numbers = [x.label.number for x in out if x.label]
    styles = {x.label.style for x in out if x.label}
    return out if numbers == list(range(1, len(out) + 1)) and len(styles) == 1 else []


def _bullets(drafts: Sequence[Draft], words: Words) -> list[list[Line]]:
    """The bullets that end the stems; [] unless all questions end in as many, but for one in five at most.

    Lists of facts below questions differ in length, and some questions have none; where most lists say which entry is
    right (`(right answer)`), a question without a list is an open one among them.
    """
    tails = [_bulleted(d) for d in drafts]
    counts = Counter(map(len, tails))
    size, often = counts.most_common(1)[0] if counts else (0, 0)
    alike = size >= LEAST and often * FIFTH >= len(drafts) * (FIFTH - 1)
    said = sum(any(words.right_tail.search(x.text) for x in tail) for tail in tails)
    return tails if len(drafts) > 1 and alike and (all(tails) or reaches(said, len(tails), MOST)) else []


def _bulleted(draft: Draft) -> list[Line]:
    """The lines behind bullets at the end of a stem that says something before them."""
    if draft.options or not draft.stem:
        return []
    out: list[Line] = []
    for line in reversed(draft.stem[1:]):
        if line.label is None or line.label.kind != "bullet" or line.words > MAX_WORDS:
            break
        out.insert(0, line)
    return out


def _with(draft: Draft, tail: Sequence[Line], words: Words) -> Draft:
    options = tuple(option(n, [line], words) for n, line in enumerate(tail, 1))
    return replace(draft, stem=draft.stem[: -len(tail)], options=options)
