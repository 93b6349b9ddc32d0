"""Foot- and endnotes of a new extraction under the ids they had before: a note that is added shifts the numbers."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..module import Module
from ..text.patterns import lazy
from .words import folded, likeness

_REFERENCE = lazy(r"\[\^([A-Za-z0-9_-]+)\]")
ALIKE = 0.6


def renumbered(base: Module, extracted: Module) -> Module:
    """`extracted` with the note ids of `base` for the same notes, in the references too."""
    names = _names(dict(base.notes), dict(extracted.notes))
    if all(new == old for new, old in names.items()):
        return extracted
    notes = tuple((names[name], text) for name, text in extracted.notes)
    changed: Module = _texts(replace(extracted, notes=()), names)
    return replace(changed, notes=notes)


def _names(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    names = {name: name for name, text in new.items() if old.get(name) == text}
    for same in (_equal, _alike):
        for name, text in new.items():
            free = {o: t for o, t in old.items() if o not in names.values()}
            if name not in names and (found := next((o for o, t in free.items() if same(t, text)), None)):
                names[name] = found
    taken = {*old, *names.values()}
    for name in new.keys() - names.keys():
        number, made = 1, name
        while made in taken:
            number += 1
            made = f"{name}-{number}"
        names[name] = made
        taken.add(made)
    return names


def _equal(one: str, other: str) -> bool:
    return one == other


def _alike(one: str, other: str) -> bool:
    return likeness(folded(one), folded(other)) >= ALIKE


def _texts(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str):
        return _REFERENCE.sub(lambda m: f"[^{names.get(m[1], m[1])}]", value) if "[^" in value else value
    if isinstance(value, tuple):
        return tuple(_texts(v, names) for v in value)
    if isinstance(value, Struct):
        return replace(value, **{f: _texts(getattr(value, f), names) for f in value.__struct_fields__})
    return value
