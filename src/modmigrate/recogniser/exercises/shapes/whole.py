"""Exercises that are one question: entries to be put in order, two lists to be matched, a task with steps."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...lines.line import Line, line_labels
from ...words.words import Words
from ..draft import Draft, Option
from .matching import sets

ENTRIES = 3
"""Entries of a whole part that is one question, at least."""


def whole(lines: Sequence[Line], words: Words, hint: str) -> tuple[Sequence[Line], list[Draft]] | None:
    """The lines before the question, and the question (several to match); None for other exercises."""
    if hint == "order":
        return _order(lines)
    if hint == "match":
        return _match(lines)
    if hint == "task":
        return _task(lines, words)
    return None


def _head(lines: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(lines) if line.label is not None), len(lines))


def _order(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Draft]] | None:
    """An instruction, then nothing but entries of one list."""
    head = _head(lines)
    entries = lines[head:]
    if not head or len(entries) < ENTRIES or len({x.label.style if x.label else "" for x in entries}) > 1:
        return None
    if line_labels(entries) != list(range(1, len(entries) + 1)):
        return None
    options = tuple(Option((line,), n) for n, line in enumerate(entries, 1))
    return lines[: head - 1], [Draft((lines[head - 1],), options=options, kind="order")]


def _match(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Draft]] | None:
    """Sets to match, each below the line that introduces it; what stands before that is no part of it."""
    found = sets(lines)
    if not found:
        return None
    lead = found[0].stem[:-1]
    drafts = [replace(d, stem=d.stem[-1:]) for d in found]
    rests = [*(d.stem[:-1] for d in found[1:]), ()]
    return lead, [replace(d, rest=rest) for d, rest in zip(drafts, rests, strict=True)]


def _task(lines: Sequence[Line], words: Words) -> tuple[Sequence[Line], list[Draft]] | None:
    """A task in a sentence that names the steps below it."""
    head = _head(lines)
    at = next((n for n, line in enumerate(lines[:head]) if words.task_verb.match(line.text)), None)
    if at is None or head == len(lines) or not words.steps.search(lines[head - 1].text):
        return None
    return lines[:at], [Draft(tuple(lines[at:]), kind="task")]
