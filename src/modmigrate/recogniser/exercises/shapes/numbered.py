"""Options that carry numbers instead of letters: `Q1) … 1) … 2) …`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...lines.line import Line
from ...words.words import Words
from ..draft import Draft
from ..options import option

MAX_WORDS = 30
"""A longer entry is a sub-question or a step."""


def with_numbered_options(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Read numbered lists that end the stems as options, where most questions of the exercise end in one."""
    tails = [_tail(d) for d in drafts]
    if len(drafts) < 2 or sum(len(t) > 1 for t in tails) * 2 <= len(drafts):
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


def _with(draft: Draft, tail: Sequence[Line], words: Words) -> Draft:
    options = tuple(option(n, [line], words) for n, line in enumerate(tail, 1))
    return replace(draft, stem=draft.stem[: -len(tail)], options=options)
