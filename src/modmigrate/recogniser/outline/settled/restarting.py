"""What begins to count anew below each member of another series is inside it, though its style says the reverse.

`Exercise 1`, `Task 1`, `Task 2`, `Exercise 2`, `Task 1` …: a style's level is a guess that such numbers correct.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from ....module import folded
from ....text.amounts import SEVERAL
from ....text.patterns import lazy
from ..candidate import Candidate

_NUMBERED = lazy(r"(\D*?[^\d\s])[\s.]*+(\d{1,2})\W*")
_Named = tuple[Candidate, str, int]


def nested(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those that begin anew in others at least one level below them."""
    named = [(c, folded(m[1]), int(m[2])) for c in found
             if c.level is not None and (m := _NUMBERED.fullmatch(c.number))]  # fmt: skip
    below: dict[str, int] = {}
    for outer in {word for _, word, _ in named}:
        level = max(c.level or 0 for c, word, _ in named if word == outer)
        for inner in {word for _, word, _ in named} - {outer}:
            if _begins_anew(named, outer, inner):
                below[inner] = max(below.get(inner, 0), level + 1)
    words = {c.at: word for c, word, _ in named}
    return [replace(c, level=max(c.level or 0, below[words[c.at]])) if words.get(c.at) in below else c for c in found]


def _begins_anew(named: Sequence[_Named], outer: str, inner: str) -> bool:
    """Whether each member of the outer series, several of them, holds members of the inner one, from 1 on."""
    pairs = [after for before, after in pairwise(named) if (before[1], after[1]) == (outer, inner)]
    holders = sum(word == outer for _, word, _ in named)
    return len(pairs) >= SEVERAL and len(pairs) == holders and all(count == 1 for _, _, count in pairs)
