"""Headings that look like the one above them and hang below it: the exercises of a key, the parts of an exercise."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....module import folded
from ...lines.line import Line
from ...lines.signs import is_option
from ...words.words import EXERCISES
from ..heading import Heading


def below_keys(headings: Sequence[Heading], lines: Sequence[Line]) -> list[Heading]:
    """The headings; those that name the exercises of a key hang under the key's own, though they look alike.

    The first stands right below the key's heading; none of them has options, which would make it an exercise.
    """
    out: list[Heading] = []
    key: Heading | None = None
    named = False
    for at, heading in enumerate(headings):
        end = headings[at + 1].at if at + 1 < len(headings) else len(lines)
        if heading.role == "key":
            key, named = heading, False
        elif key is not None and heading.level <= key.level:
            below = heading.role in EXERCISES and (named or heading.at == key.end)
            if below and heading.level == key.level > 1 and not any(is_option(x, 1) for x in lines[heading.end : end]):
                heading, named = replace(heading, level=key.level + 1), True
            else:
                key = None
        out.append(heading)
    return out


def below_exercises(headings: Sequence[Heading]) -> list[Heading]:
    """The headings; parts of an exercise (`Exercises 1`, then `Part A`, `Part B`) hang under its own.

    The first stands right below the exercise's heading; the others begin with its word.
    """
    out: list[Heading] = []
    exercise: Heading | None = None
    opening = ""
    for before, heading in zip([None, *headings], headings, strict=False):
        if exercise is not None and opening and heading.level == exercise.level:
            if _opening(heading) != opening:
                exercise, opening = None, ""
        elif heading.level < (exercise.level if exercise is not None else 0):
            exercise, opening = None, ""
        begins = before is not None and before.role in EXERCISES and before.level == heading.level > 1
        if not opening and begins and before is not None and heading.at == before.end and not heading.number:
            exercise, opening = before, _opening(heading)
        out.append(replace(heading, level=heading.level + 1) if _hangs(heading, exercise, opening) else heading)
    return out


def _hangs(heading: Heading, exercise: Heading | None, opening: str) -> bool:
    return exercise is not None and heading.level == exercise.level and _opening(heading) == opening


def _opening(heading: Heading) -> str:
    """The word that a heading shares with the other parts: Part A, Part B."""
    words = folded(heading.title).split()
    return words[0] if len(words) > 1 and (len(words[1]) == 1 or words[1].isdecimal()) else ""
