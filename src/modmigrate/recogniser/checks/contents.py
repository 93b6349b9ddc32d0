"""The printed contents page against the headings: entries that are no heading, headings below a contents page."""

from __future__ import annotations

from ...module import folded
from ..lines.signs import contents_title, is_contents_line
from .fault import Fault, Seen, counted, where

ENOUGH = 3
"""Entries of a contents page."""


def contents(seen: Seen) -> Fault | None:
    """What the contents page names and the outline lacks."""
    asked = [held.part.heading for held in seen.parts if held.part.role == "contents" and held.drafts]
    if headings := [h for h in asked if h is not None]:
        return Fault("questions were found below the heading of a contents page", seen.places(headings), 1.0)
    entries = [seen.lines[at] for at in sorted(seen.reading.outline.dropped) if is_contents_line(seen.lines[at])]
    named = {folded(t) for h in seen.headings for t in (h.title, f"{h.number} {h.title}")}
    found = [x for x in entries if named.isdisjoint(map(folded, contents_title(x)))]
    if len(entries) < ENOUGH or not found:
        return None
    first = contents_title(found[0])[0].strip()
    says = counted("entries of the contents page that are no headings", len(found), len(entries), first)
    return Fault(says, (where(found[0]),), len(found) / len(entries))
