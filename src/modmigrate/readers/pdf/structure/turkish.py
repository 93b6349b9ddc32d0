"""Turkish letters that fonts of old word processors name by others of another alphabet.

Files made from fonts of the ISO 8859-9 age name İ, Ş and ş as Ġ, ġ and Ģ, for whoever copies their text, too: the
modules of Turkey's ministry of education and many papers of its universities. Maltese and Latvian, which have these
letters, have no ı.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....document import Block, Cell, Paragraph, Span, Table
from ..ground.page import Grid, Line, Page, said_by

_RIGHT = str.maketrans("ĠġĢ", "İŞş")
_WRONG, _OWN, _SURE = "ĠġĢ", "İŞş", "ı"


def mend(pages: Sequence[Page]) -> None:
    """Put the letters right that the file names wrongly; in a Turkish text alone, and where these are the most."""
    texts = [said_by(item) for page in pages for item in page.items]
    wrong = [text for text in texts if not text.isascii() and any(c in text for c in _WRONG)]
    if not wrong:
        return
    whole = "".join(texts)
    if not _count(whole, _SURE) or _count(whole, _WRONG) <= _count(whole, _OWN):
        return
    for page in pages:
        for item in page.items:
            if isinstance(item, Line):
                item.runs = [run._replace(text=run.text.translate(_RIGHT)) for run in item.runs]
                item.text = item.text.translate(_RIGHT)
            elif isinstance(item, Grid):
                item.table = _table(item.table)
                item.texts = tuple(text.translate(_RIGHT) for text in item.texts)
            else:
                item.alt = item.alt.translate(_RIGHT)
        page.left_out = [replace(gone, text=gone.text.translate(_RIGHT)) for gone in page.left_out]


def _count(text: str, letters: str) -> int:
    return sum(map(text.count, letters))


def _table(table: Table) -> Table:
    rows = tuple(replace(row, cells=tuple(map(_cell, row.cells))) for row in table.rows)
    return replace(table, rows=rows)


def _cell(cell: Cell) -> Cell:
    return replace(cell, blocks=tuple(map(_block, cell.blocks)))


def _block(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return _table(block)
    spans = (replace(i, text=i.text.translate(_RIGHT)) if isinstance(i, Span) else i for i in block.inlines)
    return replace(block, inlines=tuple(spans))
