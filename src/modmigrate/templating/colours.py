"""Contrast of colours as WCAG 2.2 counts it, and the nearest colour that has enough of it."""

from __future__ import annotations

from ..text.patterns import lazy

WHITE, BLACK = "#ffffff", "#000000"
ENOUGH = 4.5
"""WCAG 2.2, 1.4.3: text of any size against its ground."""
_HEX = lazy(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def is_colour(text: str) -> bool:
    """Whether a text is `#rgb` or `#rrggbb`: the forms whose contrast is counted here."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1–21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with this share (0–1) of `other`."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(colour: str, grounds: tuple[str, ...], enough: float = ENOUGH) -> str:
    """The colour, or the nearest shade or tint of it, that stands out from all of these grounds."""
    to = BLACK if all(contrast(BLACK, g) >= contrast(WHITE, g) for g in grounds) else WHITE
    for step in range(51):
        found = mixed(colour, to, step / 50)
        if all(contrast(found, ground) >= enough for ground in grounds):
            return found if step else colour
    return to


def _channels(colour: str) -> tuple[int, ...]:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
    return tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, glossary)."""
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour)))
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
