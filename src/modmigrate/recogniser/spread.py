"""A chapter's key whose numbers count through several exercises, each of which it answers in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .draft import Exercise
from .key_titles import Homes, agreement, names_in
from .keys import KeyGroup
from .words import Words


def spread(group: KeyGroup, exercises: Sequence[Exercise], words: Words, homes: Homes) -> Iterator[KeyGroup]:
    """The group, or its parts where it answers several exercises by their numbers, or all that it names."""
    if several := _named(group, exercises, words, homes):
        yield from (KeyGroup(group.chapter, group.titles, group.where, group.entries, only=e.first) for e in several)
        return
    numbers = [n for n, _ in group.entries]
    able = [e for e in exercises if agreement(group, e, words, homes) is not None]
    own = [n for e in able for n in dict.fromkeys(e.numbers)]  # several statements may share one
    counts = all(a < b for a, b in pairwise(numbers)) and len(own) == len(set(own))
    met = [e for e in able if set(e.numbers) & set(numbers)]
    # Numbers that run through the book leave no doubt which question each of them means.
    through = sorted(own) == list(range(1, len(own) + 1))
    whole = len({e.chapter for e in able}) == 1 or set(numbers) == set(own) or through
    if not counts or len(met) < 2 or not whole or not set(numbers) <= set(own):
        yield group
        return
    for e in met:
        entries = [(n, value) for n, value in group.entries if n in e.numbers]
        yield KeyGroup(group.chapter, group.titles, group.where, entries, only=e.first)


def _named(group: KeyGroup, exercises: Sequence[Exercise], words: Words, homes: Homes) -> list[Exercise]:
    """The exercises that one title names side by side: `Key to pre-test and post-test`; [] for other keys."""
    names = names_in(group.titles[-1], words) if group.titles else set()
    numbers = {n for n, _ in group.entries}
    found = [(e, names & names_in(" · ".join(e.titles), words)) for e in exercises
             if agreement(group, e, words, homes) is not None and numbers <= set(e.numbers)]  # fmt: skip
    met = [name for _, own in found for name in own]
    alone = len(names) > 1 and all(len(own) == 1 for _, own in found) and len(met) == len(set(met)) == len(names)
    return [e for e, _ in found] if alone else []
