"""Divisions that compete with the labels that count best: series of one look, styles above them, what else counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...words.words import EXERCISES
from ..candidate import Candidate
from .divisions import divisions
from .proposal import Proposal

SEVERAL = 2


def others(found: Sequence[Candidate], today: Proposal, body: float) -> Iterator[Proposal]:
    """Further proposals beside today's."""
    labelled = [c for c in today.chapters if c.word]
    if labelled:
        yield from _alike(found, today, labelled)
        yield from _above(found, labelled)
    if len(today.chapters) == 1 and len(labelled) == 1 and labelled[0].title.startswith("("):
        # What follows the number in brackets belongs to a line of the title block, not to a chapter's title.
        counted = divisions([c for c in found if not c.word], body)
        if len(counted) >= SEVERAL:
            yield Proposal("what else counts", tuple(counted), _with(found, counted))


def _alike(found: Sequence[Candidate], today: Proposal, labelled: Sequence[Candidate]) -> Iterator[Proposal]:
    """All labels that look like the chapters', whatever word they count by and though their numbers begin anew."""
    looks = {c.look for c in labelled}
    last = max((c.at for c in found if c.role == "key"), default=len(found) and found[-1].at + 1)
    more = [c for c in found if c.word and c.look in looks and c.role not in EXERCISES and c.at < last
            and (labelled[0].part or not c.part)]  # fmt: skip
    own = {c.at: c for c in (*today.chapters, *more)}
    if len(own) > len(today.chapters):
        yield Proposal("labels of one look", tuple(sorted(own.values(), key=_at)), today.found)


def _above(found: Sequence[Candidate], labelled: Sequence[Candidate]) -> Iterator[Proposal]:
    """Headings whose style stands above the labels' and that hold labels each, numbered through."""
    levels = {c.level for c in labelled if c.level is not None}
    above = [c for c in found if c.level is not None and levels and c.level < min(levels) and not c.word]
    numbers = [c.value for c in labelled]
    through = numbers == list(range(1, len(numbers) + 1))
    ends = [*(c.at for c in above[1:]), found[-1].at + 1] if above else []
    holding = [any(a.at < c.at < end for c in labelled) for a, end in zip(above, ends, strict=True)]
    if len(above) >= SEVERAL and through and len({c.level for c in above}) == 1 and sum(holding) >= SEVERAL:
        yield Proposal("styles above the labels", tuple(above), tuple(found))


def _with(found: Sequence[Candidate], chapters: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The headings, labels that divide nothing as ordinary ones."""
    own = {c.at: c for c in chapters}
    return tuple(own.get(c.at, c) for c in found)


def _at(c: Candidate) -> int:
    return c.at
