"""One series, one role: lines that one count numbers and that look alike are all headings, or none is.

Where options, answers or question marks follow most of a series, its bold members are questions, the short ones and
those without a question mark, too. Where most of a series are headings, one that ends in a full stop is one as well. A
run of bold lines with nothing between them heads nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from ....text.signs import is_open
from ...lines.line import Line
from ...lines.sequences import COUNTING, sequences
from ...lines.sequences import Sequence as Series
from ...lines.signs import body_size, is_option
from ...words.words import Words
from ..candidate import Candidate

HALF = 2
MOST = 3
"""Of so many members all but one head something."""
RUN = 3
"""Bold lines right below each other; two may be a title and what it says below it."""
NEAR = 12
"""Lines below a stem among which its first option or answer stands."""


def settled(
    found: Sequence[Candidate], lines: Sequence[Line], words: Words, look: Callable[[int], Candidate | None]
) -> list[Candidate]:
    """The candidates without the questions among them, and with the members that their series vouches for.

    `look` reads a line as a heading whatever sign it ends in.
    """
    by_line = {c.at: c for c in found}
    for one in sequences(lines):
        if one.kind in COUNTING and len(one.members) > 1:
            _settle(one, by_line, lines, words, look)
    stacked = _stacked(by_line, lines)
    return [c for c in sorted(by_line.values(), key=_at) if c.at not in stacked]


def _settle(
    one: Series, by_line: dict[int, Candidate], lines: Sequence[Line], words: Words,
    look: Callable[[int], Candidate | None],
) -> None:  # fmt: skip
    heads = [by_line[at] for at in one.members if at in by_line and not (by_line[at].word or by_line[at].role)]
    if not heads:
        return
    answered = sum(_is_answered(at, lines, words) for at in one.members)
    asking = sum(is_open(lines[at].text) for at in one.members)
    styled = any(c.level is not None for c in heads)
    told = sum(is_open(lines[at].text) or words.ask_verb.match(lines[at].text) is not None for at in one.members)
    if asking and told == len(one.members) and not styled:
        answered = told  # questions and sums, one and all: no titles are worded so
    if answered * HALF >= len(one.members) or (asking * HALF >= len(one.members) and not styled and answered):
        for c in heads:
            del by_line[c.at]
        return
    missing = [at for at in one.members if at not in by_line]
    alike = {c.look for c in heads}
    if len(heads) >= MOST and len(missing) == 1 and len(alike) == 1:
        own = look(missing[0])
        if own is not None and own.look in alike:
            by_line[missing[0]] = own


def _is_answered(at: int, lines: Sequence[Line], words: Words) -> bool:
    """Whether options or an answer stand right below a line."""
    below = lines[at + 1 : at + 1 + NEAR]
    if below and is_option(below[0], 1) and any(is_option(x, HALF) for x in below[:HALF]):
        return True
    return bool(below) and below[0].label is None and words.answer.match(below[0].text) is not None


def _stacked(by_line: Mapping[int, Candidate], lines: Sequence[Line]) -> set[int]:
    """Candidates by looks alone that stand in a run with nothing between them; what heads the text below goes with it.

    Lines of a program's output, or of a poster, are set in bold one below the other.
    """
    plain = [c for c in sorted(by_line.values(), key=_at)
             if c.level is None and not (c.word or c.role or c.marker or c.centred)]  # fmt: skip
    out: set[int] = set()
    body = body_size(lines)
    for run in _runs(plain):
        # No larger than the text, all of one look.
        if len(run) > RUN and len({c.look[1:] for c in run}) == 1 and max(c.size for c in run) <= body:
            out.update(c.at for c in run)
    return out


def _runs(plain: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates on neighbouring lines."""
    for _, group in groupby(enumerate(plain), key=lambda pair: pair[1].at - pair[0]):
        yield [c for _, c in group]


def _at(c: Candidate) -> int:
    return c.at
