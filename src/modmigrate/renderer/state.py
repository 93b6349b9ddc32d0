"""How long learners' stored state can become: the worst case of cmi.suspend_data, known when building.

The form is described in docs/package.md and written by runtime/stored.js; the sizes here follow it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..questions import Choice, Fill, Match, Multi, Order, Question, Task, TrueFalse
from .codes import LENGTH
from .outline import Outline, weight

HEAD = 49
"""Version, attempt, counters, place with the question shown on it, recorded result and the separators."""

CHUNK = 50
"""Ticks that one number of runtime/types.js holds."""


def worst_case(plan: Outline) -> int:
    """Characters when every screen was seen (but one in each chapter) and every question answered, texts left out.

    Ticked objectives go before answers do.
    A mark for unsure stands instead of points, and an open question with one is shorter than any answer.
    """
    screens = sum(len(s.screens) for s in plan.sections)
    groups = {q.group for q in plan.questions() if q.group}
    answers = sum(LENGTH + 1 + _points(q.question) + _answer(q.question) + 1 for q in plan.questions())
    return HEAD + LENGTH * screens + answers + (LENGTH + 6) * len(groups)


def _points(question: Question) -> int:
    """A digit in base 36; a + and two where there are more points."""
    return 1 if weight(question) < 36 else 3


def _answer(question: Question) -> int:
    match question:
        case Choice() | TrueFalse():
            return 1
        case Multi(options=entries) | Task(checklist=entries):
            return len(_base36(2 ** len(entries))) + len(entries) // CHUNK + 2
        case Match():
            return len(question.left) * _width(question.right)
        case Order(options=entries):
            return len(entries) * _width(entries)
        case Fill():
            return question.blanks
        case _:
            return 1


def _width(entries: Sequence[str]) -> int:
    return len(_base36(max(0, len(entries) - 1)))


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits or "0"
