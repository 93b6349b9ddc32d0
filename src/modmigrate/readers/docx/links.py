"""Where links lead: those that a learner's browser may open are kept, others are counted and left out."""

from __future__ import annotations

import re

from lxml import etree

from ...report import Code
from ...text.patterns import lazy
from .names import W
from .story import Story

_OPENED = lazy(r"(https?:|mailto:|#)", re.IGNORECASE)
"""Not javascript:, file: and the like."""


def kept(link: str | None, story: Story) -> str | None:
    """A link that may be opened; None, counted, for another."""
    if link is None or _OPENED.match(link):
        return link
    story.left_out[Code.LINKS_LEFT_OUT] += 1
    return None


def of_element(element: etree._Element, story: Story) -> str | None:
    """The URL or #bookmark that a w:hyperlink leads to (ECMA-376 part 1, 17.16.22)."""
    relationship = story.package.target(story.part, element)
    anchor = element.get(W + "anchor")
    if relationship is None or not relationship.external:
        return f"#{anchor}" if anchor else None
    link = kept(relationship.target, story)
    return f"{link}#{anchor}" if link and anchor else link
