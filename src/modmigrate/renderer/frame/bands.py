"""A document's own bands of mastery («90–100 %: baik sekali»), in whose words it tells what a result means.

Found in tables and lists by their ranges alone, which must follow each other without overlap up to 100.
A row with one number (`di bawah 70 %`, `< 70`, `≥ 90`) is the band that the other rows leave below or above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...module import Block, List, Module, Paragraph, Table, texts, walk
from ...text import inline
from ...text.patterns import lazy

Band = tuple[int, str]
"""Per cent from which it holds, and what it says."""
FEWEST = 3
_NUMBER = lazy(r"\d{1,3}")
_LINE = lazy(r"(?P<range>[^\d=:\n]{0,24}\d{1,3}\s*%?(?:\s*[–—-]\s*\d{1,3}\s*%?)?)\s*[=:→]\s*(?P<told>[^\d\n]{3,}.*)")


def bands(module: Module) -> tuple[Band, ...]:
    """The bands that a module names, lowest first; none where it names none, or two different tables of them."""
    found = {b for b in (_sorted(rows) for rows in _candidates(module)) if b}
    return found.pop() if len(found) == 1 else ()


def _candidates(module: Module) -> Iterator[list[tuple[str, str]]]:
    for chapter in module.chapters:
        lines: list[str] = []
        for block in walk(chapter.content):
            if isinstance(block, Table):
                yield from _of_table(block)
            lines += _lines(block)
        told = [m for m in map(_LINE.fullmatch, lines) if m]
        yield [(m["range"], m["told"]) for m in told]


def _lines(block: Block) -> list[str]:
    own = texts(block) if isinstance(block, Paragraph | List) else ()
    return [line.strip() for text in own for line in inline.plain(text).split("\n")]


def _of_table(table: Table) -> Iterator[list[tuple[str, str]]]:
    """Each column as ranges, with what the columns behind it say."""
    rows = [[" ".join(inline.plain(c.text).split()) for c in row] for row in table.rows[table.header :]]
    for column in range(min(map(len, rows), default=0)):
        yield [(row[column], " – ".join(t for t in row[column + 1 :] if t)) for row in rows]


def _sorted(rows: list[tuple[str, str]]) -> tuple[Band, ...]:
    """Rows as bands; none unless they divide what there is up to 100."""
    read = [([int(n) for n in _NUMBER.findall(ranges)], told) for ranges, told in rows]
    if len(read) < FEWEST or not all(1 <= len(n) <= 2 and max(n) <= 100 and told for n, told in read):
        return ()
    whole = sorted(((min(n), max(n), told) for n, told in read if len(n) == 2), reverse=True)
    single = [(n[0], told) for n, told in read if len(n) == 1]
    if len(whole) < FEWEST - 1 or len(single) > 1:
        return ()
    if single and single[0][0] > whole[0][0]:
        whole.insert(0, (single[0][0], 100, single[0][1]))
    elif single:
        whole.append((0, single[0][0], single[0][1]))
    follows = all(0 <= upper[0] - lower[1] <= 1 for upper, lower in pairwise(whole))
    return tuple((low, told) for low, _, told in reversed(whole)) if follows and whole[0][1] >= 95 else ()
