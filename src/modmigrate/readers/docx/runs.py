"""The inside of a paragraph: runs, links, fields, pictures, notes, text boxes, formulas."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from ...document import PLAIN, Formula, NoteMark, Picture
from . import symbols
from .drawing import pictures, text_boxes
from .fields import left_out, target
from .line import Line
from .names import MC, M, W
from .story import Story
from .styles import Style

MAX_DEPTH = 40

BoxReader = Callable[[etree._Element, Story], list[object]]

_INSIDE = frozenset(
    W + name for name in ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "sdt", "dir", "bdo", "rubyBase")
)
"""Wrappers whose content is simply content; insertions count as accepted."""


class RunReader:
    """Reads the children of paragraphs of one story into Lines."""

    def __init__(self, story: Story, read_box: BoxReader) -> None:
        self.story = story
        self._read_box = read_box

    def read(self, element: etree._Element, style: Style, line: Line, link: str | None = None, depth: int = 0) -> None:
        """Add an element's inline children to the line."""
        if depth > MAX_DEPTH:
            return
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child, style, line, link)
            elif tag == W + "hyperlink":
                self.read(child, style, line, self._target(child) or link, depth + 1)
            elif tag == W + "fldSimple":
                code = child.get(W + "instr", "")
                if not left_out(code):
                    self.read(child, style, line, target(code) or link, depth + 1)
            elif tag == W + "bookmarkStart":
                line.anchors.append(child.get(W + "name", ""))
            elif tag == W + "commentRangeStart":
                self.story.comments += 1
            elif tag in (M + "oMath", M + "oMathPara"):
                self._formula(child, line, display=tag == M + "oMathPara")
            elif tag == MC + "AlternateContent":
                for branch in _branches(child):
                    self.read(branch, style, line, link, depth + 1)
            elif tag in _INSIDE:
                self.read(child, style, line, link, depth + 1)

    def _target(self, element: etree._Element) -> str | None:
        relationship = self.story.package.target(self.story.part, element)
        anchor = element.get(W + "anchor")
        if relationship is not None and relationship.external:
            return relationship.target + (f"#{anchor}" if anchor else "")
        return f"#{anchor}" if anchor else None

    def _run(self, run: etree._Element, style: Style, line: Line, link: str | None) -> None:
        props = run.find(W + "rPr")
        look, hidden, font = self.story.look(style, props)
        fields = self.story.fields
        for child in run:
            tag = child.tag
            if tag == W + "fldChar":
                fields.char(child.get(W + "fldCharType"))
            elif tag == W + "instrText":
                fields.code(child.text or "")
            elif tag == W + "lastRenderedPageBreak":
                self.story.page += 1
                line.on_next_page = line.on_next_page or line.empty
            elif hidden or (fields.open and fields.silent):
                continue
            elif text := _character(child, font):
                line.text(text, look, link or (fields.link if fields.open else None))
            elif tag == W + "br":
                self._break(child, line, link)
            else:
                self._object(child, style, line, link)

    def _break(self, child: etree._Element, line: Line, link: str | None) -> None:
        kind = child.get(W + "type")
        if kind == "page":
            line.page_breaks += 1
        line.text("\n", PLAIN, link)

    def _object(self, child: etree._Element, style: Style, line: Line, link: str | None) -> None:
        tag = child.tag
        if tag in (W + "footnoteReference", W + "endnoteReference"):
            kind = "fn" if tag.endswith("footnoteReference") else "en"
            line.add(NoteMark(kind + child.get(W + "id", "")))
        elif tag == MC + "AlternateContent":
            for branch in _branches(child):
                for inner in branch:
                    self._object(inner, style, line, link)
        elif tag == W + "ruby":
            self._ruby(child, style, line, link)
        elif tag in (W + "drawing", W + "pict", W + "object"):
            self._drawing(child, line)

    def _ruby(self, child: etree._Element, style: Style, line: Line, link: str | None) -> None:
        for base in child.iterchildren(W + "rubyBase"):
            self.read(base, style, line, link)
        reading = "".join(t.text or "" for t in child.iterfind(f"{W}rt//{W}t"))
        if reading:
            line.text(f" ({reading})", PLAIN, link)

    def _drawing(self, child: etree._Element, line: Line) -> None:
        for relationship_id, alt, width in pictures(child):
            relationship = self.story.package.relationships(self.story.part).get(relationship_id)
            name = self.story.store.add(relationship, self.story.where)
            if name:
                line.add(Picture(name, alt, width))
        if self.story.depth < MAX_DEPTH:
            for box in text_boxes(child):
                line.boxes.extend(self._read_box(box, self.story))  # type: ignore[arg-type]

    def _formula(self, element: etree._Element, line: Line, *, display: bool) -> None:
        text = "".join(t.text or "" for t in element.iter(M + "t"))
        if text.strip():
            line.add(Formula(text.strip(), None, display))


def _branches(element: etree._Element) -> list[etree._Element]:
    """The branch of mc:AlternateContent to read: the first Choice, unless only the Fallback has content."""
    choice, fallback = element.find(MC + "Choice"), element.find(MC + "Fallback")
    chosen = choice if choice is not None and len(choice) else fallback
    return [] if chosen is None else [chosen]


def _character(child: etree._Element, font: str) -> str:
    """Text that one child of a run stands for; '' for what is no text."""
    tag = child.tag
    if tag == W + "t":
        return symbols.text(child.text or "", font)
    if tag in (W + "tab", W + "ptab"):
        return "\t"
    if tag == W + "noBreakHyphen":
        return "\u2011"
    if tag == W + "cr":
        return "\n"
    if tag == W + "sym":
        try:
            return symbols.sign(int(child.get(W + "char", "0"), 16), child.get(W + "font", "")) or "•"
        except ValueError:
            return ""
    return ""
