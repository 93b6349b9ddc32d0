"""Which key group answers which exercise. A wrong key teaches a falsehood: when in doubt, none.

Evidence: the chapter a key names or stands in, the exercise and question type its titles name, and
how its numbers agree with the questions'. Any contradiction rules a pair out; a tie is settled only
where as many key groups as exercises are left, which then answer each other in order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from ...module import folded
from ...text.amounts import SEVERAL
from ..entries.runs import letters
from ..exercises.draft import Exercise
from ..words.words import Words
from .groups import KeyGroup
from .spread import spread
from .titles import Places, agreement, edition, places_of, ties

SLIPS = 5
"""Entries among which one that does not suit may be a slip."""
FAIR = 0.6
"""The share of an exercise that a key which is meant for it answers."""
Fits = Callable[[Exercise, int, str], bool]
"""Whether a value can answer the question at this place of the exercise."""

_OPEN = "words of their own"
"""An answer that fits open questions only."""
ENOUGH = 3
"""Entries that suit their questions and let one that does not pass for a slip."""


class Pair(Struct, frozen=True):
    """Key entries for an exercise: place in `Exercise.numbers` → value."""

    exercise: Exercise
    values: tuple[tuple[int, str], ...]
    group: KeyGroup
    evidence: tuple[str, ...] = ()
    """What ties them, for people."""


class Pairing(Struct, frozen=True):
    """The pairs found, groups that fit several exercises equally well, and groups that fit none."""

    pairs: tuple[Pair, ...]
    contradicted: tuple[tuple[Exercise, int], ...]
    """Places of exercises for which keys give different answers; the pairs leave them out."""
    doubtful: tuple[tuple[KeyGroup, tuple[Exercise, ...]], ...]
    unused: tuple[KeyGroup, ...]


def pair(exercises: Sequence[Exercise], groups: Sequence[KeyGroup], words: Words, fits: Fits) -> Pairing:
    """Pair key groups with exercises."""
    places = places_of(exercises, words)
    groups = [part for g in groups for part in spread(g, exercises, places)]
    options = {id(g): _best(g, exercises, fits, places) for g in groups}
    pairs, taken, waiting = _settled(groups, options)
    repeating = [g for g in waiting if all(_overlap(p, taken) for p in options[id(g)])]
    against = _contradicted([*pairs, *(p for g in repeating for p in options[id(g)])])
    open_ones = [g for g in waiting if not all(_overlap(p, taken) for p in options[id(g)])]
    doubtful = tuple((g, tuple(p.exercise for p in options[id(g)])) for g in open_ones)
    kept = [replace(p, values=tuple(v for v in p.values if (p.exercise.first, v[0]) not in against)) for p in pairs]
    differing = tuple((e, place) for first, place in sorted(against) for e in exercises if e.first == first)
    return Pairing(tuple(kept), differing, doubtful, tuple(g for g in groups if not options[id(g)]))


Options = Mapping[int, Sequence[Pair]]
"""What each group may answer, by the group's identity."""


def _settled(groups: Sequence[KeyGroup], options: Options) -> tuple[list[Pair], set[tuple[int, int]], list[KeyGroup]]:
    """The pairs that nothing else can make, one by one; the places they take; and the groups that are left."""
    pairs: list[Pair] = []
    taken: set[tuple[int, int]] = set()
    waiting = [g for g in groups if options[id(g)]]
    progress = True
    while progress:
        progress = False
        for group in list(waiting):
            left = [p for p in options[id(group)] if not _overlap(p, taken)]
            if len(left) == 1:
                pairs.append(left[0])
                taken |= _places(left[0])
                waiting.remove(group)
                progress = True
        if not progress and (tied := _in_order(waiting, options, taken)):
            for found in tied:
                pairs.append(found)
                taken |= _places(found)
                waiting.remove(found.group)
            progress = True
    return pairs, taken, waiting


def _contradicted(pairs: Sequence[Pair]) -> set[tuple[int, int]]:
    """Places that keys, or one key twice, answer differently."""
    said: dict[tuple[int, int], set[str]] = {}
    for p in pairs:
        for place, value in p.values:
            said.setdefault((p.exercise.first, place), set()).add(folded(value))
    return {place for place, values in said.items() if len(values) > 1}


def _places(p: Pair) -> set[tuple[int, int]]:
    return {(p.exercise.first, place) for place, _ in p.values}


def _overlap(p: Pair, taken: set[tuple[int, int]]) -> bool:
    return bool(_places(p) & taken)


def _in_order(waiting: Sequence[KeyGroup], options: Options, taken: set[tuple[int, int]]) -> list[Pair]:
    """Groups that fit the same exercises equally well, when there are just as many of them."""
    alike: dict[frozenset[int], list[KeyGroup]] = {}
    for group in waiting:
        left = frozenset(p.exercise.first for p in options[id(group)] if not _overlap(p, taken))
        alike.setdefault(left, []).append(group)
    for firsts, same in alike.items():
        said = [edition(g.titles) for g in same]
        if firsts and len(same) == len(firsts) and said == sorted(said):
            ordered = sorted(firsts)
            return [next(p for p in options[id(g)] if p.exercise.first == first)
                    for g, first in zip(same, ordered, strict=True)]  # fmt: skip
    return []


def _best(group: KeyGroup, exercises: Sequence[Exercise], fits: Fits, places: Places) -> list[Pair]:
    able = [e for e in exercises if group.only in (None, e.first)]
    scored = [(score, p) for e in able if (score := agreement(group, e, places)) is not None
              and (p := _values(group, e, fits) or _in_part(group, e, fits, places)) is not None]  # fmt: skip
    top = max((score + _share(p) for score, p in scored), default=0)
    best = [p for score, p in scored if score + _share(p) == top]
    return [replace(p, evidence=ties(group, p.exercise, places)) for p in best]


def _share(p: Pair) -> int:
    share = len(p.values) / len(p.exercise.numbers)
    return 3 if share == 1 else 2 if share >= FAIR else 0


def _entries(group: KeyGroup, e: Exercise) -> Sequence[tuple[int, str]]:
    """The group's entries; letters in a row are one for each question of an exercise that has just as many."""
    if not group.whole or len(group.entries) != 1 or len(e.numbers) == 1:
        return group.entries
    run = letters(group.entries[0][1])
    if not run:
        return group.entries
    return list(zip(e.numbers, run, strict=True)) if len(run) == len(e.numbers) else []


def _in_part(group: KeyGroup, e: Exercise, fits: Fits, places: Places) -> Pair | None:
    """A key that names the exercise by its number (`Test 1`) and has one entry more, or none for its open questions."""
    names = places.names(group.titles) & places.names(e.titles)
    numbers = [n for n, _ in group.entries]
    if not any(n for _, n in names) or any(a >= b for a, b in pairwise(numbers)):
        return None
    if len(e.numbers) >= ENOUGH and set(e.numbers) < set(numbers) and len(numbers) == len(e.numbers) + 1:
        return _values(replace(group, entries=[entry for entry in group.entries if entry[0] in e.numbers]), e, fits)
    closed = [place for place in range(len(e.numbers)) if not fits(e, place, _OPEN)]
    if numbers == list(range(1, len(closed) + 1)) and closed == list(range(len(closed))) and len(closed) >= ENOUGH:
        entries = [(e.numbers[place], value) for place, (_, value) in zip(closed, group.entries, strict=True)]
        return _values(replace(group, entries=entries), e, fits)
    return None


def _values(group: KeyGroup, e: Exercise, fits: Fits) -> Pair | None:
    """The group's entries at the exercise's places, if numbers and values suit it."""
    # The first of several statements that share a number takes the entry for all of them.
    places = {number: place for place, number in reversed(list(enumerate(e.numbers)))}
    entries = _entries(group, e)
    numbers = [n for n, _ in entries]
    if not numbers:
        return None
    if not set(numbers) <= set(places):
        # A key may go on counting where the questions stopped; then only the whole can answer the whole.
        if (
            len(numbers) < SEVERAL
            or len(numbers) != len(places)
            or numbers != list(range(numbers[0], numbers[0] + len(numbers)))
        ):
            return None
        # Other numbers than those that follow, or 1 and so on, are other questions'.
        if numbers[0] not in (1, max(places) + 1, group.after + 1) or set(numbers) & set(places):
            return None
        places = dict(zip(numbers, range(len(numbers)), strict=True))
    values = [(places[n], v) for n, v in entries]
    suited = [(place, v) for place, v in values if fits(e, place, v)]
    slips = len(values) - len(suited)
    if slips * SLIPS > len(values) and not (slips == 1 and len(suited) >= ENOUGH):
        return None
    return Pair(e, tuple(suited), group)
