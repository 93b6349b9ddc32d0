"""Which headings begin chapters: labels that count, else styles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ....module import folded
from ....text.amounts import SEVERAL
from ...words.words import EXERCISES
from ..candidate import Candidate
from .labels import labelled

ROUND = 0.5
"""Points by which sizes that are meant alike may differ."""
OUTSIDE = ("front", "back", "key")
"""What stands beside the chapters of a book."""
SENTENCE = 5
"""Words of a sentence below a heading that looks like a preface's."""
TEXT = 15
"""Words of a text that has a heading of its own."""
SMALLER = 1.5
"""Points by which the key's heading may be smaller than the chapters' labels."""


def chapters_of(found: Sequence[Candidate], below: Mapping[int, int]) -> list[Candidate]:
    """The headings that begin chapters; [] for a document that is one chapter.

    `below` tells how many words stand below a candidate (by its line), before the next one.
    """
    out: list[Candidate] = []
    for c in _all(found, below):
        # A label alone (MODUL 8) takes the heading right below it as its title.
        if out and out[-1].word and not out[-1].title and c.at == out[-1].at + 1 and not c.word and not c.role:
            continue
        # Below KUNCI JAWABAN the names of tests and exercises only say whose key follows.
        if not (out and out[-1].role == "key" and c.role in ("practice", "pretest", "test")):
            out.append(c)
    return out


def _all(found: Sequence[Candidate], below: Mapping[int, int]) -> list[Candidate]:
    numbered = labelled(found)
    if numbered:
        around = _around(numbered, found, below)
        looks = {c.look for c in numbered}
        level = _level(numbered, found)
        span = (numbered[0].at, numbered[-1].at)
        # Styles above the labels' that begin below the first of them are misused: they head what is inside.
        above = [c for c in found if level is not None and c.level is not None and c.level < level]
        misused = {c.at for c in above if c.role not in OUTSIDE} if above and above[0].at > span[0] else set()
        inside = {_unnumbered(c.title) for c in found if span[0] < c.at < span[1]}
        # A test that every chapter ends in is the last chapter's, too.
        size = min(c.size for c in numbered)
        misused |= {c.at for c in found if c.role in EXERCISES and _unnumbered(c.title) in inside}
        return [c for c in found if c in numbered or _ends_book(c, span, size, found)
                or (c.at not in misused and (c in around or _beside(c, looks, level, span)
                                             or _is_matter(c, span, size, level)))]  # fmt: skip
    styled = [c for c in found if c.level is not None]
    if styled:
        return _styled(styled)
    return []


def _level(numbered: Sequence[Candidate], found: Sequence[Candidate]) -> int | None:
    """The level of the labels' styles; where labels stand in plain lines above styled titles, of the titles'."""
    own = [c.level for c in numbered if c.level is not None]
    titles = {c.at: c.level for c in found if c.level is not None and not c.word}
    below = [titles[c.at + 1] for c in numbered if not c.title and c.at + 1 in titles]
    return min(own) if own else min((lv for lv in below if lv), default=None) if len(below) == len(numbered) else None


def _around(numbered: Sequence[Candidate], found: Sequence[Candidate], below: Mapping[int, int]) -> list[Candidate]:
    """Headings with a text of their own before the first label or behind the last chapter's (`PENDAHULUAN`).

    They are larger than what chapters are divided by, and no larger than the labels: the title of the whole is.
    """
    first, last = numbered[0], numbered[-1]
    if first is last:
        return []
    titled = {c.at + 1 for c in found if c.word}
    inner = [c.size for c in found if first.at < c.at < last.at and not c.word and c.at not in titled]
    size = min(c.size for c in numbered)
    able = [c for c in found[1:] if not (c.word or c.marker or c.level is not None) and c.at not in titled]
    # What looks like a preface's heading stands beside the chapters as that does, however small their labels are.
    fronts = {c.look for c in found if c.role == "front" and c.at < first.at and c.bold and c.size >= size}
    alike = [c for c in able if c.look in fronts and c.at < first.at and below.get(c.at, 0) >= SENTENCE and not c.role]
    apart = [c for c in able if c not in alike and not first.at <= c.at <= last.at and c.role != "objectives"]
    return alike + [c for c in apart if below.get(c.at, 0) >= TEXT
            and max(inner, default=0) < c.size <= size + ROUND and c.bold
            and (c.at < first.at or (c.role in EXERCISES and c.size >= size))]  # fmt: skip


def _is_matter(c: Candidate, span: tuple[int, int], size: float, level: int | None) -> bool:
    """Whether a heading without style opens front or back matter: outside the chapters, as large as their labels."""
    plain = level is None and c.level is None and not (c.word or c.marker)
    return plain and not span[0] < c.at < span[1] and c.role in ("front", "back") and c.bold and c.size >= size


def _unnumbered(title: str) -> str:
    """`Tes Formatif 2` is the next chapter's `Tes Formatif 1`."""
    return re.sub(r"\W*\d+$", "", folded(title))


def _ends_book(c: Candidate, span: tuple[int, int], size: float, found: Sequence[Candidate]) -> bool:
    """Whether a heading is the key behind the last chapter: as loud as the chapters' labels, or a key to several."""
    if c.at <= span[1] or c.role != "key" or c.level is not None or c.word or c.marker:
        return False
    below = [x for x in found if x.at > c.at]
    met = {(x.word, x.value) for x in found if x.word and x.at < c.at}
    if any((x.word, x.value) in met for x in below):
        return c.bold or c.centred or c.capitals  # it names the chapters again
    several = sum(x.role in EXERCISES for x in below) > 1
    return c.bold and c.centred and c.size >= size - SMALLER * several - ROUND


def _beside(c: Candidate, looks: set[tuple[object, ...]], level: int | None, span: tuple[int, int]) -> bool:
    """Whether an unlabelled heading ranks with the labelled chapters: preface, bibliography, a final test …"""
    if c.word or c.marker or (c.role in EXERCISES and c.number and span[0] < c.at):
        return False  # Exercise 2 belongs to its chapter
    if span[0] == span[1] and level is not None and c.level == level:
        return c.role in (*OUTSIDE, "pretest", "test")  # one lesson, all headings of which have one style
    if level is not None and c.level is None:
        # A preface or list of sources whose heading nobody gave the style of the chapters.
        return not span[0] < c.at < span[1] and c.role in ("front", "back") and c.bold and (c.capitals or c.centred)
    if level is not None:
        before = ("front", "back", "pretest")
        return c.level is not None and c.level <= level and (c.at > span[0] or c.role in before)
    # Between two labelled chapters, a test or key of their look belongs to the one it stands in.
    outside = not span[0] < c.at < span[1]
    if span[0] == span[1] and c.role in EXERCISES and not c.centred:
        return False  # bold as the label of a lone chapter: its own test
    if outside and c.look in looks and c.role in ("key", "test", "pretest", "recipe"):
        return True
    return (c.look in looks and c.role in ("front", "back")) or (
        c.role in ("front", "back") and (c.capitals or c.centred)
    )


def _styled(styled: Sequence[Candidate]) -> list[Candidate]:
    levels = Counter(c.level for c in styled)
    for level in sorted(lv for lv in levels if lv is not None):
        at_level = [c for c in styled if c.level == level]
        deeper = [c for c in styled if c.level is not None and c.level > level]
        # One lone heading above several others is the document's title, not its only chapter.
        if len(at_level) == 1 and len(deeper) > 1 and at_level[0] is styled[0]:
            continue
        ranks = sorted({c.marker for c in at_level if c.marker})
        if len(ranks) > 1:
            return []
        return _below_title(at_level)
    return []


def _below_title(styled: Sequence[Candidate]) -> list[Candidate]:
    """The headings without those that open the document right above each other: lines of its title block."""
    head = 0
    while len(styled) > head + SEVERAL and styled[head].at == head and styled[head + 1].at == head + 1:
        head += 1
    return list(styled[head:])
