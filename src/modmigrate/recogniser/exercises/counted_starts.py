"""Where numbered questions begin: the best explanation of all numbers of an exercise, not one step after another."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.signs import asks, ends_sentence
from ..lines.labels import QUESTION, Label
from ..lines.line import Line
from ..lines.sequences import GAP, best_run
from ..lines.signs import is_option
from ..words.words import Words

SLIP = 0.4
"""What a number that is left out, typed twice, or begins anew costs; a question more is worth 1."""
INNER = 0.8
"""What it costs to go on in a list that began in between, which may stand inside a question."""
HAND = 0.1
"""What a label by another hand costs, where it is the next."""


def counted(flat: Sequence[Line], starts: Sequence[int], words: Words) -> list[int]:
    """Starts whose numbers count on, as the best explanation of them all: the longest run from the first on.

    A list inside a question begins again at 1 and is left to it. Numbers may restart after options or at the very next
    part of an exercise; one typed twice or left out is a slip where the question before it is closed. A label of
    another list or by hand (`Question 9:` behind `8.`) must be the next.
    """
    labels = [label for at in starts if (label := flat[at].label) is not None]

    begins = _begins(labels)

    def step(a: int, b: int) -> float | None:
        return _cost(flat, starts, labels, begins, a, b, words)

    return [starts[n] for n in best_run(len(starts), step)]


def _begins(labels: Sequence[Label]) -> list[int]:
    """For each label, where the list began that goes on in it, number by number."""
    out: list[int] = []
    for at, label in enumerate(labels):
        last = labels[at - 1] if at else None
        goes_on = last is not None and last.style == label.style and last.number == label.number - 1
        out.append(out[-1] if goes_on else at)
    return out


def _cost(
    flat: Sequence[Line],
    starts: Sequence[int],
    labels: Sequence[Label],
    begins: Sequence[int],
    a: int,
    b: int,
    words: Words,
) -> float | None:
    """What it costs to take the label `b` for the next question behind the one at `a`; None where it can't be."""
    one, other = labels[a], labels[b]
    due = other.number == one.number + 1
    if other.style == one.style == QUESTION:
        return 0.0 if due else SLIP  # it says that it is one: rounds of questions, each counted from 1
    if other.style != labels[0].style:
        # By hand, or by another list, it goes on where the question before it is closed.
        if not other.kind == one.kind == "number" or not 0 <= other.number - one.number <= GAP:
            return None
        closed = (due and other.style == QUESTION) or _closed(flat, starts[a], starts[b], words)
        return HAND + (0.0 if due else SLIP) if closed else None
    inner = _is_inner(flat, starts, labels, begins[b], words)
    if due or (other.auto and other.number > one.number):
        return INNER if inner else 0.0
    if one.number < other.number <= one.number + GAP:
        return SLIP + (INNER if inner else 0.0)
    if other.number == one.number > 0:
        return SLIP if _closed(flat, starts[a], starts[b], words) else None
    fresh = other.number <= 1 and (_ended(flat, starts[a], starts[b]) or _anew(flat, starts, a, b, words))
    return SLIP if fresh else None


def _is_inner(flat: Sequence[Line], starts: Sequence[int], labels: Sequence[Label], begin: int, words: Words) -> bool:
    """Whether a list, which began at `begin`, began again at 1 behind a question that is not closed."""
    if not begin or labels[begin].number != 1:
        return False
    return not (_ended(flat, starts[begin - 1], starts[begin]) or _anew(flat, starts, begin - 1, begin, words))


def _closed(flat: Sequence[Line], a: int, b: int, words: Words) -> bool:
    """Whether the question at `a` has its answer, its options or its mark before the line at `b`."""
    told = _ended(flat, a, b) or any(words.answer.match(line.text) for line in flat[a + 1 : b])
    return told or (asks(flat[a].text) and asks(flat[b].text))


def _anew(flat: Sequence[Line], starts: Sequence[int], a: int, b: int, words: Words) -> bool:
    """Whether another list of questions begins: right below a question that is whole, and no number is left open."""
    numbers = [label.number for n in starts[b:] if (label := flat[n].label) is not None]
    last = flat[starts[a]].label
    goes_on = (last is not None and last.number + 1 in numbers) or numbers != list(range(1, len(numbers) + 1))
    before = flat[starts[b] - 1]
    if words.question_type(before.text) in ("match", "order", "truefalse") or words.asks_to_judge(before.text):
        return False  # its entries
    return a > 0 and starts[b] - 1 == starts[a] and not goes_on and len(numbers) > 1 and ends_sentence(before.text)


def _ended(flat: Sequence[Line], a: int, b: int) -> bool:
    return any(is_option(line) or (line.table is not None and not line.table.boxed) for line in flat[a:b])
