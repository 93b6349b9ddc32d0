"""Places where a learner writes, or a key stands, beside a statement or an option.

`(   ) Statement`, `1. ( V ) Statement`, `____ 1. Statement`, `T F 1. Statement`, `1. B – S Statement`,
`1. Statement (    )` judge a statement; `( X ) text`, `[ ] text`, `☐ text` offer an option.
"""

from __future__ import annotations

from msgspec.structs import replace

from ..patterns import lazy
from .grid import TICKS
from .lines import Line, part, unlabelled
from .words import SIGNS, Words

_PLACE = (
    r"(?:[(（\[][ \t\u3000._…]*(?P<mark>[^\s()（）\[\].…_]{0,8})[ \t\u3000._…]*[)）\]]"
    r"|_{2,}|…{2,}|\.{4,})"
)
_FRONT = lazy(rf"\s*{_PLACE}\s*")
_BACK = lazy(rf"\s*{_PLACE}[\s.。]*$")
_PAIR = lazy(r"\s*[(\[]?\s*(\w+)\s*(?:[-–/|]|\s)\s*(\w+)\s*[)\]]?[\s:.]*(?=\S)")
_BOX = lazy(r"\s*(?:[(（\[]\s*(?P<mark>[^\s()\[\]]?)\s*[)）\]]|(?P<box>[☐☑☒□■]))\s*(?=\S)")
_TICKED = "☑☒■"


def judged(line: Line, words: Words) -> Line:
    """A statement to be judged, without its place for the answer; what stands in that is `slot`."""
    paragraph = line.paragraph
    if paragraph is None or not line.text:
        return line
    text = paragraph.text
    pair = _PAIR.match(text, line.start, line.end)
    if pair and {words.truth(pair[1]), words.truth(pair[2])} == {True, False}:
        return _from(line, pair.end(), "")
    front = _FRONT.match(text, line.start, line.end)
    # A blank before a small letter belongs to the sentence.
    begins = front is not None and (front["mark"] is not None or not text[front.end() : front.end() + 1].islower())
    if front and begins and front.end() < line.end and _judges(front["mark"], words):
        return _from(line, front.end(), front["mark"] or "")
    back = _BACK.search(text, line.start, line.end)
    if back and back.start() > line.start and _judges(back["mark"], words):
        return replace(unlabelled(line, line.start, back.start()), label=line.label, slot=back["mark"] or "")
    return line


def _judges(mark: str | None, words: Words) -> bool:
    return not mark or mark in SIGNS or words.truth(mark) is not None


def _from(line: Line, start: int, slot: str) -> Line:
    rest = unlabelled(line, start, line.end) if line.label is not None else part(line, start)
    return replace(rest, label=line.label or rest.label, slot=slot)


def boxed(line: Line) -> tuple[Line, bool] | None:
    """An option behind a box, and whether that is ticked; None for other lines."""
    paragraph = line.paragraph
    found = _BOX.match(paragraph.text, line.start, line.end) if paragraph is not None else None
    if found is None or found.end() >= line.end or (line.label is not None and line.label.kind != "bullet"):
        return None
    mark = found["mark"] or ""
    if mark and mark.casefold() not in TICKS and mark not in SIGNS:
        return None
    return unlabelled(line, found.end(), line.end), bool(mark) or (found["box"] or " ") in _TICKED
