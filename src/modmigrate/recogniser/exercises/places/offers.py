"""Statements with both truth values to tick beside them: `☐ true ☐ false  Soap cleans.`, `Soap cleans. [ ] T [ ] F`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ....document import Span
from ....module import folded
from ....text.patterns import lazy
from ...lines.grid import TICKS
from ...lines.line import Line, cut, unlabelled
from ...words.words import SIGNS, Words

_BOX = r"(?:[☐☑☒□■]|[(\[][ \t]*[^\s()\[\]]?[ \t]*[)\]])"
_BETWEEN = r"[\s/|,–-]*"
_OFFER = (
    rf"(?:(?P<box1>{_BOX})\s*(?P<word1>\w+){_BETWEEN}(?P<box2>{_BOX})\s*(?P<word2>\w+)"
    rf"|(?P<word3>\w+)\s*(?P<box3>{_BOX}){_BETWEEN}(?P<word4>\w+)\s*(?P<box4>{_BOX}))"
)
_FRONT = lazy(rf"\s*{_OFFER}[\s:.–-]*(?=\w)")
_BACK = lazy(rf"(?<=\S)\s*{_OFFER}[\s.]*$")
_BOXES = lazy(r"[☐☑☒□■(\[]")
_BOTH = lazy(
    r"(?<=\S)\s*(?P<open>[(（\[])\s*(?P<one>\w+)\s*(?:[)）\]]\s*[/|,]?\s*[(（\[]|[/|])\s*(?P<two>\w+)\s*[)）\]][\s.]*$"
)
"""Both truth values in brackets behind a statement: `(V) (F)`, `(V / F)`."""
TICKED = "☑☒■"
"""Boxes that are ticked as they are printed."""


def offered(line: Line, words: Words) -> Line | None:
    """The statement alone, what is ticked as its slot ('' where nothing is); None for other lines."""
    paragraph = line.paragraph
    if paragraph is None or _BOXES.search(line.text) is None:  # the cheap sign first
        return None
    text = paragraph.text
    if (both := _BOTH.search(text, line.start, line.end)) is not None:
        return _circled(line, both, words)
    front = _FRONT.match(text, line.start, line.end)
    found = front or _BACK.search(text, line.start, line.end)
    if found is None:
        return None
    values = _values(found)
    if {words.truth(word) for word, _ in values} != {True, False}:
        return None
    ticked = [word for word, box in values if _is_ticked(box) and folded(word) not in words.yes_no]
    start, end = (found.end(), line.end) if front else (line.start, found.start())
    rest = unlabelled(line, start, end)
    return replace(rest, label=line.label, slot=ticked[0] if len(ticked) == 1 else "")


def _circled(line: Line, found: re.Match[str], words: Words) -> Line | None:
    """The statement before both truth values; the one that alone stands out is what was circled or underlined."""
    values = [(found[name], found.start(name), found.end(name)) for name in ("one", "two")]
    if {words.truth(word) for word, _, _ in values} != {True, False}:
        return None
    # Yes and no are what somebody ticked of himself; only what judges a statement may be its key.
    judged = [value for value in values if folded(value[0]) not in words.yes_no]
    marked = [word for word, start, end in judged if stands_out(line, start, end)]
    rest = unlabelled(line, line.start, found.start())
    return replace(rest, label=line.label, slot=marked[0] if len(marked) == 1 else "")


def stands_out(line: Line, start: int, end: int) -> bool:
    """Whether a stretch of the line's paragraph is underlined, highlighted or struck round, as what is chosen is."""
    paragraph = line.paragraph
    assert paragraph is not None
    looks = [i.look for i in cut(paragraph.inlines, start, end) if isinstance(i, Span) and i.text.strip()]
    return bool(looks) and all(x.underline or x.highlight or x.bold for x in looks)


def _values(found: re.Match[str]) -> list[tuple[str, str]]:
    names = ("1", "2") if found["word1"] else ("3", "4")
    return [(found[f"word{n}"], found[f"box{n}"]) for n in names]


def _is_ticked(box: str) -> bool:
    mark = box.strip("()[] \t")
    return box in TICKED or is_mark(mark)


def is_mark(mark: str) -> bool:
    """Whether a sign in brackets ticks them."""
    return mark.casefold() in TICKS or mark in SIGNS
