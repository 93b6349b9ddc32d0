"""A practice question already at the section that it is about: the same question, with the same answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ...module import Heading, Module, Paragraph
from ...questions import Question
from ..flaws import scored
from ..outline import Asked, Outline, Screen, start_of
from ..phone.heights import HEAD, OPENER, height
from ..split import TALL

TYPES = ("choice", "multi", "truefalse", "fill", "short")
"""What is answered in a moment."""
LEAD = 120
"""Letters before a question above which it may be about what stands there."""


def tried(module: Module, plan: Outline) -> Mapping[str, Asked]:
    """Codes of screens, each with the first question of its chapter's practice that is about it."""
    out: dict[str, Asked] = {}
    if module.activities == "none":
        return out
    first = start_of(plan.sections).screens[0].code
    for section in plan.sections:
        # The very first screen waits for nothing that questions need.
        reading = {s.code for s in section.screens if section.ordinal and not s.questions and s.code != first}
        off = {s.code for s in section.screens if s.part.heading and s.part.heading.activities == "none"}
        passed: set[str] = set()
        for screen in section.screens:
            for asked in _by_themselves(screen):
                if asked.read in (reading - off) & passed and asked.read not in out:
                    out[asked.read] = replace(asked, read="", group="")
            passed.add(screen.code)
    return out


def fits(screen: Screen, asked: Asked) -> bool:
    """Whether a screen has room for the question in the open; else it stands folded."""
    around = HEAD + OPENER * screen.part.first
    return around + sum(map(height, screen.part.blocks)) + height(asked.question) <= TALL


def _by_themselves(screen: Screen) -> Iterator[Asked]:
    """Practice questions with a key before which nothing stands that they may be about."""
    if screen.part.exercise != "practice":
        return
    known = {id(a.question): a for a in screen.questions}
    bare = True
    for block in screen.part.blocks:
        if isinstance(block, Question):
            asked = known[id(block)]
            if bare and block.type in TYPES and scored(block):
                yield asked
        elif isinstance(block, Heading):
            bare = True
        else:
            bare = bare and isinstance(block, Paragraph) and len(block.text) <= LEAD
