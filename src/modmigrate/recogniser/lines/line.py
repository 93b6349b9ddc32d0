"""The document as lines: what recognition looks at. A line is a paragraph, a part of one, or a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ...document import Block, Formula, Inline, NoteMark, Paragraph, Picture, Span, Table
from .labels import ASKED, QUESTION, TYPED, Label, automatic, typed


class Line(Struct, frozen=True):
    """A line of the document. `start`/`end` are offsets into the paragraph's text, label not included."""

    block: Block
    text: str
    """Visible text without label; blanks folded, tabs kept."""
    label: Label | None = None
    start: int = 0
    end: int = 0
    opens: int = -1
    """Where the label begins that `start` stands behind: pictures and note marks before it are the line's; -1: none."""
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
        if not isinstance(self.block, Paragraph):
            return ()
        return cut(self.block.inlines, self.start, self.end, self.start if self.opens < 0 else self.opens)

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
        end = at + len(part)
        if part.strip():
            yield replace(line, text=fold(part), end=end) if first else _labelled(block, at, end)
            first = False
        elif not first and not all(isinstance(i, _WORDED) for i in cut(block.inlines, at, end)):
            yield Line(block, "", None, at, end)
        at = end + 1


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
    if found is None and (counted := TYPED.match(raw)) and counted["number"]:
        found = ASKED.match(raw, counted.end())  # a round and its question: `2: Question 1: …`
    if found:
        number = int(found["number"])
        label = Label("number", number, raw[: found.end()].strip(), QUESTION)
        return Line(block, fold(raw[found.end() :]), label, start + found.end(), end, start)
    found = TYPED.match(raw)
    label_typed = typed(found) if found else None
    if (
        found
        and label_typed
        and (raw[found.end() :].strip() or _pictured(block, start + found.end(), end, label_typed))
    ):
        return Line(block, fold(raw[found.end() :]), label_typed, start + found.end(), end, start)
    return Line(block, fold(raw), None, start, end)


def _pictured(block: Paragraph, start: int, end: int, label: Label) -> bool:
    """Whether nothing but a picture stands behind a letter or number: an option that is one."""
    if label.kind == "bullet" or not any(isinstance(i, Picture) for i in block.inlines):
        return False
    return any(isinstance(i, Picture) for i in cut(block.inlines, start, end))


def line_labels(lines: Iterable[Line]) -> list[int]:
    """The numbers of the lines' labels; 0 for a line without one."""
    return [line.label.number if line.label is not None else 0 for line in lines]


def unstruck(line: Line) -> Line:
    """The line without what is crossed out: who crosses out an answer takes it back."""
    block = line.block
    if not isinstance(block, Paragraph):
        return line
    for inline in block.inlines:  # hardly any: the whole paragraph is looked at before its part
        if isinstance(inline, Span) and inline.look.strike:
            break
    else:
        return line
    if not any(_struck(i) for i in line.inlines):
        return line
    kept = (*cut(block.inlines, 0, line.start), *(i for i in line.inlines if not _struck(i)))
    made = replace(block, inlines=kept)
    return replace(line, block=made, text=fold(made.text[line.start :]), end=len(made.text))


def _struck(inline: Inline) -> bool:
    return isinstance(inline, Span) and inline.look.strike


_WORDED = (Span, Formula)


def has_note(line: Line) -> bool:
    """Whether a foot- or endnote hangs at the line."""
    return any(isinstance(i, NoteMark) for i in line.inlines)


def pictures(line: Line) -> Line | None:
    """A line's pictures as a line of their own; None where it has none."""
    block = line.block
    found = () if isinstance(block, Table) else tuple(i for i in line.inlines if isinstance(i, Picture))
    return Line(replace(block, inlines=found, marker=None), "") if found else None


def fold(text: str) -> str:
    """Blanks folded to one, tabs kept as one tab, ends trimmed."""
    if "\t" not in text:
        return " ".join(text.split())
    return re.sub(r"[^\S\t]+", " ", re.sub(r"\s*\t\s*", "\t", text)).strip()


def cut(inlines: tuple[Inline, ...], start: int, end: int, opens: int | None = None) -> tuple[Inline, ...]:
    """Inlines between two offsets of the paragraph's text; pictures and note marks, from `opens` on, have no width."""
    opens = start if opens is None else opens
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
        elif opens <= at <= end:
            out.append(inline)
    return tuple(out)
