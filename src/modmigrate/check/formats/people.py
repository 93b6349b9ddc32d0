"""Findings for people: one line for each, its source with it; alike ones are summed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..fault import Fault

ALIKE = 5
"""Places of one kind that are shown."""


def text(checked: Mapping[str, Sequence[Fault]], strict: bool) -> str:
    """All packages, each ending with its verdict."""
    return "\n".join(line for name, faults in checked.items() for line in _lines(name, faults, strict)) + "\n"


def _lines(name: str, faults: Sequence[Fault], strict: bool) -> Iterator[str]:
    times = Counter(fault.rule for fault in faults)
    shown: Counter[str] = Counter()
    for fault in faults:
        shown[fault.rule.code] += 1
        if shown[fault.rule.code] <= ALIKE:
            place = f" {fault.place}" if fault.place else ""
            yield f"{fault.rule.severity}: {name}{place}: {fault.message} [{fault.rule.code}] ({fault.rule.source})"
        elif shown[fault.rule.code] == times[fault.rule]:
            yield f"{fault.rule.severity}: {name}: and {times[fault.rule] - ALIKE} more [{fault.rule.code}]"
    yield f"{name}: {verdict(faults, strict)}"


def verdict(faults: Sequence[Fault], strict: bool) -> str:
    """`2 errors, 1 warning: mend these before you upload it`."""
    counts = Counter(fault.rule.severity for fault in faults)
    said = ", ".join(
        f"{counts[kind]} {kind}{'s' if counts[kind] > 1 else ''}"
        for kind in ("error", "warning", "note")
        if counts[kind]
    )
    if counts["error"] or (strict and counts["warning"]):
        return f"{said}: mend these before you upload it"
    return f"{said}: an LMS will take it" if said else "no faults; ready to upload"
