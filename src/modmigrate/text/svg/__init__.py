"""SVG pictures written anew: what draws is copied by name, and nothing else.

Opened by itself a picture is a page of the LMS, and its scripts would be the learner's. So the file is parsed, whatever
its encoding, and what the lists in `names` hold (SVG 2) is written as UTF-8. What only describes (metadata, an
editor's notes) is left out; a file that does more than draw is refused as a whole. It is the same where pictures are
read and where they are packed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from ..patterns import lazy
from .names import ATTRIBUTES, ELEMENTS, FUNCTIONS, REFUSED, WORDS

if TYPE_CHECKING:
    from lxml import etree

MAX_SVG = 512 * 2**10
MAX_DRAWN = 100_000
"""Elements, those that `use` draws again counted each time: ten times ten times … would hang a phone."""
SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
_XHTML = "http://www.w3.org/1999/xhtml"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HREF = ("href", f"{{{XLINK}}}href")
_NAME = lazy(r"(?<![\w-])[\w-]++\s*+\Z")
_OWN = lazy(r"url\(\s*+[\"']?#([^)\"']+)")
_NEAR = 60
"""Signs around a bracket that tell what is called with what."""
_PICTURE = lazy(r"data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*+", re.IGNORECASE)
_FONT = lazy(r"data:(?:application/(?:x-)?font-|font/)[\w+-]+[;,]", re.IGNORECASE)


def redrawn(data: bytes) -> bytes | None:
    """The same drawing as a file of our own making; None when it does more than draw, is too large, or no SVG."""
    if len(data) > MAX_SVG:
        return None
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
        if _local(root) != "svg" or _has_entities(root):
            return None
        made = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG, "xlink": XLINK})  # type: ignore[dict-item]
        _copy(root, made)
        if _drawn(made) > MAX_DRAWN:
            return None
    except (etree.XMLSyntaxError, ValueError, _DoesMoreError):
        return None
    return etree.tostring(made, encoding="utf-8")


class _DoesMoreError(Exception):
    """A file that does more than draw."""


def _has_entities(root: etree._Element) -> bool:
    declared = root.getroottree().docinfo.internalDTD
    return declared is not None and any(True for _ in declared.iterentities())  # type: ignore[attr-defined]  # not in the stubs


def _local(element: etree._Element) -> str:
    """The name of an element of SVG; '' for one of another vocabulary."""
    tag = element.tag
    space, _, name = tag[1:].partition("}") if isinstance(tag, str) and tag[:1] == "{" else ("", "", "")
    if space == _XHTML or not isinstance(tag, str) or name in REFUSED:
        raise _DoesMoreError(tag)
    return name if space == SVG else ""


def _copy(source: etree._Element, made: etree._Element) -> None:
    """Copy attributes, text and children; without recursion, since files nest as deep as they like."""
    todo = [(source, made)]
    while todo:
        old, new = todo.pop()
        _attributes(old, new)
        name = new.tag.rpartition("}")[2]
        if name in WORDS:
            new.text = old.text
            if name == "style":
                _check(old.text or "")
        for child, kind in _children(old, name):
            copied = new.makeelement(f"{{{SVG}}}{kind}")
            new.append(copied)
            copied.tail = child.tail if name in WORDS else None
            todo.append((child, copied))


def _children(parent: etree._Element, name: str) -> Iterator[tuple[etree._Element, str]]:
    for child in parent:
        # Some programs give text twice: as a web page inside, for their own kind, and as text for all others.
        if name == "switch" and len(parent) > 1 and child.tag == f"{{{SVG}}}foreignObject":
            continue
        kind = _local(child)
        if kind in ELEMENTS:
            yield child, kind
        elif kind == "a":
            yield child, "tspan" if name in WORDS else "g"  # What a link shows, without where it leads.
        elif any(True for _ in child.iter(*_FOREIGN)):
            raise _DoesMoreError(child.tag)


_FOREIGN = (f"{{{_XHTML}}}*", *(f"{{*}}{name}" for name in sorted(REFUSED)))


def _said(element: etree._Element) -> list[tuple[str, str]]:
    """Attributes; lxml's are texts, whatever its stubs say."""
    return cast("list[tuple[str, str]]", element.items())


def _attributes(old: etree._Element, new: etree._Element) -> None:
    for key, value in _said(old):
        if key.lower().startswith("on"):
            raise _DoesMoreError(key)
        if key in _HREF:
            if old.tag != f"{{{SVG}}}a":
                new.set(_HREF[1], _reference(old, value))
        elif key in ATTRIBUTES or key == _XML_SPACE:
            _check(value)
            new.set(key, value)


def _reference(element: etree._Element, value: str) -> str:
    """A reference within the file, or a picture that is in it. Raises _DoesMoreError for all others."""
    value = value.strip()
    is_own = value.startswith("#")
    if not is_own and not (element.tag == f"{{{SVG}}}image" and _PICTURE.fullmatch(value)):
        raise _DoesMoreError(value)
    return value


def _check(css: str) -> None:
    """Raises _DoesMoreError for a value or style sheet that could reach outside of the file."""
    if "(" not in css and "@" not in css and "\\" not in css:
        return
    plain = css.lower()
    # An escaped letter may spell any word.
    if "\\" in plain or "@import" in plain or "@namespace" in plain or "<" in plain:
        raise _DoesMoreError(css[:40])
    at = plain.find("(")
    while at >= 0:
        called = _NAME.search(plain[max(0, at - _NEAR) : at])
        name, inside = called[0].strip() if called else "", plain[at + 1 : at + _NEAR].lstrip(" \t\r\n\f\"'")
        is_own = inside.startswith(("#", "data:image/")) or _FONT.match(inside) is not None
        if (name and name not in FUNCTIONS) or (name == "url" and not is_own) or inside.startswith("data:image/svg"):
            raise _DoesMoreError(css[:40])
        at = plain.find("(", at + 1)


def _used(element: etree._Element) -> Iterator[str]:
    """The names of what an element draws besides itself: by `use`, as its filling, mask, marker …"""
    for key, value in _said(element):
        if key == _HREF[1] and value.startswith("#"):
            yield value[1:]
        elif "url(" in value:
            yield from _OWN.findall(value)


def _drawn(root: etree._Element) -> int:
    """How many elements are drawn. Raises _DoesMoreError where one would draw itself."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[str, int] = {}
    open_now: set[str] = set()

    def count(element: etree._Element) -> int:
        return sum(1 + sum(map(target, _used(part))) for part in element.iter())

    def target(name: str) -> int:
        if name in open_now or len(open_now) > _MAX_CHAIN:
            raise _DoesMoreError(name)
        if name not in known:
            open_now.add(name)
            known[name] = count(named[name]) if name in named else 0
            open_now.discard(name)
        return known[name]

    return count(root)


_MAX_CHAIN = 60
"""Elements that draw each other in a row."""
