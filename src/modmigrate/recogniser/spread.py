"""A chapter's key whose numbers count through several exercises, each of which it answers in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .draft import Exercise
from .key_titles import Homes, agreement
from .keys import KeyGroup
from .words import Words


def spread(group: KeyGroup, exercises: Sequence[Exercise], words: Words, homes: Homes) -> Iterator[KeyGroup]:
    """The group, or its parts where it answers several exercises of one chapter by their numbers."""
    numbers = [n for n, _ in group.entries]
    able = [e for e in exercises if agreement(group, e, words, homes) is not None]
    own = [n for e in able for n in e.numbers]
    counts = all(a < b for a, b in pairwise(numbers)) and len(own) == len(set(own))
    met = [e for e in able if set(e.numbers) & set(numbers)]
    if not counts or len(met) < 2 or len({e.chapter for e in able}) > 1 or not set(numbers) <= set(own):
        yield group
        return
    for e in met:
        entries = [(n, value) for n, value in group.entries if n in e.numbers]
        yield KeyGroup(group.chapter, group.titles, group.where, entries, e.first)
