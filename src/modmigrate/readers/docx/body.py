"""Block content: paragraphs, tables, content controls, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from ...document import Block, Cell, Layout, Marker, Paragraph, Row, Span, Table
from .line import Line
from .names import MC, VAL, W, is_on
from .runs import MAX_DEPTH, RunReader
from .story import Story
from .styles import Style, paragraph_props

_CONTENTS_STYLE = re.compile(r"(toc|table of figures|index)\s*\d*$", re.IGNORECASE)
_TRANSPARENT = frozenset(W + name for name in ("sdtContent", "customXml", "ins", "moveTo", "smartTag"))


class BodyReader:
    """Reads the block content of one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._runs = RunReader(story, _read_box)

    def blocks(self, element: etree._Element, depth: int = 0) -> Iterator[Block]:
        """Blocks below an element, in order; empty paragraphs are left out."""
        if depth > MAX_DEPTH:
            return
        for child in element:
            tag = child.tag
            if tag == W + "p":
                yield from self._paragraph(child)
            elif tag == W + "tbl":
                yield from self._table(child, depth)
            elif tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None and not _is_contents(child):
                    yield from self.blocks(content, depth + 1)
            elif tag == MC + "AlternateContent":
                for branch in list(child)[:1]:
                    yield from self.blocks(branch, depth + 1)
            elif tag in _TRANSPARENT:
                yield from self.blocks(child, depth + 1)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        story = self.story
        story.paragraph += 1
        own = paragraph_props(element.find(W + "pPr"))
        style = story.styles.get(own.get("style"))
        props = {**story.styles.doc_paragraph, **style.paragraph, **own}
        in_contents = story.fields.contents or bool(_CONTENTS_STYLE.match(style.name))
        line = Line()
        where = story.where
        self._runs.read(element, style, line)
        if line.on_next_page and where.page:
            where = replace(where, page=where.page + 1)
        line.flush()
        if not line.empty and not in_contents:
            marker = self._marker(style, props)
            yield _built(line, style, own, props, marker, where)
        elif self._counts_when_empty(style, props):
            self._marker(style, props)
        yield from line.boxes
        if not story.paged:
            story.page += line.page_breaks

    def _counts_when_empty(self, style: Style, props: dict[str, object]) -> bool:
        # Word numbers an empty list paragraph too, and later items count on from it.
        return bool(props.get("num")) or style.id in self.story.numbering.by_style

    def _marker(self, style: Style, props: dict[str, object]) -> Marker | None:
        num, ilvl = props.get("num"), props.get("ilvl")
        linked = self.story.numbering.by_style.get(style.id)
        if num is None and linked:
            num, ilvl = linked
        elif ilvl is None and linked and linked[0] == num:
            ilvl = linked[1]
        if not isinstance(num, str):
            return None
        return self.story.numbering.next(num, ilvl if isinstance(ilvl, int) else 0)

    def _table(self, element: etree._Element, depth: int) -> Iterator[Block]:
        where = self.story.where
        rows = [self._row(row, depth) for row in _rows(element)]
        table = Table(tuple(_merged(rows)), where)
        cells = [cell for row in table.rows for cell in row.cells]
        if len(cells) == 1:
            # A table of one cell only frames or places what stands in it.
            yield from cells[0].blocks
        elif any(cell.blocks for cell in cells):
            yield table

    def _row(self, element: etree._Element, depth: int) -> tuple[list[tuple[Cell, str | None]], bool]:
        """The row's cells, each with its w:vMerge ('restart', 'continue' or None), and whether it is a header."""
        cells: list[tuple[Cell, str | None]] = []
        header = element.find(f"{W}trPr/{W}tblHeader")
        before = element.find(f"{W}trPr/{W}gridBefore")
        if before is not None and (before.get(VAL) or "").isdecimal():
            cells.append((Cell((), max(1, min(int(before.get(VAL, "1")), 63))), None))
        for cell in _cells(element):
            props = cell.find(W + "tcPr")
            span, merge = 1, None
            for prop in props if props is not None else ():
                if prop.tag == W + "gridSpan" and (prop.get(VAL) or "").isdecimal():
                    span = max(1, min(int(prop.get(VAL, "1")), 63))
                elif prop.tag == W + "vMerge":
                    merge = prop.get(VAL) or "continue"
            cells.append((Cell(tuple(self.blocks(cell, depth + 1)), span), merge))
        return cells, header is not None and is_on(header.get(VAL))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == W + "tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag == W + "sdt":
            for content in child.iterchildren(W + "sdtContent"):
                yield from _rows(content)
        elif child.tag in _TRANSPARENT:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag == W + "sdt":
            for content in child.iterchildren(W + "sdtContent"):
                yield from _cells(content)
        elif child.tag in _TRANSPARENT:
            yield from _cells(child)


def _merged(rows: list[tuple[list[tuple[Cell, str | None]], bool]]) -> Iterator[Row]:
    """Vertical merges as row spans; text left in a continued cell is kept in the cell above it."""
    grid: list[list[Cell]] = []
    above: dict[int, tuple[int, int]] = {}
    for number, (cells, _) in enumerate(rows):
        grid.append([])
        column = 0
        for cell, merge in cells:
            if merge == "continue" and column in above:
                row, place = above[column]
                top = grid[row][place]
                span = number - row + 1
                grid[row][place] = Cell(top.blocks + cell.blocks, top.colspan, max(top.rowspan, span))
            else:
                grid[number].append(cell)
                above.pop(column, None)
                if merge is not None:
                    above[column] = (number, len(grid[number]) - 1)
            column += cell.colspan
    for number, (_, header) in enumerate(rows):
        yield Row(tuple(grid[number]), header)


def _read_box(element: etree._Element, story: Story) -> list[object]:
    story.depth += 1
    fields, story.fields = story.fields, type(story.fields)()
    found: list[object] = list(BodyReader(story).blocks(element))
    story.fields = fields
    story.depth -= 1
    return found


def _is_contents(sdt: etree._Element) -> bool:
    gallery = sdt.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "table of contents" in (gallery.get(VAL) or "").lower()


def _built(
    line: Line,
    style: Style,
    own: dict[str, object],
    props: dict[str, object],
    marker: Marker | None,
    where: object,
) -> Paragraph:
    spans = [i for i in line.inlines if isinstance(i, Span) and i.text.strip()]
    text = "".join(s.text for s in spans)
    outline = own.get("outline")
    level = (
        outline + 1 if isinstance(outline, int) and outline < 9 else None if isinstance(outline, int) else style.level
    )
    layout = Layout(
        centred=props.get("align") == "center",
        size=max((s.look.size for s in spans if s.look.size), default=None),
        bold=bool(spans) and all(s.look.bold for s in spans),
        capitals=text.isupper() or bool(style.run.get("caps")),
        indent=_float(props.get("indent")),
        page_break_before=bool(props.get("page_break")),
        keep_with_next=bool(props.get("keep_next")),
        rtl=bool(props.get("rtl")),
    )
    anchors = tuple(a for a in line.anchors if a and a != "_GoBack")
    return Paragraph(tuple(line.inlines), where, style.name, level, marker, layout, anchors)  # type: ignore[arg-type]


def _float(value: object) -> float:
    return value if isinstance(value, float) else 0.0
