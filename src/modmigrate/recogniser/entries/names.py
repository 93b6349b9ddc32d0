"""Lines of a key that name the exercise whose entries follow them, and lines of a key that are no entries."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.patterns import lazy
from ..lines.line import Line, part, pieces
from ..words.words import EXERCISES, MANY, Words
from .entries import entries_of
from .labelled import by_label
from .named import names_key
from .runs import letters, listed, ranged

TITLE = 10
"""Words of a title among a key's entries."""
_SHORT = 3
"""Words that name an exercise before its entries: First part, أولاً."""
_NAMED = lazy(r"\s*+(\D[^:：\n]{2,40}?\d{0,2}+)\s*+[:：]\s*+(?=\S)")
"""`Latihan 1: 1. A`, `Pilihan ganda: 1. A 2. B`: whose key follows."""


def names_exercise(line: Line, words: Words) -> tuple[str, Line] | None:
    """The exercise that a line names before its entries, and the rest of the line."""
    paragraph = line.paragraph
    # `B. Benar Salah: 1. B 2. S`: the exercise's letter goes before its name.
    open_ = line.label is None or line.label.kind in ("upper", "roman")
    found = _NAMED.match(paragraph.text, line.start, line.end) if paragraph is not None and open_ else None
    if found is None:
        return _lettered(line)
    rest = part(line, found.end())
    named = words.role(found[1], extra=1) in EXERCISES or words.question_type(found[1]) or names_key(found[1], words)
    # Evaluasi Materi Pokok 1: 1. B 2. C
    short = len(found[1].split()) <= _SHORT or words.role(found[1], extra=MANY) in EXERCISES
    listing = short and (next(entries_of(rest, words), None) or letters(rest.text))
    return (found[1], rest) if named or listing else None


def _lettered(line: Line) -> tuple[str, Line] | None:
    """`C. 4. income`: a part of an exercise by its letter, and its entries."""
    if line.label is None or line.label.kind not in ("upper", "roman") or line.label.auto or line.paragraph is None:
        return None
    rest = part(line, line.start)
    counted = rest.label is not None and rest.label.kind == "number"
    return (line.label.text, rest) if counted or listed(rest.text) or ranged(rest.text) else None


def prose(lines: Sequence[Line], words: Words) -> list[Line]:
    """The lines below a key's heading that are neither entries nor titles."""
    long = (x for line in lines for x in pieces(line) if x.words > TITLE)
    return [x for x in long if not list(entries_of(x, words)) and not by_label(x, words)]
