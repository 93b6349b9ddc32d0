"""The ways in which a run of lines may be cut into questions, built side by side; the one that explains most is taken.

The first is that of the labels in sight (`question_starts`). Others compete with it where the lines give reason to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...text.amounts import MOST, SEVERAL, reaches
from ...text.signs import asks_in, is_open
from ..lines.line import Line, line_labels
from ..lines.signs import is_option
from ..words.words import Words
from .answers_again import Range, answered_again
from .draft import Draft
from .evidence import TEST, Posed, orders, tells
from .going_on import ends_in_options

PAIRED = ("match", "order")
"""Types whose lettered lines belong together, be they counted twice."""
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
    answer: Range = (0, 0)
    """The lines that answer it, where they stand behind all questions."""

    @property
    def opens(self) -> int:
        """Where what leads to it begins: a numbered text leads to its first part and to those behind it."""
        return self.within if self.part == 1 else self.start


def ways(flat: Sequence[Line], starts: Sequence[int], asked: Posed) -> Iterator[list[Cut]]:
    """All ways, that of the labels in sight first; each has one cut at least. `asked` tells what headings say."""
    words = asked.words
    first = _from(starts, flat)
    yield first
    if asked.announced and (told := _above_bullets(flat, starts, words)):
        yield _from(told, flat)
    parted = [_parts(flat, cut, asked) for cut in first]
    # Where most lists have the size of options, one whose entries read like orders is no other.
    offers = sum(len(own) == 1 and len(_letters(flat, cut)) in TEST for own, cut in zip(parted, first, strict=True))
    if sum(len(own) > 1 for own in parted) > offers:
        yield [part for own in parted for part in own]


def _from(starts: Sequence[int], flat: Sequence[Line]) -> list[Cut]:
    """A cut at each of these lines."""
    return [Cut(start, end) for start, end in zip(starts, [*starts[1:], len(flat)], strict=True)]


def chosen(readings: Sequence[Posed]) -> Posed:
    """The reading whose questions show most that they are; the first where others show no more."""
    if len(readings) == 1:
        return readings[0]  # as nearly always
    worth = [sum(1.0 if _shows(d, posed.words) else -1.0 for d in posed.drafts) for posed in readings]
    worth[0] += BONUS
    return readings[worth.index(max(worth))]


def _shows(draft: Draft, words: Words) -> bool:
    """Whether a question shows that it is one, be it by the form of an order alone."""
    return tells(draft, words) or orders(draft, words)


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


def _parts(flat: Sequence[Line], cut: Cut, asked: Posed) -> list[Cut]:
    """A numbered question's lettered parts as questions: each has its own answer, or asks below a text that does not.

    Capitals of scripts that have small letters are options.
    """
    words = asked.words
    letters = _letters(flat, cut)
    label = flat[cut.start].label
    if label is None or label.kind == "bullet" or is_option(flat[cut.start]) or len(letters) < SEVERAL:
        return [cut]
    if any(words.question_type(x.text) in PAIRED for x in flat[cut.start : letters[0]]):
        return [cut]
    letters, answers = answered_again(flat, letters, cut.end, words)
    if line_labels(flat[at] for at in letters) != list(range(1, len(letters) + 1)):
        return [cut]
    last = _behind(flat, letters[-1], answers[0][0]) if answers else cut.end
    answers = answers or [(0, 0)] * len(letters)
    ends = [*letters[1:], last]
    answered = all(any(words.answer.match(x.text) for x in flat[a + 1 : b]) for a, b in zip(letters, ends, strict=True))
    capital = (first := flat[letters[0]].label) is not None and first.kind == "upper" and first.text.isascii()
    stem = flat[cut.start : letters[0]]
    above = any(_asks(x, words) for x in stem) or ends_in_options(stem, flat[letters[0]], words, asked.hint)
    own = sum(_asks(flat[at], words) for at in letters)
    asking = not (capital or above) and own >= SEVERAL and reaches(own, len(letters), MOST)
    if not answered and not asking:
        return [cut]
    parts = zip(letters, ends, answers, strict=True)
    return [Cut(at, end, part, cut.start, answer) for part, (at, end, answer) in enumerate(parts, 1)]


def _behind(flat: Sequence[Line], last: int, answers: int) -> int:
    """Where the last question ends: before a short line that only says that the answers follow."""
    named = answers - 1 > last and flat[answers - 1].label is None and flat[answers - 1].words <= SEVERAL
    return answers - named


def _letters(flat: Sequence[Line], cut: Cut) -> list[int]:
    """The lettered lines of a question below its first."""
    return [at for at in range(cut.start + 1, cut.end) if is_option(flat[at])]
