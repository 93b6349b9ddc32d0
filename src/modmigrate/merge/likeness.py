"""Which new elements are old ones whose words changed: by their words, and by what stands around them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from ..module import Chapter
from ..questions import Question
from .index import Spot
from .words import folded, likeness, said

NEAR, FAR = 0.5, 0.75
"""How alike two texts must be to be one element: between the same neighbours, and anywhere."""
CANDIDATES = 8
"""How many old elements with common words, and in the same place, are compared with each new one."""


def neighbours(spots: Mapping[str, Spot], known: Mapping[str, str]) -> dict[str, set[Any]]:
    """For each element not in `known` its nearest known neighbour on either side, within its chapter."""
    out: dict[str, set[Any]] = {name: set() for name in spots}
    for side, order in (("before", list(spots)), ("after", list(spots)[::-1])):
        last, chapter = "", ""
        for name in order:
            if spots[name].chapter != chapter:
                last, chapter = "", spots[name].chapter
            if name in known:
                last = known[name]
            else:
                out[name].add((side, chapter, last))
    return out


def alike(
    lost: Mapping[str, Spot],
    fresh: Mapping[str, Spot],
    around_lost: Mapping[str, set[Any]],
    around_fresh: Mapping[str, set[Any]],
) -> dict[str, str]:
    """New id → old id: the best pairs of fresh and lost elements, each used once."""
    old_words = {name: _Words(spot) for name, spot in lost.items()}
    by_word: dict[str, list[str]] = defaultdict(list)
    by_place: dict[Any, list[str]] = defaultdict(list)
    for name, words in old_words.items():
        for word in words.words:
            by_word[word].append(name)
        for place in around_lost[name]:
            by_place[place].append(name)
    scored = []
    for at, (name, spot) in enumerate(fresh.items()):
        words = _Words(spot)
        common = Counter(old for word in words.words for old in by_word.get(word, ()))
        near = {old for place in around_fresh[name] for old in by_place.get(place, ())[:CANDIDATES]}
        for old in sorted({old for old, _ in common.most_common(CANDIDATES)} | near):
            score = words.score(old_words[old], near=not around_fresh[name].isdisjoint(around_lost[old]))
            scored.append((-score, at, old, name))
    return _best(scored)


def _best(scored: list[tuple[float, int, str, str]]) -> dict[str, str]:
    out: dict[str, str] = {}
    used: set[str] = set()
    for score, _, old, name in sorted(scored):
        if score < 0 and name not in out and old not in used:
            out[name] = old
            used.add(old)
    return out


class _Words:
    """An element's texts that may each show that it is the same: the telling one, and all."""

    def __init__(self, spot: Spot) -> None:
        element = spot.element
        self.kind = Question if isinstance(element, Question) else type(element)
        self.number = getattr(element, "number", "")
        self.texts = [folded(said(element))]
        self.blocks: frozenset[str] = frozenset()
        if isinstance(element, Question):
            self.texts.append(folded(element.stem))
        if isinstance(element, Chapter):
            self.blocks = frozenset(folded(said(b)) for b in element.content)
        self.words = frozenset(" ".join([*self.texts, *self.blocks]).split())

    def score(self, old: _Words, *, near: bool) -> float:
        """How sure it is that both are one element; 0 when it is not."""
        if self.kind is not old.kind:
            return 0.0
        best = max(likeness(n, o) for n, o in zip(self.texts, old.texts, strict=True))
        if self.blocks and old.blocks:
            best = max(best, 2 * len(self.blocks & old.blocks) / (len(self.blocks) + len(old.blocks)))
        enough = best >= (NEAR if near else FAR)
        return best + 0.2 * near + 0.1 * (self.number == old.number) if enough else 0.0
