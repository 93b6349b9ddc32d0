"""Statements with both truth values to tick beside them: `☐ true ☐ false  Soap cleans.`, `Soap cleans. [ ] T [ ] F`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ....text.patterns import lazy
from ...lines.grid import TICKS
from ...lines.line import Line, unlabelled
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
TICKED = "☑☒■"
"""Boxes that are ticked as they are printed."""


def offered(line: Line, words: Words) -> Line | None:
    """The statement alone, what is ticked as its slot ('' where nothing is); None for other lines."""
    paragraph = line.paragraph
    if paragraph is None or len(_BOXES.findall(line.text)) < 2:  # the cheap sign first
        return None
    text = paragraph.text
    front = _FRONT.match(text, line.start, line.end)
    found = front or _BACK.search(text, line.start, line.end)
    if found is None:
        return None
    values = _values(found)
    if {words.truth(word) for word, _ in values} != {True, False}:
        return None
    ticked = [word for word, box in values if _is_ticked(box)]
    start, end = (found.end(), line.end) if front else (line.start, found.start())
    rest = unlabelled(line, start, end)
    return replace(rest, label=line.label, slot=ticked[0] if len(ticked) == 1 else "")


def _values(found: re.Match[str]) -> list[tuple[str, str]]:
    names = ("1", "2") if found["word1"] else ("3", "4")
    return [(found[f"word{n}"], found[f"box{n}"]) for n in names]


def _is_ticked(box: str) -> bool:
    mark = box.strip("()[] \t")
    return box in TICKED or is_mark(mark)


def is_mark(mark: str) -> bool:
    """Whether a sign in brackets ticks them."""
    return mark.casefold() in TICKS or mark in SIGNS
