"""The labels of a list's items, as learners see them: `2.`, `(a)`, `iv)`, or an item's own."""

from __future__ import annotations

from collections.abc import Callable

from .module import List
from .text.numerals import letter, roman
from .text.patterns import lazy

_FORM = lazy(r"(\(?)([1aAiI])(\)?)")
_NUMERALS: dict[str, Callable[[int], str]] = {
    "1": str,
    "A": letter,
    "a": lambda n: letter(n).lower(),
    "I": roman,
    "i": lambda n: roman(n).lower(),
}


def label_of(block: List, index: int) -> str:
    """The label of one item; '' for bullets. A procedure (`steps`) counts with bare numbers."""
    if own := block.items[index].label:
        return own
    form = _FORM.fullmatch("1" if block.style == "steps" else block.style)
    return f"{form[1]}{_NUMERALS[form[2]](block.start + index)}{form[3] or '.'}" if form else ""


def counts_alone(block: List, index: int) -> bool:
    """Whether a browser's own count of the list shows the item's label: `1.`, `b.`, a bullet."""
    return not block.items[index].label and not block.style.endswith(")")
