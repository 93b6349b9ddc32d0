"""Tables: spans, header rows, and tables that only place things."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from ...document import Block, Cell, Paragraph, Row, Span, Table
from ...report import Code
from ...text.digits import count
from . import controls, lined_up
from .borders import is_bare, style_has_head
from .markup import branches
from .names import MC, VAL, W, is_on
from .story import Story

MAX_COLUMNS = 63
"""Word's own limit."""
DEEPEST = 20
"""A table that stands deeper in others only places things: nobody could read it as a table."""


class _Cell(Struct):
    cell: Cell
    merge: str | None = None
    """The cell's w:vMerge: 'restart', 'continue' or None."""


class _Row(Struct):
    cells: list[_Cell]
    header: bool


class TableReader:
    """Reads the tables of one story; `blocks` reads a cell's content."""

    def __init__(self, story: Story, blocks: Callable[[etree._Element, int], Iterator[Block]]) -> None:
        self.story = story
        self._blocks = blocks

    def read(self, element: etree._Element, depth: int) -> Iterator[Block]:
        """The table, or its cells' blocks when it only places them; nothing for an empty one.

        One drawn cell is a box in the text, and stays a table: recognition says what it holds.
        """
        where = self.story.where
        self.story.left_out[Code.HIDDEN_LEFT_OUT] += sum(map(_is_hidden, element.iterchildren(W + "tr")))
        rows = [self._row(row, depth) for row in _children(element, W + "tr")]
        if rows and not any(r.header for r in rows) and self._first_row_is_head(element):
            rows[0].header = len(rows) > 1
        table = Table(tuple(lined_up.split(tuple(_merged(rows)))), where)
        cells = [cell for row in table.rows for cell in row.cells]
        bare = is_bare(element, self.story.styles)
        if (len(cells) == 1 and (bare or depth)) or depth > DEEPEST or (_places(table) and bare):
            for cell in cells:
                yield from cell.blocks
        elif any(cell.blocks for cell in cells):
            yield table

    def _first_row_is_head(self, element: etree._Element) -> bool:
        """Whether the table's style sets its first row apart and the table uses that (w:tblLook)."""
        style = element.find(f"{W}tblPr/{W}tblStyle")
        look = element.find(f"{W}tblPr/{W}tblLook")
        if style is None or look is None or not style_has_head(self.story.styles, style.get(VAL)):
            return False
        bits = look.get(VAL) or "0"
        try:
            old = bool(int(bits, 16) & 0x20)
        except ValueError:
            old = False
        first = look.get(W + "firstRow")
        return old if first is None else is_on(first)

    def _row(self, element: etree._Element, depth: int) -> _Row:
        props = element.find(W + "trPr")
        header = None if props is None else props.find(W + "tblHeader")
        before = None if props is None else props.find(W + "gridBefore")
        cells = [] if before is None else [_Cell(Cell((), _span(before)))]
        for cell in _children(element, W + "tc"):
            cells.append(self._cell(cell, depth))
        return _Row(cells, header is not None and is_on(header.get(VAL)))

    def _cell(self, element: etree._Element, depth: int) -> _Cell:
        span, merge = 1, None
        first = element[0] if len(element) else None
        for prop in first if first is not None and first.tag == W + "tcPr" else ():
            if prop.tag == W + "gridSpan":
                span = _span(prop)
            elif prop.tag == W + "vMerge":
                merge = prop.get(VAL) or "continue"
        control = element.getparent()
        sdt = control.getparent() if control is not None and control.tag == W + "sdtContent" else None
        if sdt is not None and (empty := controls.prompt(sdt)) is not None:
            self.story.withhold("prompts of empty form fields", empty.asked)
            room = (Paragraph((Span(empty.text),), self.story.where),) if empty.text else ()
            rest = (controls.offered(empty.choices, self.story.where),) if empty.choices else ()
            return _Cell(Cell((*room, *rest), span), merge)
        return _Cell(Cell(tuple(self._blocks(element, depth + 1)), span), merge)


def _span(element: etree._Element) -> int:
    value = element.get(VAL) or ""
    return max(1, min(count(value, MAX_COLUMNS), MAX_COLUMNS)) if value.isdecimal() else 1


def _children(element: etree._Element, tag: str, depth: int = 0) -> Iterator[etree._Element]:
    """Rows or cells, also those in content controls; deleted and hidden ones are left out."""
    for child in element:
        if child.tag == tag:
            if not _is_deleted(child):
                yield child
        elif child.tag == MC + "AlternateContent":
            for branch in branches(child):
                yield from _children(branch, tag, depth + 1)
        elif isinstance(child.tag, str) and len(child) and depth < MAX_COLUMNS and not child.tag.endswith("Pr"):
            yield from _children(child, tag, depth + 1)


def _is_deleted(element: etree._Element) -> bool:
    props = element[0] if len(element) else None
    if props is None or props.tag not in (W + "trPr", W + "tcPr", W + "tblPrEx"):
        return False
    if props.tag == W + "tblPrEx":
        props = element.find(W + "trPr")
    if props is None:
        return False
    marks = (W + "del", W + "moveFrom", W + "cellDel")
    return any(c.tag in marks for c in props) or _is_hidden(element)


def _is_hidden(element: etree._Element) -> bool:
    hidden = element.find(f"{W}trPr/{W}hidden")
    return hidden is not None and is_on(hidden.get(VAL))


def _merged(rows: list[_Row]) -> Iterator[Row]:
    """Vertical merges as row spans; text left in a continued cell is kept in the cell above it."""
    grid: list[list[Cell]] = []
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        grid.append([])
        column = 0
        for cell in row.cells:
            top = above.get(column) if cell.merge == "continue" else None
            if top is not None:
                old = grid[top[0]][top[1]]
                span = number - top[0] + 1
                grid[top[0]][top[1]] = replace(old, blocks=old.blocks + cell.cell.blocks, rowspan=span)
            else:
                grid[number].append(cell.cell)
                above.pop(column, None)
                if cell.merge is not None:
                    above[column] = (number, len(grid[number]) - 1)
            column += cell.cell.colspan
    for cells, row in zip(grid, rows, strict=True):
        yield Row(tuple(cells), row.header)


def _places(table: Table) -> bool:
    """Whether the table's shape is one that places things: a single row, or a single column."""
    return len(table.rows) == 1 or all(len(row.cells) <= 1 for row in table.rows)
