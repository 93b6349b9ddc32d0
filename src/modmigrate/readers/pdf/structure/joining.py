"""Pages to blocks: paragraphs and tables that the end of a page cut are put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ....document import Block, Cell, Paragraph, Picture, Row, Span, Table
from ....source import Where
from ..glyphs.hyphens import Hyphens
from ..ground.page import Figure, Grid, Line, Page
from ..lines.breaks import goes_on, groups
from ..lines.cells import halves, settled
from ..lines.hanging import find_hanging
from ..lines.labels import ends_sentence
from ..lines.paragraphs import paragraph
from .cut_tables import in_columns


class Joiner:
    """Walks the items of all pages in order and gives the document's blocks."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.number = 0
        self.hyphens = Hyphens(lambda: _texts(pages), lambda: _halves(pages))
        self.margin, self.right = _margins(pages)
        self._held: list[Line] = []
        self._where = Where()

    def blocks(self) -> Iterator[Block]:
        """The blocks of the document."""
        table: Grid | None = None
        for page in self.pages:
            find_hanging([i for i in page.items if isinstance(i, Line)])
            for part in _parts(page):
                if isinstance(part, list):
                    if table is not None:
                        yield settled(table.table, self.hyphens)
                        table = None
                    yield from self._lines(part, page)
                elif isinstance(part, Grid):
                    yield from self._flush()
                    joined = continued(table, part) if table is not None else None
                    if table is not None and joined is None:
                        yield settled(table.table, self.hyphens)
                    table = joined or part
                else:
                    yield from self._flush()
                    if table is not None:
                        yield settled(table.table, self.hyphens)
                        table = None
                    yield self._figure(part, page)
                    if part.link:
                        link = Span(part.alt or part.link, link=part.link)
                        yield Paragraph((link,), Where(page.number, self.number))
        if table is not None:
            yield settled(table.table, self.hyphens)
        yield from self._flush()

    def note(self, lines: list[Line]) -> tuple[Block, ...]:
        """A footnote's paragraphs."""
        return tuple(paragraph(group, Where(), self.margin, self.hyphens) for group in groups(lines))

    def _lines(self, lines: list[Line], page: Page) -> Iterator[Block]:
        self._widen(lines, page)
        found = list(groups(lines, page.width / 2))
        if self._is_box(found):
            yield from self._flush()
            yield self._box(found, page)
            return
        for group in found:
            if group[0] is lines[0] and self._held and _runs_on(self._held[-1], group[0]):
                self._held += group
                continue
            yield from self._flush()
            self.number += 1
            self._held, self._where = group, Where(page.number, self.number)

    def _is_box(self, found: Sequence[list[Line]]) -> bool:
        """Whether a framed box holds text of its own: not a line or heading, nor a piece of text that runs through."""
        first, last = found[0][0], found[-1][-1]
        several = len(found) > 1 or len(found[0]) > 1
        if not first.framed or not several or any(line.level is not None for group in found for line in group):
            return False
        return ends_sentence(last.text) and not (self._held and _runs_on(self._held[-1], first))

    def _box(self, found: Sequence[list[Line]], page: Page) -> Table:
        """A box as a table of one cell, as word processors make them."""
        self.number += 1
        where = Where(page.number, self.number)
        inside = tuple(paragraph(group, where, self.margin, self.hyphens) for group in found)
        return Table((Row((Cell(inside),)),), where, boxed=True)

    def _widen(self, lines: list[Line], page: Page) -> None:
        """Give lines of a whole page's column the margins of the document's text: a short page shows them nowhere."""
        for line in lines:
            if line.left >= self.margin - 3 and line.right <= self.right + 3 and line.right > page.width * 0.5:
                line.right = max(line.right, self.right)
                line.left = min(line.left, self.margin)
            elif len({x.column for x in page.items if isinstance(x, Line)}) == 1:
                line.right, line.left = max(line.right, self.right), min(line.left, self.margin)

    def _flush(self) -> Iterator[Block]:
        if self._held:
            yield paragraph(self._held, self._where, self.margin, self.hyphens)
        self._held = []

    def _figure(self, figure: Figure, page: Page) -> Paragraph:
        self.number += 1
        width = round(figure.box.width * 96 / 72)
        return Paragraph((Picture(figure.name, figure.alt, width),), Where(page.number, self.number))


def _runs_on(last: Line, line: Line) -> bool:
    """Whether a paragraph goes on in the next column or page; into a frame or out of it in a sentence."""
    return goes_on(last, line) and (last.framed == line.framed or not line.text[:1].isupper())


def _texts(pages: Sequence[Page]) -> Iterator[str]:
    """All lines, and rows of tables."""
    for page in pages:
        for item in page.items:
            if isinstance(item, Line):
                yield item.text
            elif isinstance(item, Grid):
                yield from item.texts


def _halves(pages: Sequence[Page]) -> Iterator[str]:
    for page in pages:
        for item in page.items:
            if isinstance(item, Grid):
                yield from halves(item.table)


def _parts(page: Page) -> Iterator[list[Line] | Figure | Grid]:
    """Runs of lines in one column, and what stands between them."""
    run: list[Line] = []
    for item in page.items:
        if isinstance(item, Line) and (not run or run[-1].column == item.column):
            run.append(item)
            continue
        if run:
            yield run
        run = []
        if isinstance(item, Line):
            run.append(item)
        else:
            yield item
    if run:
        yield run


def _margins(pages: Sequence[Page]) -> tuple[float, float]:
    """Left and right edge of the document's text: the outermost places where many lines start, and long ones end.

    Where no long lines end together, as in a list of short questions, the right margin is as wide as the left one.
    """
    placed = [(i, p.width) for p in pages for i in p.items if isinstance(i, Line)]
    if not placed:
        return 0.0, 0.0
    starts = Counter(round(line.x0 / 2) for line, _ in placed if len(line.text) > 2)
    ends = Counter(round(line.x1 / 2) for line, width in placed if line.x1 - line.x0 > 0.5 * width)
    left = min(
        (x for x, n in starts.items() if n + starts[x + 1] >= max(2, 0.04 * len(placed))),
        default=min(starts, default=0),
    )
    right = max((x for x, n in ends.items() if n + ends[x - 1] >= max(2, 0.04 * ends.total())), default=0)
    return left * 2.0, right * 2.0 or max(width for _, width in placed) - left * 2.0


def continued(first: Grid, second: Grid) -> Grid | None:
    """Both tables as one, if the second goes on with the first over a page break; None if it does not."""
    found = in_columns(first, second)
    if found is None:
        return None
    first, second = found
    rows, texts = list(second.table.rows), list(second.texts)
    if rows and texts and texts[0].split() == first.texts[0].split() and len(first.table.rows) > 1:
        rows, texts = rows[1:], texts[1:]
        head = replace(first.table.rows[0], header=True)
        first.table = replace(first.table, rows=(head, *first.table.rows[1:]))
    joined = _rows_joined(list(first.table.rows), rows)
    return Grid(replace(first.table, rows=tuple(joined)), first.box, first.columns, first.texts)


def _rows_joined(above: list[Row], below: list[Row]) -> list[Row]:
    """Rows of both; a row cut in two by the page break becomes one again."""
    if not above or not below or not _is_cut(above[-1], below[0]):
        return above + below
    cells = tuple(
        Cell(a.blocks + b.blocks, a.colspan, a.rowspan) for a, b in zip(above[-1].cells, below[0].cells, strict=True)
    )
    return [*above[:-1], replace(above[-1], cells=cells), *below[1:]]


def _is_cut(last: Row, first: Row) -> bool:
    """Whether a row goes on in the next page's first: its first cell says nothing, others do."""
    same = [(c.colspan, c.rowspan) for c in last.cells] == [(c.colspan, c.rowspan) for c in first.cells]
    if not same or len(first.cells) < 2 or any(c.rowspan > 1 for c in first.cells):
        return False
    return bool(not first.cells[0].blocks and last.cells[0].blocks and any(c.blocks for c in first.cells))
