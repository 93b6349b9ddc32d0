"""Procedures: a step at a time, and the same words to be put in order; and dated lists as a line of time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..module import Block, Glossary, List, Table, folded
from ..questions import Question
from ..text.patterns import lazy
from .records import Order, Refused, Steps, Timeline, Verdict
from .texts import alike, bare, longest, overlapping, wordy

FEWEST, MOST = 3, 12
ORDERED = 8
"""Steps that can be put in order on a phone."""
STEP = 120
"""Letters of a step on a button."""
_DATED = lazy(
    r"(?P<date>(?:[^\W\d_]{1,10}\s+)??(?:\d{1,2}\s+[^\W\d_]{3,10}\s+)?(?P<year>1[5-9]\d\d|20\d\d))\b[\s:–—,.()-]*"
)
"""`1998`, `Tahun 1998`, `17 Agustus 1945`, at the beginning of an item."""


def of_steps(block: List) -> Iterator[Verdict]:
    """The activities of a procedure."""
    if len(block.items) < FEWEST:
        return
    if len(block.items) > MOST:
        yield Refused("steps", block, f"{len(block.items)} steps; more than {MOST} are better seen at once")
        return
    if any(isinstance(b, Question | Table | Glossary) for item in block.items for b in item.content):
        yield Refused("steps", block, "a step holds a question or a table")
        return
    yield Steps(block)
    yield ordered(block, [bare(item.text) for item in block.items], all(wordy(i.text) for i in block.items))


def ordered(block: Block, steps: Sequence[str], words_alone: bool = True) -> Order | Refused:
    """To be put in order, or the reason against it."""
    reason = ""
    if len(steps) > ORDERED:
        reason = f"{len(steps)} steps; from {FEWEST} to {ORDERED} can be put in order"
    elif not words_alone or not all(steps):
        reason = "a step holds a picture or a formula"
    elif longest(steps) > STEP:
        reason = "a step is too long for a button"
    elif reason := overlapping(steps) or alike(steps):
        pass
    if reason:
        return Refused("order", block, reason)
    return Order(block, tuple(steps), tuple(("", n) for n in range(len(steps))))


def of_dates(block: List) -> Iterator[Verdict]:
    """The activities of a list of dated events."""
    found = [_DATED.match(bare(item.text)) for item in block.items]
    dated = [m for m in found if m]
    if len(dated) < FEWEST or len(dated) < len(found):
        return
    years = [int(m["year"]) for m in dated]
    if years != sorted(years):
        yield Refused("timeline", block, "the years do not follow each other")
        return
    yield Timeline(block)
    events = [bare(i.text)[m.end() :] for i, m in zip(block.items, dated, strict=True)]
    if len(set(years)) < len(years):
        yield Refused("order", block, "two events are of one year")
    elif any(re.search(r"\b(?:1[5-9]|20)\d\d\b", e) or not folded(e) for e in events):
        yield Refused("order", block, "an event tells its year, or nothing but it")
    else:
        yield ordered(block, events, all(wordy(i.text) for i in block.items))
