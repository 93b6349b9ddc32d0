"""Aiken: a line for the question, one for each option, one for the letter of the right one (Moodle documentation)."""

from __future__ import annotations

from ...questions import Choice, TrueFalse
from ...questions.base import letter
from ...text import inline
from ..bank import Bank, Entry
from ..markup import clean


def line(text: str) -> str:
    """A text as one line that can be taken for none of the others: the only place where any is written.

    A question could begin like an option (`A. …`) or an answer (`ANSWER: …`), which its number before it prevents.
    """
    return " ".join(clean(inline.plain(text)).split())


def write(bank: Bank) -> bytes:
    """The bank as a UTF-8 text."""
    return "\n".join(_question(entry, bank) for entry in bank.entries).encode()


def _question(entry: Entry, bank: Bank) -> str:
    question = entry.question
    options: tuple[str, ...] = (bank.words["true"], bank.words["false"])
    answer = 0
    if isinstance(question, Choice):
        options, answer = question.options, question.answer or 0
    elif isinstance(question, TrueFalse):
        answer = 0 if question.answer else 1
    shown = (f"{letter(at)}. {line(option)}" for at, option in enumerate(options))
    return "\n".join([f"{entry.label}) {line(question.stem)}", *shown, f"ANSWER: {letter(answer)}", ""])
