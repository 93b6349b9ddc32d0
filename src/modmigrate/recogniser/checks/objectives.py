"""Objectives that are none: text with figures and steps, found below headings that announce no objectives."""

from __future__ import annotations

from .fault import Fault, Seen, counted

LONG = 40
"""Words of an objective, at most."""

FEW = 2
"""An objective may be long; several are text."""


def objectives(seen: Seen) -> Fault | None:
    """Text that was taken for objectives."""
    all_ = [o.text for held in seen.parts for block in held.objectives for o in block.objectives]
    found = [
        (o.text, held.part)
        for held in seen.parts for block in held.objectives for o in block.objectives
        if o.text.count(" ") > LONG or o.text.endswith((":", "："))
        or (held.part.heading is not None and held.part.heading.role == "" and held.part.role == "objectives")
    ]  # fmt: skip
    if len(found) < FEW:
        return None
    says = counted("objectives that read like ordinary text", len(found), len(all_), found[0][0])
    headings = [part.heading for _, part in found if part.heading is not None]
    return Fault(says, seen.places(headings), len(found) / len(all_))
