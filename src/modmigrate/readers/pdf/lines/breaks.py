"""Where a paragraph goes on and where the next begins, seen from gaps, margins, looks and labels."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from ....text.letters import OPTIONS, letter_value
from ....text.patterns import lazy
from ..ground.page import Line
from .alike import is_code, is_leader, unlike
from .centred import mark_centred
from .in_text import SAME, counts_on, label_in_text
from .labels import ends_sentence
from .series import mark_counted

_LEFT_OPEN = lazy(rf"\t\(?[{OPTIONS}][.)]\s*$")
"""An option's letter at the end of a line: its words stand on the next."""
_LETTER = lazy(rf"(?:^|(?<=\s))\(?([{OPTIONS}])[.)](?=\s|$)")
_EVEN = 2.0
"""Points by which a justified line may miss its margin."""


def groups(lines: Iterable[Line], axis: float = 0.0) -> Iterator[list[Line]]:
    """The lines of each paragraph, within one column. `axis` is the middle of the page."""
    found = list(lines)
    mark_centred(found, axis)
    mark_counted(found)
    habits = Habits(_leading(found), _is_justified(found), _step(found))
    group: list[Line] = []
    for line in found:
        if group and begins(group, line, habits):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of baselines, in sizes."""
    found = [(b.y - a.y) / b.size for a, b in itertools.pairwise(lines) if 0.8 < (b.y - a.y) / max(b.size, 1) < 2.6]
    return min(median(found), 1.9) if found else 1.25


def _step(lines: Sequence[Line]) -> float:
    found = [b.y - a.y for a, b in itertools.pairwise(lines) if b.y > a.y]
    return median(found) if found else 0.0


class Habits(NamedTuple):
    """How the lines of a column are set: the usual distance of baselines in sizes, and whether full lines are even."""

    leading: float
    justified: bool
    step: float = 0.0
    """The usual distance in points, however wide."""


def _is_justified(lines: Sequence[Line]) -> bool:
    """Whether lines broken by the margin end just there: then a line that nearly reaches it is a last line."""
    full = [a for a, b in itertools.pairwise(lines) if _is_near(a, b) and is_full(a, b)]
    even = sum(a.right - a.x1 <= _EVEN for a in full)
    return len(full) >= 6 and even >= 0.8 * len(full)


def _is_near(a: Line, b: Line) -> bool:
    return 0 < b.y - a.y < 2.6 * a.size and not unlike(a, b) and not a.rtl


def begins(group: Sequence[Line], line: Line, habits: Habits) -> bool:
    """Whether a line begins a paragraph of its own behind the group's lines, in the same column."""
    last = group[-1]
    if line.joined:
        return False
    if line.level != last.level or (unlike(last, line) and not _emphasis_runs_on(last, line)):
        return True
    if _is_left_open(last.text) and not line.label and 0 < line.y - last.y < 2.6 * last.size:
        return False
    if "\t" in last.text and not (_under_tab(last, line) or _under_item(group, line)):
        return True
    if len(group) == 1 and last.label == last.text.strip() and last.label and not line.label:
        return False
    if last.block and line.block and last.block != line.block:
        return True
    gap = _gap(last, line)
    leading = _gap(group[-2], last) if len(group) > 1 else habits.leading * max(last.size, line.size)
    wide = 2.2 if line.block and line.block == last.block else 1.25
    if gap < 0.4 * line.size or (gap > wide * leading + 0.5 and not _runs_over(last, line, gap, habits)):
        return True
    if is_code(last) or is_code(line):
        return True
    full = is_full(last, line) and not (habits.justified and last.right - last.x1 > _EVEN and not last.rtl)
    if line.counted:
        return True
    counted = full and counts_on(last.text, line.label)
    if not counted and ((line.label and not label_in_text(group, line, full=full)) or is_leader(line.text)):
        return True
    return not (full or _is_cut(group, line)) or _shifted(group, line)


def _is_left_open(text: str) -> bool:
    """Whether a line ends in an option's letter: behind a tab, or behind the letters that count up to it."""
    if text.rstrip()[-1:] not in (".", ")"):
        return False
    if _LEFT_OPEN.search(text):
        return True
    found = list(_LETTER.finditer(text.rstrip()))
    letters = [letter_value(m[1]) for m in found]
    counts = len(found) > 1 and all(b == a + 1 for a, b in itertools.pairwise(letters))
    return counts and found[-1].end() == len(text.rstrip())


def _runs_over(last: Line, line: Line, gap: float, habits: Habits) -> bool:
    """Whether a line surely goes on in the next, though all lines stand as far apart as paragraphs do elsewhere."""
    room, off = last.right - last.x1, line.x0 - line.left
    if last.rtl:
        room, off = last.x0 - last.left, line.right - line.x1
    filled = room < line.size and not ends_sentence(last.text) and not last.bold
    return filled and gap <= 1.25 * habits.step and not line.label and abs(off) <= SAME


def _emphasis_runs_on(last: Line, line: Line) -> bool:
    """Whether bold words in the middle of a sentence happen to begin or end with the line."""
    alike = last.bold != line.bold and last.size == line.size
    return alike and line.text[:1].islower() and is_full(last, line) and not ends_sentence(last.text)


def _gap(above: Line, line: Line) -> float:
    """The distance of baselines, less what formulas in the lines take."""
    return line.y - above.y - above.fall - line.rise


def _under_tab(last: Line, line: Line) -> bool:
    """Whether a line goes on below what stands behind the line's tab: `Tujuan⇥: to tell …`."""
    one = last.text.replace("\t:\t", "\t").count("\t") == 1
    return bool(last.tab) and one and -2 <= line.x0 - last.tab <= 30 and not line.label


def _under_item(group: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on below an item with a tab that fills its column: `1) Robust⇥a) No use of` `pointers`."""
    hangs = bool(group[0].label) and not line.label and line.x0 > group[0].x0 + SAME
    return hangs and line.text[:1].islower() and is_full(group[-1], line) and not ends_sentence(group[-1].text)


def _is_cut(group: Sequence[Line], line: Line) -> bool:
    """Whether a line that had room left is cut all the same, before words that may not be parted (Rp 500, 3 kg)."""
    last = group[-1]
    if ends_sentence(last.text) or last.centred:
        return False
    if "\t" in last.text and _under_tab(last, line) and line.text[:1].islower():
        return True
    room = (last.right - last.x1) / max(last.right - last.left, 1.0)
    hangs = bool(group[0].label) and not line.rtl and line.x0 > group[0].x0 + SAME
    return room < 0.35 and (hangs or line.text[:1].islower())


def is_full(last: Line, line: Line) -> bool:
    """Whether the next line's first word had no room here: the break is the margin's, not the author's."""
    room = last.right - last.x1
    if last.rtl:
        room = last.x0 - last.left
    elif last.centred:
        room = (last.right - last.left) - (last.x1 - last.x0)
    return room < line.first + 0.2 * line.size + 1.0


def _shifted(group: Sequence[Line], line: Line) -> bool:
    """Whether a line starts elsewhere than the paragraph's lines do."""

    def start(x: Line) -> float:
        return -x.x1 if line.rtl else x.x0

    if line.centred and group[-1].centred:
        return False
    if group[-1].tab:
        return False
    if len(group) > 1:
        return abs(start(line) - start(group[1])) > max(SAME, 0.5 * line.size)
    step = start(line) - start(group[0])
    if group[0].label:
        return step < -SAME and (ends_sentence(group[0].text) or not line.text[:1].islower())
    return step > 5 * line.size or (step > SAME and not _hangs(group[0]))


def _hangs(first: Line) -> bool:
    """A first line that may hang over the next ones, as entries of a bibliography do: it is full to the margin."""
    return first.right - first.x1 < 4 * first.size


def goes_on(last: Line, line: Line) -> bool:
    """Whether a paragraph cut by the end of a column or page goes on in the next one's first line."""
    if unlike(last, line) or line.label or "\t" in last.text or line.centred or is_code(line):
        return False
    if ends_sentence(last.text) or last.level is not None or line.level is not None:
        return False
    starts_low = line.text[:1].islower()
    full = last.right - last.x1 < 0.15 * (last.right - last.left)
    return (full and (starts_low or not last.bold)) or (starts_low and not last.bold)
