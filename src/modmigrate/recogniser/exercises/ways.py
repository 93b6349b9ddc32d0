"""The ways in which a run of lines may be cut into questions, built side by side; the one that explains most is taken.

The first is that of the labels in sight (`question_starts`). Others compete with it where the lines give reason to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...text.amounts import SEVERAL
from ...text.signs import asks_in, is_open
from ..lines.line import Line, line_labels
from ..lines.signs import is_option
from ..words.words import Words
from .evidence import Posed, tells

BONUS = 0.5
"""What the first way has before the others."""


class Cut(Struct, frozen=True):
    """One question's lines, from `start` to `end`; a part of a numbered question has its place in it."""

    start: int
    end: int
    part: int = 0
    """1 for the first part; 0 for a question with a number of its own."""
    within: int = -1
    """Which line numbers the question that it is a part of."""

    @property
    def opens(self) -> int:
        """Where what leads to it begins: a numbered text leads to its first part and to those behind it."""
        return self.within if self.part == 1 else self.start


def ways(flat: Sequence[Line], starts: Sequence[int], words: Words, *, announced: bool) -> Iterator[list[Cut]]:
    """All ways, that of the labels in sight first; each has one cut at least. `announced`: by a heading."""
    first = _from(starts, flat)
    yield first
    if announced and (told := _above_bullets(flat, starts, words)):
        yield _from(told, flat)
    parted = [own for cut in first for own in _parts(flat, cut, words)]
    if len(parted) > len(first):
        yield parted


def _from(starts: Sequence[int], flat: Sequence[Line]) -> list[Cut]:
    """A cut at each of these lines."""
    return [Cut(start, end) for start, end in zip(starts, [*starts[1:], len(flat)], strict=True)]


def chosen(readings: Sequence[Posed]) -> Posed:
    """The reading whose questions show most that they are; the first where others show no more."""
    if len(readings) == 1:
        return readings[0]  # as nearly always
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
    """A numbered question's lettered parts as questions: each has its own answer, or asks below a text that does not.

    Capitals of scripts that have small letters are options.
    """
    letters = [at for at in range(cut.start + 1, cut.end) if is_option(flat[at])]
    label = flat[cut.start].label
    if label is None or label.kind == "bullet" or is_option(flat[cut.start]) or len(letters) < SEVERAL:
        return [cut]
    if line_labels(flat[at] for at in letters) != list(range(1, len(letters) + 1)):
        return [cut]
    ends = [*letters[1:], cut.end]
    answered = all(any(words.answer.match(x.text) for x in flat[a + 1 : b]) for a, b in zip(letters, ends, strict=True))
    capital = (first := flat[letters[0]].label) is not None and first.kind == "upper" and first.text.isascii()
    above = any(_asks(x, words) for x in flat[cut.start : letters[0]])
    asking = not (capital or above) and all(_asks(flat[at], words) for at in letters)
    if not answered and not asking:
        return [cut]
    return [Cut(at, end, part, cut.start) for part, (at, end) in enumerate(zip(letters, ends, strict=True), 1)]
