"""Properties of an equation's constructs (m:…Pr)."""

from __future__ import annotations

from lxml import etree

from .names import M, is_on

MVAL = M + "val"


def prop(element: etree._Element, name: str) -> etree._Element | None:
    """One property of a construct, from its properties element."""
    props = next((c for c in element if isinstance(c.tag, str) and c.tag == element.tag + "Pr"), None)
    return None if props is None else props.find(M + name)


def value(props: etree._Element, name: str) -> str | None:
    """A property's value; None when it is not stated."""
    found = props.find(M + name)
    return None if found is None else found.get(MVAL)


def flag(props: etree._Element, name: str) -> bool:
    """Whether a property among these is on."""
    found = props.find(M + name)
    return found is not None and is_on(found.get(MVAL))


def is_set(element: etree._Element, name: str) -> bool:
    """Whether a construct's property is on."""
    found = prop(element, name)
    return found is not None and is_on(found.get(MVAL))


def char(element: etree._Element, name: str, default: str) -> str:
    """A sign among the properties: the default when not stated, none when stated as empty.

    A value of several is cut to its first: ST_Char holds one (ECMA-376 part 1, 22.9.2.3).
    """
    found = prop(element, name)
    return default if found is None else (found.get(MVAL) or "")[:1]
