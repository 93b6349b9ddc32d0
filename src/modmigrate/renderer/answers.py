"""What is sealed with a question: its key as runtime/ compares it, its explanation, its model answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from .. import inline
from ..questions import Choice, Essay, Fill, Match, Multi, Order, Question, Short, Task, TrueFalse
from .flaws import scored


def payload(question: Question, text: Callable[[str], Markup]) -> dict[str, Any]:
    """`k` key (only of scored questions), `f` explanation and `m` model answer (HTML); unset ones left out."""
    out: dict[str, Any] = {}
    if scored(question):
        out["k"] = key(question)
    if question.feedback:
        out["f"] = str(text(question.feedback))
    model = getattr(question, "answer", None) if isinstance(question, Essay | Task) else None
    # A doubtful model answer is not shown either: a person settles it first.
    if model and "key" not in question.unsure:
        out["m"] = str(text(model))
    return out


def key(question: Question) -> Any:
    """The key: indices, True or False, or for typed answers lists of accepted bare texts."""
    match question:
        case Choice() | Multi() | TrueFalse() | Order() | Match():
            return question.answer
        case Fill(answer=answer) if answer is not None:
            return [[inline.plain(t) for t in accepted] for accepted in answer]
        case Short(answer=answer) if answer is not None:
            return [inline.plain(t) for t in answer]
        case _:
            return None
