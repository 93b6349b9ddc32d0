"""Typed contents tables: lines of titles and page numbers, which are no content of their own.

A tab or dots before a number make columns of figures and price lists, too. Lines are a contents table where a
heading announces one, or where what they name stands in the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...module import folded
from ...text.amounts import HALF, reaches
from ..lines.line import Line
from ..lines.signs import contents_title, is_contents_line
from .candidate import Candidate

_NEAR = 5
"""Lines below the heading of a contents table, or below its last entry, among which the next one stands."""
_GAP = 2
"""An entry's title may take a second line."""


def contents(lines: Sequence[Line], found: Sequence[Candidate]) -> frozenset[int]:
    """The entries of contents tables and the headings that announce them, as indices of lines."""
    heads = {c.at: end for c, end in zip(found, [*(c.at for c in found[1:]), len(lines)], strict=False)
             if c.role == "contents"}  # fmt: skip
    out: set[int] = set()
    for group in _groups(lines):
        near = range(group[0] - _NEAR, group[0])
        if out.intersection(near) or _announced(lines, group[0], heads) or _names_others(lines, group):
            out.update(group)
    for at, end in heads.items():
        # A section may be called Contents, too: then its text stands below it.
        own = [n for n in range(at + 1, end) if lines[n].text]
        if not own or out.intersection(own[:_NEAR]):
            out.add(at)
    return frozenset(out)


def _groups(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Lines like entries that stand together."""
    group: list[int] = []
    for at in (n for n, line in enumerate(lines) if is_contents_line(line)):
        if group and at - group[-1] > _GAP:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _announced(lines: Sequence[Line], first: int, heads: dict[int, int]) -> bool:
    above = [n for n in range(first - 1, -1, -1) if lines[n].text or n in heads][:_NEAR] if heads else []
    return any(n in heads for n in above)


def _names_others(lines: Sequence[Line], group: Sequence[int]) -> bool:
    """Whether at least half of several entries are lines of the document elsewhere; one alone may be anything."""
    if len(group) == 1:
        return False
    inside = set(group)
    others = [line for n, line in enumerate(lines) if n not in inside and line.paragraph is not None and line.text]
    said = {folded(text) for line in others for text in (line.text, line.block.text)}  # type: ignore[union-attr]
    named = sum(not said.isdisjoint(map(folded, contents_title(lines[n]))) for n in group)
    return reaches(named, len(group), HALF)
