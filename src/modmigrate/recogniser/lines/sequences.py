"""Labels that count on, found once for a run of lines: 1 2 3, A B C, I II III, 一 二 三, by hand or by Word.

A sequence goes on over gaps, a number typed twice, and a change of list or of hand where the next number is due. A
label that counts on in nothing begins a sequence. What begins between two members of another is inside it; so is what
is lettered behind its last member.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Lines

from msgspec import Struct

from .labels import Label
from .line import Line

GAP = 5
"""Numbers that may be missing in a list that was typed."""
REACH = 40
"""Labels between two members of a run, at most: lists inside a question."""
COUNTING = ("number", "multi")
"""Kinds of labels that number what letters stand inside of."""


class Sequence(Struct):
    """Labels that count on: the places of their lines, the numbers, and the sequence they stand inside of."""

    kind: str
    style: str
    members: list[int]
    numbers: list[int]
    inside: int = -1
    """The number of the sequence around it; -1 for one that stands for itself."""

    def goes_on(self, label: Label) -> bool:
        """Whether a label is this sequence's next."""
        last = self.numbers[-1]
        if label.style == self.style:
            return label.number == last + 1 or (not label.auto and last < label.number <= last + GAP)
        return label.kind == self.kind and label.number == last + 1


def sequences(lines: Lines[Line]) -> list[Sequence]:
    """All sequences of these lines, in the order of their first members."""
    found: list[Sequence] = []
    open_: list[int] = []
    for at, line in enumerate(lines):
        label = line.label
        if label is None or label.kind == "bullet" or not label.number:
            continue
        depth = _depth(found, open_, label)
        if depth is None:
            open_ = _around(found, open_, label)
            found.append(Sequence(label.kind, label.style, [at], [label.number], open_[-1] if open_ else -1))
            open_.append(len(found) - 1)
            continue
        own = found[open_[depth]]
        own.members.append(at)
        own.numbers.append(label.number)
        own.style = label.style
        open_ = open_[: depth + 1]
    for at, one in enumerate(found):
        one.inside = _settled(found, at)
    return found


def _depth(found: Lines[Sequence], open_: Lines[int], label: Label) -> int | None:
    """Which of the open sequences a label goes on in: one of its own style before others, inner before outer."""
    able = [d for d in reversed(range(len(open_))) if found[open_[d]].goes_on(label)]
    same = [d for d in able if found[open_[d]].style == label.style]
    return next(iter(same or able), None)


def _around(found: Lines[Sequence], open_: list[int], label: Label) -> list[int]:
    """The open sequences that one which begins with this label may stand inside of: not those of its own style."""
    return [n for n in open_ if found[n].style != label.style] if label.number == 1 else open_


def _settled(found: Lines[Sequence], at: int) -> int:
    """The sequence around one: one that goes on behind it, or whose last member it hangs at, as its like do."""
    one = found[at]
    around = one.inside
    while around >= 0:
        outer = found[around]
        if outer.members[-1] > one.members[0] or (outer.kind in COUNTING and one.kind not in COUNTING):
            return around
        if any(x.inside == around and x.kind == one.kind for x in found[:at]):
            return around
        around = outer.inside
    return -1


def standing(found: Lines[Sequence]) -> list[Sequence]:
    """The sequences that stand inside no other."""
    return [one for one in found if one.inside < 0]


def best_run(count: int, step: Callable[[int, int], float | None]) -> list[int]:
    """The best run through `count` labels from the first on: each that it takes is worth 1, less what the step costs.

    `step` says what it costs to take the second label behind the first, None where it can't be. Labels further than
    `REACH` apart are not joined.
    """
    worth = [1.0 if not at else 0.0 for at in range(count)]
    before = [-1] * count
    for at in range(1, count):
        for back in range(max(0, at - REACH), at):
            cost = step(back, at) if worth[back] else None
            # Of runs of equal worth the one that begins first goes on: a list inside a question is left to it.
            if cost is not None and worth[back] + 1 - cost > worth[at]:
                worth[at], before[at] = worth[back] + 1 - cost, back
    last = max(range(count), key=lambda at: (worth[at], -at), default=-1)
    out: list[int] = []
    while last >= 0:
        out.append(last)
        last = before[last]
    return out[::-1]
