"""The ways in which a run of lines may be cut into questions, built side by side; the one that explains most is taken.

The first is that of the labels in sight (`question_starts`). Others compete with it where the lines give reason to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...text.signs import asks_in, is_open
from ..lines.line import Line, line_labels
from ..lines.signs import is_option
from ..words.words import Words
from .evidence import Posed, tells

SEVERAL = 2
BONUS = 0.5
"""What the first way has before the others."""


class Cut(Struct, frozen=True):
    """One question's lines, from `start` to `end`; a part of a numbered question has its place and what leads to it."""

    start: int
    end: int
    part: int = 0
    """1 for the first part; 0 for a question with a number of its own."""
    within: int = -1
    """Which line numbers the question that it is a part of."""
    lead: tuple[int, ...] = ()
    """Lines that introduce this part and those behind it."""


def ways(flat: Sequence[Line], starts: Sequence[int], words: Words, *, announced: bool) -> Iterator[list[Cut]]:
    """All ways, that of the labels in sight first; each has one cut at least. `announced`: by a heading."""
    ends = [*starts[1:], len(flat)]
    first = [Cut(start, end) for start, end in zip(starts, ends, strict=True)]
    yield first
    if announced and (told := _above_bullets(flat, starts, words)):
        yield [Cut(start, end) for start, end in zip(told, [*told[1:], len(flat)], strict=True)]
    parted = [own for cut in first for own in _parts(flat, cut, words)]
    if len(parted) > len(first):
        yield parted


def chosen(readings: Sequence[Posed]) -> Posed:
    """The reading whose questions show most that they are; the first where others show no more."""
    worth = [sum(1.0 if tells(d, posed.words) else -1.0 for d in posed.drafts) for posed in readings]
    worth[0] += BONUS
    return readings[worth.index(max(worth))]


def _above_bullets(flat: Sequence[Line], starts: Sequence[int], words: Words) -> list[int]:
    """Plain lines that ask or tell to do something, where bullets are all that a list of questions could be made of."""
    labels = [flat[at].label for at in starts]
    if any(label is None or label.kind != "bullet" for label in labels):
        return []
    return [at for at, line in enumerate(flat) if line.label is None and _asks(line, words)]


def _asks(line: Line, words: Words) -> bool:
    """Whether a line asks anywhere, breaks off, or tells to do something that is no way of answering."""
    told = words.tells(line.text) and not words.instruction.match(line.text)
    return bool(line.text) and (asks_in(line.text) or is_open(line.text) or told)


def _parts(flat: Sequence[Line], cut: Cut, words: Words) -> list[Cut]:
    """A numbered question's lettered parts as questions, where each has its own answer."""
    letters = [at for at in range(cut.start + 1, cut.end) if is_option(flat[at])]
    label = flat[cut.start].label
    if label is None or label.kind == "bullet" or is_option(flat[cut.start]) or len(letters) < SEVERAL:
        return [cut]
    if line_labels(flat[at] for at in letters) != list(range(1, len(letters) + 1)):
        return [cut]
    ends = [*letters[1:], cut.end]
    answered = all(any(words.answer.match(x.text) for x in flat[a + 1 : b]) for a, b in zip(letters, ends, strict=True))
    if not answered:
        return [cut]
    lead = tuple(range(cut.start, letters[0]))
    return [
        Cut(at, end, part, cut.start, lead if part == 1 else ())
        for part, (at, end) in enumerate(zip(letters, ends, strict=True), 1)
    ]
