"""What stands before a list's items, where a browser's own count would not show the same."""

from __future__ import annotations

from markupsafe import Markup

from ..list_labels import counts_alone, label_of
from ..module import List
from ..text.patterns import lazy

_SPECIAL = lazy(r"[\\'\"<>&\s]")
_FITS = 2
"""Signs for which the theme leaves room."""
_LONGEST = 12
"""Signs for which room is made beside the text; longer labels stand in its first line."""


def label(block: List, index: int) -> str:
    """An item's label as text; '' where the browser's own is right."""
    return "" if counts_alone(block, index) else label_of(block, index)


def of_item(block: List, index: int) -> Markup:
    """The attribute that gives a list item its label; phones that know no such labels show the plain count."""
    text = label(block, index)
    if own(block, index):
        return Markup(' class="own{}"').format(" in" if len(text) > _LONGEST else "")
    return Markup(" style=\"list-style-type:'{}\u2002'\"").format(_css(text)) if text else Markup()


def own(block: List, index: int) -> str:
    """A label that no count gives (`3.1`, `①`): text of the item, for whoever copies, searches or listens to it."""
    return "" if block.style == "steps" else block.items[index].label


def of_list(block: List) -> Markup:
    """The attribute that makes room for long labels."""
    longest = max((len(label(block, n)) for n in range(len(block.items))), default=0)
    if longest <= _FITS:
        return Markup()
    if longest > _LONGEST:
        return Markup(' style="padding-inline-start:0"')
    return Markup(' style="padding-inline-start:{}ch"').format(longest + 1)


def _css(text: str) -> str:
    """Text inside of a CSS string: what means something there or in HTML as escapes (CSS Syntax 3, 4.3.7)."""
    return _SPECIAL.sub(lambda found: f"\\{ord(found[0]):x} ", text)
