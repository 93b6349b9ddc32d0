"""Heading levels from the file's bookmarks, where they are good: most of them name a line on the page they lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import pypdfium2 as pdfium

from ....text.letters import letter_value
from ....text.patterns import lazy
from ..ground.page import Grid, Line, Page
from ..ground.said import bookmark_title

MAX_BOOKMARKS = 3_000
_LABEL = lazy(r"\(?([A-Za-z]|\d{1,2})[.)]")
ENOUGH = 0.8
"""Share of bookmarks that must be found as lines."""


class Bookmark(NamedTuple):
    """An entry of the outline: page from 1, 0 for none."""

    title: str
    level: int
    page: int


def bookmarks(document: Any) -> list[Bookmark]:
    """The outline's entries in order; [] for an outline that cannot be read."""
    found: list[Bookmark] = []
    try:
        for entry in document.get_toc(max_depth=6):
            dest = entry.get_dest()
            page = dest.get_index() if dest is not None else None
            found.append(Bookmark(bookmark_title(entry), entry.level + 1, 0 if page is None else page + 1))
            if len(found) >= MAX_BOOKMARKS:
                break
    except (pdfium.PdfiumError, ValueError, RecursionError):
        return []
    return [b for b in found if b.title]


def set_levels(pages: Sequence[Page], found: Sequence[Bookmark]) -> None:
    """Give lines that bookmarks name their levels, if the outline as a whole fits the pages."""
    if len(found) < 3:
        return
    taken: set[int] = set()
    placed = [(mark, lines) for mark in found if (lines := _lines(pages, mark, taken))]
    missing = len(found) - len(placed)
    if missing and len(placed) + _in_tables(pages, found) < ENOUGH * len(found):
        return
    for mark, lines in placed:
        for at, line in enumerate(lines):
            line.level, line.joined = mark.level, at > 0
    _with_siblings([i for p in pages for i in p.items if isinstance(i, Line)])


def _in_tables(pages: Sequence[Page], found: Sequence[Bookmark]) -> int:
    """How many bookmarks name what stands in a table on their pages: cells head nothing, but it is good."""
    cells: dict[int, str] = {}
    for page in pages:
        grids = [i for i in page.items if isinstance(i, Grid)]
        cells[page.number] = _folded(" ".join(text for grid in grids for text in grid.texts)) if grids else ""
    return sum(bool(title := _folded(mark.title)) and title in cells.get(mark.page, "") for mark in found)


def _with_siblings(lines: Sequence[Line]) -> None:
    """Give a line that looks like a bookmarked one and counts on behind its label the same level.

    Authors make some headings of a series by style and others by hand; bookmarks name the first alone.
    """
    last: dict[str, tuple[int, Line]] = {}
    for line in lines:
        found = _LABEL.fullmatch(line.label)
        if found is None:
            continue
        kind, number = _counted(found[1])
        before, sibling = last.get(kind, (0, line))
        if line.level is None and number == before + 1 and line.bold and sibling.bold and sibling.size == line.size:
            line.level = sibling.level
        if line.level is not None:
            last[kind] = number, line


def _counted(label: str) -> tuple[str, int]:
    """The kind of a label and its number."""
    if label.isdecimal():
        return "number", int(label)
    return "upper" if label.isupper() else "lower", letter_value(label)


def _lines(pages: Sequence[Page], mark: Bookmark, taken: set[int]) -> list[Line]:
    """The lines on the bookmark's page that say its title, one or several in a row, and are not another's."""
    wanted = _folded(mark.title)
    if not 1 <= mark.page <= len(pages) or not wanted:
        return []
    lines = [i for i in pages[mark.page - 1].items if isinstance(i, Line)]
    for at, line in enumerate(lines):
        said, count = _folded(line.text), 1
        if not said or id(line) in taken:
            continue
        while said != wanted and wanted.startswith(said) and at + count < len(lines) and count < 5:
            said += _folded(lines[at + count].text)
            count += 1
        if said == wanted:
            taken.update(map(id, lines[at : at + count]))
            return lines[at : at + count]
    return []


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())
