"""The document as lines: what recognition looks at. A line is a paragraph, a part of one, or a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..document import Block, Formula, Inline, Paragraph, Span, Table
from .labels import ASKED, QUESTION, TYPED, Label, automatic, typed


class Line(Struct, frozen=True):
    """A line of the document. `start`/`end` are offsets into the paragraph's text, label not included."""

    block: Block
    text: str
    """Visible text without label; blanks folded, tabs kept."""
    label: Label | None = None
    start: int = 0
    end: int = 0
    slot: str | None = None
    """What stands in the place for an answer beside it ('' for an empty one); None where there is none."""

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph; None for a table."""
        return self.block if isinstance(self.block, Paragraph) else None

    @property
    def table(self) -> Table | None:
        """The table; None for a paragraph."""
        return self.block if isinstance(self.block, Table) else None

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """The line's part of the paragraph's inlines."""
        return cut(self.block.inlines, self.start, self.end) if isinstance(self.block, Paragraph) else ()

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())


def line_of(block: Block) -> Line:
    """A block as one line, its label read."""
    if isinstance(block, Table):
        return Line(block, "")
    return _labelled(block, 0, len(block.text))


def pieces(line: Line) -> Iterator[Line]:
    """The lines that line breaks make of one; several options or questions may share a paragraph."""
    block = line.block
    if not isinstance(block, Paragraph) or "\n" not in block.text[line.start : line.end].strip():
        yield line
        return
    at = line.start
    first = True
    for part in block.text[line.start : line.end].split("\n"):
        if part.strip():
            yield replace(line, text=fold(part), end=at + len(part)) if first else _labelled(block, at, at + len(part))
            first = False
        at += len(part) + 1


def part(line: Line, start: int, end: int | None = None) -> Line:
    """A piece of a line by offsets into the paragraph's text, with a label of its own."""
    assert isinstance(line.block, Paragraph)
    return _labelled(line.block, start, line.end if end is None else end, auto=False)


def unlabelled(line: Line, start: int, end: int) -> Line:
    """A piece of a line by offsets into the paragraph's text, as it is."""
    assert isinstance(line.block, Paragraph)
    return Line(line.block, fold(line.block.text[start:end]), None, start, end)


def _labelled(block: Paragraph, start: int, end: int, *, auto: bool = True) -> Line:
    raw = block.text[start:end]
    if auto and start == 0 and block.marker is not None:
        return Line(block, fold(raw), automatic(block), start, end)
    found = ASKED.match(raw)
    if found:
        number = int(found["number"])
        label = Label("number", number, found[0].strip(), QUESTION)
        return Line(block, fold(raw[found.end() :]), label, start + found.end(), end)
    found = TYPED.match(raw)
    label_typed = typed(found) if found else None
    if found and label_typed and raw[found.end() :].strip():
        return Line(block, fold(raw[found.end() :]), label_typed, start + found.end(), end)
    return Line(block, fold(raw), None, start, end)


def line_labels(lines: Iterable[Line]) -> list[int]:
    """The numbers of the lines' labels; 0 for a line without one."""
    return [line.label.number if line.label is not None else 0 for line in lines]


_WORDED = (Span, Formula)


def fold(text: str) -> str:
    """Blanks folded to one, tabs kept as one tab, ends trimmed."""
    if "\t" not in text:
        return " ".join(text.split())
    return re.sub(r"[^\S\t]+", " ", re.sub(r"\s*\t\s*", "\t", text)).strip()


def cut(inlines: tuple[Inline, ...], start: int, end: int) -> tuple[Inline, ...]:
    """Inlines between two offsets of the paragraph's text; pictures and note marks have no width."""
    if start == 0 and end >= sum(len(i.text) for i in inlines if isinstance(i, _WORDED)):
        return inlines
    out: list[Inline] = []
    at = 0
    for inline in inlines:
        if isinstance(inline, Span):
            low, high = max(start - at, 0), min(end - at, len(inline.text))
            if low == 0 and high == len(inline.text):
                out.append(inline)
            elif low < high:
                out.append(replace(inline, text=inline.text[low:high]))
            at += len(inline.text)
        elif isinstance(inline, Formula):
            if start <= at < end:
                out.append(inline)
            at += len(inline.text)
        elif start <= at <= end:
            out.append(inline)
    return tuple(out)
