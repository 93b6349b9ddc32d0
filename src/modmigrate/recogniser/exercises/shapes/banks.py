"""Banks of questions whose options carry nothing: a line that asks, then as many short lines below each.

One such line says nothing. What tells is the beat of the whole: nearly all lines that pose something (by a number, what
they ask, a gap, a colon) stand equally far apart, and nothing between them poses. The beat also finds a stem that
poses by none of these, where it stands between others. Options and stems get the labels that were left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from ....text.amounts import ALMOST_ALL, HALF, MOST, reaches
from ....text.letters import letter_of
from ....text.patterns import lazy
from ....text.signs import has_gap, is_open, is_room
from ...lines.labels import QUESTION, Label
from ...lines.line import Line, unlabelled
from ...lines.sequences import COUNTING
from ...words.words import Words

FEWEST, LARGEST = 3, 6
"""Options of a question without letters; two lines below another are its explanation."""
BEATS = 3
"""Questions that make a beat; where hardly any asks by its end, twice as many."""
STEM, OPTION = 3, 30
"""Words that a numbered stem has at least, and an option at most."""
_FIELD = lazy(r"[^:：]{1,30}[:：]\s")
"""A label and what it leads: records are told in as many lines each, too."""


def with_plain_options(flat: Sequence[Line], words: Words) -> list[Line]:
    """The lines, those that a bank's beat makes stems and options labelled so; as they are where there is no beat."""
    told = [at for at, line in enumerate(flat) if line.text or line.table is not None]
    lines = [flat[at] for at in told]
    posing = [at for at, line in enumerate(lines) if _poses(line)]
    beat = _beat(lines, posing)
    if not beat:
        return list(flat)
    starts = _starts(lines, posing, beat)
    offered = [x for a, b in _groups(starts, beat) for x in lines[a + 1 : b]]
    named = sum(_FIELD.match(x.text) is not None for x in offered)
    if not all(_may_answer(x, words) for x in offered) or reaches(named, len(offered), HALF):
        return list(flat)
    out = list(flat)
    for (start, end), number in zip(_groups(starts, beat), _numbers(lines, starts), strict=True):
        own = lines[start].label
        out[told[start]] = replace(lines[start], label=Label("number", number, own.text if own else "", QUESTION))
        for letter, at in enumerate(range(start + 1, end), 1):
            out[told[at]] = replace(_whole(lines[at]), label=Label("upper", letter, letter_of(letter), "bank"))
    return out


def _whole(line: Line) -> Line:
    """The line with the number that it begins with: no label, but a value (`1.5 km`)."""
    return unlabelled(line, line.opens, line.end) if line.label is not None else line


def _is_counted(line: Line) -> bool:
    return line.label is not None and line.label.kind in COUNTING


def _poses(line: Line) -> bool:
    """Whether a line shows that something is to be chosen below it."""
    if line.label is not None and not _is_counted(line):
        return False
    led = line.text.endswith((":", "：")) or _is_counted(line)
    return is_open(line.text) or has_gap(line.text) or (led and line.words >= STEM)


def _beat(lines: Sequence[Line], posing: Sequence[int]) -> int:
    """How many lines a question of the bank takes with its options; 0 where there is no bank."""
    apart = [b - a for a, b in pairwise(posing)]
    beat, often = Counter(apart).most_common(1)[0] if apart else (0, 0)
    open_ = sum(is_open(lines[at].text) or has_gap(lines[at].text) for at in posing)
    least = BEATS if reaches(open_, len(posing), HALF) else 2 * BEATS
    whole = len(posing) >= least and FEWEST <= beat - 1 <= LARGEST and reaches(often, len(apart), MOST)
    fits = sum(gap % beat == 0 for gap in apart) if beat else 0
    ends = len(lines) - posing[-1] >= beat if posing else False
    return beat if whole and ends and reaches(fits, len(apart), ALMOST_ALL) else 0


def _starts(lines: Sequence[Line], posing: Sequence[int], beat: int) -> list[int]:
    """Where questions begin: at what poses, and wherever the beat says so between two such and before the first."""
    before = range(posing[0] % beat, posing[0], beat) if _are_due(lines, posing, beat) else range(0)
    inner = [at for a, b in pairwise(posing) for at in range(a, b, beat) if (b - a) % beat == 0 or at == a]
    return [*before, *inner, posing[-1]]


def _are_due(lines: Sequence[Line], posing: Sequence[int], beat: int) -> bool:
    """Whether the first number printed says how many questions without one stand before it."""
    counted = next((at for at in posing if _is_counted(lines[at])), None)
    label = lines[counted].label if counted is not None else None
    return counted is not None and label is not None and label.number == counted // beat + 1


def _groups(starts: Sequence[int], beat: int) -> list[tuple[int, int]]:
    """The lines of each question, from its stem to behind its last option."""
    ends = [*starts[1:], starts[-1] + beat]
    return [(start, min(end, start + LARGEST + 1)) for start, end in zip(starts, ends, strict=True)]


def _may_answer(line: Line, words: Words) -> bool:
    """Whether a line may be an option: short, no entry of a list, neither answer, instruction nor room."""
    valued = line.label is None or (line.label.kind == "multi" and line.opens >= 0)
    if line.paragraph is None or not valued or line.words > OPTION or is_room(line.text):
        return False
    return not any(p.match(line.text) for p in (words.answer, words.explanation, words.instruction))


def _numbers(lines: Sequence[Line], starts: Sequence[int]) -> list[int]:
    """The questions' numbers: those printed, and for the others the next."""
    out: list[int] = []
    for at in starts:
        label = lines[at].label
        out.append(label.number if label is not None and _is_counted(lines[at]) else (out[-1] if out else 0) + 1)
    return out
