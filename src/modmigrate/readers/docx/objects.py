"""What floats in a line: pictures go into it, text boxes, charts and diagrams become blocks after it."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from ...document import PLAIN, Block, Layout, Paragraph, Picture, Span
from ...source import Where
from . import diagrams, picture_links
from .drawing import WORDS, Shown, drawn, is_decorative, leaves, vml, words_behind
from .line import Line
from .names import CX, DGM, TEXT, A, C, O, R, V, W
from .story import Story

_READERS = {
    C + "chart": (R + "id", diagrams.chart),
    CX + "chart": (R + "id", diagrams.new_chart),
    DGM + "relIds": (R + "dm", diagrams.smart_art),
}
"""What names a part with words: the attribute that does, and what reads the part."""


class ObjectReader:
    """Reads drawings of one story; `read_box` reads a text box's blocks."""

    def __init__(self, story: Story, read_box: Callable[[etree._Element, Story], list[object]]) -> None:
        self.story = story
        self._read_box = read_box

    def read(self, drawing: etree._Element, line: Line, link: str | None = None) -> None:
        """Add what a w:drawing, w:pict or w:object shows; `link` is the one around it."""
        decorative = is_decorative(drawing)
        found = list(leaves(drawing))
        alone = sum(leaf.tag != W + "txbxContent" and leaf.tag not in WORDS for leaf in found) == 1
        alt = ""
        for leaf in found:
            tag = leaf.tag
            if tag == W + "txbxContent":
                line.boxes.extend(self._read_box(leaf, self.story))  # type: ignore[arg-type]
            elif tag == V + "textpath":
                self._word_art(leaf, line)
            elif tag in WORDS:
                self._words(leaf, line)
            elif not decorative:
                shown = vml(leaf) if tag == V + "imagedata" else drawn(leaf, drawing, alone=alone)
                self._picture(shown, line)
                alt = alt or (shown.alt if shown is not None else "")
        target = picture_links.leads(drawing, link, self.story) if found else None
        if target is not None and not target.startswith("#"):
            line.boxes.append(picture_links.told(target, alt, self.story))

    def words_behind(self, alternate: etree._Element, line: Line) -> None:
        """Add the words of charts and diagrams that a stored picture stands for."""
        for leaf in words_behind(alternate):
            self._words(leaf, line)

    def _words(self, leaf: etree._Element, line: Line) -> None:
        attribute, reader = _READERS[leaf.tag]
        line.boxes += self._related(leaf, attribute, reader)
        if leaf.tag == DGM + "relIds":
            self._pictures_of(leaf, attribute, line)

    def _pictures_of(self, leaf: etree._Element, attribute: str, line: Line) -> None:
        """Add the pictures that a diagram's points hold; the part has relationships of its own."""
        package = self.story.package
        part = package.target(self.story.part, leaf, attribute)
        if part is None or part.external or (root := package.xml(part.target)) is None:
            return
        for blip in root.iter(A + "blip"):
            shown = Shown(blip.get(R + "embed", ""))
            name = self.story.store.add(package.relationships(part.target).get(shown.id), shown, self.story.where)
            if name:
                line.add(Picture(name))

    def _picture(self, shown: Shown | None, line: Line) -> None:
        if shown is None:
            return
        ids = self.story.package.relationships(self.story.part)
        name = self.story.store.add(ids.get(shown.id), shown, self.story.where, ids.get(shown.svg))
        if name:
            line.add(Picture(name, shown.alt, shown.width))

    def _word_art(self, path: etree._Element, line: Line) -> None:
        text = (path.get("string") or "").strip()
        shape = path.getparent()
        box = "" if shape is None else "".join(t.text or "" for t in shape.iterfind(f".//{W}txbxContent//{TEXT}"))
        # Some writers store the words twice, as word art and in the shape's text box.
        if text and text != box.strip():
            line.boxes.append(Paragraph((Span(text, PLAIN),), self.story.where, layout=Layout(centred=True)))

    def _related(
        self, element: etree._Element, attribute: str, reader: Callable[[etree._Element, Where], list[Block]]
    ) -> list[Block]:
        """The words of the chart or diagram part that an attribute names."""
        relationship = self.story.package.target(self.story.part, element, attribute)
        if relationship is None or relationship.external:
            return []
        root = self.story.package.xml(relationship.target)
        return [] if root is None else reader(root, self.story.where)


def is_equation(element: etree._Element) -> bool:
    """Whether a w:object is one of the old Equation Editor or MathType: its picture is all there is to see."""
    data = next(element.iter(O + "OLEObject"), None)
    return data is not None and (data.get("ProgID") or "").startswith(("Equation", "MathType"))
