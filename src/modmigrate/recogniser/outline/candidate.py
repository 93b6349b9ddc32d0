"""A line that may be a heading, and how strong it is against others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from ...text.patterns import lazy

BARE = lazy(r"(\d{1,2}|[IVX]{1,5})\s+([^\W\d].*)")
"""A numeral without a point before a title."""
_MARKER_RANK = {"roman": 1, "upper": 2, "number": 3, "multi": 4, "lower": 5}


class Candidate(Struct, frozen=True):
    """A line that may be a heading. `number` is a chapter label (BAB II) and `title` what follows it."""

    at: int
    title: str
    number: str = ""
    word: str = ""
    """The label's word, folded ('bab'); '' for headings without a chapter label."""
    value: int = 0
    level: int | None = None
    """By style or outline level."""
    role: str = ""
    size: float = 0.0
    bold: bool = False
    capitals: bool = False
    centred: bool = False
    marker: str = ""
    marker_level: int = 0
    count: int = 0
    """The marker's number."""
    part: bool = False
    """Whether its label may number the parts of one lesson: Part 2."""

    @property
    def look(self) -> tuple[object, ...]:
        """Headings of one rank look alike."""
        return (self.level, round(self.size), self.bold, self.centred)

    @property
    def evidence(self) -> tuple[str, ...]:
        """What speaks for it, for people."""
        return tuple(
            said for said, holds in (
                (f"style or outline level {self.level}", self.level is not None),
                (f"label {self.number}", bool(self.word)),
                (f"marker {self.number}", bool(self.marker and self.number)),
                (f"its words announce {self.role}", bool(self.role)),
                ("bold", self.bold), ("capitals", self.capitals), ("centred", self.centred),
                (f"{self.size:g} pt", bool(self.size)),
            ) if holds
        )  # fmt: skip

    def strength(self, ranks: Mapping[str, int]) -> tuple[float, ...]:
        """Smaller is stronger: chapter label, style level, size, centring, boldness, marker (see `marker_ranks`)."""
        rank = ranks.get(self.marker, 0) + self.marker_level / 10
        style = self.level if self.level is not None else 10
        return (
            0 if self.word else 1,
            style,
            -round(self.size),
            not self.centred,
            not (self.bold or self.capitals),
            rank,
        )


def marker_ranks(found: Sequence[Candidate]) -> dict[str, int]:
    """The markers' order from outermost, by evidence: where `I. II.` start anew between `F.` and `G.`, they hang below.

    Without evidence: roman, capitals, numbers, numbers with points, small letters.
    """
    inside: Counter[tuple[str, str]] = Counter()
    open_at: dict[str, tuple[int, set[str]]] = {}
    for c in found:
        if c.word:
            open_at.clear()
        if not c.marker:
            continue
        before = open_at.get(c.marker)
        if before is not None and c.count == before[0] + 1:
            inside.update((other, c.marker) for other in before[1])
        for kind, (_, seen) in open_at.items():
            if kind != c.marker and c.count <= 1:
                seen.add(c.marker)
        open_at[c.marker] = (c.count, set())
    kinds = sorted(_MARKER_RANK, key=lambda k: _MARKER_RANK[k])
    depth = {k: sum(inside[k, other] > inside[other, k] for other in kinds) for k in kinds}
    return {k: at + 1 for at, k in enumerate(sorted(kinds, key=lambda k: (depth[k], _MARKER_RANK[k])))}
