"""Exercises that others of their series vouch for: `Exercise 5: Nested lists` asks where `Exercise 1` to `4` do.

Headings that count exercises with one word are a series; what is below one member is what is below the others. Where
most members were found to ask, the heading of each that has numbers like theirs below it announces an exercise,
whatever else it says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from ....module import folded
from ....text.amounts import MOST, reaches
from ...lines.line import Line
from ...lines.sequences import COUNTING
from ...outline.parts import Part
from ...words.words import EXERCISES, Words
from ..exercises import find

SERIES = 3
"""Headings alike that make a series."""


def vouched(parts: Sequence[Part], words: Words) -> list[Part]:
    """The parts, those of a series most of which ask made sure of what they announce."""
    series: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, part in enumerate(parts):
        if name := _counted(part):
            series[name].append(at)
    out = list(parts)
    for members in series.values():
        if len(members) < SERIES or all(parts[at].sure for at in members):
            continue
        asking = [found.drafts for at in members if (found := find(parts[at], words, strict=False)).drafts]
        styles = {style for drafts in asking for d in drafts for style in _styles(d.stem[:1])}
        if not reaches(len(asking), len(members), MOST):
            continue
        for at in members:
            if styles & _opens(parts[at].lines):
                out[at] = replace(parts[at], sure=True)
    return out


def _styles(lines: Sequence[Line]) -> set[str]:
    """How the numbers look that these lines carry."""
    labels = [x.label for x in lines if x.label is not None and x.label.kind in COUNTING]
    return {f"auto-{label.level}" if label.auto else label.style for label in labels}


def _opens(lines: Sequence[Line]) -> set[str]:
    """How the first label looks; a list that the sentence before it leads to belongs to that."""
    at = next((n for n, x in enumerate(lines) if x.label is not None), 0)
    led = at > 0 and lines[at - 1].text.endswith((":", "："))
    return _styles(lines[at : at + 1]) if not led else set()


def _counted(part: Part) -> tuple[int, str] | None:
    """The level and the word of a heading that counts exercises; None for others."""
    heading = part.heading
    if heading is None or heading.role not in EXERCISES or not any(c.isdigit() for c in heading.number):
        return None
    word = "".join(c for c in heading.number if not c.isdigit()).strip(" .:-–—")
    return (heading.level, folded(word)) if word else None
