"""Document inlines and blocks as the model's: Markdown strings, lists, tables, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ... import document as doc
from ... import module as mod
from ...text import inline as md
from ...text.amounts import SEVERAL
from ...text.patterns import lazy
from ..lines.boxes import Box, box
from ..lines.line import Line, line_of
from ..words.words import Words
from . import lists, tabbed
from .code import code, framed, whole
from .inline_text import labelled, text_of
from .links import Places

CAPTION, LETTERS = 40, 300
"""Words of a caption, and its letters; a longer paragraph that begins like one is text."""
_FURNITURE = lazy(r"[\s\-_=*~–—.·•…]{3,}$|…+$")


class Converter:
    """Turns runs of lines that are no question, objective or key into blocks of a chapter."""

    def __init__(self, words: Words, ids: mod.Ids, places: Places) -> None:
        self.words = words
        self.ids = ids
        self.places = places
        self.for_trainers = False
        """Whether the document is a trainer's guide as a whole."""

    def blocks(self, lines: Sequence[Line], base: float | None = None) -> tuple[mod.Block, ...]:
        """The lines as paragraphs, lists, figures and tables; `base` is the indent of the item they stand below."""
        out: list[mod.Block] = []
        at = 0
        while at < len(lines):
            line = lines[at]
            if line.table is not None and (listings := framed(line.table)):
                for part in listings:
                    self._paragraph(part, out) if isinstance(part, Line) else out.append(part)
                at += 1
            elif line.table is None and (program := code(lines, at)) is not None:
                out.append(program[0])
                at = program[1]
            elif (opened := box(line, self.words)) is not None:
                out.append(self._note(opened))
                at += 1
            elif line.table is not None:
                out.append(self._table(line.table, out))
                at += 1
            elif (columns := tabbed.table(lines, at)) is not None:
                out.append(self._table(columns[0], out))
                at = columns[1]
            elif lists.begins(lines, at, base):
                end = lists.end(lines, at, base)
                first, *more = self._lists(lines[at:end])
                steps = _counts(first) and self._announces_steps(out)
                out += [replace(first, style="steps") if steps else first, *more]
                at = end
            else:
                self._paragraph(line, out)
                at += 1
        return tuple(out)

    def _note(self, opened: Box) -> mod.Note:
        blocks = self.blocks(opened.lines)
        words = " ".join(line.text for line in opened.lines)
        return mod.Note(
            kind="note" if opened.kind == "trainer" and self.for_trainers else opened.kind,
            title=opened.title,
            content=blocks,
            id=self.ids.make("n", opened.title, words),
        )

    def _announces_steps(self, out: Sequence[mod.Block]) -> bool:
        """Whether the sentence before a list names steps to follow."""
        last = out[-1] if out else None
        if not isinstance(last, mod.Paragraph):
            return False
        sentence = re.split(r"(?<=[.!?。])\s+(?=\S)", md.plain(last.text))[-1]
        return bool(self.words.steps.search(sentence)) and sentence.rstrip().endswith((":", "：", ".", "。"))

    def _lists(self, lines: Sequence[Line]) -> Iterator[mod.List]:
        for run in lists.counted(list(lists.entries(lines))):
            labels = [lists.style(line.label) for line, _ in run if line.label]
            items = [self._item(line, inner, text) for (line, inner), (_, text) in zip(run, labels, strict=True)]
            first = run[0][0].label
            start = 1 if first is None or first.kind == "bullet" else max(first.number, 0)
            yield mod.List(items=tuple(items), style=labels[0][0], start=start)

    def _item(self, line: Line, inner: Sequence[Line], label: str) -> mod.Item:
        base = line.paragraph.layout.indent if line.paragraph else 0.0
        return mod.Item(text=text_of(line.inlines), label=label, content=self.blocks(inner, base))

    def _paragraph(self, line: Line, out: list[mod.Block]) -> None:
        paragraph = line.paragraph
        if paragraph is None or _FURNITURE.fullmatch(line.text):
            return
        pictures = [i for i in paragraph.inlines if isinstance(i, doc.Picture)]
        if pictures and not line.text:
            source = str(paragraph.where)
            names = [self.ids.make("f", p.name) for p in pictures]
            out += [mod.Figure(file=p.name, alt=p.alt, width=p.width, id=name, source=source)
                    for p, name in zip(pictures, names, strict=True)]  # fmt: skip
            self.places.add(paragraph.where, names[0])
            return
        formulas = [i for i in line.inlines if not (isinstance(i, doc.Span) and not i.text.strip())]
        if formulas and all(isinstance(i, doc.Formula) for i in formulas):
            out += [mod.Equation(text=i.text) for i in formulas if isinstance(i, doc.Formula)]
            return
        if self.words.caption.match(line.text) and line.words <= CAPTION and self._captioned(line, out):
            return
        out.append(mod.Paragraph(text=labelled(line)))

    @staticmethod
    def _captioned(line: Line, out: list[mod.Block]) -> bool:
        """Give a caption to the figure or table just before it, if that has none."""
        last = out[-1] if out else None
        if isinstance(last, mod.Figure | mod.Table) and not last.caption:
            out[-1] = replace(last, caption=text_of(line.inlines))
            return True
        return False

    def _table(self, table: doc.Table, out: list[mod.Block]) -> mod.Table:
        caption = ""
        last = out[-1] if out else None
        if (
            isinstance(last, mod.Paragraph)
            and self.words.caption.match(md.plain(last.text))
            and len(last.text) < LETTERS
        ):
            caption = last.text
            out.pop()
        rows = tuple(tuple(self._cell(c) for c in row.cells) for row in table.rows)
        source = str(table.where)
        words = " ".join(md.plain(c.text) for row in rows for c in row)
        name = self.ids.make("t", caption, words)
        self.places.add(table.where, name)
        return mod.Table(rows=rows, header=_header(table), caption=caption, id=name, source=source)

    def _cell(self, cell: doc.Cell) -> mod.Cell:
        lines = [line_of(b) for b in cell.blocks]
        if all(x.table is None for x in lines) and (listing := whole(lines)) is not None:
            return mod.Cell(content=(listing,), colspan=cell.colspan, rowspan=cell.rowspan)
        if lines and all(isinstance(x.block, doc.Paragraph) and x.block.marker is None for x in lines):
            inlines = [x.paragraph.inlines for x in lines if x.paragraph]
            # An empty paragraph that the reader kept aligns the others with those of the next cell.
            text = "\n".join(t for i in inlines if (t := text_of(i)) or not i)
            return mod.Cell(text=text, colspan=cell.colspan, rowspan=cell.rowspan)
        return mod.Cell(content=self.blocks(lines), colspan=cell.colspan, rowspan=cell.rowspan)


def _counts(made: mod.List) -> bool:
    return made.style in ("1", "1)") and made.start == 1 and len(made.items) > 1


def _header(table: doc.Table) -> int:
    """How many rows are the head: those marked as such, or a first row all in bold over rows that are not."""
    marked = 0
    while marked < len(table.rows) and table.rows[marked].header:
        marked += 1
    if marked or len(table.rows) < SEVERAL:
        return marked if marked < len(table.rows) else 0
    return 1 if _all_bold(table.rows[0]) and not _all_bold(table.rows[1]) else 0


def _all_bold(row: doc.Row) -> bool:
    found = [p.layout.bold for c in row.cells for p in doc.paragraphs(c.blocks) if p.text.strip()]
    return bool(found) and all(found)
