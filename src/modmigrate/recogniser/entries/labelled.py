"""A key written as running text, with chapters and parts inside: `Lesson 1. Part A: 1 a; 2 b. Part B: 1 False.`

The labels that the document gave its own chapters and exercises cut the line, at any depth; a cut counts only if every
piece between two labels holds entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...text.letters import CAPITALS
from ...text.patterns import lazy
from ..lines.line import Line, part
from ..words.words import EXERCISES, Words
from .entries import entries_of

Named = tuple[tuple[str, ...], Line]
"""The labels above a piece of a line, outermost first, and the piece."""
_LABEL = lazy(
    rf"(?:^|(?<=[.;:,|–—]\s)|(?<=\s{{2}}))([^\W\d_]+(?:\s[^\W\d_]+)?)\s+(\d{{1,3}}|[IVX]{{1,5}}|[{CAPITALS}])\s*[.:：–—)]\s*"
)
"""A word or two and a counter, where a sentence may begin."""
SEVERAL = 2


def by_label(line: Line, words: Words) -> list[Named]:
    """The line cut at its labels; [] for one with fewer than two, or with a piece that holds no entries."""
    paragraph = line.paragraph
    if paragraph is None or line.label is not None:
        return []
    text = paragraph.text[line.start : line.end]
    found = [m for m in _LABEL.finditer(text) if _names(m[1], words)]
    if len(found) < SEVERAL or text[: found[0].start()].strip():
        return []
    return list(_pieces(line, found, len(text), words))


def _pieces(line: Line, found: Sequence[re.Match[str]], size: int, words: Words) -> Iterator[Named]:
    outer = found[0][1].casefold()
    above = ""
    ends = [*(m.start() for m in found[1:]), size]
    read: list[Named] = []
    for match, end in zip(found, ends, strict=True):
        title = f"{match[1]} {match[2]}"
        above = title if match[1].casefold() == outer else above
        piece = part(line, line.start + match.end(), line.start + end)
        if not piece.text.strip(" .;,"):
            continue  # an outer label right before an inner one
        if not list(entries_of(piece, words)):
            return
        read.append(((title,) if title == above else (above, title), piece))
    yield from read


def _names(word: str, words: Words) -> bool:
    """Whether a word labels chapters or exercises."""
    return words.chapter.fullmatch(word) is not None or words.role(word, extra=0) in EXERCISES
