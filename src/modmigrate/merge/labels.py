"""What a conflict is about and where it stands, in words for people."""

from __future__ import annotations

import re
from typing import Any

from ..module import Chapter, Figure, Heading, Module, Objective
from ..questions import Question
from ..source import Where
from ..text.inline import plain
from .words import said

KEYS = {
    "answer_source": "answer-source", "source": "from", "file": "figure", "stem": "question", "rows": "table",
    "responses": "feedback",
}  # fmt: skip
"""Attributes whose key in module.yaml has another name."""


def named(element: Any) -> str:
    """`question 7`, `chapter 'Pendahuluan'`, `paragraph 'Setiap orang …'`."""
    kind = type(element).__name__.lower()
    if isinstance(element, Question):
        return f"question {element.number or element.id}"
    if isinstance(element, Figure):
        return f"the figure {element.file}"
    kind = kind if isinstance(element, Chapter | Heading | Objective) else {"tuple": "row"}.get(kind, kind)
    return f"the {kind} '{_start(plain(said(element)))}'"


def what(element: Any, attribute: str = "") -> str:
    """`` `answer` of question 7 ``; the element alone where the attribute is all it has."""
    if not attribute or attribute == ("title" if isinstance(element, Chapter) else "text"):
        return named(element)
    if isinstance(element, Module):
        return f"the module's {attribute}"
    return f"`{KEYS.get(attribute, attribute)}` of {named(element)}"


def sides(mine: Any, theirs: Any) -> str:
    """` (yours: “…”; the source: “…”)`, in the file's own words; nothing where they are unknown."""
    if mine is None or theirs is None:
        return ""
    one, other = _side(mine), _side(theirs)
    return f" (yours: {one}; the source: {other})" if one != other else ""


def _side(value: Any) -> str:
    if isinstance(value, str | int):
        return f"“{_start(str(value), 80)}”" if value != "" else "nothing"
    if isinstance(value, list | dict) or (isinstance(value, tuple) and all(isinstance(v, str) for v in value)):
        return f"“{_start(', '.join(map(str, value)), 80)}”" if value else "nothing"
    return f"“{_start(plain(said(value)), 80)}”"


def _start(text: str, length: int = 40) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def where(source: str, chapter: str = "") -> Where:
    """The place that a `from` names, in a chapter."""
    found = re.fullmatch(r"(p\.|¶)([0-9]{1,9})", source)
    number = int(found[2]) if found else 0
    page = number if found and found[1] == "p." else None
    return Where(page=page, paragraph=0 if page else number, trail=(plain(chapter),) if chapter else ())
