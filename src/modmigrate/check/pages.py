"""HTML from a stranger → what it loads, what it runs, what it says of itself. Nothing is fetched or run."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from ..text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

LOADS = {
    "script": ("src",), "img": ("src", "srcset"), "iframe": ("src",), "frame": ("src",), "embed": ("src",),
    "object": ("data",), "video": ("src", "poster"), "audio": ("src",), "source": ("src", "srcset"), "track": ("src",),
    "input": ("src",), "link": ("href",),
}  # fmt: skip
"""Elements → attributes whose file a browser fetches by itself."""
FETCHED = ("stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon")
"""Kinds of `link` that are fetched."""
PROGRAMS = ("", "module", "text/javascript", "application/javascript", "application/x-javascript", "text/ecmascript")
"""Types of `script` that are run (HTML Living Standard, 4.12.1)."""
URL = lazy(r"""url\(\s{0,9}["']?([^"')\s]{1,2000})|@import\s{1,9}["']([^"']{1,2000})""")


class Reference(Struct, frozen=True):
    """Something that a page loads (`fetched`), or only leads to."""

    target: str
    line: int
    fetched: bool = True


class Page:
    """What one page holds; empty for bytes that are no HTML."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _elements(self) -> list[_Element]:
        from lxml import etree

        parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
        try:
            top = etree.fromstring(self._data, parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return []
        return [] if top is None else [e for e in top.iter(etree.Element) if isinstance(e.tag, str)]

    @cached_property
    def references(self) -> list[Reference]:
        """All that the page loads or leads to, styles included."""
        out: list[Reference] = []
        for element in self._elements:
            line = _line(element)
            for name in LOADS.get(str(element.tag), ()):
                if value := element.get(name, "").strip():
                    out += [Reference(one, line) for one in _targets(element, name, value)]
            if element.tag == "a" and (target := element.get("href", "").strip()):
                out.append(Reference(target, line, fetched=False))
            style = (element.text or "") if element.tag == "style" else element.get("style", "")
            out += [Reference(target, line) for target in addresses(style)]
        return out

    @cached_property
    def scripts(self) -> list[str]:
        """The programs that stand in the page itself."""
        return [
            element.text
            for element in self._elements
            if element.tag == "script" and not element.get("src") and element.text and element.text.strip()
            and element.get("type", "").strip().lower() in PROGRAMS
        ]  # fmt: skip

    @cached_property
    def handlers(self) -> list[str]:
        """Programs in attributes: `onclick=…`, `href="javascript:…"`."""
        return [
            f"{name}={value}"
            for element in self._elements
            for name, value in ((str(n).lower(), str(v)) for n, v in element.attrib.items())
            if name.startswith("on") or (name in ("href", "src") and value.strip().lower().startswith("javascript:"))
        ]

    @property
    def language(self) -> str:
        """`lang` of the page."""
        return next((e.get("lang", "") for e in self._elements if e.tag == "html"), "")

    @property
    def viewport(self) -> bool:
        """Whether it says how wide it is on a phone."""
        return any(e.tag == "meta" and e.get("name", "").lower() == "viewport" for e in self._elements)

    @property
    def base(self) -> str:
        """The address that its references stand on, where it names one."""
        return next((e.get("href", "") for e in self._elements if e.tag == "base"), "")

    @property
    def is_frameset(self) -> bool:
        """Whether it only holds frames."""
        return any(e.tag == "frameset" for e in self._elements)


def _targets(element: _Element, name: str, value: str) -> list[str]:
    if element.tag == "link" and not set(element.get("rel", "").lower().split()) & set(FETCHED):
        return []
    if name == "srcset":
        return [] if "data:" in value else [one.split()[0] for one in value.split(",") if one.split()]
    return [value]


def _line(element: _Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def addresses(style: str) -> list[str]:
    """What a style sheet loads."""
    return [found[1] or found[2] for found in URL.finditer(style)] if "url(" in style or "@import" in style else []
