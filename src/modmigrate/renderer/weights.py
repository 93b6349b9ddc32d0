"""The score by the points that a document gives its questions.

Only where every question that counts has points: else one without would weigh by a guess. What learners win is whole
points of a `unit`, so that each part of a match or a text with gaps is worth a whole number of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..report import Code, Finding, finding
from ..text import inline
from .outline import Asked, Outline, Section

MOST = 36**2 - 1
"""Points of one exercise that the stored state has room for (docs/package.md)."""
FINEST = 60


def weighed(plan: Outline) -> Outline:
    """The plan, with the units that a point has; as it is where points do not count."""
    counting = _counting(plan)
    unit = _unit(counting) if counting and all(q.question.points for q in counting) else 0
    if not unit:
        return plan
    sections = tuple(_section(section, unit) for section in plan.sections)
    return replace(plan, sections=sections, scored=sum(q.question.points for q in counting) * unit, unit=unit)


def shown(plan: Outline, asked: Asked) -> int:
    """The points that learners are told of with a question; 0 where they do not count or its stem names them."""
    points = asked.question.points if plan.unit and asked.points else 0
    told = re.search(rf"[(\[（【][^()\[\]]*(?<!\d){points}(?!\d)[^()\[\]]*[)\]）】]", inline.plain(asked.question.stem))
    return 0 if told else points


def unweighed(plan: Outline) -> Iterator[Finding]:
    """A finding where points do not count: some questions that count have none, or an exercise has too many."""
    counting = _counting(plan)
    without = sum(not q.question.points for q in counting)
    most = max(_totals(counting).values(), default=0)
    if 0 < without < len(counting):
        yield finding(Code.POINTS_PARTLY, count=without, total=len(counting))
    elif not without and most > MOST:
        yield finding(Code.POINTS_MANY, total=most, limit=MOST)


def _counting(plan: Outline) -> list[Asked]:
    return [q for q in plan.questions() if q.points]


def _unit(counting: Sequence[Asked]) -> int:
    """The fewest units by which each part of an answer is worth a whole number; 0 where an exercise has too many."""
    whole = (u for u in range(1, FINEST + 1) if all(q.question.points * u % q.points == 0 for q in counting))
    return min(next(whole, 1), MOST // max(_totals(counting).values()))


def _totals(counting: Sequence[Asked]) -> Counter[str]:
    """The points of each exercise."""
    totals: Counter[str] = Counter()
    for asked in counting:
        totals[asked.group] += asked.question.points
    return totals


def _section(section: Section, unit: int) -> Section:
    screens = (
        replace(s, questions=tuple(replace(q, points=q.question.points * unit) if q.points else q for q in s.questions))
        for s in section.screens
    )
    return replace(section, screens=tuple(screens))
