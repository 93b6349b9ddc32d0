"""Letters of Unicode's mathematical alphabets: bold, script, double-struck … (Mathematical Alphanumeric Symbols)."""

from __future__ import annotations

import unicodedata

VARIANTS = {
    "bold": "BOLD", "bold-italic": "BOLD ITALIC", "script": "SCRIPT", "fraktur": "FRAKTUR", "sans-serif": "SANS-SERIF",
    "double-struck": "DOUBLE-STRUCK", "monospace": "MONOSPACE", "italic": "ITALIC",
}  # fmt: skip
"""MathML's mathvariant → the word in the letters' names."""

OLDER = {
    "script": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "double-struck": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
    "fraktur": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
    "italic": {"h": "ℎ"},
}
"""Letters that Unicode had before it gave the mathematical alphabets a block of their own."""


def styled(char: str, variant: str) -> str:
    """The letter of a mathematical alphabet; the plain one where there is none."""
    if found := OLDER.get(variant, {}).get(char):
        return found
    kind = VARIANTS.get(variant)
    name = unicodedata.name(char, "")
    words = name.replace("LATIN ", "").replace("GREEK ", "").replace(" LETTER", "")
    try:
        return unicodedata.lookup(f"MATHEMATICAL {kind} {words}") if kind else char
    except KeyError:
        return char
