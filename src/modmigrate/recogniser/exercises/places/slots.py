"""Places where a learner writes, or a key stands, beside a statement or an option.

`(   ) Statement`, `1. ( V ) Statement`, `____ 1. Statement`, `T F 1. Statement`, `1. B – S Statement`,
`1. Statement (    )` judge a statement; `( X ) text`, `[ ] text`, `☐ text` offer an option.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....text.patterns import lazy
from ...lines.line import Line, part, unlabelled
from ...words.words import SIGNS, Words
from .offers import TICKED, is_mark, offered

_BRACKETS = r"[(（\[][ \t\u3000._…]*+(?P<mark>[^\s()（）\[\].…_]{0,8}+)[ \t\u3000._…]*+[)）\]]"
_FRONT = lazy(rf"\s*+(?:{_BRACKETS}|_{{2,}}+|…{{2,}}+|\.{{4,}}+)\s*+")
# A run of signs begins but once: looked at from each of its signs, a line of 3,000 dots took seconds.
_BACK = lazy(rf"(?<!\s)\s*+(?:{_BRACKETS}|(?<!_)_{{2,}}+|(?<!…)…{{2,}}+|(?<!\.)\.{{4,}}+)[\s.。]*+$")
_PAIR = lazy(r"\s*+(?:[(\[]\s*+)?(\w++)(?:\s*+[-–/|]|\s)\s*+(\w++)\s*+[)\]]?[\s:.]*(?=\S)")
_BOX = lazy(r"\s*+(?:[(（\[]\s*+(?P<mark>[^\s()\[\]]?)\s*+[)）\]]|(?P<box>[☐☑☒□■]))\s*+(?=\S)")
_TICK, _CROSS = r"[(（]\s*[/√✓✔]\s*[)）]", r"[(（]\s*[Xx×✗]\s*[)）]"
_CROSSED = lazy(rf"{_TICK}.{{2,}}?{_CROSS}|{_CROSS}.{{2,}}?{_TICK}")
_SIGNED = str.maketrans("/Xx", "√××")


def crossed(lines: Sequence[Line]) -> bool:
    """Whether an instruction says which sign judges a statement true and which one false: `( / ) … ( X )`."""
    return any(line.label is None and _CROSSED.search(line.text) is not None for line in lines)


def signed(line: Line) -> Line:
    """A judged statement whose slash or cross is the sign for true or false."""
    return replace(line, slot=line.slot.translate(_SIGNED)) if line.slot in ("/", "X", "x") else line


def judged(line: Line, words: Words, *, signs: bool = False) -> Line:
    """A statement to be judged, without its place for the answer; what stands in that is `slot`.

    With `signs` a slash or a cross may stand there, too.
    """
    found = _judged(line, words, signs=signs)
    return signed(found) if signs else found


def _judged(line: Line, words: Words, *, signs: bool) -> Line:
    paragraph = line.paragraph
    if paragraph is None or not line.text:
        return line
    if (offer := offered(line, words)) is not None:
        return offer
    text = paragraph.text
    pair = _PAIR.match(text, line.start, line.end)
    if pair and {words.truth(pair[1]), words.truth(pair[2])} == {True, False}:
        return _from(line, pair.end(), "")
    front = _FRONT.match(text, line.start, line.end)
    # A blank before a small letter belongs to the sentence.
    begins = front is not None and (front["mark"] is not None or not text[front.end() : front.end() + 1].islower())
    if front and begins and front.end() < line.end and _judges(front["mark"], words, signs=signs):
        return _from(line, front.end(), front["mark"] or "")
    back = _BACK.search(text, line.start, line.end)
    if back and back.start() > line.start and _judges(back["mark"], words, signs=signs):
        return replace(unlabelled(line, line.start, back.start()), label=line.label, slot=back["mark"] or "")
    return line


def _judges(mark: str | None, words: Words, *, signs: bool) -> bool:
    if mark and mark[0] in "'\"‘“’":
        return False  # What a program prints: `print('true')`.
    return not mark or mark in SIGNS or words.truth(mark) is not None or (signs and mark in "/Xx")


def _from(line: Line, start: int, slot: str) -> Line:
    rest = unlabelled(line, start, line.end) if line.label is not None else part(line, start)
    return replace(rest, label=line.label or rest.label, slot=slot)


_NEXT_BOX = lazy(r"[\t ]\s*(?=[☐☑☒□■]\s*\S)")


def boxes(line: Line) -> list[tuple[Line, bool]]:
    """The options of a line that begins with a box, and whether each is ticked: `☐ wood ☐ steel`; [] for others."""
    if boxed(line) is None or line.paragraph is None:
        return []
    cuts = [m.end() for m in _NEXT_BOX.finditer(line.paragraph.text, line.start, line.end)]
    pieces = [part(line, a, b) for a, b in zip([line.start, *cuts], [*cuts, line.end], strict=True)]
    return [own for piece in pieces if (own := boxed(piece)) is not None]


def unlettered(options: Sequence[Line]) -> list[Line]:
    """Options behind boxes without the letters that count them (`☐ a) wood`), where all have theirs."""
    again = [part(option, option.start) for option in options]
    numbers = [x.label.number for x in again if x.label is not None and x.label.kind in ("lower", "upper")]
    if numbers != list(range(1, len(options) + 1)):
        return list(options)
    return [replace(unlabelled(x, x.start, x.end), slot=old.slot) for x, old in zip(again, options, strict=True)]


def boxed(line: Line) -> tuple[Line, bool] | None:
    """An option behind a box, and whether that is ticked; None for other lines."""
    paragraph = line.paragraph
    found = _BOX.match(paragraph.text, line.start, line.end) if paragraph is not None else None
    if found is None or found.end() >= line.end or (line.label is not None and line.label.kind != "bullet"):
        return None
    mark = found["mark"] or ""
    if mark and not is_mark(mark):
        return None
    return unlabelled(line, found.end(), line.end), bool(mark) or (found["box"] or " ") in TICKED
