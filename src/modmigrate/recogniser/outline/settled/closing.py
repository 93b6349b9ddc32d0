"""Exercises that close a chapter: beside its sections, though nobody gave their headings a style.

`CUESTIONARIO`, `Review`, bold below the last section's style, asks about the chapter. An exercise inside a section is
followed by further sections, here or in most chapters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from msgspec.structs import replace

from ...words.words import EXERCISES
from ..heading import SECTION, Heading

CLOSING = (*EXERCISES, "summary", "recipe")


def with_closing(headings: Sequence[Heading], styled: Set[int]) -> list[Heading]:
    """The headings, unstyled ones that close their chapter raised to its sections. `styled` are lines with a style."""
    counter = 0

    def chapter(heading: Heading) -> int:
        nonlocal counter
        counter += heading.level == 1
        return counter

    chapters = [list(own) for _, own in groupby(headings, key=chapter)]
    if not any(h.at in styled and h.level == SECTION for h in headings) or any(
        _has_inner(own, styled) for own in chapters
    ):
        return list(headings)
    return [h for own in chapters for h in _raised(own, styled)]


def _begin(own: Sequence[Heading], styled: Set[int]) -> list[int]:
    """Places of the unstyled headings in a chapter that begin an exercise below a styled section."""
    return [n for n, h in enumerate(own) if h.at not in styled and h.role in CLOSING and h.level > SECTION]


def _has_inner(own: Sequence[Heading], styled: Set[int]) -> bool:
    """Whether a section of the chapter follows an exercise of it."""
    begin = _begin(own, styled)
    return bool(begin) and any(h.at in styled for h in own[begin[0] :])


def _raised(own: Sequence[Heading], styled: Set[int]) -> Iterator[Heading]:
    begin = _begin(own, styled)
    first = begin[0] if begin else len(own)
    up = own[first].level - 2 if begin else 0
    for n, h in enumerate(own):
        yield replace(h, level=max(h.level - up, 2)) if n >= first else h
