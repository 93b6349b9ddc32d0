"""Questions that nobody could answer, as a hand-edited module.yaml may hold them: shown, but never scored."""

from __future__ import annotations

from ..questions import Choice, Essay, Fill, Match, Multi, Order, Question, Short, Task
from ..text import inline


def scored(question: Question) -> bool:
    """Whether its answer is marked right or wrong."""
    return question.scored and not flaw(question)


def flaw(question: Question) -> str:
    """Why a question cannot be answered; empty when it can."""
    if _blank(question.stem) and not question.content:
        return "it has no text"
    match question:
        case Choice() | Multi() | Order() if len(question.options) < 2:
            return "it has fewer than two options"
        case Match() if not question.left or not question.right:
            return "one of its columns is empty"
    if any(_blank(text) for text in question.texts()):
        return "one of its options is empty"
    return "its answer is empty" if _unanswered(question) else ""


def _blank(text: str) -> bool:
    return all(isinstance(part, inline.Run) and not part.text.strip() for part in inline.parse(text))


def _unanswered(question: Question) -> bool:
    match question:
        case Multi(answer=answer):
            return answer == ()
        case Match(answer=answer):
            return answer is not None and not all(answer)
        case Short(answer=answer):
            return answer is not None and (not answer or not all(map(_typable, answer)))
        case Fill(answer=answer):
            return answer is not None and not all(entries and all(map(_typable, entries)) for entries in answer)
        case Essay(answer=answer) | Task(answer=answer):
            return answer is not None and _blank(answer)
        case _:
            return False


def _typable(text: str) -> bool:
    return bool(inline.plain(text).strip())
