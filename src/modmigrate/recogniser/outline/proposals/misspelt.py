"""Chapter labels that are misspelt (`Modul Praktikkum VIII`, `BABB III`): told by the label they resemble, by its
look, and by the number that the other labels leave open."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from ....text.amounts import SEVERAL
from ....text.patterns import lazy
from ...lines.labels import value_of
from ...lines.line import fold
from ..candidate import Candidate

_LABEL = lazy(
    r"(?P<word>[^\W\d](?:[^\d:]*?[^\d:\s.])?)[\s.]*+\b(?P<number>\d{1,2}|[IVXLC]+)\b(?P<rest>\s*$|\s*[.:–—\-].*)"
)
ALIKE = 0.8
"""Likeness of two words that are meant to be one; a single letter too many in a word of three is 0.86."""


def with_misspelt(found: Sequence[Candidate], labelled: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those that were meant as labels like the labelled ones read as such."""
    if len(labelled) < SEVERAL:
        return list(found)
    return [_meant(c, labelled) if not c.word and not c.marker else c for c in found]


def _meant(c: Candidate, labelled: Sequence[Candidate]) -> Candidate:
    match = _LABEL.fullmatch(c.title)
    if match is None or c.look not in {x.look for x in labelled}:
        return c
    value = value_of(match["number"]) or 0
    word = " ".join(match["word"].casefold().split())
    like = SequenceMatcher(None, word, labelled[0].word, autojunk=False).ratio()
    before = max((x.value for x in labelled if x.at < c.at), default=0)
    after = min((x.value for x in labelled if x.at > c.at), default=value + 1)
    if like < ALIKE or value != before + 1 or after <= value:
        return c
    title = fold(match["rest"].lstrip(" .:–—-"))
    return replace(c, word=labelled[0].word, value=value, number=f"{match['word'].strip()} {match['number']}",
                   title=title)  # fmt: skip
