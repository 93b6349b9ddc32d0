"""A chapter's key whose numbers count through several exercises, each of which it answers in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ...text.amounts import SEVERAL
from ..exercises.draft import Exercise
from .groups import KeyGroup
from .titles import Places, agreement, names_in


def spread(group: KeyGroup, exercises: Sequence[Exercise], places: Places) -> Iterator[KeyGroup]:
    """The group, or its parts where it answers several exercises by their numbers, or all that it names."""
    if several := _named(group, exercises, places):
        yield from (KeyGroup(group.chapter, group.titles, group.where, group.entries, only=e.first) for e in several)
        return
    able = [e for e in exercises if agreement(group, e, places) is not None]
    group = _counted_on(group, able)
    numbers = [n for n, _ in group.entries]
    own = [n for e in able for n in dict.fromkeys(e.numbers)]  # several statements may share one
    counts = all(a < b for a, b in pairwise(numbers)) and len(own) == len(set(own))
    met = [e for e in able if set(e.numbers) & set(numbers)]
    # Numbers that run through the book leave no doubt which question each of them means.
    through = sorted(own) == list(range(1, len(own) + 1))
    whole = len({e.chapter for e in able}) == 1 or set(numbers) == set(own) or through
    if not counts or len(met) < SEVERAL or not whole or not set(numbers) <= set(own):
        met = _chain(able, numbers)
    if not met:
        yield group
        return
    for e in met:
        entries = [(n, value) for n, value in group.entries if n in e.numbers]
        yield KeyGroup(group.chapter, group.titles, group.where, entries, only=e.first)


def _chain(able: Sequence[Exercise], numbers: Sequence[int]) -> list[Exercise]:
    """The exercises that one paper counts through and whose numbers a key gives; [] where several papers have them.

    A paper may count through a book, past exercises with numbers of their own.
    """
    chains = _chains(able)
    wanted = set(numbers)
    found = [c for c in chains if wanted <= {n for e in c for n in e.numbers}]
    if len(found) != 1 or any(a >= b for a, b in pairwise(numbers)):
        return []
    met = [e for e in found[0] if wanted & set(e.numbers)]
    return met if len(met) > 1 else []


def _chains(able: Sequence[Exercise]) -> list[list[Exercise]]:
    """The exercises in runs whose numbers count on, each going on with the nearest run before it that it can."""
    chains: list[list[Exercise]] = []
    ending: dict[int, list[list[Exercise]]] = {}
    for e in able:
        before = ending.get(e.numbers[0] - 1)
        chain = before.pop() if before else []
        if not chain:
            chains.append(chain)
        chain.append(e)
        ending.setdefault(e.numbers[-1], []).append(chain)
    return chains


def _counted_on(group: KeyGroup, able: Sequence[Exercise]) -> KeyGroup:
    """The group, its numbers from 1 where a list goes on from the last question into a key that has as many entries."""
    numbers = [n for n, _ in group.entries]
    if not numbers or numbers != list(range(len(numbers) + 1, 2 * len(numbers) + 1)):
        return group
    on = [c for c in _chains(able) if len(c) > 1 and c[0].numbers[0] == 1 and c[-1].numbers[-1] == len(numbers)]
    if len(on) != 1:
        return group
    return replace(group, entries=[(n, value) for n, (_, value) in enumerate(group.entries, 1)])


def _named(group: KeyGroup, exercises: Sequence[Exercise], places: Places) -> list[Exercise]:
    """The exercises that one title names side by side: `Key to pre-test and post-test`; [] for other keys."""
    names = names_in(group.titles[-1], places.words) if group.titles else set()
    numbers = {n for n, _ in group.entries}
    found = [(e, names & places.names(e.titles)) for e in exercises
             if agreement(group, e, places) is not None and numbers <= set(e.numbers)]  # fmt: skip
    met = [name for _, own in found for name in own]
    alone = len(names) > 1 and all(len(own) == 1 for _, own in found) and len(met) == len(set(met)) == len(names)
    return [e for e, _ in found] if alone else []
