"""Foot- and endnotes of a new extraction under the ids they had before: a note that is added shifts the numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..module import Module
from ..text.patterns import lazy
from .words import folded, likeness

_REFERENCE = lazy(r"\[\^([A-Za-z0-9_-]+)\]")
ALIKE = 0.6
WINDOW = 50
"""Places around its own in which a changed note is looked for."""


def renumbered(base: Module, extracted: Module) -> Module:
    """`extracted` with the note ids of `base` for the same notes, in the references too."""
    names = _names(dict(base.notes), dict(extracted.notes))
    if all(new == old for new, old in names.items()):
        return extracted
    notes = tuple((names[name], text) for name, text in extracted.notes)
    changed: Module = _texts(replace(extracted, notes=()), names)
    return replace(changed, notes=notes)


def _names(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    """New id → old id, or a free one: for the same id and text, the same text, a text that is alike nearby."""
    names = {name: name for name, text in new.items() if old.get(name) == text}
    taken = set(names.values())
    equal: dict[str, list[str]] = {}
    for name, text in reversed(old.items()):
        if name not in taken:
            equal.setdefault(text, []).append(name)
    for name, text in new.items():
        if name not in names and equal.get(text):
            names[name] = equal[text].pop()
    taken = set(names.values())
    free = {name: (at, text) for at, (name, text) in enumerate(old.items()) if name not in taken}
    for at, (name, text) in enumerate(new.items()):
        if name not in names and (found := _changed(at, text, free)):
            names[name] = found
            del free[found]
    return names | _made([name for name in new if name not in names], {*old, *names.values()})


def _changed(at: int, text: str, free: dict[str, tuple[int, str]]) -> str | None:
    """The note of this place or near it that was changed to this text."""
    near = (o for o, (place, said) in free.items() if abs(place - at) <= WINDOW and _alike(said, text))
    return next(near, None)


def _made(names: Iterable[str], taken: set[str]) -> dict[str, str]:
    """Ids of their own for notes that are new."""
    out: dict[str, str] = {}
    for name in names:
        number, made = 1, name
        while made in taken:
            number += 1
            made = f"{name}-{number}"
        out[name] = made
        taken.add(made)
    return out


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
