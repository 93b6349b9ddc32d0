"""Numbers of pages: alone on their line, and among the words of running heads."""

from __future__ import annotations

import re

from ....languages import said
from ....text.digits import count
from ....text.patterns import lazy

MAX_NUMBERS = 8
"""How many of a line's numbers may count the pages, among dates and codes."""
_ROMAN = r"(?=[ivxlc])(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"
MOST_PAGES = 5_000
_NUMBER = lazy(rf"\d+|\b{_ROMAN}\b", re.IGNORECASE)
_PAGES, _OF = ("|".join(map(re.escape, said(key))) for key in ("page", "page-of"))
_PAGE_NUMBER = lazy(
    rf"\W*(?:(?:{_PAGES})\b[\s.:|–-]*)?(?:(?:\d{{1,2}}|[ivxlc]{{1,5}}|[a-z])\s?[.–-]\s?)?(\d{{1,4}}|{_ROMAN})"
    rf"(?:\s*(?:/|{_OF}|\|)\s*\d{{1,4}})?\s*页?\W*",
    re.IGNORECASE,
)


def shapes(text: str, page: int) -> list[str]:
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
