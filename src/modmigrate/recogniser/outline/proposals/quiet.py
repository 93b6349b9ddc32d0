"""Labels in plain text below one of several louder headings: they number what that heading holds, not chapters.

A lab sheet with bold headings whose last holds `Experiment 1 … Experiment 18`, set as its text is. A preface that has a
text of its own holds none of the chapters behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from ....text.amounts import SEVERAL
from ...words.words import EXERCISES
from ..candidate import Candidate
from .proposal import Proposal

HOW = "louder headings above quiet labels"


def quiet(chapters: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """The labelled chapters, where all are quieter than several headings before them and none stands among them."""
    labels = [c for c in chapters if c.word]
    if len(labels) < SEVERAL or any(_is_loud(c) for c in labels):
        return []
    loud = [c for c in found if _is_loud(c) and not c.word]
    first, last = labels[0].at, labels[-1].at
    above = [c for c in loud if c.at < first]
    if len(above) <= SEVERAL or any(first < c.at < last for c in loud):
        return []
    holder = above[-1]
    # Chapters of a book count from 1 and leave none out.
    counted = [c.value for c in labels] == list(range(1, len(labels) + 1))
    return labels if holder.at == first - 1 or holder.role in EXERCISES or not counted else []


def above_quiet(
    first: Proposal, divide: Callable[[list[Candidate]], tuple[Sequence[Candidate], Sequence[Candidate]]]
) -> Proposal | None:
    """The document divided without its quiet labels, which are ordinary headings then; None where it has none.

    `divide` gives the chapters of headings, and the headings.
    """
    labels = {c.at for c in quiet(first.chapters, first.found)}
    if not labels:
        return None
    found = [replace(c, word="", value=0) if c.at in labels else c for c in first.found]
    chapters, found = map(list, divide(found))
    return Proposal(HOW, tuple(chapters), tuple(found))


def _is_loud(c: Candidate) -> bool:
    return c.bold or c.capitals or c.centred or c.level is not None
