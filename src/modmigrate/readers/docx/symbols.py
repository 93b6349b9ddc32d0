"""Letters of symbol fonts as the signs a reader sees (w:sym, and runs set in Wingdings or Symbol).

The tables follow the fonts' own code charts; signs that phones' fonts lack are given as their nearest kin.
"""

from __future__ import annotations

from lxml import etree

from ...text.patterns import lazy
from .names import W


def _rows(table: dict[int, str]) -> dict[int, str]:
    """First code of a row → its signs; a blank is a code without a sign."""
    return {start + n: sign for start, signs in table.items() for n, sign in enumerate(signs) if sign != " "}


SYMBOL = _rows({
    0x22: "∀ ∃  ∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 0x5C: "∴", 0x5E: "⊥",
    0x61: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x7E: "∼", 0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",
    0xBF: "↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑", 0xF1: "⟩∫",
})  # fmt: skip
WINGDINGS = _rows({
    0x21: "✏✂✁", 0x28: "☎✆✉", 0x36: "⌛⌨", 0x3E: "✇✍", 0x41: "✌", 0x45: "☜☞☝☟", 0x4A: "☺ ☹", 0x51: "✈☼", 0x54: "❄",
    0x6C: "●❍■□□❑❒◆◆◆❖◆☒", 0x81: "①②③④⑤⑥⑦⑧⑨⑩", 0x8C: "❶❷❸❹❺❻❼❽❾❿", 0x9F: "•", 0xA1: "○", 0xA7: "▪☐", 0xAB: "★",
    0xD8: "➢", 0xDF: "←→↑↓↖↗↙↘⬅➔⬆⬇", 0xEF: "⇦⇨⇧⇩", 0xFB: "✗✓☒☑",
})  # fmt: skip
WINGDINGS_2 = _rows({0x4F: "✗✓☒☑☒☒", 0x6A: "①②③④⑤⑥⑦⑧⑨⑩", 0x97: "●", 0xA3: "☐"})
WINGDINGS_3 = _rows({0x22: "↑", 0x66: "←→↑↓", 0x7D: "▶", 0x84: "▶"})
WEBDINGS = _rows({0x34: "▶", 0x61: "✔", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✖"})
FONTS = {
    "symbol": SYMBOL,
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "wingdings 3": WINGDINGS_3,
    "webdings": WEBDINGS,
}
_PRIVATE = lazy("[\ue000-\uf8ff]")
_WORDS = lazy(r"[^\W\d_]{4}")


def sign(code: int, font: str) -> str:
    """The sign for a character code in a symbol font; '' where none is known.

    Codes may stand in the private use area (F000–F0FF), as Word writes them.
    """
    table = FONTS.get(font.strip().lower())
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if table is None:
        return "" if 0xE000 <= code <= 0xF8FF else chr(code)
    return table.get(low, chr(low) if table is SYMBOL and 0x20 <= low < 0x7F else "")


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
