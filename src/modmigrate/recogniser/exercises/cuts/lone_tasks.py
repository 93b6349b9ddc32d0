"""Exercises that are one task each below a heading that counts them: `Exercise 3`, then what is to be done.

A counted heading that announces an exercise and nothing else has something to do below it; where no question was found,
it is the sentence that tells to do it. What stands before and behind it is shown where it stands.
"""

from __future__ import annotations

from ....text.signs import SENTENCE, asks
from ...lines.line import Line
from ...outline.parts import Part
from ...words.words import EXERCISES, Words
from ..draft import Draft
from ..exercises import Found


def as_one(part: Part, found: Found, words: Words) -> Found:
    """What was found in a part, or its one task where nothing was and a counted heading announces it."""
    if found.drafts or not part.sure or not _is_counted(part, words):
        return found
    at = next((n for n, line in enumerate(part.lines) if _tells(line, words)), None)
    if at is None:
        return found
    line = part.lines[at]
    draft = Draft((line,), kind="" if asks(line.text) else "task")
    pieces: list[tuple[Line, ...] | Draft] = [part.lines[:at], draft, part.lines[at + 1 :]]
    return Found(tuple(piece for piece in pieces if piece), found.hint)


def _is_counted(part: Part, words: Words) -> bool:
    """Whether the part's own heading is an exercise's name and its number: `Exercise 3`, `3 Exercise`."""
    heading = part.heading
    if heading is None or heading.role not in EXERCISES:
        return False
    said = f"{heading.number} {heading.title}"
    return any(c.isdigit() for c in said) and words.only_names(heading.title)


def _tells(line: Line, words: Words) -> bool:
    """Whether a sentence of a line asks, or begins with a word that tells to do something."""
    if line.table is not None or not line.text:
        return False
    return asks(line.text) or any(words.tells(s) for s in SENTENCE.split(line.text))
