"""Fractions: the pieces above and below a bar, drawn together to one word, `a/b`, in the line they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..ground.page import Box, Style, Word
from ..lines.lines import in_words, line_of
from ..lines.rows import segment
from ..tables.lattice import SNAP

MAX_BAR, MAX_BARS = 320.0, 400
MIN_RULE = 40.0
"""Points; shorter rules with the same ends are fractions below each other."""
ABOVE, BELOW = 0.95, 1.75
"""How far, in sizes, the nearest baseline may lie above and below a fraction bar; roots reach lower than letters."""
_NEXT = 0.95
"""Distance in sizes of the baselines within a numerator or denominator."""
_AXIS = (0.08, 0.5)
"""How far, in sizes, the baseline of the formula's line lies below the bar."""
_LOOSE = 1.6
"""Points by which pieces may stand out over their bar."""


class Stack(Word):
    """What stood above and below a bar, as one word; `box` is around all of it."""

    __slots__ = ("box",)

    def __init__(self, text: str, y: float, style: Style, box: Box) -> None:
        super().__init__(text, box.x0, box.x1, y, style)
        self.box = box


def folded(words: list[Word], level: list[Box], upright: Sequence[Box]) -> tuple[list[Word], list[Box]]:
    """The words with each fraction as one word, and the rules that are no fraction bars."""
    bars = [r for r in level if 2 < r.width <= MAX_BAR] if len(level) <= MAX_BARS else []
    bars = [b for b in bars if not _is_of_table(b, level, upright)]
    if not bars:
        return words, level
    strokes = dict(_overlines(bars, [w for w in words if "√" in w.text]))
    used: set[Box] = set()
    for bar in sorted(bars, key=lambda b: (round(b.width), b in strokes)):
        near = [w for w in words if abs(w.y - bar.y0) < 4 * w.style.size and not w.style.angle]
        if bar in strokes:
            _set_apart(strokes[bar], bar, near)
            used.add(bar)
        elif (made := _stack(bar, near, [b for b in bars if b not in used | strokes.keys()])) is not None:
            gone = {id(w) for w in made[1]}
            words = [*(w for w in words if id(w) not in gone), made[0]]
            used.add(bar)
    return words, [r for r in level if r not in used]


def _is_of_table(bar: Box, level: Sequence[Box], upright: Sequence[Box]) -> bool:
    """Table rules touch others, or recur with the same ends below each other."""
    if any(bar.meets(other, SNAP) for other in upright):
        return True
    if any(abs(o.y0 - bar.y0) < 1 and 0 <= max(o.x0 - bar.x1, bar.x0 - o.x1) < 2 for o in level if o is not bar):
        return True
    return bar.width > MIN_RULE and sum(abs(o.x0 - bar.x0) < 2 and abs(o.x1 - bar.x1) < 2 for o in level) > 2


def _overlines(bars: Sequence[Box], roots: Sequence[Word]) -> Iterator[tuple[Box, Word]]:
    """The upper strokes of roots, each with its sign: they begin at its end, above its letters."""
    for root in roots:
        size = root.style.size
        found = [b for b in bars if root.x0 + 0.2 * size < b.x0 < root.x1 + _LOOSE
                 and 0.55 * size < root.y - b.y0 < 3 * size]  # fmt: skip
        if found:
            yield max(found, key=lambda b: b.y0), root


def _set_apart(root: Word, bar: Box, near: Sequence[Word]) -> None:
    """Parentheses around what stands under a root, if that is more than one word."""
    reach = root.y + 0.8 * root.style.size
    under = [w for w in near if bar.x0 - _LOOSE <= w.x0 and w.x1 <= bar.x1 + _LOOSE and bar.y0 < w.y <= reach]
    under = [w for w in under if w is not root]
    letters = root.text.partition("√")[2] + "".join(w.text for w in under)
    if under and not letters.isalnum():
        root.text = root.text.replace("√", "√(", 1)
        last = max(under, key=lambda w: w.x1)
        last.text += ")"


def _stack(bar: Box, near: Sequence[Word], bars: Sequence[Box]) -> tuple[Stack, list[Word]] | None:
    """The fraction with this bar and the words that it is made of; None where the rule is none."""
    inside = [w for w in near if w.x0 >= bar.x0 - _LOOSE and w.x1 <= bar.x1 + _LOOSE]
    inside = [w for w in inside if not _goes_on(w, bar, near) and not any(_is_nearer(w, bar, b) for b in bars)]
    upper = _chain([(bar.y0 - w.y, w) for w in inside if w.y <= bar.y0 + 0.05 * w.style.size], ABOVE)
    lower = _chain([(_top(w) - bar.y0, w) for w in inside if _top(w) > bar.y0 - 0.35 * w.style.size
                    and w.y > bar.y0 + 0.35 * w.style.size], BELOW - 0.75)  # fmt: skip
    if not upper or not lower or not _centred(upper, bar) or not _centred(lower, bar):
        return None
    parts = upper + lower
    size = max(w.style.size for w in parts)
    beside = _beside(bar, [w for w in near if w not in parts], size)
    if beside is None and not any(w.style.math for w in parts):
        return None
    box = _around(parts).joined(bar)
    biggest = max(parts, key=lambda w: (w.style.size, len(w.text)))
    style = biggest.style if beside is None else biggest.style._replace(size=beside.style.size)
    y = bar.y0 + 0.28 * size if beside is None else beside.y
    return Stack(f"{_said(upper)}/{_said(lower)}", y, style, box), parts


def _top(word: Word) -> float:
    return word.box.y0 if isinstance(word, Stack) else word.y - 0.75 * word.style.size


def _goes_on(word: Word, bar: Box, near: Sequence[Word]) -> bool:
    """Whether a word belongs to a line that runs on beside the bar: a line of text above or below."""
    low, high = word.x0, word.x1
    row = [w for w in near if abs(w.y - word.y) < 0.12 * word.style.size]
    reach = 0.45 * word.style.size
    for w in sorted(row, key=lambda w: w.x0):
        high = max(high, w.x1) if high - 0.5 < w.x0 < high + reach else high
    for w in sorted(row, key=lambda w: -w.x1):
        low = min(low, w.x0) if low - reach < w.x1 < low + 0.5 else low
    return low < bar.x0 - _LOOSE or high > bar.x1 + _LOOSE


def _is_nearer(word: Word, bar: Box, other: Box) -> bool:
    """Whether another bar above or below a word has it."""
    if other.x1 < word.x0 or other.x0 > word.x1 or (other.y0 < word.y) == (bar.y0 < word.y):
        return False
    y = word.y - 0.3 * word.style.size
    return abs(other.y0 - y) < abs(bar.y0 - y)


def _chain(found: Sequence[tuple[float, Word]], first: float) -> list[Word]:
    """Words that follow each other away from the bar; the nearest lies within `first` sizes."""
    out: list[Word] = []
    reach = 0.0
    for distance, word in sorted(found, key=lambda f: f[0]):
        size = min([word.style.size, *(w.style.size for w in out[-1:])])
        if distance > (reach + _NEXT * size if out else first * word.style.size):
            break
        reach = max(reach, distance)
        out.append(word)
    return out


def _centred(words: Sequence[Word], bar: Box) -> bool:
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    return abs((left + right) - (bar.x0 + bar.x1)) / 2 < 2 + 0.12 * bar.width


def _beside(bar: Box, words: Sequence[Word], size: float) -> Word | None:
    """The nearest word of the line that the fraction stands in: to either side, its middle at the bar's height."""
    found = []
    for word in words:
        own = word.style.size
        gap = max(bar.x0 - word.x1, word.x0 - bar.x1)
        if own >= 0.95 * size and _AXIS[0] * own <= word.y - bar.y0 <= _AXIS[1] * own and -_LOOSE <= gap < 1.6 * own:
            found.append((gap, word))
    return min(found, key=lambda f: f[0])[1] if found else None


def _around(words: Sequence[Word]) -> Box:
    boxes = [w.box if isinstance(w, Stack) else Box(w.x0, _top(w), w.x1, w.y + 0.25 * w.style.size) for w in words]
    out = boxes[0]
    for box in boxes[1:]:
        out = out.joined(box)
    return out


def _said(words: Sequence[Word]) -> str:
    """The words of a numerator or denominator in order, in parentheses if they are several."""
    main = max(words, key=lambda w: (w.style.size, w.x1 - w.x0))
    for word in words:
        size = main.style.size
        if word.style.size < 0.95 * size and 0.1 * size < abs(word.y - main.y) and word.mark.script is None:
            word.mark = word.mark._replace(script="super" if word.y < main.y else "sub")
    # Limits of sums stand above each other: the lower one is said first.
    ordered = sorted(words, key=lambda w: (round(w.x0), -w.y))
    text = in_words(line_of([segment(ordered)]))
    return text if text.replace(",", "").replace(".", "").isalnum() or _is_wrapped(text) else f"({text})"


def _is_wrapped(text: str) -> bool:
    """Whether parentheses, or a root, already hold all of a text together."""
    inner = text.removeprefix("√")
    return inner[:1] == "(" and inner[-1:] == ")" and inner.count("(") == 1
