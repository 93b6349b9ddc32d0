"""Letters of symbol fonts as the signs a reader sees (w:sym, and runs set in Wingdings or Symbol)."""

from __future__ import annotations

WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x3F: "✍", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑",
    0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xAB: "★",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
SYMBOL = {
    0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ", 0x67: "γ", 0x68: "η", 0x6B: "κ", 0x6C: "λ",
    0x6D: "μ", 0x6E: "ν", 0x70: "π", 0x71: "θ", 0x72: "ρ", 0x73: "σ", 0x74: "τ", 0x77: "ω", 0x44: "Δ", 0x46: "Φ",
    0x47: "Γ", 0x4C: "Λ", 0x50: "Π", 0x51: "Θ", 0x53: "Σ", 0x57: "Ω", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←",
    0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    0xCE: "∈", 0xD0: "∠", 0xD6: "√", 0xDB: "⇔", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
FONTS = {"wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2, "symbol": SYMBOL}


def sign(code: int, font: str) -> str:
    """The sign for a character code in a symbol font; '' where none is known.

    Codes may stand in the private use area (F000–F0FF), as Word writes them.
    """
    table = FONTS.get(font.strip().lower())
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if table is None:
        return "" if 0xE000 <= code <= 0xF8FF else chr(code)
    return table.get(low, chr(low) if font.lower() == "symbol" and 0x20 <= low < 0x7F else "")


def text(run: str, font: str) -> str:
    """A run's text as seen: letters of symbol fonts become signs, stray private-use characters too."""
    table = FONTS.get(font.strip().lower())
    if table is None and not any("\ue000" <= c <= "\uf8ff" for c in run):
        return run
    name = font if table else "Symbol"
    return "".join(sign(ord(c), name) or "•" if table or "\ue000" <= c <= "\uf8ff" else c for c in run)
