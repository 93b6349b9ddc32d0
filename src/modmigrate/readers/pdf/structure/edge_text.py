"""Text among what recurs at the edges of pages: worksheets with one head, copies of one sheet, equal options.

A running head is a line or two set apart from the text. A sentence of the text's size, a label with room to write
behind it and an option are text wherever they stand, and so is what stands over them without a gap.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....text.patterns import lazy
from ..ground.page import Item, Line, Page
from .page_numbers import page_number

MAX_ROWS = 2
"""Lines of a running head, where few pages show it."""
MANY = 4
"""Pages that show the same: enough for heads of more lines, such as an office's name and address."""
APART = 1.4
"""How many times the next distance a head stands off the text below it."""
MIN_SENTENCE = 4
"""Words."""
_ENDS = lazy(r"[.?!。？！][\"'”’»)]*$")
_ROOM = lazy(r"(?:[._…]\s?){4}|…{2}|:\s*$")
_MARGIN = 0.06
"""Share of a page's height at its edges where no text stands."""


def cut_at_text(known: Sequence[Item], edge: Sequence[Item], page: Page, body: float, pages: int) -> list[Item]:
    """Of items that recur on some pages, outermost first, those that are furniture; `edge` goes on behind them."""
    end = next((at for at, item in enumerate(known) if _is_text(item, body, page)), len(known))
    if end == len(known) and (pages >= MANY or _rows(known) <= MAX_ROWS):
        return list(known)
    while end and (not _is_apart(end, edge) or (pages < MANY and _rows(known[:end]) > MAX_ROWS)):
        end -= 1
    return list(known[:end])


def _is_text(item: Item, body: float, page: Page) -> bool:
    if not isinstance(item, Line) or page_number(item.text) is not None:
        return False
    if _ROOM.search(item.text):
        return True
    if item.size < 0.95 * body or not _MARGIN * page.height < item.y < (1 - _MARGIN) * page.height:
        return False
    return bool(item.label) or (len(item.text.split()) >= MIN_SENTENCE and _ENDS.search(item.text) is not None)


def _rows(items: Sequence[Item]) -> int:
    return len({round(i.y / 3) for i in items if isinstance(i, Line)})


def _is_apart(end: int, edge: Sequence[Item]) -> bool:
    """Whether what stands before this place is set off from what follows, more than that from its own next."""
    if end >= len(edge):
        return True
    gap = abs(_y(edge[end]) - _y(edge[end - 1]))
    after = abs(_y(edge[end + 1]) - _y(edge[end])) if end + 1 < len(edge) else 0.0
    return gap > APART * max(after, _size(edge[end]))


def _y(item: Item) -> float:
    return item.y if isinstance(item, Line) else item.box.y0


def _size(item: Item) -> float:
    return 1.2 * item.size if isinstance(item, Line) else 0.0
