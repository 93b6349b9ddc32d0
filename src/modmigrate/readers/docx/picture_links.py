"""Where a picture leads: by a link on it or around it, or as the still of an online video."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ...document import Paragraph, Span
from ...text.patterns import lazy
from ..addresses import shown
from . import links
from .names import A, R, V
from .story import Story

_FRAME = lazy(r"""src\s*=\s*["']?\s*([^"'\s>]+)""", re.IGNORECASE)
_MEDIA = (A + "videoFile", A + "audioFile", A + "quickTimeFile")


def leads(drawing: etree._Element, link: str | None, story: Story) -> str | None:
    """The URL or #bookmark that a drawing's picture opens; `link` is the one around it."""
    return next((found for target in _targets(drawing, link, story) if (found := links.kept(target, story))), None)


def _targets(drawing: etree._Element, link: str | None, story: Story) -> Iterator[str]:
    if link:
        yield link
    for element in drawing.iter(A + "hlinkClick", *_MEDIA):
        attribute = R + ("id" if element.tag == A + "hlinkClick" else "link")
        relationship = story.package.target(story.part, element, attribute)
        if relationship is not None and relationship.external:
            yield relationship.target
    for shape in drawing.iter(V + "shape", V + "rect"):
        if href := shape.get("href"):
            yield href
    for element in drawing.iter("{*}webVideoPr"):
        # Word keeps what the video's site gives for embedding (Office extension wp15:webVideoPr).
        found = _FRAME.search(element.get("embeddedHtml") or "")
        if found:
            yield f"https:{found[1]}" if found[1].startswith("//") else found[1]


def told(target: str, alt: str, story: Story) -> Paragraph:
    """The link below its picture, in the picture's words."""
    return Paragraph((Span(alt or shown(target), link=target),), story.where)
