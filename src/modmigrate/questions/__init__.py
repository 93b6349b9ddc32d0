"""The question types: one file each, one row here."""

from __future__ import annotations

from .base import Question
from .choice import Choice
from .essay import Essay
from .fill import Fill
from .match import Match
from .multi import Multi
from .order import Order
from .short import Short
from .task import Task
from .truefalse import TrueFalse

TYPES: dict[str, type[Question]] = {
    cls.type: cls for cls in (Choice, Multi, TrueFalse, Match, Order, Fill, Short, Essay, Task)
}

__all__ = ["TYPES", "Choice", "Essay", "Fill", "Match", "Multi", "Order", "Question", "Short", "Task", "TrueFalse"]
