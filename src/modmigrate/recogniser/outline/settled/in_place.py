"""Words for answers that stand alone below each question (`Solution`, then its text) are no headings of a key.

A sheet of worked exercises has one behind each exercise; a key has all its entries in one place. So what lies between
two such lines tells: one question, or many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ....module import folded
from ....text.amounts import MOST, SEVERAL, reaches
from ...lines.line import Line
from ...lines.sequences import COUNTING
from ...words.words import EXERCISES, Words
from ..candidate import Candidate

WORDS = 2
"""Of a line that only says that the answer follows."""


def without_in_place(found: Sequence[Candidate], lines: Sequence[Line], words: Words) -> list[Candidate]:
    """The candidates without such lines, where most of those worded alike have one question before them."""
    alike: defaultdict[str, list[Candidate]] = defaultdict(list)
    for c in found:
        plain = not (c.word or c.marker) and len(c.title.split()) <= WORDS
        if plain and words.only_says_answer(c.title):
            alike[folded(c.title)].append(c)
    exercises = {c.at for c in found if c.role in EXERCISES}
    dropped: set[int] = set()
    for own in alike.values():
        if len(own) < SEVERAL:
            continue  # as nearly always: one key
        places = [c.at for c in own]
        single = sum(_questions(lines, range(a + 1, b), exercises, words) == 1 for a, b in pairwise([-1, *places]))
        if reaches(single, len(own), MOST):
            dropped.update(places)
    return [c for c in found if c.at not in dropped]


def _questions(lines: Sequence[Line], span: range, exercises: set[int], words: Words) -> int:
    """How many questions begin in a span: by exercises' names, else by numbers, else by what asks or tells."""
    named = sum(at in exercises for at in span)
    told = [lines[at] for at in span if _poses(lines[at].text, words)]
    counted = sum(x.label is not None and x.label.kind in COUNTING for x in told)
    return named or counted or min(len(told), 1)


def _poses(text: str, words: Words) -> bool:
    """Whether a line asks or tells to do something, at its beginning or behind a label: `Task 1: Name …`."""
    return words.poses(text) or words.tells(text.replace("：", ":").partition(":")[2].strip())
