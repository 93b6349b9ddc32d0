"""Gives the elements of a new extraction the ids they had before, where their words changed.

Ids come from words, and learners' stored progress hangs on ids: a stem that was corrected in Word
must keep its id. Same ids are the same element, except in families of twins (`h-3f9a1c-2`: one
heading in each chapter), whose numbers shift; these are told apart by where they stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..module import Chapter, Heading, Module
from ..text.patterns import lazy
from .index import Spot, index
from .likeness import alike, neighbours

_TWIN = lazy(r"-[0-9]{1,4}$")


def aligned(base: Module, extracted: Module, *, twins: bool = True) -> Module:
    """`extracted` with the ids of `base` wherever both hold the same element.

    `twins` says that ids in `extracted` are freshly made, so that twins' numbers mean nothing.
    """
    if base == extracted:
        return extracted
    olds, names = index(base), {extracted.id: base.id}
    news = index(extracted)
    for wanted in (_is_chapter, _is_heading, _is_other):
        old = {name: spot for name, spot in olds.items() if wanted(spot)}
        new = {name: _placed(spot, names) for name, spot in news.items() if wanted(spot)}
        names |= _names(old, new, twins)
    module: Module = renamed(extracted, _Names(names, {*names.values(), *olds}))
    return module


def _is_chapter(spot: Spot) -> bool:
    return isinstance(spot.element, Chapter)


def _is_heading(spot: Spot) -> bool:
    return isinstance(spot.element, Heading)


def _is_other(spot: Spot) -> bool:
    return not isinstance(spot.element, Chapter | Heading)


def _placed(spot: Spot, names: dict[str, str]) -> Spot:
    return replace(spot, chapter=names.get(spot.chapter, spot.chapter), heading=names.get(spot.heading, spot.heading))


def _names(old: dict[str, Spot], new: dict[str, Spot], twins: bool) -> dict[str, str]:
    """New id → old id, for all that are the same."""
    same = _twins(old, new) if twins else {name: name for name in new if name in old}
    taken = set(same.values())
    lost = {name: spot for name, spot in old.items() if name not in taken}
    fresh = {name: spot for name, spot in new.items() if name not in same}
    return same | alike(lost, fresh, neighbours(old, {o: o for o in taken}), neighbours(new, same))


def _twins(old: dict[str, Spot], new: dict[str, Spot]) -> dict[str, str]:
    """Same ids; in a family of twins first those under the same heading, then in the same chapter, then in order."""
    family: dict[str, list[str]] = defaultdict(list)
    for name in old:
        family[_TWIN.sub("", name)].append(name)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in new:
        groups[_TWIN.sub("", name)].append(name)
    out: dict[str, str] = {}
    for stem, names in groups.items():
        free = list(family.get(stem, ()))
        waiting = names
        for place in (_section, _chapter, _anywhere):
            waiting = [n for n in waiting if not _take(n, place(new[n]), free, old, place, out)]
    return out


def _section(spot: Spot) -> Any:
    return spot.chapter, spot.heading


def _chapter(spot: Spot) -> Any:
    return spot.chapter


def _anywhere(_: Spot) -> Any:
    return ""


def _take(
    name: str, where: Any, free: list[str], old: dict[str, Spot], place: Callable[[Spot], Any], out: dict[str, str]
) -> bool:
    found = next((o for o in free if place(old[o]) == where), None)
    if found is not None:
        free.remove(found)
        out[name] = found
    return found is not None


class _Names(dict[str, str]):
    """Renames; an unknown name that is taken gets the next free number."""

    def __init__(self, names: dict[str, str], taken: set[str]) -> None:
        super().__init__(names)
        self._taken = taken

    def __missing__(self, name: str) -> str:
        stem, number, made = _TWIN.sub("", name), 1, name
        while made in self._taken:
            number += 1
            made = f"{stem}-{number}"
        self._taken.add(made)
        self[name] = made
        return made


def renamed(value: Any, names: dict[str, str]) -> Any:
    """The module (or part) with all ids changed by `names`."""
    if isinstance(value, tuple):
        return tuple(renamed(v, names) for v in value)
    if not isinstance(value, Struct):
        return value
    changes = {f: renamed(v, names) for f in value.__struct_fields__ if isinstance(v := getattr(value, f), tuple)}
    if name := getattr(value, "id", ""):
        changes["id"] = names[name]
    return replace(value, **changes)
