"""What is said of questions without a key: one finding for an exercise, with the numbers of its questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..digits import is_count
from ..report import Code, Finding, finding
from ..source import Where

Missing = tuple[tuple[str, ...], Where, str]
"""The headings above a question, its place, and its number or first words."""


def missing_keys(found: Sequence[Missing]) -> Iterator[Finding]:
    """The findings, in reading order."""
    for _, group in groupby(found, key=lambda entry: entry[0]):
        entries = list(group)
        has, it = ("has", "it") if len(entries) == 1 else ("have", "they")
        subject = _subject([name for _, _, name in entries])
        yield finding(Code.KEY_MISSING, entries[0][1], question=subject, has=has, it=it)


def _subject(names: Sequence[str]) -> str:
    numbers = [name for name in names if _is_number(name)]
    others = [name for name in names if not _is_number(name)]
    said = [f"question{'s' * (len(numbers) > 1)} {', '.join(runs_of(numbers))}"] if numbers else []
    if others:
        said.append(others[0] if len(others) == 1 else f"{others[0]} and {len(others) - 1} more")
    return " and ".join(said)


def _is_number(name: str) -> bool:
    return not name.startswith("the ")


def runs_of(numbers: Sequence[str]) -> list[str]:
    """Printed numbers, those that follow one another as a run: 1, 2, 3, 7 → 1–3, 7."""
    out: list[list[str]] = []
    for text in numbers:
        last = out[-1][-1] if out else ""
        if is_count(text) and is_count(last) and int(text) == int(last) + 1:
            out[-1].append(text)
        else:
            out.append([text])
    return [run[0] if len(run) == 1 else f"{run[0]}{'–' if len(run) > 2 else ', '}{run[-1]}" for run in out]
