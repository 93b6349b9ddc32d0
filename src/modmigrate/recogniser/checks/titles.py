"""Titles that do not read like titles: sentences, questions, boxes to tick, labels cut in two; and that recur."""

from __future__ import annotations

from collections import Counter

from ...module import folded
from ...text.patterns import lazy
from ...text.signs import asks, ends_sentence
from ..words.words import Words
from .fault import Fault, Seen, counted

FEW = 2
"""One title may be put in any way."""
LONG = 12
"""Words of a title, at most."""
SENTENCE = 4
"""Words of a sentence; `Hello!` is a title."""
_SIGNS = lazy(r"[☐☑☒□■◯○]")
_CUT = lazy(r"\d{1,2}\s*[:.)]\s|[^\W\d]+\s\d[\d.]*\s*[:–-]\s")
"""A label that stayed in its title: `2: Memory`, `Exercise 1.2: Lights`."""


def titles(seen: Seen) -> Fault | None:
    """Headings that are something else, or hold more than a title."""
    found = [h for h in seen.headings if h.title and _is_odd(h.title, seen.words)]
    if len(found) < FEW:
        return None
    says = counted("headings that do not read like titles", len(found), len(seen.headings), found[0].title)
    return Fault(says, seen.places(found), len(found) / len(seen.headings))


def _is_odd(title: str, words: Words) -> bool:
    count = title.count(" ") + 1
    if count > LONG or title[0].islower() or "\t" in title:
        return True
    long = count >= SENTENCE
    told = asks(title) or (ends_sentence(title) and (long or title[-1] == "。"))
    return bool(told or _SIGNS.search(title) or _CUT.match(title) or (long and words.ask_verb.match(title)))


def repeated(seen: Seen) -> Fault | None:
    """Titles that recur where each should name another thing."""
    named = [
        (held.part.trail[-2].at if len(held.part.trail) > 1 else -1, folded(h.number), folded(h.title), h)
        for held in seen.parts if (h := held.part.heading) is not None and h.title and not h.role
    ]  # fmt: skip
    count = Counter(name[:3] for name in named)
    found = [name[3] for name in named if count[name[:3]] > 1]
    if not found:
        return None
    says = counted("headings that share their title inside one part", len(found), len(seen.headings), found[0].title)
    return Fault(says, seen.places(found), len(found) / len(seen.headings))
