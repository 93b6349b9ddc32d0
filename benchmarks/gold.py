"""A reading against a hand-made one: F1 of headings and of questions, matched in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

ALIKE = 0.9
"""Ratio from which on two texts are the same one."""


def scores(gold: Mapping[str, Any], found: Mapping[str, Any]) -> list[float]:
    """F1 of headings and of questions; of what neither has, nothing. Without chapters, one is none."""
    out = []
    if gold.get("chapters") or len(found["chapters"]) > 1:
        out.append(_f1(_titles(gold.get("chapters") or ()), _titles(found["chapters"])))
    stems = [[q["stem"] for q in one.get("questions") or ()] for one in (gold, found)]
    return [*out, _f1(*stems)] if any(stems) else out


def _titles(chapters: Sequence[Mapping[str, Any]]) -> list[str]:
    return [title for c in chapters for title in (c["title"], *(c.get("sections") or ()))]


def _f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """2 × matched / all, by the longest matching in order."""
    a, b = [_fold(t) for t in gold], [_fold(t) for t in found]
    row = [0] * (len(b) + 1)
    for one in a:
        before = row
        row = [0]
        for at, other in enumerate(b):
            row.append(max(row[-1], before[at + 1], before[at] + 1 if _same(one, other) else 0))
    return 2 * row[-1] / (len(a) + len(b)) if a or b else 1.0


def _same(a: str, b: str) -> bool:
    if a == b:
        return True
    pair = SequenceMatcher(None, a, b, autojunk=False)
    return pair.real_quick_ratio() >= ALIKE and pair.quick_ratio() >= ALIKE and pair.ratio() >= ALIKE


def _fold(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).casefold()).split())
