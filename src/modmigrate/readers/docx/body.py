"""Block content: paragraphs, tables, content controls, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

from lxml import etree

from ...document import PLAIN, Block, Paragraph
from ...source import Where
from . import boxes, controls
from .line import Line
from .markup import branches
from .names import MC, PPR, TBL, VAL, M, P, W
from .paragraph import built, is_contents_line
from .properties import paragraph_props
from .runs import MAX_DEPTH, RunReader
from .story import Story
from .tables import TableReader

_SKIPPED = frozenset(W + name for name in ("del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tcPr", "tblPr", "pPr"))

MAX_CHUNKS = 50
"""Embedded documents that are read in."""


class BodyReader:
    """Reads the block content of one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._runs = RunReader(story, _read_box)
        self._tables = TableReader(story, self._in_cell)
        self._open: Line | None = None
        """A paragraph whose mark is deleted: the next paragraph goes on in it."""
        self._keeps_empty = False
        self._looks: dict[int, boxes.Look] = {}
        """Grounds and frames of paragraphs that are on their way."""

    def blocks(self, element: etree._Element, depth: int = 0) -> Iterator[Block]:
        """Blocks below an element, in order; empty paragraphs are left out."""
        outer, self._open = self._open, None
        if depth:
            yield from self._blocks(element, depth)
        else:
            yield from boxes.gathered(self._with_looks(element))
        if self._open is not None:
            yield from self._ended(self._open)
        self._open = outer

    def _with_looks(self, element: etree._Element) -> Iterator[tuple[Block, boxes.Look | None]]:
        for block in self._blocks(element, 0):
            yield block, self._looks.pop(id(block), None)

    def _in_cell(self, cell: etree._Element, depth: int) -> Iterator[Block]:
        """Blocks of a table cell; its empty paragraphs, too, as figures may be aligned by them."""
        outer, self._keeps_empty = self._keeps_empty, True
        yield from self.blocks(cell, depth)
        self._keeps_empty = outer

    def _blocks(self, element: etree._Element, depth: int) -> Iterator[Block]:
        for child in element:
            tag = child.tag
            if tag == P:
                yield from self._paragraph(child)
            elif tag in _SKIPPED or depth > MAX_DEPTH:
                continue
            elif tag == TBL:
                yield from self._tables.read(child, depth)
            elif tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if (empty := controls.prompt(child)) is not None:
                    yield from self._prompt(empty)
                elif content is not None and not _is_contents(child):
                    yield from self._blocks(content, depth + 1)
            elif tag == MC + "AlternateContent":
                for branch in branches(child):
                    yield from self._blocks(branch, depth + 1)
            else:
                yield from self._other(child, depth)

    def _other(self, child: etree._Element, depth: int) -> Iterator[Block]:
        tag = child.tag
        if tag == W + "altChunk":
            yield from self._chunk(child)
        elif tag == W + "subDoc":
            reason = "its text is stored apart; open the file in Word and save it again"
            self.story.drop("a linked subdocument", reason)
        elif tag == W + "bookmarkStart":
            self.story.anchors.append(child.get(W + "name", ""))
        elif tag == M + "oMathPara":
            line = Line()
            self._runs.read_formula(child, line)
            yield from self._ended(line)
        elif len(child) and isinstance(tag, str):
            yield from self._blocks(child, depth + 1)

    def _chunk(self, element: etree._Element) -> Iterator[Block]:
        """An embedded document, read in at its place."""
        story = self.story
        part = story.package.target(story.part, element)
        data = None if part is None or part.external else story.package.blob(part.target)
        found = None
        if data is not None and part is not None and story.read_word is not None and story.chunks < MAX_CHUNKS:
            # Rare, and its libraries slow to load.
            from . import chunks

            story.chunks += 1
            begun = monotonic()
            found = chunks.read_in(part.target, data, story.where, story.read_word, story.seconds)
            story.seconds -= monotonic() - begun
        if found is None:
            story.drop("an embedded document (altChunk)", "it cannot be read; open the file in Word and save it again")
            return
        story.findings += found.findings
        story.withheld += found.left_out
        story.store.media.update(found.media)
        yield from found.blocks

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        story = self.story
        story.paragraph += 1
        first = element[0] if len(element) else None
        own = paragraph_props(first if first is not None and first.tag == PPR else element.find(PPR))
        style = story.styles.get(own.get("style"))
        line, self._open = self._open or Line(), None
        where = story.where
        self._runs.read(element, style, line)
        if own.get("joined"):
            self._open = line
            return
        if line.on_next_page:
            where = story.where
        line.anchors += story.taken_anchors()
        props = {**story.styles.doc_paragraph, **style.paragraph, **own}
        if not line.empty:
            if not is_contents_line(style, line):
                marker = story.numbering.marker(style.id, own, style.paragraph)
                if marker and (indent := story.numbering.indent(style.id, own, style.paragraph)) is not None:
                    props["indent"] = indent
                made = built(line, style, own, props, marker, where)
                if (look := boxes.look_of(props)) is not None:
                    self._looks[id(made)] = look
                yield made
        else:
            story.anchors += line.anchors
            if _counts_when_empty(props):
                story.numbering.marker(style.id, own, style.paragraph)
            elif self._keeps_empty and not line.boxes and not props.get("mark_hidden"):
                yield Paragraph((), where)
        yield from self._behind(line, where)
        if not story.paged:
            story.page += line.page_breaks

    def _ended(self, line: Line) -> Iterator[Block]:
        """A line without a paragraph of its own."""
        if not line.empty:
            yield Paragraph(tuple(line.inlines), self.story.where)
        yield from self._behind(line, self.story.where)

    @staticmethod
    def _behind(line: Line, where: Where) -> Iterator[Block]:
        """What stands behind a paragraph: the choices of its lists, and what floats in text boxes."""
        for choices in line.choices:
            yield controls.offered(choices, where)
        yield from line.boxes

    def _prompt(self, empty: controls.Prompt) -> Iterator[Block]:
        """An empty content control of paragraphs of its own."""
        self.story.paragraph += 1
        self.story.withhold("prompts of empty form fields", empty.asked)
        line = Line(choices=[empty.choices] if empty.choices else [])
        if empty.text:
            line.text(empty.text, PLAIN, None)
        yield from self._ended(line)


def _counts_when_empty(props: dict[str, object]) -> bool:
    # Word numbers an empty list paragraph too, and later items count on from it; not so one that is hidden.
    return bool(props.get("num")) and not props.get("mark_hidden")


def _read_box(element: etree._Element, story: Story) -> list[object]:
    with story.inner():
        return list(BodyReader(story).blocks(element))


def _is_contents(sdt: etree._Element) -> bool:
    gallery = sdt.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "table of contents" in (gallery.get(VAL) or "").lower()
