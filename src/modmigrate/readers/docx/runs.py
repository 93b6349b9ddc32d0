"""The inside of a paragraph: runs, links, fields, notes; pictures, boxes and formulas by their own readers."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from ...document import PLAIN, Formula, Look, NoteMark
from ...report import Code
from . import controls, links, symbols
from .fields import left_out, target
from .line import Line
from .markup import branches
from .names import MC, PPR, RPR, RUN, TEXT, M, W
from .objects import ObjectReader, is_equation
from .story import Story
from .styles import Style

MAX_DEPTH = 256
"""libxml2 reads no deeper ones, so this bound is never met; it stands for files that come by another way."""

BoxReader = Callable[[etree._Element, Story], list[object]]

SKIPPED = frozenset(
    W + name for name in ("pPr", "rPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "rt", "rubyPr", "tblPr")
)
"""Everything else is a wrapper whose content is simply content: insertions count as accepted, deletions as done."""
_NOTES = {W + "footnoteReference": "fn", W + "endnoteReference": "en"}
_DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object"})
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "\u2011", W + "cr": "\n"}


class RunReader:
    """Reads the children of paragraphs of one story into Lines."""

    def __init__(self, story: Story, read_box: BoxReader) -> None:
        self.story = story
        self._objects = ObjectReader(story, read_box)

    def read(self, element: etree._Element, style: Style, line: Line, link: str | None = None, depth: int = 0) -> None:
        """Add an element's inline children to the line."""
        for child in element:
            tag = child.tag
            if tag == RUN:
                self._run(child, style, line, link)
            elif tag == PPR or tag in SKIPPED or depth > MAX_DEPTH:
                continue
            elif tag == W + "bookmarkStart":
                line.anchors.append(child.get(W + "name", ""))
            elif tag in (M + "oMath", M + "oMathPara"):
                self.read_formula(child, line)
            elif tag == MC + "AlternateContent":
                for branch in branches(child):
                    self.read(branch, style, line, link, depth + 1)
            elif len(child) and isinstance(tag, str):
                self._wrapper(child, tag, style, line, link, depth)

    def _wrapper(self, child: etree._Element, tag: str, style: Style, line: Line, link: str | None, depth: int) -> None:
        if tag == W + "hyperlink":
            link = links.of_element(child, self.story) or link
        elif tag == W + "fldSimple":
            code = child.get(W + "instr", "")
            if left_out(code):
                return
            link = links.kept(target(code), self.story) or link
        elif tag == W + "sdt" and (empty := controls.prompt(child)) is not None:
            _prompted(empty, line, PLAIN, link)
            self.story.withhold("prompts of empty form fields", empty.asked)
            return
        self.read(child, style, line, link, depth + 1)

    def _run(self, run: etree._Element, style: Style, line: Line, link: str | None) -> None:
        story = self.story
        # Nearly always the properties stand first; looking there saves a search per run.
        first = run[0] if len(run) else None
        props = first if first is not None and first.tag == RPR else run.find(RPR)
        look, hidden, font = story.look(style, props)
        fields = story.fields
        for child in run:
            tag = child.tag
            if tag == RPR:
                continue
            if tag == TEXT:
                if hidden:
                    self._hidden(child.text or "")
                elif child.text and not (fields.open and (fields.silent or not fields.said(child.text))):
                    text = symbols.text(child.text, font)
                    line.text(text, look, link or (fields.link if fields.open else None))
            elif tag == W + "fldChar":
                shown = fields.char(child)
                if not hidden:
                    _prompted(shown, line, look, link)
                if fields.open and child.get(W + "fldCharType") == "separate":
                    fields.open[-1].link = links.kept(target(fields.open[-1].code), story)
            elif tag == W + "instrText":
                fields.code(child.text or "")
            elif tag == W + "lastRenderedPageBreak":
                story.page += 1
                line.on_next_page = line.on_next_page or line.empty
            elif not hidden and not (fields.open and fields.silent):
                self._special(child, style, line, link, font)
            elif hidden and tag in _DRAWINGS:
                story.left_out[Code.HIDDEN_LEFT_OUT] += 1

    def _hidden(self, text: str) -> None:
        if text.strip():
            self.story.left_out[Code.HIDDEN_LEFT_OUT] += 1
            self.story.withhold("hidden text", text)

    def _special(self, child: etree._Element, style: Style, line: Line, link: str | None, font: str) -> None:
        tag = child.tag
        if text := _SIGNS.get(tag) or (symbols.symbol(child) if tag == W + "sym" else ""):
            look = self.story.look(style, None if (run := child.getparent()) is None else run.find(RPR))[0]
            line.text(text, look, link)
        elif tag == W + "br":
            line.page_breaks += child.get(W + "type") == "page"
            line.text("\n", PLAIN, link)
        elif tag in _NOTES:
            line.add(NoteMark(_NOTES[tag] + child.get(W + "id", "")))
        elif tag == MC + "AlternateContent":
            for branch in branches(child):
                for inner in branch:
                    self._special(inner, style, line, link, font)
            self._objects.words_behind(child, line)
        elif tag == W + "ruby":
            self._ruby(child, style, line, link)
        elif tag in _DRAWINGS:
            if tag == W + "object" and not is_equation(child):
                self.story.left_out[Code.OBJECTS_AS_PICTURES] += 1
            self._objects.read(child, line, link or (self.story.fields.link if self.story.fields.open else None))

    def _ruby(self, child: etree._Element, style: Style, line: Line, link: str | None) -> None:
        """The base, then its reading in brackets, as in running text without ruby."""
        for base in child.iterchildren(W + "rubyBase"):
            self.read(base, style, line, link)
        reading = "".join(t.text or "" for t in child.iterfind(f"{W}rt//{TEXT}"))
        if reading:
            line.text(f" ({reading})", PLAIN, link)

    @staticmethod
    def read_formula(element: etree._Element, line: Line) -> None:
        """Add an m:oMath, or those of an m:oMathPara, which stand on lines of their own."""
        from .omml import latex

        display = element.tag == M + "oMathPara"
        for part in element.iterchildren(M + "oMath") if display else (element,):
            if text := latex(part):
                line.add(Formula(text, None, display))


def _prompted(shown: controls.Prompt, line: Line, look: Look, link: str | None) -> None:
    """Add what stands for an empty control or field."""
    if shown.text:
        line.text(shown.text, look, link)
    if shown.choices:
        line.choices.append(shown.choices)
