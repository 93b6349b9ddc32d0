"""What an author struck out: whole paragraphs and rows of tables are withdrawn, words within a text keep their look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..document import Block, Cell, Document, LeftOut, Row, Span, Table, paragraphs
from ..report import Code, Finding, finding

REASON = "struck out"
SHOWN = 40
"""Letters of what is left out that a finding shows."""


def without_struck(document: Document) -> Document:
    """The document without paragraphs and rows that are struck out as a whole, each told with its place."""
    if not any(s.look.strike for p in paragraphs(document.blocks) for s in p.inlines if isinstance(s, Span)):
        return document
    gone: list[list[LeftOut]] = [[]]
    blocks = tuple(_kept(document.blocks, gone))
    told = tuple(_told(run) for run in gone if run)
    left_out = tuple(entry for run in gone for entry in run)
    return replace(
        document, blocks=blocks, findings=(*document.findings, *told), left_out=(*document.left_out, *left_out)
    )


def _kept(blocks: Sequence[Block], gone: list[list[LeftOut]]) -> Iterator[Block]:
    for block in blocks:
        if _is_struck(block):
            text = " ".join(p.text for p in paragraphs((block,)))
            gone[-1].append(LeftOut(REASON, text, block.where))
            continue
        if gone[-1]:
            gone.append([])
        yield _of_rows(block, gone) if isinstance(block, Table) else block


def _of_rows(table: Table, gone: list[list[LeftOut]]) -> Table:
    if any(cell.rowspan > 1 for row in table.rows for cell in row.cells):
        return table
    kept: list[Row] = []
    for row in table.rows:
        inside = [p for cell in row.cells for p in paragraphs(cell.blocks) if p.text.strip()]
        if inside and all(map(_is_struck, inside)):
            gone[-1].append(LeftOut(REASON, " ".join(p.text for p in inside), table.where))
        else:
            kept.append(replace(row, cells=tuple(_cell(cell, gone) for cell in row.cells)))
    return replace(table, rows=tuple(kept))


def _cell(cell: Cell, gone: list[list[LeftOut]]) -> Cell:
    return replace(cell, blocks=tuple(_kept(cell.blocks, gone))) if len(cell.blocks) > 1 else cell


def _is_struck(block: Block) -> bool:
    """Whether all that is to be seen of a paragraph, or of all in a table, is struck out."""
    if isinstance(block, Table):
        inside = [p for p in paragraphs((block,)) if p.inlines]
        return bool(inside) and all(map(_is_struck, inside))
    seen = [i for i in block.inlines if not isinstance(i, Span) or i.text.strip()]
    words = [i for i in seen if isinstance(i, Span) and any(map(str.isalnum, i.text))]
    return bool(words) and len(seen) == len([i for i in seen if isinstance(i, Span) and i.look.strike])


def _told(run: Sequence[LeftOut]) -> Finding:
    first = run[0]
    text = first.text if len(first.text) <= SHOWN else first.text[:SHOWN].rsplit(" ", 1)[0] + " …"
    more = f" and {len(run) - 1} more below it" if len(run) > 1 else ""
    return finding(Code.DROPPED, first.where, what=f"“{text}”{more}", reason="it is struck out")
