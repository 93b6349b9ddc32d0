"""Which labels number the chapters: those of the word that counts best, above the key that names them again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from ....text.amounts import HALF, reaches
from ...words.words import EXERCISES
from ..candidate import Candidate


def in_title_block(found: Sequence[Candidate]) -> list[Candidate]:
    """The headings; a label alone that opens the document right above one of another word divides nothing.

    `Module 1`, `Lab C: Machines`: it names the series that the sheet is one of.
    """
    first, second = (*found[:2], None, None)[:2]
    if first is None or second is None or not (first.word and second.word) or first.word == second.word:
        return list(found)
    if first.title or second.at != first.at + 1:
        return list(found)
    return [replace(first, word="", number="", title=first.number), *found[1:]]


def labelled(found: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with the chapter word that counts best: most different numbers, else the first met.

    Where the labels of one word have a heading style, other words number what is inside: parts of a test.
    """
    words = [c for c in found if c.word and c.word not in _of_exercises(found)]
    styled = {c.word for c in words if c.level is not None}
    words = [c for c in words if c.word in styled] or words
    # `Lab 3`, then `Part 1`, `Part 2`: parts of the lesson whose label opens the document.
    if words and not words[0].part and words[0] in found[:2]:
        words = [c for c in words if not c.part]
    counts = Counter(word for word, _ in {(c.word, c.value) for c in words})
    if not counts:
        return []
    best = max(counts, key=lambda w: (counts[w], -min(c.at for c in words if c.word == w)))
    chosen = [c for c in words if c.word == best]
    loud = [c for c in chosen if c.level is not None or c.bold or c.centred or c.capitals]
    # Running text mentions chapters, too; real labels stand out, unless the document never lets anything stand out.
    chosen = loud if reaches(len(loud), len(chosen), HALF) else chosen
    chosen = _before_keys(chosen, found)
    seen: set[int] = set()
    return [c for c in chosen if not (c.value in seen or seen.add(c.value))]  # type: ignore[func-returns-value]


def _of_exercises(found: Sequence[Candidate]) -> set[str]:
    """Words that number the parts of an exercise: `Part A: Multiple choice`, where another word labels a chapter."""
    named = {c.word for c in found if c.word and c.title}
    parts = {w for w in named if all(c.role in EXERCISES for c in found if c.word == w and c.title)}
    return parts if named - parts or any(c.word and c.word not in named for c in found) else set()


def _before_keys(chosen: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """The labels that head chapters: not those below a key, which begins to name them again or right away."""
    for key in (c for c in found if c.role == "key" and not c.word):
        before = {c.value for c in chosen if c.at < key.at}
        after = next((c for c in chosen if c.at > key.at), None)
        if before and after is not None and (after.value in before or after.at == key.at + 1):
            return [c for c in chosen if c.at < key.at]
    return list(chosen)
