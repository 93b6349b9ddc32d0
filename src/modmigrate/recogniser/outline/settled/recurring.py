"""Levels from what recurs: the sections that every chapter has are the skeleton on which its other headings hang."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import takewhile

from msgspec.structs import replace

from ....module import folded
from ....text.amounts import HALF, reaches
from ...words.words import Words
from ..candidate import Candidate
from ..heading import SECTION, Heading

OFTEN = 3
"""Times that a title recurs before its level is taken from where it stands highest."""


def levelled(headings: Sequence[Heading], found: Sequence[Candidate], words: Words) -> tuple[Heading, ...]:
    """The headings, those that recur on one level, and those inside a recurring section below it."""
    styled = {c.at for c in found if c.level is not None}
    return tuple(_inside(_recurring(headings, styled), {c.at: c for c in found}, words))


def _recurring(headings: Sequence[Heading], styled: Set[int]) -> list[Heading]:
    """What every chapter has by looks alone (Latihan, Rangkuman) has one level in all of them: its highest.

    It stays where ordinary headings of its level follow it below the same heading: they would hang below it.
    """
    levels: dict[str, list[int]] = {}
    for h in headings:
        if h.at in styled or not h.role or h.number:
            continue
        levels.setdefault(folded(h.title), []).append(h.level)
    top = {t: min(found) for t, found in levels.items() if len(found) >= OFTEN and 1 not in found}
    out = list(headings)
    for at, h in enumerate(headings):
        level = top.get(folded(h.title), h.level)
        if level < h.level and h.at not in styled and not h.number and not _leads(headings, at):
            out[at] = replace(h, level=level)
    return out


def _leads(headings: Sequence[Heading], at: int) -> bool:
    """Whether an ordinary heading of the same level follows below the same heading."""
    own = headings[at].level
    below = takewhile(lambda h: h.level >= own, headings[at + 1 :])
    return any(h.level == own and not h.role for h in below)


def _inside(headings: Sequence[Heading], looks: Mapping[int, Candidate], words: Words) -> Iterator[Heading]:
    """The headings, those in a recurring section without a role (Dasar Teori, Contoh) that look like it below it.

    A section that chapters share by name holds their topics; `Rangkuman` or `Latihan` after it holds none, nor does
    a standard part of lessons (`Alat dan Bahan`) hang in it.
    """
    shared = _shared(headings)
    holder: Heading | None = None
    lower = 0
    for h in headings:
        if h.level <= SECTION:
            lower = 0
            part = h.role or h.number or words.is_part(h.title)
            if h.level == 1 or part or folded(h.title) in shared:
                holder = h if h.level == SECTION and not part else None
            elif holder is not None:
                lower = int(_looks(looks, h) == _looks(looks, holder))
        yield replace(h, level=h.level + lower) if lower else h


def _looks(looks: Mapping[int, Candidate], h: Heading) -> object:
    c = looks.get(h.at)
    return c.look if c is not None and c.level is None else h.at


def _shared(headings: Sequence[Heading]) -> frozenset[str]:
    """Titles of sections that most chapters have."""
    chapters = sum(h.level == 1 for h in headings)
    met: Counter[str] = Counter()
    here: set[str] = set()
    for h in headings:
        if h.level == 1:
            here = set()
        elif h.level == SECTION and not h.number and folded(h.title) not in here:
            here.add(folded(h.title))
            met[folded(h.title)] += 1
    return frozenset(t for t, count in met.items() if count >= OFTEN and reaches(count, chapters, HALF))
