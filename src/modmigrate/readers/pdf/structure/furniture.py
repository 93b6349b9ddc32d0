"""Running heads and feet, page numbers, repeated logos: what recurs in one place at the edge of pages.

A line is furniture if the same words, numbers aside, stand at the same height at the top or bottom of other pages,
with nothing but furniture between it and the edge. Words that merely recur in the text are kept: they stand
elsewhere on each page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import inf

from ....text.digits import count
from ....text.patterns import lazy
from ..ground.page import Figure, Item, Line, Page

DEPTH = 5
"""How many items from the top and the bottom of a page may be furniture."""
MAX_NUMBERS = 8
"""How many of a line's numbers may count the pages, among dates and codes."""
LARGER = 1.08
"""Heads and feet are hardly larger than the text; headings are."""
_ROMAN = r"(?=[ivxlc])(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"
MOST_PAGES = 5_000
_NUMBER = lazy(rf"\d+|\b{_ROMAN}\b", re.IGNORECASE)
_PAGE_NUMBER = lazy(
    rf"\W*(?:(?:halaman|hal|page|pg|p|página|pag|pág|seite|עמוד|第|صفحة)\b[\s.:|–-]*)?(?:(?:\d{{1,2}}|[ivxlc]{{1,5}}|[a-z])\s?[.–-]\s?)?(\d{{1,4}}|{_ROMAN})"
    rf"(?:\s*(?:/|of|dari|de|sur|von|מתוך|\|)\s*\d{{1,4}})?\s*页?\W*",
    re.IGNORECASE,
)
_Key = tuple[str, int]


def without_furniture(pages: Sequence[Page]) -> None:
    """Take the furniture out of the pages."""
    pictures = _repeated_pictures(pages)
    for page in pages:
        page.items = [i for i in page.items if not (isinstance(i, Line) and i.artifact) and id(i) not in pictures]
    for top in (True, False):
        _strip(pages, top=top)


def _strip(pages: Sequence[Page], *, top: bool) -> None:
    seen: dict[_Key, set[int]] = defaultdict(set)
    edges = {page.number: list(_edge(page, top=top)) for page in pages}
    for number, items in edges.items():
        for item in items:
            for key in _keys(item, number):
                seen[key].add(number)
    runs = _numbering(pages, edges)
    body = body_size(pages)
    for page in pages:
        gone = set()
        for item in edges[page.number]:
            often = _often(item, body, len(pages))
            recurs = any(_runs_on(seen[key], page.number, often["#" in key[0]]) for key in _keys(item, page.number))
            if not recurs and (page.number, id(item)) not in runs:
                break
            gone.add(id(item))
        if gone:
            page.items = [i for i in page.items if id(i) not in gone]


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
        shapes = _shapes(item.text, page)
    elif isinstance(item, Figure):
        shapes = [item.name]
    else:
        shapes = _shapes("table " + " ".join(item.texts)[:300], page)
    y = _height(item)
    return [key for shape in shapes for key in ((shape, round(y / 4)), (shape, round((y + 2) / 4) + 100_000))]


def _shapes(text: str, page: int) -> list[str]:
    """A text's words, folded, as they are and with numbers that may count the pages relative to this page."""
    folded = " ".join(text.split()).casefold()
    out = [folded]
    if not re.search(r"[^\W\d_]", folded):
        return out if page_number(folded) is not None else []
    found = list(_NUMBER.finditer(folded))
    for match in found[:MAX_NUMBERS]:
        number = count(match[0], MOST_PAGES) if match[0].isdecimal() else value_of(match[0])
        if number < MOST_PAGES:
            out.append(f"{folded[: match.start()]}#{number - page}{folded[match.end() :]}")
    return out


def page_number(text: str) -> int | None:
    """The number that a line holding nothing else says; None for other lines."""
    found = _PAGE_NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    return int(found[1]) if found[1].isdecimal() else value_of(found[1].lower())


def value_of(roman: str) -> int:
    """What a Roman number in small letters is worth."""
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[c] for c in roman]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))


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


def _repeated_pictures(pages: Sequence[Page]) -> set[int]:
    """Logos and ornaments: the same picture in the same place on several pages."""
    places: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for page in pages:
        for item in page.items:
            if isinstance(item, Figure):
                places[item.name, round(item.box.x0 / 6), round(item.box.y0 / 6)].append(id(item))
    return {item for items in places.values() if len(items) >= 3 for item in items}
