"""Headings that may be called like a key, settled by what stands below them.

`Solutions` heads a topic in chemistry, `Kunci` one in a book on data bases; `Kunci Jawaban SAS IPAS` says more than
that it heads a key. It does where entries make up most of what stands below it; hiding prose would be a loss. A single
word that opens a longer title heads none (`Key Features of …`).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....text.amounts import MOST, SEVERAL, reaches
from ....text.letters import OPTIONS
from ....text.patterns import lazy
from ...entries.entries import entries_of
from ...entries.names import names_exercise, prose
from ...lines.line import Line
from ...words.words import Words
from ..candidate import Candidate

_LETTER = lazy(rf"\W*[{OPTIONS}](\W|$)")
_APART = lazy(rf"\W*[{OPTIONS}](?:\s*[.):,;–—-]|\s*$)")
"""A letter that is no word: `A loan` is one."""
ENOUGH = 3
"""Entries; fewer may be figures in a text."""


def settled(found: Sequence[Candidate], lines: Sequence[Line], words: Words) -> list[Candidate]:
    """The candidates, keys among them by what they say and what stands below them."""
    return [_settled(found, at, lines, words) for at in range(len(found))]


def _settled(found: Sequence[Candidate], at: int, lines: Sequence[Line], words: Words) -> Candidate:
    c = found[at]
    says = words.opening(c.title)
    alone = len(says.split()) < SEVERAL and not _names_chapters_again(found, at)
    if c.role == "key" and alone and not _entries_prevail(found, at, lines, words, 0):
        return replace(c, role="")
    called = not c.role and not c.word and "key" in words.phrases.get(says, ())
    # One word and more may be any title: `Answers and Trainer Notes` heads letters, `Solutions for shops` none.
    if called and _entries_prevail(found, at, lines, words, ENOUGH) and not (alone and _tell(found, at, lines, words)):
        return replace(c, role="key")
    return replace(c, role="key") if _explains_letters(found, at, lines, words) else c


def _explains_letters(found: Sequence[Candidate], at: int, lines: Sequence[Line], words: Words) -> bool:
    """Whether a title is a word for explanations alone, and letters set apart stand below it: `Pembahasan`, `1. B. …`.

    Otherwise it heads a discussion.
    """
    c = found[at]
    if c.role or c.word or words.explanation.fullmatch(f"{c.title}:") is None:
        return False
    values = [value for entries in _entries(found, at, lines, words) for _, value in entries]
    letters = [v for v in values if _APART.match(v)]
    return reaches(len(letters), len(values), MOST) and _entries_prevail(found, at, lines, words, ENOUGH)


def _tell(found: Sequence[Candidate], at: int, lines: Sequence[Line], words: Words) -> bool:
    """Whether most entries below a heading are words, not letters or truth values."""
    values = [value for entries in _entries(found, at, lines, words) for _, value in entries]
    short = [v for v in values if _LETTER.match(v) or words.truth(v) is not None]
    return not reaches(len(short), len(values), MOST)


def _names_chapters_again(found: Sequence[Candidate], at: int) -> bool:
    """Whether the label of a chapter that was met before stands right below: the first chapter's key."""
    met = {(c.word, c.value) for c in found[:at] if c.word}
    return any((c.word, c.value) in met for c in found[at + 1 : at + 2])


def _entries_prevail(found: Sequence[Candidate], at: int, lines: Sequence[Line], words: Words, least: int) -> bool:
    entries = sum(map(len, _entries(found, at, lines, words)))
    return entries >= max(least, len(prose(_below(found, at, lines), words)))


def _entries(found: Sequence[Candidate], at: int, lines: Sequence[Line], words: Words) -> list[list[tuple[int, str]]]:
    named = (said[1] if (said := names_exercise(line, words)) else line for line in _below(found, at, lines))
    return [list(entries_of(line, words)) for line in named]


def _below(found: Sequence[Candidate], at: int, lines: Sequence[Line]) -> list[Line]:
    c = found[at]
    # Labels that were met before name the chapters whose keys these are.
    met = {(x.word, x.value) for x in found[:at]}
    later = (x.at for x in found[at + 1 :] if x.look == c.look or (x.word and (x.word, x.value) not in met))
    end = next(later, len(lines))
    return [line for line in lines[c.at + 1 : end] if line.text or line.table is not None]
