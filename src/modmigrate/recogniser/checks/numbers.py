"""Numbers that leap or start again inside an exercise, and options that lack one.

Questions or options were missed, or parts of one were parted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ..exercises.draft import Draft, Exercise, place
from .fault import Fault, Seen, counted

ENOUGH = 4
"""Questions with options from which on they can be compared."""


def numbers(seen: Seen) -> Fault | None:
    """Where the count of questions breaks off."""
    drafts = seen.drafts
    due = {1}
    breaks: list[tuple[Draft, str]] = []
    for exercise in seen.reading.gathered.exercises:
        if not exercise.entries:
            breaks += _breaks(exercise, drafts, due)
            due.add(exercise.numbers[-1] + 1)
    if not breaks:
        return None
    says = counted(f"numbers that do not count on, such as {breaks[0][1]}", len(breaks))
    return Fault(says, tuple(place(d) for d, _ in breaks), min(1.0, len(breaks) / len(drafts)))


def _breaks(exercise: Exercise, drafts: Sequence[Draft], due: Collection[int]) -> Iterator[tuple[Draft, str]]:
    """Questions whose number is not the next, with what is told; `due` are numbers that an exercise may begin with."""
    own = drafts[exercise.first : exercise.first + len(exercise.numbers)]
    first = exercise.numbers[0]
    if len(own) > 1 and first not in due and own[0].number:
        yield own[0], f"{first} at the beginning"
    for (a, b), draft in zip(pairwise(exercise.numbers), own[1:], strict=False):
        if b != a + 1 and not draft.part:
            yield draft, f"{b} behind {a}"


def uneven(seen: Seen) -> Fault | None:
    """Questions with options that lack some."""
    offering = [d for d in seen.drafts if d.options and not d.right]
    sizes = Counter(len(d.options) for d in offering)
    usual = sizes.most_common(1)[0][0] if len(offering) >= ENOUGH else 0
    found = [d for d in offering if len(d.options) < usual or _leaps(d)]
    if not found:
        return None
    says = counted("questions with fewer options than the others, or a letter left out", len(found), len(offering))
    return Fault(says, tuple(place(d) for d in found), len(found) / len(offering))


def _leaps(draft: Draft) -> bool:
    letters = [o.letter for o in draft.options if o.letter]
    return bool(letters) and letters != list(range(letters[0], letters[0] + len(letters)))
