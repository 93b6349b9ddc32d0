"""Whether a SCORM 1.2 package, ours or not, will work: in a zip file, out its faults.

Nothing is fetched, run or unpacked to disk; whatever the file holds, it ends soon and in bounded memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from ..errors import must_be_file, reading
from ..processes.effort import OutOfTime, at_most
from .fault import Fault, Rule
from .opened import opened
from .rules import RULES, container, items, loading, names, resources, schema, structure, talking

__all__ = ["MAX_SIZE", "RULES", "Fault", "Rule", "check"]

MAX_SIZE = 100_000_000
"""Bytes of a package that servers take as a rule."""
SECONDS = 60.0
SECONDS_PER_MEGABYTE = 0.5
EACH = 100
"""Faults of one kind that are told."""
ORDER = ("error", "warning", "note")


def check(path: Path, max_size: int = MAX_SIZE) -> tuple[Fault, ...]:
    """The faults of a package, errors first. Raises SourceError where there is no such file."""
    with reading(path):
        must_be_file(path)
        try:
            with at_most(SECONDS + SECONDS_PER_MEGABYTE * path.stat().st_size / 1e6):
                found = tuple(_bounded(_found(path, max_size)))
        except OutOfTime:
            found = (container.WORK.at(),)
    return tuple(sorted(found, key=lambda fault: ORDER.index(fault.rule.severity)))


def _found(path: Path, max_size: int) -> Iterator[Fault]:
    package = opened(path)
    return chain(
        container.found(package, max_size), names.found(package), structure.found(package), schema.found(package),
        items.found(package),
        resources.found(package), talking.found(package), loading.found(package),
    )  # fmt: skip


def _bounded(faults: Iterator[Fault]) -> Iterator[Fault]:
    """Each fault once, and at most EACH of a kind."""
    seen: set[Fault] = set()
    times: dict[str, int] = {}
    for fault in faults:
        code = fault.rule.code
        if fault not in seen and times.get(code, 0) < EACH:
            seen.add(fault)
            times[code] = times.get(code, 0) + 1
            yield fault
