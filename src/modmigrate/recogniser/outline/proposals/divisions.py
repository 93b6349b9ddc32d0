"""Chapters of documents without chapter labels and without heading styles: told by numbers, exercises or looks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from ....module import folded
from ....text.amounts import SEVERAL
from ....text.patterns import lazy
from ...lines.labels import ASKED
from ...words.words import EXERCISES
from ..candidate import BARE, Candidate

TITLE_BLOCK = 6
"""A title block takes no more lines."""
MANY = 3
"""Numbers that count on; fewer may be a list's."""
LARGER = 1.0
"""Points by which headings exceed the text that divide it by their size."""
_NUMBERED = lazy(r"(\D*?[^\d\s])\s*+(\d{1,2})\s*+[.:]?")


def divisions(found: Sequence[Candidate], body: float) -> list[Candidate]:
    """The headings that begin chapters; [] for a document that is one chapter. `body` is the text's size."""
    numbered = _counted(found, "roman", 2) or _exercises(found) or _papers(found) or _unit(found)
    return numbered or _largest(found, body) or _counted(found, "number", MANY) or _loudest(found)


def _counted(found: Sequence[Candidate], marker: str, least: int) -> list[Candidate]:
    """Headings of one look that count on through the document, and the key behind the last."""
    series = [c for c in found if c.marker == marker and (c.bold or c.capitals)]
    series = [c for c in series if c.look == series[0].look]
    if len(series) < least or not counts(series) or any(b.at < a.at + 2 for a, b in pairwise(series)):
        return []
    matter = [c for c in found if c.role in ("front", "back") and not c.marker and c.look == series[0].look
              and not series[0].at < c.at < series[-1].at]  # fmt: skip
    return sorted([*series, *matter, *_keys(found, series[-1])], key=lambda c: c.at)


def _keys(found: Sequence[Candidate], last: Candidate) -> list[Candidate]:
    """The key behind the last chapter, unless that is the appendix which holds it."""
    return [c for c in found if c.role == "key" and c.at > last.at and not c.marker and last.role != "back"][:1]


def counts(found: Sequence[Candidate]) -> bool:
    """Whether the headings' markers count 1, 2, 3 … without a gap."""
    return [c.count for c in found] == list(range(1, len(found) + 1))


def _exercises(found: Sequence[Candidate]) -> list[Candidate]:
    """Exercises numbered through (Exercise 1, Exercise 2 …) where they are all that the document is divided by.

    Each may have its title on the next line. Lettered headings as loud as they are would be what holds them.
    """
    named = [(c, m) for c in found if c.role in ("practice", "test") and not c.marker and not ASKED.match(f"{c.title} ")
             and (m := _NUMBERED.fullmatch(c.number or c.title))]  # fmt: skip
    words = {m[1].casefold() for _, m in named}
    numbers = [int(m[2]) for _, m in named]
    same = len(words) == 1 and numbers == list(range(1, len(numbers) + 1)) and len({c.look for c, _ in named}) == 1
    if not same or len(named) < SEVERAL or any(c.marker == "upper" and c.size >= named[0][0].size for c in found):
        return []
    chapters = [c if c.number else replace(c, number=c.title.strip(" .:"), title="") for c, _ in named]
    chapters = [replace(c, word=folded(m[1]), value=int(m[2])) for c, (_, m) in zip(chapters, named, strict=True)]
    return chapters + _keys(found, chapters[-1])


def _papers(found: Sequence[Candidate]) -> list[Candidate]:
    """The parts of an examination paper (`A. Pilihan Ganda`, `B. Isian`, a key at the end): nothing else divides it."""
    parts = [c for c in found if c.role in EXERCISES and (c.bold or c.capitals) and not ASKED.match(f"{c.title} ")]
    parts = [c for c in parts[parts[:1] == found[:1] :] if c.marker in ("upper", "number", "")]
    if len(parts) < SEVERAL or len({(c.marker, c.look) for c in parts}) > 1 or (parts[0].marker and not counts(parts)):
        return []
    others = [c for c in found if c.role not in EXERCISES and c.at > parts[0].at and c.look == parts[0].look]
    inside = [c for c in found if c.role not in EXERCISES and parts[0].at < c.at < parts[-1].at]
    others = [c for c in (*others, *inside) if c.role != "key"]
    return [] if others else [*parts, *_keys(found, parts[-1])]


def _unit(found: Sequence[Candidate]) -> list[Candidate]:
    """The numbered line of a work sheet's title block (`01 - Algorithms`), or the numbered heading that opens the text
    and is larger than all below it (`I  Rocks`): its only chapter."""
    block = [c for c in found if c.at < TITLE_BLOCK and c.centred and (c.bold or c.capitals)]
    numbered = [c for c in block if c.marker == "number" and not c.role]
    if len(numbered) == 1 and numbered[0] is block[-1]:
        return numbered
    first = found[0] if len(found) > 1 and found[0].at < TITLE_BLOCK and not found[0].role else None
    if first is None or max(c.size for c in found[1:]) >= first.size:
        return []
    bare = BARE.fullmatch(first.title)
    if bare is not None and not first.number:
        return [replace(first, number=bare[1], title=bare[2])]
    return [first] if first.marker in ("number", "roman") and first.number else []


def _loudest(found: Sequence[Candidate]) -> list[Candidate]:
    """The headings of the loudest look, three at least, each with a text of its own; what is numbered is a list's."""
    strongest = min((c.strength({}) for c in found), default=())
    alike = [c for c in found if c.strength({}) == strongest]
    apart = all(b.at > a.at + 1 for a, b in pairwise(alike))
    plain = not any(c.marker for c in alike) and sum(not c.role for c in alike) * 2 > len(alike)
    return alike if len(alike) >= MANY and apart and plain else []


def _largest(found: Sequence[Candidate], body: float) -> list[Candidate]:
    """The largest headings that several share, below the title that opens the text, each with a text of its own.

    Where they only name a lesson's parts (objectives, exercises), it is one lesson.
    """
    large = [c for c in found if c.size >= body + LARGER]
    below = [c for c in large if folded(c.title) != folded(large[0].title)]
    if below and large[0].size > max(c.size for c in below):
        large = below
    size = max((c.size for c in large), default=0)
    alike = [c for c in large if c.size == size]
    # The only centred one, and the first: the title, as large as what it heads.
    titled = len(alike) > SEVERAL and alike[0].centred and not any(c.centred for c in alike[1:])
    alike = alike[titled:]
    apart = all(b.at > a.at + 1 for a, b in pairwise(alike))
    return alike if len(alike) > 1 and apart and sum(not c.role for c in alike) * 2 > len(alike) else []
