"""A name and what is said of it: which of these is meant? Only where nobody could take one for another."""

from __future__ import annotations

from collections.abc import Sequence

from ..module import Block
from .records import Pairs, Refused
from .texts import alike, longest, overlapping, short, within

FEWEST, MOST = 3, 8
NAME, LEAST, SAID = 48, 12, 200
"""Letters: of a name at most, of what is said at least and at most."""


def paired(block: Block, pairs: Sequence[tuple[str, str]]) -> Pairs | Refused:
    """The activity, or the reason against it."""
    names, said = [n for n, _ in pairs], [s for _, s in pairs]
    if reason := _against(names, said):
        return Refused("pairs", block, reason)
    return Pairs(block, tuple(names), tuple((text, n) for n, text in enumerate(said)))


def _against(names: Sequence[str], said: Sequence[str]) -> str:
    if not FEWEST <= len(names) <= MOST:
        return f"{len(names)} pairs; from {FEWEST} to {MOST} can be held in sight"
    if longest(names) > NAME or longest(said) > SAID:
        return "texts too long to be told apart at a glance"
    if min(map(len, said)) < LEAST or not all(any(s.isalpha() for s in n) for n in names):
        return "hardly any words to know one from the other by"
    told = next((n for n, text in zip(names, said, strict=True) if within(n, text)), "")
    if told:
        return f"what is said of “{short(told)}” names it"
    return overlapping(names) or alike(said)
