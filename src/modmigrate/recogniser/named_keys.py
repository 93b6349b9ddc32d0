"""Titles below a key's heading: `Kunci Jawaban`, then `Tes Formatif 1` for the first test's entries."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from .heading import Heading
from .lines import Line
from .options import is_option
from .words import EXERCISES


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
