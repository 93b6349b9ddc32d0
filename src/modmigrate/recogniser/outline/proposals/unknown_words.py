"""Chapter labels of words that no list knows: `Learning Outcome 1 … Learning Outcome 2`, told by how they count.

Evidence: loud lines of one look, the same words before a number that counts on from 1, each with a text of its own
below it. Exercises, steps and examples are numbered so, too; they divide no document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ....module import folded
from ....text.amounts import SEVERAL
from ....text.patterns import lazy
from ...lines.labels import ASKED, value_of
from ...lines.line import fold
from ...words.words import EXERCISES, Words
from ..candidate import Candidate

_COUNTED = lazy(
    r"(?P<word>[^\W\d][^\d:：–—()/]{2,30}?)[\s.#\-]*+\b(?P<number>\d{1,2}|[IVX]{1,4})\b(?![\d.)/%-])"
    r"(?:\s*+[.:：–—-]\s*+|\s*+(?=$)|\s++(?=[A-ZÀ-Þ]))(?P<rest>.*)"
)
_CODE = lazy(r"(?P<word>[A-Z]{1,3})\s?-\s?(?P<number>\d{1,2})(?P<rest>)")
"""`P-01`: how lab sheets number their meetings; the title stands below."""
_SHEET = lazy(r"(\D*?[^\d\s])\s*+(\d{1,2})")
MAX_WORDS = 3
"""Words of a label before its number."""
APART = 5
"""Lines from one such label to the next: a chapter has a text."""


def with_counted(found: Sequence[Candidate], words: Words) -> list[Candidate]:
    """The candidates, those of the largest such series as chapter labels; a document with known labels has its own."""
    if any(c.word for c in found):
        return list(found)
    if sheets := _sheets(found):
        return [sheets.get(c.at, c) for c in found]
    level = min((c.level for c in found if c.level is not None), default=None)
    series: dict[tuple[str, object], list[Candidate]] = {}
    for c in _read(found, words):
        series.setdefault((c.word, c.look), []).append(c)
    best = max(
        (s for s in series.values() if _counts(s) and s[0].level == level),
        key=lambda s: (s[0].size, len(s)),
        default=[],
    )
    # Smaller ones divide what larger headings hold.
    if not best or best[0].size < max(c.size for c in found[1:]):
        return list(found)
    made = {c.at: c for c in best}
    return [made.get(c.at, c) for c in found]


def _sheets(found: Sequence[Candidate]) -> dict[int, Candidate]:
    """Numbered work sheets that open the document and hold sections and exercises of their own; by line."""
    named = [(c, m) for c in found if c.role in EXERCISES and (m := _SHEET.fullmatch(c.number))]
    named = [(c, m) for c, m in named if c.look == named[0][0].look and m[1].casefold() == named[0][1][1].casefold()]
    numbers = [int(m[2]) for _, m in named]
    if len(named) < SEVERAL or named[0][0] not in found[:2] or numbers != list(range(1, len(numbers) + 1)):
        return {}
    ends = [*(c.at for c, _ in named[1:]), found[-1].at + 1]
    inner = [
        any(x.role in EXERCISES for x in found if c.at < x.at < end) for (c, _), end in zip(named, ends, strict=True)
    ]
    if not all(inner):
        return {}
    return {c.at: replace(c, word=folded(m[1]), value=int(m[2]), role="") for c, m in named}


def _read(found: Iterable[Candidate], words: Words) -> Iterator[Candidate]:
    for c in found:
        loud = c.bold or c.centred or c.level is not None
        match = (_CODE.fullmatch(c.title) or _COUNTED.fullmatch(c.title)) if loud and not c.marker else None
        value = value_of(match["number"]) if match else None
        word = folded(match["word"]) if match else ""
        if match is None or not value or len(word.split()) > MAX_WORDS or _is_within(word, c, words):
            continue
        printed = c.title[: match.start("rest")].strip(" .:：–—-")
        yield replace(c, word=word, value=value, number=printed, title=fold(match["rest"]), role="")


def _is_within(word: str, c: Candidate, words: Words) -> bool:
    """Whether a numbered name is one of what chapters hold: questions, exercises, keys, steps, examples."""
    inside = (*EXERCISES, "key", "contents", "back", "recipe")
    if ASKED.match(f"{c.title} "):
        return True  # Question 3
    return c.role in inside or words.role(word) in inside or bool(words.box(word) or words.steps.match(word))


def _counts(series: Sequence[Candidate]) -> bool:
    values = [c.value for c in series]
    apart = all(b.at - a.at >= APART for a, b in pairwise(series))
    return len(series) > 1 and values == list(range(1, len(values) + 1)) and apart
