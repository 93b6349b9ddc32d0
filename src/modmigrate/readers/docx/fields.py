"""Fields (ECMA-376 part 1, 17.16): which results are content, and where links and references lead."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct, field

from ...text.digits import is_count
from ...text.patterns import lazy
from .controls import Prompt, listed
from .names import VAL, W, is_on

LEFT_OUT = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "TOC"})
"""Fields whose result is furniture: page numbers and contents tables.

Marks of entries (XE, TC) have none of their own; LibreOffice stores the words they mark as their result.
"""
_FORMS = frozenset({"FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT"})
EMPTY = Prompt("")
_REFERENCES = frozenset({"REF", "PAGEREF", "NOTEREF"})

_LINK = lazy(r'HYPERLINK\s+(?:\\l\s+)?"([^"]*)"(?:.*?\\l\s+"([^"]*)")?', re.IGNORECASE)
_LOCAL = lazy(r'HYPERLINK\s+\\l\s+"([^"]*)"', re.IGNORECASE)
_HIDDEN_LINK = lazy(r"\\h\b")


class _Open(Struct):
    code: str = ""
    result: bool = False
    shown: Prompt = EMPTY
    """What an old form field shows that stores no result: a box, a list, or a line to write on."""
    link: str | None = None
    """Where its result leads; told when that begins."""
    said: bool = False
    """Whether it stores a result."""


class Fields(Struct):
    """The fields that are open at this point of a story; they may span paragraphs."""

    unended: frozenset[etree._Element] = frozenset()
    """Beginnings without an end; in damaged files they would swallow the rest of the text."""
    open: list[_Open] = field(default_factory=list)

    def char(self, element: etree._Element) -> Prompt:
        """A w:fldChar; gives what the field shows of its own when it ends."""
        kind = element.get(W + "fldCharType")
        if kind == "begin" and element not in self.unended:
            self.open.append(_Open(shown=_form_field(element)))
        elif kind == "separate" and self.open:
            self.open[-1].result = True
        elif kind == "end" and self.open:
            ended = self.open.pop()
            is_shown = name(ended.code) in _FORMS and not ended.said and not self.silent
            return ended.shown if is_shown else EMPTY
        return EMPTY

    def said(self, text: str) -> bool:
        """Tell the innermost open field that its result has words; False for the blanks of an empty form field."""
        if self.open:
            if text.isspace() and not self.open[-1].said and name(self.open[-1].code) in _FORMS:
                return False
            self.open[-1].said = True
        return True

    def code(self, text: str) -> None:
        """Text of a w:instrText."""
        if self.open and not self.open[-1].result:
            self.open[-1].code += text

    @property
    def silent(self) -> bool:
        """Whether text here is a field's code, or a result that is left out."""
        return any(not f.result or left_out(f.code) for f in self.open)

    @property
    def link(self) -> str | None:
        """Where the innermost open HYPERLINK or reference leads."""
        return next((opened.link for opened in reversed(self.open) if opened.link), None)


def unended(root: etree._Element) -> frozenset[etree._Element]:
    """The w:fldChar that begin a field which never ends."""
    begun: list[etree._Element] = []
    for char in root.iter(W + "fldChar"):
        kind = char.get(W + "fldCharType")
        if kind == "begin":
            begun.append(char)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)


def name(code: str) -> str:
    """The field's type in capitals."""
    words = code.split(None, 1)
    return words[0].upper() if words else ""


def left_out(code: str) -> bool:
    """Whether a field's result is no content."""
    return name(code) in LEFT_OUT


def target(code: str) -> str | None:
    """The URL or #bookmark that a field's result leads to."""
    kind = name(code)
    if kind in _REFERENCES and _HIDDEN_LINK.search(code):
        words = code.split()
        return f"#{words[1]}" if len(words) > 1 else None
    if kind != "HYPERLINK":
        return None
    if local := _LOCAL.search(code):
        return "#" + local[1]
    found = _LINK.search(code)
    if not found:
        return None
    return found[1] + (f"#{found[2]}" if found[2] else "")


def _form_field(begin: etree._Element) -> Prompt:
    """What a check box, a list or a text field of an old form shows (ECMA-376 part 1, 17.16.17)."""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = box.find(W + "checked")
        state = box.find(W + "default") if state is None else state
        return Prompt("☒" if state is not None and is_on(state.get(VAL)) else "☐")
    if begin.find(f"{W}ffData/{W}textInput") is not None:
        return Prompt()
    menu = begin.find(f"{W}ffData/{W}ddList")
    if menu is None:
        return EMPTY
    entries = [e.get(VAL, "") for e in menu.iterchildren(W + "listEntry")]
    chosen = menu.find(W + "result")
    at = "" if chosen is None else chosen.get(VAL, "")
    return Prompt(entries[int(at)]) if is_count(at) and int(at) < len(entries) else Prompt(choices=listed(entries))
