"""Running heads and feet, page numbers, repeated logos: what recurs in one place at the edge of pages.

A line is furniture if the same words, numbers aside, stand at the same height at the top or bottom of other pages,
with nothing but furniture between it and the edge. Words that merely recur in the text are kept: they stand
elsewhere on each page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import inf

from ..ground.page import Figure, Item, Line, Page
from .edge_text import cut_at_text
from .ornaments import repeated_pictures
from .page_numbers import page_number, shapes

DEPTH = 5
"""How many items from the top and the bottom of a page may be furniture."""
REASON = "running heads"
SURE = 3
"""Pages; of fewer, what recurs may be said twice."""
ANYWHERE = -1
LARGER = 1.08
"""Heads and feet are hardly larger than the text; headings are."""
_Key = tuple[str, int]


def without_furniture(pages: Sequence[Page]) -> None:
    """Take the furniture out of the pages."""
    pictures = repeated_pictures(pages)
    for page in pages:
        marked = {id(i) for i in page.items if isinstance(i, Line) and i.artifact}
        page.drop(marked | pictures, REASON)
    for top in (True, False):
        _strip(pages, top=top)


def _strip(pages: Sequence[Page], *, top: bool) -> None:
    seen: dict[_Key, set[int]] = defaultdict(set)
    edges = {page.number: list(_edge(page, top=top)) for page in pages}
    for number, items in edges.items():
        for _, keys in _keyed(items, number):
            for key in keys:
                seen[key].add(number)
    runs = _numbering(pages, edges)
    body = body_size(pages)
    twice: set[str] = set()
    for page in pages:
        items = edges[page.number]
        known, pages_of = [], []
        for item, keys in _keyed(items, page.number):
            often = _often(item, body, len(pages))
            found = [key for key in keys if _runs_on(seen[key], page.number, _wanted(key, often, len(pages)))]
            if not found and (page.number, id(item)) not in runs:
                break
            known.append(item)
            pages_of.append(max((len(seen[key]) for key in found), default=len(pages)))
        gone = cut_at_text(known, items, page, body, min(pages_of, default=0))
        if len(pages) < SURE:
            gone = [i for i in gone if not _is_first_of_two(i, twice)]
        page.drop({id(i) for i in gone}, REASON)


def _is_first_of_two(item: Item, twice: set[str]) -> bool:
    """Whether it is the first of words that stand on the two pages there are: too few to be sure of a running head."""
    if not isinstance(item, Line) or page_number(item.text) is not None or item.text in twice:
        return False
    twice.add(item.text)
    return True


def _keyed(items: Sequence[Item], page: int) -> Iterator[tuple[Item, list[_Key]]]:
    """Items with what to know them by; the outermost words, which may be placed by hand, at any height too."""
    outermost = next((i for i in items if isinstance(i, Line) and page_number(i.text) is None), None)
    for item in items:
        keys = _keys(item, page)
        if item is outermost:
            keys += [(shape, ANYWHERE) for shape in shapes(outermost.text, page)]
        yield item, keys


def _wanted(key: _Key, often: tuple[float, float], pages: int) -> float:
    if key[1] == ANYWHERE:
        return max(4, 0.6 * pages)
    return often["#" in key[0]]


def _often(item: Item, body: float, pages: int) -> tuple[float, float]:
    """On how many pages words recur that are furniture: the same ones, and those with a number that counts on.

    Chapters of a page each have `BAB II`, `BAB III` at one height, and several worksheets the same heading.
    """
    usual = 2 if pages < 12 else 3
    if not isinstance(item, Line):
        return usual, usual
    if item.size > LARGER * body:
        return max(usual, min(0.6 * pages, 4)), inf
    return (max(usual, min(0.6 * pages, 4)), max(3, 0.6 * pages)) if item.bold else (usual, usual)


def body_size(pages: Sequence[Page]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for item in page.items:
            if isinstance(item, Line):
                sizes[item.size] += len(item.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _runs_on(numbers: set[int], page: int, often: float) -> bool:
    """Whether pages show the same often enough and next to this page or behind its other side.

    A heading such as `LATIHAN` may open pages all through a book, at one height, but not page after page.
    """
    return len(numbers) >= often and bool(numbers & {page - 2, page - 1, page + 1, page + 2})


def _edge(page: Page, *, top: bool) -> Iterator[Item]:
    """The outermost items in the upper or lower third, outermost first."""
    ordered = sorted(page.items, key=_height if top else lambda i: -_height(i))
    for item in ordered[:DEPTH]:
        y = _height(item)
        if (y < 0.3 * page.height) if top else (y > 0.7 * page.height):
            yield item


def _height(item: Item) -> float:
    return item.y if isinstance(item, Line) else item.box.y0


def _keys(item: Item, page: int) -> list[_Key]:
    """What to know an item by on other pages: its words and its height, rounded both ways."""
    if isinstance(item, Line):
        said = shapes(item.text, page)
    elif isinstance(item, Figure):
        said = [item.name]
    else:
        said = shapes("table " + " ".join(item.texts)[:300], page)
    y = _height(item)
    return [key for shape in said for key in ((shape, round(y / 4)), (shape, round((y + 2) / 4) + 100_000))]


def _numbering(pages: Sequence[Page], edges: dict[int, list[Item]]) -> set[tuple[int, int]]:
    """Bare numbers at the edge that count on with the pages: (page, item) of each."""
    offsets: Counter[tuple[int, int]] = Counter()
    found: list[tuple[int, int, int, int]] = []
    for page in pages:
        for item in edges[page.number][:3]:
            number = page_number(item.text) if isinstance(item, Line) else None
            if number is not None:
                height = round(_height(item) / 12)
                found.append((page.number, id(item), number - page.number, height))
                offsets[number - page.number, height] += 1
    return {
        (page, item) for page, item, offset, height in found
        if sum(offsets[offset, height + d] for d in (-1, 0, 1)) >= 2
    }  # fmt: skip
