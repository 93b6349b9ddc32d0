"""course.js and content/*.js: what the runtime must know of a module before, and when, a chapter is opened."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from .. import inline
from ..module import Module
from .direction import spoken
from .outline import Outline, Section

VERSION = 1
"""Of the stored state's form; runtime/state.js reads this version and older ones."""


def course(module: Module, identifier: str, plan: Outline, words: Mapping[str, str], anchors: dict[str, str]) -> bytes:
    """`modmigrate.course = {…}`: chapters, screens, questions by code, and the learner's words."""
    data: dict[str, Any] = {
        "version": VERSION,
        "id": identifier,
        "title": inline.plain(module.title),
        "mastery": module.mastery if plan.scored else None,
        "sections": [_section(s, words) for s in plan.sections],
        "questions": {
            q.code: [q.question.type, q.points, q.group, s.code] for s in plan.screens() for q in s.questions
        },
        "groups": {s.group: s.part.exercise for s in plan.screens() if s.group},
        "anchors": anchors,
        "words": dict(sorted(words.items())),
    }
    if said := spoken(module.language):
        data["spoken"] = said
    return f"window.modmigrate={{course:{_json(data)}}};\n".encode()


def _section(section: Section, words: Mapping[str, str]) -> dict[str, Any]:
    return {
        "code": section.code,
        "id": section.id,
        "title": inline.plain(section.chapter.title) or words["about"],
        "label": label(section),
        "required": section.chapter.role == "body",
        "screens": [[s.code, s.title or words["about"]] for s in section.screens],
    }


def label(section: Section) -> str:
    """What the document calls a chapter (`BAB II`), where that says more than a bare number."""
    number = inline.plain(section.chapter.number).strip().rstrip(".:")
    return number if re.search(r"[^\W\d_]{2,}", re.sub(r"\b[IVXLC]+\b", "", number)) else ""


def roman(number: int) -> str:
    """4 → IV; as chapters are numbered."""
    out = ""
    for value, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += sign * (number // value)
        number %= value
    return out


def content(section: Section, screens: Mapping[str, str]) -> bytes:
    """A chapter as a script that hands over its screens: works in every LMS and from a folder on disk."""
    return f"modmigrate.chapter({_json(section.id)},{_json(dict(screens))});\n".encode()


def _json(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # The two line ends that JSON allows and JavaScript before 2019 did not.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
