"""The document's title, and the opening lines that say it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...document import Formula
from ...text.signs import asks
from ..lines.line import Line, fold
from ..lines.sequences import COUNTING
from .candidate import Candidate
from .proposals.shouted import TITLES

LONGEST, OPENING = 15, 20
"""Words of a title that the file's properties state, and of one that opens the text."""
MAX_OPENING = 40
"""A title stands within so many lines."""
_PARTS = ("objectives", "contents", "summary", "back")
"""What announces a part of a document and names none of it."""


class Title(Struct, frozen=True):
    """The title, and the lines that are nothing but it."""

    text: str
    lines: frozenset[int] = frozenset()


def title_of(lines: Sequence[Line], first: int, stated: str, found: Sequence[Candidate]) -> Title:
    """Title style, else a lone first heading, else the largest loud lines, else what the file's properties state.

    `first` is the line of the first chapter. A property that only repeats is no evidence: files are often copies.
    """
    opening = [(at, x) for at, x in enumerate(lines[: min(first, MAX_OPENING)]) if x.text and not _has_formula(x)]
    for at, line in opening:
        if line.paragraph is not None and line.paragraph.style.lower() in TITLES:
            return Title(fold(line.text), frozenset({at}))
    styled = [c for c in found if c.level is not None and c.role not in ("pretest", "test", "front", *_PARTS)]
    if styled and styled[0].at < first and styled[0].level == min(c.level or 9 for c in styled):
        return Title(styled[0].title, frozenset({styled[0].at}))
    parts = {c.at for c in found if c.role in _PARTS}
    if top := _largest([(at, x) for at, x in opening if at not in parts]):
        return Title(fold(" ".join(line.text for _, line in top)), frozenset(at for at, _ in top))
    words = opening[0][1].text if opening and opening[0][0] not in parts else ""
    is_title = 0 < len(words.split()) <= LONGEST and not (words.endswith((".", ":", ",", ";")) or asks(words))
    return Title(stated or (words if is_title else ""))


def _largest(opening: Sequence[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """The first of the largest bold or centred lines, and the one right behind it if it is as large and as placed."""
    loud = [(at, x) for at, x in opening if x.paragraph is not None and x.words <= OPENING and _names(x.text)
            and not (x.label is not None and x.label.kind in COUNTING)
            and (x.paragraph.layout.bold or x.paragraph.layout.centred)]  # fmt: skip
    if not loud:
        return []
    size = max(_size(x) for _, x in loud)
    top = [(at, x) for at, x in loud if _size(x) == size]
    joined = len(top) > 1 and top[1][0] == top[0][0] + 1 and _is_centred(top[0][1]) == _is_centred(top[1][1])
    return top[: 1 + joined]


def _has_formula(line: Line) -> bool:
    """Whether a line holds a formula: a title is shown in places that know none."""
    return any(isinstance(i, Formula) for i in line.inlines)


def _names(text: str) -> bool:
    """Whether a line has words: a number alone in large print is no title."""
    return sum(c.isalpha() for c in text) > 1


def _is_centred(line: Line) -> bool:
    return line.paragraph is not None and line.paragraph.layout.centred


def _size(line: Line) -> float:
    return (line.paragraph.layout.size or 0.0) if line.paragraph is not None else 0.0
