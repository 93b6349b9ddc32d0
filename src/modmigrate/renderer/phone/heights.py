"""How high blocks stand on a phone 360 px wide, roughly: what a learner feels as length.

A picture, a table turned into cards and a list are far higher than their letters say. Figures are those of the default
theme: 320 px of text, 17 px letters, 27 px lines; measured against Chromium they are right within a fifth.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from ...module import (
    Block,
    Code,
    Equation,
    Figure,
    Glossary,
    Heading,
    List,
    Note,
    Objectives,
    Table,
    walk,
)
from ...questions import Match, Question
from ...text import inline
from ...text.patterns import lazy
from .tables import stacks

PHONE = 740
"""Pixels of a phone's window."""
WIDTH, LINE = 320, 27
LISTING = 0.7 * PHONE
"""Pixels above which a program scrolls in its own box (style.css)."""
HEAD, OPENER = 80, 120
"""Pixels of a title in a line, and what the opening of a chapter adds to its own."""
IN_LINE = 110
"""Pixels that a picture in a line adds to it; 200 at most."""
_LETTER = 8.9
"""Pixels of a letter of running text; a sign of a script without blanks takes twice as many."""
_WIDE = lazy(r"[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]")

Ratio = Callable[[str], float]
"""Of a picture's file: its height by its width, 0 where it is not known."""


def height(block: Block, ratio: Ratio = lambda _: 0, width: float = WIDTH) -> float:
    """Pixels of a block with the room below it."""
    match block:
        case Question():
            return _question(block, ratio)
        case Heading(text=text, level=level):
            size = 1.35 if level <= 2 else 1.15
            return 44 + LINE * size * _lines(text, width / size)
        case List(items=items):
            own = sum(LINE * _lines(i.text, width - 30) + 8 + _all(i.content, ratio, width - 30) for i in items)
            return 17 + own + 14 * len(items) * (block.style == "steps")
        case Objectives(objectives=objectives, lead=lead):
            # Each can be ticked, below a sentence that asks.
            ticked = sum(24 + 23 * _lines(o.text, width - 90) for o in objectives)
            return 190 + LINE * _lines(lead, width - 40) + ticked
        case Glossary(terms=terms):
            return 120 + sum(30 + LINE * (_lines(t.term, width) + _lines(t.meaning, width)) for t in terms)
        case Figure():
            return _figure(block, ratio, width)
        case Table():
            return _table(block, ratio)
        case Note(content=content, title=title):
            return 110 + LINE * _lines(title, width - 40) + _all(content, ratio, width - 40)
        case Equation():
            return 90
        case Code(text=text):
            return 72 + min(LISTING, 25 * (text.count("\n") + 1))
    text = getattr(block, "text", "")
    return 17 + LINE * _lines(text, width) + IN_LINE * text.count("![")


def end_of(chapter: tuple[Block, ...]) -> float:
    """Pixels of what stands at a chapter's end: what comes next, and its objectives as a check list."""
    goals = [o for b in walk(chapter) if isinstance(b, Objectives) for o in b.objectives]
    ticked = sum(26 + 23 * _lines(o.text, WIDTH - 50) for o in goals)
    return 160 + (70 + ticked if goals else 0)


def _all(blocks: tuple[Block, ...], ratio: Ratio, width: float) -> float:
    return sum(height(b, ratio, width) for b in blocks)


def _lines(text: str, width: float) -> int:
    if not text:
        return 0
    plain = inline.plain(text)
    signs = len(plain) + len(_WIDE.findall(plain))
    # A line's end is ragged: a word of some six letters does not fit any more.
    per = max(4.0, width / _LETTER - 3)
    return sum(max(1, math.ceil((signs if "\n" not in plain else len(line)) / per)) for line in plain.split("\n"))


def _figure(block: Figure, ratio: Ratio, width: float) -> float:
    wide = min(width, block.width or width)
    return 56 + wide * (ratio(block.file) or 0.66) + 21 * _lines(block.caption, width * 1.15)


def _table(table: Table, ratio: Ratio) -> float:
    caption = 28 * _lines(table.caption, WIDTH)
    body = table.rows[table.header :]
    if stacks(table):
        return 56 + caption + sum(_card(row, ratio) for row in body)
    columns = max((len(row) for row in table.rows), default=1)
    width = max(88.0, WIDTH / columns)
    rows = [
        max((24 * _lines(c.text, width - 28) + _all(c.content, ratio, width) for c in row), default=0)
        for row in table.rows
    ]
    return 56 + caption + sum(max(24.0, own) + 20 for own in rows)


def _card(row: tuple[object, ...], ratio: Ratio) -> float:
    return 24 + sum(_cell(cell, ratio) for cell in row)


def _cell(cell: object, ratio: Ratio) -> float:
    text: str = getattr(cell, "text", "")
    content: tuple[Block, ...] = getattr(cell, "content", ())
    return 8 + 21 + 24 * _lines(text, WIDTH - 34) + _all(content, ratio, WIDTH - 34) if text or content else 0


def _question(question: Question, ratio: Ratio) -> float:
    """A card with its check button; feedback comes on top when it is asked for."""
    own = 190 + LINE * _lines(question.stem, WIDTH - 34) + _all(question.content, ratio, WIDTH - 34)
    if isinstance(question, Match):
        left = sum(92 + LINE * _lines(text, WIDTH - 34) for text in question.left)
        return own + left + min(280, sum(_chips(question.right)))
    room = {"essay": 150, "task": 150, "order": 66}.get(question.type, 36)
    options = [o for o in question.texts() if question.type not in ("fill", "short")]
    return own + room + sum(36 + 25 * _lines(o, WIDTH - 100) for o in options)


def _chips(texts: tuple[str, ...]) -> Iterator[float]:
    return (52 * max(0.5, _lines(t, WIDTH - 80)) for t in texts)
