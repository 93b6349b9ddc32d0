"""Names of questions on lines of their own (`Question 1`, then what it asks): labels of the line below each.

Two at least that count up; one alone may be mentioned. So the keys are written, too: `Question 1`, then its answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from ...text.amounts import SEVERAL
from .labels import ASKED, QUESTION, Label, asked_value
from .line import Line

WORDS = 3
"""Of such a name: `Soal No. 3`."""


def with_lone_labels(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each that only names a question left out and its name made the label of the line below."""
    named = [(at, n) for at, x in enumerate(lines[:-1]) if (n := _number(x)) and _is_plain(lines[at + 1])]
    if len(named) < SEVERAL or any(b <= a for (_, a), (_, b) in pairwise(named)):
        return tuple(lines)
    out = list(lines)
    for at, number in named:
        out[at + 1] = replace(out[at + 1], label=Label("number", number, lines[at].text.strip(" .:"), QUESTION))
    gone = {at for at, _ in named}
    return tuple(line for at, line in enumerate(out) if at not in gone)


def _number(line: Line) -> int:
    """The number of a line that is nothing but a question's name; 0 for others."""
    if line.paragraph is None or line.label is not None or not line.text or line.words > WORDS:
        return 0
    found = ASKED.fullmatch(f"{line.text.rstrip(' .:：')} ")
    return asked_value(found) if found is not None else 0


def _is_plain(line: Line) -> bool:
    return line.paragraph is not None and line.label is None and bool(line.text) and not _number(line)
