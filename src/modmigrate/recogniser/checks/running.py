"""Running heads taken for headings, and the reverse: `Exercise 2`, `Exercise 3` at the top of pages are headings.

And a document that has no title but its file's name.
"""

from __future__ import annotations

from collections import Counter

from ...module import folded
from ..words.words import EXERCISES
from .fault import Fault, Seen, counted

RUNNING = "running heads"
"""The reader's reason for leaving them out."""
NAMELESS = 0.3
"""How much a missing title says of a reading: work sheets often have none."""


def running(seen: Seen) -> Fault | None:
    """What was taken for a page's furniture and is a part of the text, or the reverse."""
    left = {x.text: x.where for x in seen.left_out if x.reason == RUNNING}
    texts = {text: place for text, place in left.items() if seen.words.role(text, extra=1) in EXERCISES}
    if len(texts) > 1:
        says = counted("names of exercises left out as running heads", len(texts), first=min(texts))
        return Fault(says, tuple(texts.values()), 1.0)
    furniture = set(map(folded, left))
    titles = Counter(folded(h.title) for h in seen.headings)
    found = [h for h in seen.headings if folded(h.title) in furniture and titles[folded(h.title)] > 1]
    if not found:
        return None
    says = counted("headings that are the pages' running head", len(found), len(seen.headings), found[0].title)
    return Fault(says, seen.places(found), len(found) / len(seen.headings))


def unnamed(seen: Seen) -> Fault | None:
    """A document whose title nobody found: its file's name stands for it."""
    outline = seen.reading.outline
    one = sum(h.level == 1 for h in seen.headings) == 1
    return None if outline.title or outline.only or one else Fault("its title is its file's name", (), NAMELESS)
