"""What a reader gives: blocks and spans as the source shows them, free of fonts and coordinates.

Numbering is resolved (a Marker holds what Word prints), styles are resolved (a Look holds what the
eye sees), pictures are named in `Document.media`. Nothing here knows about chapters or questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from .report import Finding
from .source import NOWHERE, Where


class Look(Struct, frozen=True):
    """How a span looks, as far as recognition or the learner needs it."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    code: bool = False
    highlight: str | None = None
    """Marker-pen or shading colour name/hex; None for none or white."""
    colour: str | None = None
    """Six hex digits, lower case; None for automatic or black."""
    script: str | None = None
    """'sub' or 'super'."""
    size: float | None = None
    """Points."""
    filled: bool = False
    """Stands on a rule to write on, as what someone wrote into a blank."""


PLAIN = Look()


class Span(Struct, frozen=True):
    """Text of one look. `\\n` is a line break, `\\t` a tab. `link` is a URL, or `#bookmark`."""

    text: str
    look: Look = PLAIN
    link: str | None = None


class Picture(Struct, frozen=True):
    """A picture; `name` is its key in `Document.media`."""

    name: str
    alt: str = ""
    width: int | None = None
    """Width as laid out, in CSS pixels."""


class NoteMark(Struct, frozen=True):
    """The place of a footnote or endnote; `id` is its key in `Document.notes`."""

    id: str


class Formula(Struct, frozen=True):
    """An equation: LaTeX-like or plain text, and MathML where the reader could make it."""

    text: str
    mathml: str | None = None
    display: bool = False


Inline = Span | Picture | NoteMark | Formula


class Marker(Struct, frozen=True):
    """A list marker that the source's own numbering makes (never typed text)."""

    text: str
    """As shown: 'a.', '2.1', '•'."""
    kind: str = "bullet"
    """bullet, decimal, upperLetter, lowerLetter, upperRoman, lowerRoman or another ST_NumberFormat."""
    number: int = 0
    level: int = 0
    """0 is the outermost."""
    list: str = ""
    """Items with the same value count on in the same list."""


class Layout(Struct, frozen=True):
    """Evidence of rank for the recogniser."""

    centred: bool = False
    size: float | None = None
    """Points; the largest of its spans."""
    bold: bool = False
    """All visible text is bold."""
    capitals: bool = False
    indent: float = 0.0
    """Points from the margin to the text."""
    before: float = 0.0
    """Points of space above, as the source asks for them."""
    after: float = 0.0
    """Points of space below."""
    page_break_before: bool = False
    keep_with_next: bool = False
    rtl: bool = False


NO_LAYOUT = Layout()
_WORDED = (Span, Formula)


class Paragraph(Struct, frozen=True):
    """One paragraph. `level` is the heading level (1–9) by style or outline level, else None."""

    inlines: tuple[Inline, ...]
    where: Where = NOWHERE
    style: str = ""
    level: int | None = None
    marker: Marker | None = None
    layout: Layout = NO_LAYOUT
    anchors: tuple[str, ...] = ()
    """Names of bookmarks that start here."""

    @property
    def text(self) -> str:
        """Plain text without marker, pictures and note marks."""
        if len(self.inlines) == 1 and isinstance(only := self.inlines[0], Span):
            return only.text
        return "".join([i.text for i in self.inlines if isinstance(i, _WORDED)])


class Cell(Struct, frozen=True):
    """A table cell with blocks of its own; spans count columns and rows."""

    blocks: tuple[Block, ...]
    colspan: int = 1
    rowspan: int = 1


class Row(Struct, frozen=True):
    """Cells that start in this row, left to right."""

    cells: tuple[Cell, ...]
    header: bool = False


class Table(Struct, frozen=True):
    """A table as drawn; a table that only places things is already unwrapped by the reader."""

    rows: tuple[Row, ...]
    where: Where = NOWHERE
    boxed: bool = False
    """One cell that is a box in the text: paragraphs with a frame round them or a ground behind them."""


Block = Paragraph | Table


class Media(Struct, frozen=True):
    """A picture's bytes and its media type, such as image/png."""

    data: bytes
    type: str

    def __repr__(self) -> str:
        """Without the picture's bytes."""
        return f"Media(type={self.type!r})"


UNEXPLAINED = "not accounted for"
"""The reason of what nobody left out on purpose."""


class LeftOut(Struct, frozen=True):
    """Text of the source that is in no block, and why: what people see in the account of a conversion."""

    reason: str
    """In words that follow `left out:`, such as 'running heads' or 'contents'."""
    text: str
    where: Where = NOWHERE


class Document(Struct, frozen=True):
    """A source document, read."""

    blocks: tuple[Block, ...]
    media: Mapping[str, Media] = field(default_factory=dict)
    notes: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    title: str = ""
    """The file's own title property."""
    language: str = ""
    """BCP 47 as the file states it."""
    file: str = ""
    """File name without folders."""
    findings: tuple[Finding, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    """What the reader saw and gives on purpose to nobody."""
    pages: int = 0
    """How many pages it has; 0 where the file stores no page breaks."""


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """All paragraphs in reading order, those in table cells too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
