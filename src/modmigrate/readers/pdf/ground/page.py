"""What stands on one page, in points from the page's upper left corner: words with looks, drawn shapes, lines.

Everything here is small and plain, since pages travel between processes.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from msgspec import Struct, field

from ....document import LeftOut, Look, Media, Table
from ....source import Where
from .tags import Tag


class Style(NamedTuple):
    """Looks of a piece of text, as the font and the colour say. `angle` counts clockwise degrees on the page."""

    size: float
    bold: bool = False
    italic: bool = False
    code: bool = False
    colour: str | None = None
    angle: int = 0
    math: bool = False
    signs: str = ""
    """The family of a symbol font, whose letters are signs."""


class Mark(NamedTuple):
    """Looks that other things on the page give to a word."""

    underline: bool = False
    strike: bool = False
    highlight: str | None = None
    script: str | None = None
    link: str | None = None
    filled: bool = False
    """Written on a rule that is longer than the word."""


UNMARKED = Mark()


class Word:
    """A word: `y` is its baseline; `spaced` tells that a typed blank stands before it.

    `order` counts the file's text objects, where that matters. `tag` is what the file's structure tree says of it;
    `artifact`, that the file calls it no content.
    """

    __slots__ = ("artifact", "mark", "order", "spaced", "style", "tag", "text", "x0", "x1", "y")

    def __init__(self, text: str, x0: float, x1: float, y: float, style: Style, mark: Mark = UNMARKED) -> None:
        self.text = text
        self.x0 = x0
        self.x1 = x1
        self.y = y
        self.style = style
        self.mark = mark
        self.spaced = False
        self.order = -1
        self.tag: Tag | None = None
        self.artifact = False

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.x0:.1f}–{self.x1:.1f}, {self.y:.1f})"


class Box(NamedTuple):
    """A rectangle; `y0` is its upper edge."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """Square points."""
        return max(self.width, 0.0) * max(self.height, 0.0)

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.x0 - slack <= x <= self.x1 + slack and self.y0 - slack <= y <= self.y1 + slack

    def meets(self, other: Box, slack: float = 0.0) -> bool:
        """Whether two rectangles touch."""
        return (
            self.x0 - slack <= other.x1
            and other.x0 - slack <= self.x1
            and self.y0 - slack <= other.y1
            and other.y0 - slack <= self.y1
        )

    def within(self, other: Box, slack: float = 0.0) -> bool:
        """Whether this lies wholly in the other."""
        return (
            self.x0 >= other.x0 - slack
            and self.x1 <= other.x1 + slack
            and self.y0 >= other.y0 - slack
            and self.y1 <= other.y1 + slack
        )

    def joined(self, other: Box) -> Box:
        """The smallest rectangle around both."""
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))


class Run(NamedTuple):
    """Text of one look within a line."""

    text: str
    look: Look
    link: str | None = None
    note: str = ""
    """The id of the footnote whose mark this is."""


class Line(Struct):
    """A line of text in its column. `left` and `right` bound the column; `first` is the first word's width."""

    runs: list[Run]
    x0: float
    x1: float
    y: float
    size: float
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    column: int = 0
    """Counts the page's columns and boxes in reading order; only neighbours in one column join."""
    level: int | None = None
    """Heading level from the document's structure tree or outline."""
    counted: bool = False
    """Begins with a word and a number that count the lines of its kind."""
    joined: bool = False
    """Goes on with the line above: one entry of the outline names both."""
    artifact: bool = False
    """The tagged file itself says that this is no content."""
    block: int = 0
    """The page's tagged block that it stands in; 0 for none."""
    framed: bool = False
    """Stands in a framed or shaded box."""
    rtl: bool = False
    centred: bool = False
    tab: float = 0.0
    """Where its text goes on behind a first wide gap; 0 without one."""
    behind: float = 0.0
    """Where the word behind its marker begins; 0 without one."""
    inner: float = 0.0
    """Where the text of an item begins that is set apart from its marker; 0 where a mere blank parts them."""
    math: bool = False
    rise: float = 0.0
    """How far a formula in it stands out above a line of text."""
    fall: float = 0.0
    """How far it stands out below."""
    text: str = ""
    label: str = ""
    """The list marker typed at its start; '' for none."""

    @property
    def bold(self) -> bool:
        """All visible text is bold."""
        return all(r.look.bold for r in self.runs if r.text.strip())

    @property
    def top(self) -> float:
        """About the upper edge of its capitals."""
        return self.y - 0.75 * self.size


class Figure(Struct):
    """A picture on the page; `name` is its key among the media."""

    name: str
    box: Box
    alt: str = ""
    link: str = ""
    """Where it leads."""
    words: int = 0
    """Words of the page that stand in it and are no text of their own."""


class Grid(Struct):
    """A table on the page with its rows already read; `columns` are the edges of its columns."""

    table: Table
    box: Box
    columns: tuple[float, ...] = ()
    texts: tuple[str, ...] = ()
    """Each row's text, to know a header again on the next page."""


Item = Line | Figure | Grid


class Page(Struct):
    """A page read: items in reading order, pictures by name."""

    number: int
    width: float
    height: float
    items: list[Item] = field(default_factory=list)
    media: dict[str, Media] = field(default_factory=dict)
    scanned: bool = False
    """Holds pictures but no text."""
    stamped: bool = False
    """Holds a picture as large as a scan with a few words over it: a cover, or a scan with a stamp."""
    unknown: int = 0
    """Signs of its own that a font does not explain."""
    recognised: bool = False
    """Its words come from text recognition."""
    broken: str = ""
    """Why the page could not be read."""
    fault: str = ""
    """A mistake of this program that it met; its items are then its plain text, or nothing."""
    left_out: list[LeftOut] = field(default_factory=list)
    """Text that is taken from the items, and why."""

    def drop(self, gone: Collection[int], reason: str) -> None:
        """Take items, named by their ids, out of the page, and write down what they say."""
        kept: list[Item] = []
        where = Where(page=self.number)
        for item in self.items:
            if id(item) not in gone:
                kept.append(item)
            elif said := said_by(item):
                self.left_out.append(LeftOut(reason, said, where))
        self.items = kept


def said_by(item: Item) -> str:
    """The words of an item of a page."""
    if isinstance(item, Line):
        return item.text
    return item.alt if isinstance(item, Figure) else " ".join(item.texts)
