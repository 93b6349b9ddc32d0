"""What elements say, and how alike two of them are: no ids, no places, no layout."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from .. import module
from ..module import (
    Cell,
    Chapter,
    Equation,
    Figure,
    Glossary,
    Item,
    List,
    Module,
    Note,
    Objectives,
    Paragraph,
    Table,
    Term,
)
from ..questions import Question

T = TypeVar("T")
folded = lru_cache(maxsize=50_000)(module.folded)
"""`module.folded`, which each text needs many times in one merge."""
SHORT = 60
"""Texts up to this many characters are compared by character, longer ones by word."""


def said(element: Any) -> str:
    """The words of a block, item, row, objective or chapter's title, in one string."""
    match element:
        case Paragraph() | Equation():
            return element.text
        case Item() | Cell():
            return _joined(element.text, *map(said, element.content))
        case List():
            return _joined(*map(said, element.items))
        case Objectives():
            return _joined(element.lead, *(o.text for o in element.objectives))
        case Term():
            return element.term
        case Glossary():
            return _joined(*map(said, element.terms))
        case Figure():
            return element.file
        case Table():
            return _joined(element.caption, *map(said, element.rows))
        case Note():
            return _joined(element.title, *map(said, element.content))
        case Question():
            return _joined(element.stem, *element.texts())
        case Chapter() | Module():
            return element.title
        case tuple():
            return _joined(*map(said, element))
    return str(element.text)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def identity(element: Any) -> str:
    """The element's id, or nothing for those that have none."""
    return str(getattr(element, "id", ""))


def anchor(element: Any) -> Any:
    """Equal for elements that are one and the same: by id, else by kind and words."""
    if name := identity(element):
        return name
    text = said(element)
    return type(element).__name__, folded(text) or text


def likeness(one: str, other: str) -> float:
    """How alike two folded texts are, 0–1."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    if max(len(one), len(other)) <= SHORT:
        return SequenceMatcher(None, one, other, autojunk=False).ratio()
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def bare(value: T) -> T:
    """The same value without places: a page that moved is no change."""
    if isinstance(value, tuple):
        return tuple(bare(v) for v in value)  # type: ignore[return-value]
    if not isinstance(value, Struct):
        return value
    names = value.__struct_fields__
    changes = {n: bare(v) for n in names if isinstance(v := getattr(value, n), tuple)}
    if "source" in names:
        changes["source"] = ""  # type: ignore[assignment]
    return replace(value, **changes)
