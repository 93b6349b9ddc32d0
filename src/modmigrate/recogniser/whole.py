"""Exercises that are one question: entries to be put in order, two lists to be matched, a task with steps."""

from __future__ import annotations

from collections.abc import Sequence

from .draft import Draft, Option
from .lines import Line, line_labels
from .options import behind
from .words import Words

LETTERS = ("upper", "lower")


def whole(lines: Sequence[Line], words: Words, hint: str) -> tuple[Sequence[Line], Draft] | None:
    """The lines before the question, and the question; None where an exercise holds several, or none."""
    if hint == "order":
        return _order(lines)
    if hint == "match":
        return _match(lines)
    if hint == "task":
        return _task(lines, words)
    return None


def _head(lines: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(lines) if line.label is not None), len(lines))


def _order(lines: Sequence[Line]) -> tuple[Sequence[Line], Draft] | None:
    """An instruction, then nothing but entries of one list."""
    head = _head(lines)
    entries = lines[head:]
    if not head or len(entries) < 3 or len({x.label.style if x.label else "" for x in entries}) > 1:
        return None
    if line_labels(entries) != list(range(1, len(entries) + 1)):
        return None
    options = tuple(Option((line,), n) for n, line in enumerate(entries, 1))
    return lines[: head - 1], Draft((lines[head - 1],), options=options, kind="order")


def _match(lines: Sequence[Line]) -> tuple[Sequence[Line], Draft] | None:
    """Numbered entries and lettered ones, below one another or (`1. Modal⇥a. uang`) side by side."""
    head = _head(lines)
    left = [x for x in lines[head:] if x.label is not None and x.label.kind == "number"]
    right = [x for x in lines[head:] if x.label is not None and x.label.kind in LETTERS]
    if (
        len(left) + len(right) != len(lines) - head
        or len(left) < 2
        or line_labels(left) != list(range(1, len(left) + 1))
    ):
        return None
    if not right:
        pairs = [behind(x, several=False) for x in left]
        left, right = [a for a, _ in pairs], [b for _, found in pairs for _, b in found]
        numbers = [n for _, found in pairs for n, _ in found]
    else:
        numbers = line_labels(right)
    if len(right) < len(left) or numbers != list(range(1, len(right) + 1)):
        return None
    options = tuple(Option((line,), n) for n, line in enumerate(left, 1))
    stem = (lines[head - 1],) if head else ()
    return lines[: max(head - 1, 0)], Draft(stem, options=options, right=tuple(right), kind="match")


def _task(lines: Sequence[Line], words: Words) -> tuple[Sequence[Line], Draft] | None:
    """A task in a sentence that names the steps below it."""
    head = _head(lines)
    at = next((n for n, line in enumerate(lines[:head]) if words.task_verb.match(line.text)), None)
    if at is None or head == len(lines) or not words.steps.search(lines[head - 1].text):
        return None
    return lines[:at], Draft(tuple(lines[at:]), kind="task")
