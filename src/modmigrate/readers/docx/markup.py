"""Markup compatibility (ECMA-376 part 3): which branch of an mc:AlternateContent is read."""

from __future__ import annotations

from lxml import etree

from .names import MC, UNDERSTOOD


def branches(element: etree._Element) -> list[etree._Element]:
    """The first Choice we understand that has content, else the Fallback: never both, so nothing is read twice."""
    for choice in element.iterchildren(MC + "Choice"):
        spaces = {choice.nsmap.get(prefix, "") for prefix in (choice.get("Requires") or "").split()}
        if len(choice) and spaces <= UNDERSTOOD:
            return [choice]
    fallback = element.find(MC + "Fallback")
    if fallback is not None and len(fallback):
        return [fallback]
    # Without a Fallback, a Choice that asks for more than we know is still better than nothing.
    return [c for c in element.iterchildren(MC + "Choice") if len(c)][:1]
