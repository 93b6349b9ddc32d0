"""What is sealed with a question: its key as runtime/ compares it, its explanation, its model answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from ..module import folded
from ..questions import Choice, Essay, Fill, Match, Multi, Order, Question, Short, Task, TrueFalse
from ..questions.base import RESPONSES, option_of
from ..text import inline
from .flaws import flaw, scored


def payload(question: Question, text: Callable[[str], Markup]) -> dict[str, Any]:
    """What is set of: `k` key (of scored questions), `h` hint that says too much, `f` explanation, `m` model answer.

    And of feedback: `r` for right and `w` for wrong answers, `o` for options by their place.
    """
    out: dict[str, Any] = {}
    if scored(question):
        out["k"] = key(question)
    if question.hint and gives_away(question):
        out["h"] = str(text(question.hint))
    if question.feedback:
        out["f"] = str(text(question.feedback))
    said = dict(question.responses)
    out |= {name[0]: str(text(said[name])) for name in RESPONSES if name in said}
    chosen = {option_of(question, name): str(text(told)) for name, told in said.items()}
    if own := {str(index): told for index, told in chosen.items() if index is not None}:
        out["o"] = own
    model = getattr(question, "answer", None) if isinstance(question, Essay | Task) else None
    # A doubtful model answer is not shown either: a person settles it first.
    if model and "key" not in question.unsure:
        out["m"] = str(text(model))
    return out


def gives_away(question: Question) -> bool:
    """Whether a hint says the answer, or names an option's letter: it is then shown after a wrong try only."""
    said = f" {folded(inline.plain(question.hint))} "
    match question:
        case Choice(answer=int(answer), options=options):
            answers = [options[answer]]
        case Multi(answer=tuple(chosen), options=options):
            answers = [options[a] for a in chosen]
        case Fill(answer=tuple(accepted)):
            answers = [text for texts in accepted for text in texts]
        case Short(answer=tuple(texts)):
            answers = list(texts)
        case _:
            return False
    named = isinstance(question, Choice | Multi) and re.search(
        r"(?<![\w'’])[A-E](?![\w'’])", inline.plain(question.hint)
    )
    return bool(named) or any(
        f" {folded(inline.plain(text))} " in said for text in answers if folded(inline.plain(text))
    )


def told(question: Question, words: Mapping[str, str], letter: Callable[[int], str]) -> tuple[str, ...]:
    """The key or model answer as lines of inline Markdown, for people; none when it is unknown or doubtful."""
    if flaw(question) or "key" in question.unsure:
        return ()
    match question:
        case Choice(answer=int(answer), options=options):
            return (f"{letter(answer)}. {options[answer]}",)
        case Multi(answer=tuple(answers), options=options):
            return tuple(f"{letter(a)}. {options[a]}" for a in answers)
        case Order(answer=tuple(answers), options=options):
            return tuple(f"{n}. {options[a]}" for n, a in enumerate(answers, 1))
        case TrueFalse(answer=bool(answer)):
            return (words["true" if answer else "false"],)
        case Match(answer=tuple(answers), left=left, right=right):
            return tuple(
                f"{own} – {' / '.join(right[f] for f in fits)}" for own, fits in zip(left, answers, strict=True)
            )
        case Fill(answer=tuple(answers)):
            return tuple(f"{n}. {' / '.join(texts)}" for n, texts in enumerate(answers, 1))
        case Short(answer=tuple(texts)):
            return (" / ".join(texts),)
        case Essay(answer=str(answer)) | Task(answer=str(answer)):
            return (answer,)
    return ()


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
