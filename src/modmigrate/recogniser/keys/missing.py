"""What is said of questions without a key: one finding for an exercise, with the numbers of its questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...report import Code, Finding, finding
from ...source import Where
from ...text.amounts import SEVERAL
from ...text.digits import is_count

Missing = tuple[tuple[str, ...], Where, str]
"""The headings above a question, its place, and its number or first words."""


def missing_keys(found: Sequence[Missing]) -> Iterator[Finding]:
    """The findings, in reading order."""
    for _, group in groupby(found, key=lambda entry: entry[0]):
        entries = list(group)
        names = [name for _, _, name in entries]
        has, it = ("has", "it") if len(set(names)) == 1 else ("have", "they")
        yield finding(Code.KEY_MISSING, entries[0][1], question=_subject(names), has=has, it=it)


def _subject(names: Sequence[str]) -> str:
    """`questions 1–3, 7`; a label that says itself what it counts (`Exercise 2`) stands in quotes, as it is."""
    said = [name for name in names if name.startswith("the ")]
    labels = list(dict.fromkeys(f"“{name}”" for name in names if " " in name and name not in said))
    numbers = [name for name in names if " " not in name]
    out = [f"question{'s' * (len(numbers) > 1)} {', '.join(runs_of(numbers))}"] if numbers else []
    if labels:
        out.append(", ".join(labels))
    if said:
        out.append(said[0] if len(said) == 1 else f"{said[0]} and {len(said) - 1} more")
    return " and ".join(out)


def runs_of(numbers: Sequence[str]) -> list[str]:
    """Printed numbers, those that follow one another as a run: 1, 2, 3, 7 → 1–3, 7."""
    out: list[list[str]] = []
    for text in numbers:
        last = out[-1][-1] if out else ""
        if is_count(text) and is_count(last) and int(text) == int(last) + 1:
            out[-1].append(text)
        else:
            out.append([text])
    return [run[0] if len(run) == 1 else f"{run[0]}{'–' if len(run) > SEVERAL else ', '}{run[-1]}" for run in out]
