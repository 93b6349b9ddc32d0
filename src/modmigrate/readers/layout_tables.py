"""Tables that lay out a page are turned into the text they lay out, once, before anything is looked for in it.

The columns of data have a meaning each: a head, cells of one kind below it. In a work sheet rows of one cell over the
whole width are labels of sections, other rows hold a label and what belongs to it: paragraphs, lists, grids of options,
room to write. Such a table is read row by row, each label before its neighbour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..document import Block, Cell, Document, Paragraph, Span, Table, paragraphs
from ..text.patterns import lazy
from .pictured import gallery, lettered

LABEL = 5
"""Words of a label, at most."""
RICH = 12
"""Words from which on a cell holds text."""
FULL_ROWS = 2
_COUNTS = lazy(r"(?:[^\W\d]{1,12}\.?\s?)?\(?(\d{1,3})[.):]?$")
_NAMED = lazy(r"[^\W\d_]{3,}\.?\s?\d{1,3}$")
_ENDS = (".", "?", "!", ":", "…", "_")
TITLE = 12
"""Words of a sheet's name, at most."""
_NUMBERED = lazy(r"\(?(\d{1,3})[.)]\s*\S")
_ALONE = lazy(r"\(?[A-Ha-h][.)]?$")
_LETTERED = lazy(r"\s*\(?([A-Ha-h])[.)]\s*\S")


def laid_out(document: Document) -> Document:
    """The document with its layout tables as text."""
    if not any(isinstance(b, Table) for b in document.blocks) and not document.media:
        return document
    return replace(document, blocks=tuple(lettered(tuple(_text(document.blocks)))))


def _text(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and is_layout(block):
            yield from _rows(block)
        elif isinstance(block, Table) and (pictures := gallery(block)):
            yield from pictures
        else:
            yield block


def is_layout(table: Table) -> bool:
    """Whether a table lays out a work sheet."""
    rows = [[c for c in row.cells if _filled(c)] for row in table.rows]
    rows = [row for row in rows if row]
    if _is_banner(rows) or _asks(table):
        return True
    if table.boxed or len(rows) < 2 or any(row.header for row in table.rows) or any(len(row) > 2 for row in rows):
        return False
    pairs = [row for row in rows if len(row) == 2]
    full = [row[0] for row in rows if len(row) == 1 and _spans(row[0], table)]
    if len(pairs) + len(full) < len(rows) or any(_words(first) > LABEL or len(_own(first)) > 1 for first, _ in pairs):
        return False
    labels = [cell for cell in full if _is_label(cell)]
    rich = [cell for row in rows for cell in row if _is_rich(cell)]
    return bool(rich) and (len(labels) >= FULL_ROWS or (len(full) >= FULL_ROWS and _has_heading(table)))


def _asks(table: Table) -> bool:
    """Whether a table without a head holds questions and their options, in whatever cells: numbers and letters count.

    Each number that begins a question has options A, B … behind it, before the next.
    """
    if table.boxed or any(row.header for row in table.rows):
        return False
    numbers: list[int] = []
    letters: list[list[str]] = []
    for block in _rows(table):
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        marker = block.marker.text if isinstance(block, Paragraph) and block.marker is not None else ""
        number, letter = _NUMBERED.match(f"{marker} {text}".strip()), _letter(block)
        if number is not None:
            numbers.append(int(number[1]))
            letters.append([])
        elif letter and letters:
            letters[-1].append(letter)
        elif letter:
            return False
    counted = bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return counted and all(len(own) > 1 and own == _alphabet(len(own)) for own in letters)


def _alphabet(size: int) -> list[str]:
    return [chr(97 + n) for n in range(size)]


def _is_banner(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table is the name of a sheet in two cells: `SHEET 1 | Tyres`."""
    if len(rows) != 1 or len(rows[0]) != 2 or not all(len(_own(cell)) == 1 for cell in rows[0]):
        return False
    label, title = (next(paragraphs(cell.blocks)) for cell in rows[0])
    found = _NAMED.match(label.text.strip())
    return found is not None and 0 < len(title.text.split()) <= TITLE and not title.text.rstrip().endswith(_ENDS)


def _spans(cell: Cell, table: Table) -> bool:
    """Whether a cell reaches over the table's whole width, which is more than one column."""
    width = max(sum(c.colspan for c in row.cells) for row in table.rows)
    return width > 1 and cell.colspan == width


def _filled(cell: Cell) -> bool:
    return any(p.inlines for p in paragraphs(cell.blocks))


def _own(cell: Cell) -> list[Block]:
    return [b for b in cell.blocks if isinstance(b, Table) or b.inlines]


def _words(cell: Cell) -> int:
    return sum(len(p.text.split()) for p in paragraphs(cell.blocks))


def _is_label(cell: Cell) -> bool:
    return len(_own(cell)) == 1 and isinstance(_own(cell)[0], Paragraph) and _words(cell) <= LABEL


def _is_rich(cell: Cell) -> bool:
    """Whether a cell holds more than data: several paragraphs, a table of its own, running text."""
    return len(_own(cell)) > 1 or _words(cell) >= RICH


def _has_heading(table: Table) -> bool:
    return any(p.level is not None for p in paragraphs((table,)))


def _rows(table: Table) -> Iterator[Block]:
    for row in table.rows:
        cells = [_own(cell) for cell in row.cells if _filled(cell)]
        if len(cells) == 2:
            yield from _labelled(cells[0], cells[1])
        else:
            for cell in cells:
                yield from _cell(cell)


def _labelled(label: Sequence[Block], content: Sequence[Block]) -> Iterator[Block]:
    """A label before its neighbour; one that counts goes into the neighbour's first line."""
    first, *rest = content
    only = label[0]
    said = only.text.strip() if isinstance(only, Paragraph) and only.marker is None else ""
    counts = bool(said) and (_COUNTS.match(said) or _ALONE.match(said))
    if counts and isinstance(only, Paragraph) and isinstance(first, Paragraph) and first.marker is None:
        text = only.text.strip()
        number = text if text.endswith((".", ")", ":")) or len(text.split()) > 1 else f"{text}."
        yield replace(first, inlines=(Span(f"{number} "), *first.inlines))
        yield from _cell(rest)
        return
    yield from label
    yield from _cell(content)


def _cell(blocks: Sequence[Block]) -> Iterator[Block]:
    """A cell's blocks; a grid of options as the options in the order of their letters."""
    for block in blocks:
        options = _options(block) if isinstance(block, Table) else []
        if options:
            yield from options
        elif isinstance(block, Table) and is_layout(block):
            yield from _rows(block)
        else:
            yield block


def _options(table: Table) -> list[Block]:
    cells = [_own(cell) for row in table.rows for cell in row.cells if _filled(cell)]
    found = [(_letter(cell[0]), cell[0]) for cell in cells if len(cell) == 1]
    letters = sorted(letter for letter, _ in found)
    if len(found) < len(cells) or letters != [chr(97 + n) for n in range(len(letters))]:
        return []
    return [block for _, block in sorted(found, key=lambda pair: pair[0])]


def _letter(block: Block) -> str:
    """The letter of an option, typed or counted; '' for none."""
    if not isinstance(block, Paragraph):
        return ""
    if block.marker is not None:
        return block.marker.text.strip("().").lower()
    found = _LETTERED.match(block.text)
    return found[1].lower() if found else ""
