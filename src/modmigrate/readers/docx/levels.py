"""List definitions of the numbering part (ECMA-376 part 1, 17.9): levels and what a list overrides of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from ...text.digits import count
from . import symbols
from .markup import branches
from .names import MC, PPR, VAL, W, is_on
from .properties import paragraph_props

_BULLETS = {"·": "•", "o": "•", "§": "•", "Ø": "➢", "ü": "✓", "q": "□", "v": "•"}
"""Letters that are bullets in the symbol fonts that Word's own lists use, where the font is not named."""


class Level(Struct, frozen=True):
    """One level of a list definition."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    """Which level (1 is the outermost) makes this one begin anew; 0: none, None: every outer one."""
    legal: bool = False
    """Show all numbers of the marker as digits."""
    style: str = ""
    """The paragraph style that stands for this level."""
    pad: int = 0
    """Digits of a custom format such as 001."""
    indent: float | None = None
    """Points from the margin to the text; None where the level leaves that to the paragraph's style."""


class Num(Struct, frozen=True):
    """A list (w:num): its definition, and the levels and starts it overrides."""

    abstract: str
    own: dict[int, Level]
    starts: dict[int, int]


def level(element: etree._Element) -> Level:
    """A w:lvl."""
    found = Level()
    font = ""
    for child in _children(element):
        tag, value = child.tag, child.get(VAL)
        if tag == W + "numFmt":
            found = _format(found, value or "decimal", child.get(W + "format") or "")
        elif tag == W + "lvlText":
            found = replace(found, text=value or "")
        elif tag == W + "start":
            found = replace(found, start=integer(value, 1))
        elif tag == W + "lvlRestart":
            found = replace(found, restart=integer(value, 0))
        elif tag == W + "isLgl":
            found = replace(found, legal=is_on(value))
        elif tag == W + "pStyle":
            found = replace(found, style=value or "")
        elif tag == W + "rPr":
            fonts = child.find(W + "rFonts")
            font = "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""
        elif tag == PPR:
            found = replace(found, indent=paragraph_props(child).get("indent"))
    return replace(found, text=_bullet(found.text, font)) if found.kind == "bullet" else found


def _children(element: etree._Element) -> Iterator[etree._Element]:
    """Word writes formats newer than 2007 as a choice beside an old one."""
    for child in element:
        if child.tag == MC + "AlternateContent":
            for branch in branches(child):
                yield from branch
        else:
            yield child


def _format(found: Level, kind: str, example: str) -> Level:
    """The number format; a custom one names its first numbers, such as '001, 002, 003'."""
    if kind != "custom":
        return replace(found, kind=kind)
    first = example.partition(",")[0].strip()
    pad = len(first) if re.fullmatch(r"0+1", first) else 0
    return replace(found, kind="decimal", pad=pad)


def _bullet(text: str, font: str) -> str:
    """The bullet as seen; a dot for a letter of a font we do not know and for picture bullets."""
    if not text.strip():
        return "•"
    if font.strip().lower() in symbols.FONTS:
        shown = "".join(symbols.sign(ord(c), font) or "•" for c in text)
        return "•" if shown in ("o", "●") else shown
    return _BULLETS.get(text) or ("•" if any("\ue000" <= c <= "\uf8ff" for c in text) else text)


def num(element: etree._Element) -> Num:
    """A w:num."""
    abstract = element.find(W + "abstractNumId")
    own: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        if (start := override.find(W + "startOverride")) is not None:
            starts[ilvl(override)] = integer(start.get(VAL), 1)
        if (changed := override.find(W + "lvl")) is not None:
            own[ilvl(override)] = level(changed)
    return Num("" if abstract is None else abstract.get(VAL, ""), own, starts)


def ilvl(element: etree._Element) -> int:
    """The level an element is about."""
    return integer(element.get(W + "ilvl"), 0)


def integer(value: str | None, default: int) -> int:
    """A whole number, or the default for what is none."""
    return count((value or "").strip(), default)
