"""Tables: what compares is to be sorted by its heads, two columns of names and words about them to be paired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..module import Table, folded
from ..text.patterns import lazy
from .pairs import paired
from .records import Refused, Sort, Verdict
from .texts import bare, longest, overlapping, short, within, wordy

ROWS, CELLS = 2, 16
HEAD, CELL = 40, 90
"""Letters of a head and of a cell on a button."""
LETTERS = 2
"""A unit or a currency has no more; `Rp5.000` is a number."""
_NUMBER = lazy(r"\W*(?:[a-zA-Z]|[ivxIVX]{1,5}|\d[\d.,:/ –-]*)\W*")


def of_table(block: Table, before: str, compare: Sequence[str]) -> Iterator[Verdict]:
    """The activities of a table; `before` is what stands above it, `compare` how a language says that it compares."""
    rows = [[bare(cell.text) for cell in row] for row in block.rows]
    spans = any(c.colspan > 1 or c.rowspan > 1 for row in block.rows for c in row)
    if block.header != 1 or spans or len(rows) <= ROWS or len({len(row) for row in rows}) != 1:
        return
    if len(rows[0]) > 2 and all(_NUMBER.fullmatch(row[0]) for row in rows[1:]):
        rows = [row[1:] for row in rows]
    if any(c.content or not wordy(c.text) for row in block.rows for c in row):
        return
    if len(rows[0]) == 2:
        if all(sum(s.isalpha() for s in text) > 2 for row in rows[1:] for text in row):
            yield paired(block, [(row[0], row[1]) for row in rows[1:]])
    elif 3 <= len(rows[0]) <= 5 and _compares((block.caption, before, rows[0][0]), compare):
        yield _sorted(block, rows)


def _compares(texts: Sequence[str], compare: Sequence[str]) -> bool:
    said = [f" {folded(bare(text))}" for text in texts]
    # A script without blanks has no beginnings of words.
    begins = [folded(word) if word[:1] >= "\u3040" else f" {folded(word)}" for word in compare]
    return any(word in text for word in begins for text in said)


def _sorted(block: Table, rows: Sequence[Sequence[str]]) -> Sort | Refused:
    """To be sorted by its heads, the first column apart, which names the rows; or the reason against it."""
    heads = list(rows[0][1:])
    found = _clear(rows[1:])
    kept = found if len(found) >= ROWS else rows[1:]
    cells = [(row[0], text, n) for row in kept for n, text in enumerate(row[1:]) if folded(text)]
    reason = _against(heads, cells)
    if reason:
        return Refused("sort", block, reason)
    return Sort(block, tuple(heads), tuple((f"{name}: {text}" if name else text, n) for name, text, n in cells))


def _clear(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Rows of which no cell could stand in another column as well."""
    texts = [text for row in rows for text in row[1:] if folded(text)]
    return [row for row in rows if not any(within(c, t) or within(t, c) for c in row[1:] for t in _but(texts, c))]


def _but(texts: Sequence[str], one: str) -> list[str]:
    rest = list(texts)
    if one in rest:
        rest.remove(one)
    return rest


def _against(heads: Sequence[str], cells: Sequence[tuple[str, str, int]]) -> str:
    texts = [text for _, text, _ in cells]
    if not all(map(folded, heads)) or longest(heads) > HEAD:
        return "a column has no head, or one too long for a button"
    if len(cells) < 2 * len(heads) or len(cells) > CELLS:
        return f"{len(cells)} cells; from {2 * len(heads)} to {CELLS} can be sorted"
    if longest(texts) > CELL:
        return "a cell is too long to be sorted at a glance"
    if not all(any(word.isalpha() and len(word) > LETTERS for word in folded(text).split()) for text in texts):
        return "a cell is a number, which says nothing of its column"
    if any(not any(n == at for _, _, n in cells) for at in range(len(heads))):
        return "a column is empty"
    told = next((text for _, text, n in cells if within(heads[n], text)), "")
    if told:
        return f"“{short(told)}” names its column"
    return overlapping(heads) or overlapping(texts)
