"""The members of a series that counts on have one look, however they are set: 1 to 6 at 16 points, 7 to 20 at 14.

Sheets put together from several sources number through what each source set in its own way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ....module import folded
from ....text.patterns import lazy
from ..candidate import Candidate

MEMBERS = 4
"""Of a series that counts on; fewer may be two that meet by chance."""
_NUMBERED = lazy(r"(\D*?[^\d\s])[\s.]*+(\d{1,3})\s*+[.:]?")


def one_look(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those of one word and counter with the look and style that most of their series have."""
    made: dict[int, Candidate] = {}
    for series in _series(found):
        looks = Counter((c.level, c.size, c.bold, c.capitals, c.centred) for c in series)
        level, size, bold, capitals, centred = looks.most_common(1)[0][0]
        for c in series:
            made[c.at] = replace(c, level=level, size=size, bold=bold, capitals=capitals, centred=centred)
    return [made.get(c.at, c) for c in found]


def _series(found: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Runs of names of one word that count on without a gap."""
    runs: dict[str, list[tuple[int, Candidate]]] = {}
    for c in found:
        match = None if c.marker else _NUMBERED.fullmatch(c.number or c.title)
        if match is None:
            continue
        word, value = folded(match[1]), int(match[2])
        run = runs.setdefault(word, [])
        if run and value != run[-1][0] + 1:
            yield from _long(run)
            run.clear()
        run.append((value, c))
    for run in runs.values():
        yield from _long(run)


def _long(run: Sequence[tuple[int, Candidate]]) -> Iterator[list[Candidate]]:
    if len(run) >= MEMBERS:
        yield [c for _, c in run]
