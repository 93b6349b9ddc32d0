"""The table of checks, and what is told of their faults. Pure: a reading comes in, faults go out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from ...report import Code, Finding, finding
from ...source import NOWHERE
from .contents import contents
from .fault import Fault, Seen
from .idle import idle
from .keys import constant, left, unused
from .missed import labels, missed
from .numbers import numbers, uneven
from .objectives import objectives
from .running import running, unnamed
from .sizes import empty, sizes
from .swallowed import swallowed
from .titles import repeated, titles
from .unasked import unasked
from .unfilled import unfilled


class Check(Struct, frozen=True):
    """A check: its name, what it finds, the code it is told under, and from which severity on it is told."""

    name: str
    of: Callable[[Seen], Fault | None]
    code: Code
    told_from: float


CHECKS: tuple[Check, ...] = (
    Check("titles", titles, Code.CHECK_HEADINGS, 0.2),
    Check("repeated", repeated, Code.CHECK_HEADINGS, 0.3),
    Check("missed", missed, Code.CHECK_HEADINGS, 0.4),
    Check("labels", labels, Code.CHECK_HEADINGS, 0.3),
    Check("empty", empty, Code.CHECK_HEADINGS, 0.5),
    Check("sizes", sizes, Code.CHECK_HEADINGS, 0.5),
    Check("contents", contents, Code.CHECK_HEADINGS, 0.2),
    Check("running", running, Code.CHECK_HEADINGS, 0.5),
    Check("unnamed", unnamed, Code.CHECK_HEADINGS, 0.5),
    Check("objectives", objectives, Code.CHECK_HEADINGS, 0.3),
    Check("idle", idle, Code.CHECK_QUESTIONS, 0.4),
    Check("swallowed", swallowed, Code.CHECK_QUESTIONS, 0.2),
    Check("numbers", numbers, Code.CHECK_QUESTIONS, 0.1),
    Check("uneven", uneven, Code.CHECK_QUESTIONS, 0.4),
    Check("unasked", unasked, Code.CHECK_QUESTIONS, 0.4),
    Check("unfilled", unfilled, Code.CHECK_QUESTIONS, 0.6),
    Check("unused", unused, Code.CHECK_KEYS, 0.5),
    Check("constant", constant, Code.CHECK_KEYS, 0.5),
    Check("left", left, Code.CHECK_KEYS, 0.3),
)


MORE = 3
"""Further places that a finding names."""


def faults(seen: Seen) -> Iterator[tuple[Check, Fault]]:
    """All faults of a reading."""
    for check in CHECKS:
        if (fault := check.of(seen)) is not None:
            yield check, fault


def told(found: Iterable[tuple[Check, Fault]]) -> Iterator[Finding]:
    """The faults that are bad enough to be told, one finding each, at the first of its places."""
    for check, fault in found:
        if is_told(check, fault):
            first, *others = fault.places or (NOWHERE,)
            more = list(dict.fromkeys(str(place) for place in others if str(place) not in ("", str(first))))
            places = f"; see also {', '.join(more[:MORE])}" if more else ""
            yield finding(check.code, first, what=fault.says, places=places)


def is_told(check: Check, fault: Fault) -> bool:
    """Whether a fault is bad enough to be told."""
    return fault.severity >= check.told_from
