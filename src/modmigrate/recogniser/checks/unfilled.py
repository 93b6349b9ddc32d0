"""Headings that announce exercises with no question below them."""

from __future__ import annotations

from ..outline.heading import Heading
from ..words.words import EXERCISES
from .fault import Fault, Seen, counted

FEW = 2
"""A single heading may only sound like an exercise's."""


def unfilled(seen: Seen) -> Fault | None:
    """Exercises that were announced and not found."""
    asking = {h.at for held in seen.parts if held.drafts for h in held.part.trail}
    # Names of exercises below a key's heading are the key's.
    parts = [held.part for held in seen.parts if held.part.role != "key"]
    announced = [p.heading for p in parts if p.heading is not None and p.heading.role in EXERCISES]
    found = [h for h in announced if h.at not in asking]
    if len(found) < FEW:
        return None
    says = counted("headings of exercises without a question", len(found), len(announced), _name(found[0]))
    return Fault(says, seen.places(found), len(found) / len(announced))


def _name(heading: Heading) -> str:
    return heading.title or heading.number
