"""Fields (ECMA-376 part 1, 17.16): which results are content, and where a HYPERLINK leads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LEFT_OUT = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "TOC", "INDEX", "PAGEREF", "TC", "XE", "RD"})
"""Fields whose result is furniture: page numbers, contents and index tables."""

_LINK = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]*)"(?:.*?\\l\s+"([^"]*)")?', re.IGNORECASE)
_LOCAL = re.compile(r'HYPERLINK\s+\\l\s+"([^"]*)"', re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    code: str = ""
    result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open at this point of a story; they may span paragraphs."""

    open: list[_Open] = field(default_factory=list)

    def char(self, kind: str | None) -> None:
        """A w:fldChar."""
        if kind == "begin":
            self.open.append(_Open())
        elif kind == "separate" and self.open:
            self.open[-1].result = True
        elif kind == "end" and self.open:
            self.open.pop()

    def code(self, text: str) -> None:
        """Text of a w:instrText."""
        if self.open and not self.open[-1].result:
            self.open[-1].code += text

    @property
    def silent(self) -> bool:
        """Whether text here is a field's code, or a result that is left out."""
        return any(not f.result or left_out(f.code) for f in self.open)

    @property
    def contents(self) -> bool:
        """Whether a contents table is open."""
        return any(name(f.code) in ("TOC", "INDEX") for f in self.open)

    @property
    def link(self) -> str | None:
        """Where the innermost open HYPERLINK leads."""
        for opened in reversed(self.open):
            if found := target(opened.code):
                return found
        return None


def name(code: str) -> str:
    """The field's type in capitals."""
    words = code.split(None, 1)
    return words[0].upper() if words else ""


def left_out(code: str) -> bool:
    """Whether a field's result is no content."""
    return name(code) in LEFT_OUT


def target(code: str) -> str | None:
    """The URL or #bookmark of a HYPERLINK's code."""
    if name(code) != "HYPERLINK":
        return None
    if local := _LOCAL.search(code):
        return "#" + local[1]
    found = _LINK.search(code)
    if not found:
        return None
    return found[1] + (f"#{found[2]}" if found[2] else "")
