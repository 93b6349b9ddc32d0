"""A list that a sentence announces: what is in it is recalled behind it, on one card."""

from __future__ import annotations

from collections.abc import Iterator

from ..module import Block, List, Paragraph
from .records import Recall, Refused, Verdict
from .texts import SENTENCES, bare, longest, overlapping, wordy

FEWEST, MOST = 3, 8
SENTENCE, ITEM, ALL = 160, 120, 480
"""Letters of the sentence, of an item, and of all items."""


def of_list(block: List, before: Block | None) -> Iterator[Verdict]:
    """The card of a list behind `before`."""
    if not isinstance(before, Paragraph) or not bare(before.text).endswith((":", "：")):
        return
    told = SENTENCES.split(bare(before.text))[-1]
    items = [bare(item.text) for item in block.items]
    if len(items) < 2 or any(item.content for item in block.items):
        return
    if not FEWEST <= len(items) <= MOST:
        yield Refused("recall", block, f"{len(items)} items; from {FEWEST} to {MOST} are recalled at once")
    elif longest(items) > ITEM or sum(map(len, items)) > ALL or len(told) > SENTENCE:
        yield Refused("recall", block, "the list, or the sentence before it, is too long for a card")
    elif not wordy(before.text) or not all(wordy(item.text) for item in block.items):
        yield Refused("recall", block, "the list, or the sentence before it, holds a picture or a formula")
    elif reason := overlapping(items):
        yield Refused("recall", block, reason)
    else:
        yield Recall(block, ((told, "\n".join(items)),))
