"""Letters of symbol fonts as the signs a reader sees: w:sym, and runs set in Wingdings or Symbol."""

from __future__ import annotations

from lxml import etree

from ...text.patterns import lazy
from ..symbol_fonts import FONTS, sign
from .names import W

_PRIVATE = lazy("[\ue000-\uf8ff]")
_WORDS = lazy(r"[^\W\d_]{4}")


def text(run: str, font: str) -> str:
    """A run's text as seen: letters of symbol fonts become signs, stray private-use characters too.

    Whole words in a symbol font are text whose font was set by mistake; nobody writes words in Wingdings.
    """
    table = FONTS.get(font.strip().lower()) if font else None
    private = _PRIVATE.search(run)
    if private is None and (table is None or _WORDS.search(run)):
        return run
    name = font if table else "Symbol"
    return "".join(sign(ord(c), name) or "•" if (table or c >= "\ue000") and not c.isspace() else c for c in run)


def symbol(element: etree._Element) -> str:
    """The sign a w:sym stands for; a dot where its font is not known."""
    try:
        return sign(int(element.get(W + "char", "0"), 16), element.get(W + "font", "")) or "•"
    except ValueError:
        return ""
