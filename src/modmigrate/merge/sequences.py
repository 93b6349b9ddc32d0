"""Three versions of one list: which entries are the same, and the order of the result."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from .words import anchor, folded, identity, likeness, said

Key: TypeAlias = Hashable
ALIKE = 0.5
"""Entries without ids that are at least so alike, in the same place, are one that was changed."""
WINDOW = 50
"""How far ahead a changed entry is looked for."""


def keyed(base: Sequence[Any], edited: Sequence[Any], source: Sequence[Any]) -> tuple[list[Key], list[Key], list[Key]]:
    """A key for each entry of the three lists: equal keys are the same entry."""
    of_base: list[Key] = [identity(b) or ("base", i) for i, b in enumerate(base)]
    of_edited = _keys(edited, base, of_base, "edited", {})
    # What the source seems to have added or changed may be what the person made of an entry, too.
    was = dict(zip(of_base, map(anchor, base), strict=True))
    made = _by_anchor((e, k) for e, k in zip(edited, of_edited, strict=True) if was.get(k) != anchor(e))
    return of_base, of_edited, _keys(source, base, of_base, "source", made)


def _keys(
    new: Sequence[Any], old: Sequence[Any], keys: Sequence[Key], side: str, made: dict[Any, list[Key]]
) -> list[Key]:
    """Keys of the new entries: their ids, else those of equal entries, those in `made`, those of changed entries."""
    anchors = [anchor(n) for n in new]
    matcher = SequenceMatcher(None, [anchor(o) for o in old], anchors, autojunk=False)
    out: list[Key | None] = [identity(n) or None for n in new]
    opcodes = matcher.get_opcodes()
    for tag, i1, i2, j1, j2 in opcodes:
        if tag == "equal":
            out[j1:j2] = keys[i1:i2]
    _claim(out, anchors, made)
    used = set(out)
    _claim(out, anchors, _by_anchor((o, k) for o, k in zip(old, keys, strict=True) if k not in used))
    used = set(out)
    for tag, i1, i2, j1, j2 in opcodes:
        if tag == "replace":
            for j, i in _changed(new, old, range(i1, i2), range(j1, j2), side == "edited" and i2 - i1 == j2 - j1):
                if out[j] is None and keys[i] not in used:
                    out[j] = keys[i]
    return [(side, j) if k is None else k for j, k in enumerate(out)]


def _by_anchor(entries: Iterable[tuple[Any, Key]]) -> dict[Any, list[Key]]:
    """Keys of entries by what the entries say, the last first."""
    out: dict[Any, list[Key]] = {}
    for entry, key in entries:
        out.setdefault(anchor(entry), []).insert(0, key)
    return out


def _claim(keys: list[Key | None], anchors: list[Any], free: dict[Any, list[Key]]) -> None:
    """Gives entries without a key that of an equal entry, elsewhere in the list or in another version."""
    for j, (key, name) in enumerate(zip(keys, anchors, strict=True)):
        if key is None and free.get(name):
            keys[j] = free[name].pop()


def _changed(
    new: Sequence[Any], old: Sequence[Any], olds: range, news: range, by_place: bool
) -> Iterator[tuple[int, int]]:
    at = 0
    for offset, j in enumerate(news):
        places = [olds[offset]] if by_place else olds[at : at + WINDOW]
        for i in places:
            if identity(old[i]) or identity(new[j]) or type(old[i]) is not type(new[j]):
                continue
            if by_place or likeness(folded(said(old[i])), folded(said(new[j]))) >= ALIKE:
                yield j, i
                at = i - olds.start + 1
                break


def ordered(base: list[Key], edited: list[Key], source: list[Key], kept: Collection[Key]) -> list[Key]:
    """The kept keys in order: the person's where they reordered, else the source's; additions stay
    after the entry that they followed.
    """
    old, mine, theirs = ([k for k in keys if k in kept] for keys in (base, edited, source))
    everywhere = set(old) & set(mine) & set(theirs)
    untouched = [k for k in old if k in everywhere] == [k for k in mine if k in everywhere]
    first, second = (theirs, mine) if untouched else (mine, theirs)
    after: dict[Key, list[Key]] = {}
    have, last = set(first), None
    for key in second:
        if key not in have:
            after.setdefault(last, []).append(key)
        last = key
    return list(_flat(first, after))


def _flat(first: list[Key], after: dict[Key, list[Key]]) -> Iterator[Key]:
    waiting = [*reversed(first), None]
    while waiting:
        key = waiting.pop()
        if key is not None:
            yield key
        waiting += reversed(after.get(key, ()))
