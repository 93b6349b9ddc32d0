"""Contents tables and lists of figures: runs of lines that end in the number of a page.

Leaders of dots tell such a line. A gap before the number does not: rows of measurements look alike. So those lines
go only where their numbers count on and other lines of the document say what they name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ....text.patterns import lazy
from ..ground.page import Line, Page
from ..lines.alike import is_code
from .page_numbers import value_of

MIN_ENTRIES = 3
_LAST = frozenset("0123456789ivxlc-")
_LEADERS = lazy(r"(?:(?:\.\s?){4}\s*+[\divxlcIVXLC-]{1,7}|……\s*+[\divxlc]{1,5}|____\s*+\d+)$")
_NEAR = 80
"""Signs at the end of a line that tell whether it ends in leaders and a page."""
_TABBED = lazy(r"\s*+(\S(?:.*\S)?)(?=[^\S\t]*+\t)\s++(?:(\d{1,4})|([ivxlc]{1,6}))\s*+")
_WORD = lazy(r"[^\W\d_]{2}")


def without_contents(pages: Sequence[Page]) -> None:
    """Take the contents tables out of the pages."""
    said: Counter[str] | None = None
    for page in pages:
        lines = [i for i in page.items if isinstance(i, Line)]
        entries = {id(line) for line in lines if is_entry(line.text)}
        entries = entries if len(entries) >= MIN_ENTRIES else set()
        tabbed = [line for line in lines if "\t" in line.text and _tabbed(line.text) and not is_code(line)]
        if len(tabbed) + len(entries) >= MIN_ENTRIES and tabbed:
            said = said or Counter(_folded(i.text) for p in pages for i in p.items if isinstance(i, Line))
            if entries or _counts_on(tabbed, said):
                entries |= {id(line) for line in tabbed}
        if entries:
            page.drop(entries | _wrapped(lines, entries), "contents")


def is_entry(text: str) -> bool:
    """Whether a line ends in leaders and a page number."""
    text = text.strip()
    return text[-1:].lower() in _LAST and _LEADERS.search(text[-_NEAR:]) is not None


def _tabbed(text: str) -> re.Match[str] | None:
    """A title of words, a tab and a page number."""
    found = _TABBED.fullmatch(text)
    return found if found and _WORD.search(found[1]) else None


def _counts_on(tabbed: Sequence[Line], said: Counter[str]) -> bool:
    """Whether lines that end in numbers are entries: the numbers never fall, and half of the titles stand elsewhere."""
    found = [m for line in tabbed if (m := _tabbed(line.text))]
    numbers = list(_numbers(found))
    if numbers != sorted(numbers):
        return False
    own = Counter(_folded(m[1]) for m in found)
    named = sum(said[_folded(m[1])] > own[_folded(m[1])] for m in found)
    return named * 2 >= len(found)


def _numbers(found: Sequence[re.Match[str]]) -> Iterator[int]:
    """Page numbers; the Roman ones come before all others."""
    for match in found:
        yield int(match[2]) if match[2] else value_of(match[3]) - 1_000


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text.casefold()))


def _wrapped(lines: Sequence[Line], entries: set[int]) -> set[int]:
    """First lines of entries that run over two lines: between two entries, and full."""
    out = set()
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        close = after.y - line.y < 2.2 * line.size and line.y - before.y < 2.2 * line.size
        if id(line) not in entries and id(before) in entries and id(after) in entries and close:
            out.add(id(line))
    return out
