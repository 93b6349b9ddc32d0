"""Headings that are called like a key and head a topic: `Solutions` in chemistry, `Kunci` in a book on data bases.

A single word may mean either. It heads a key where entries make up most of what stands below it; hiding prose from
learners would be a loss.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from .candidate import Candidate
from .key_entries import entries_of
from .keys import prose
from .lines import Line
from .words import Words


def without_topics(found: Sequence[Candidate], lines: Sequence[Line], words: Words) -> list[Candidate]:
    """The candidates, those that only look like a key's heading without that role."""
    return [replace(c, role="") if c.role == "key" and _is_topic(found, at, lines, words) else c
            for at, c in enumerate(found)]  # fmt: skip


def _is_topic(found: Sequence[Candidate], at: int, lines: Sequence[Line], words: Words) -> bool:
    c = found[at]
    if len(words.opening(c.title).split()) > 1:
        return False
    end = next((x.at for x in found[at + 1 :] if x.look == c.look or x.word), len(lines))
    below = [line for line in lines[c.at + 1 : end] if line.text or line.table is not None]
    entries = sum(bool(list(entries_of(line, words))) for line in below)
    return len(prose(below, words)) > entries
