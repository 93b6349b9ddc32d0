"""One place that scores: rows of evidence, each from 0 to 1, times their weights.

Comes in: a subject (what may be an exercise, an outline …) and the table of rows that speak of it. Goes out: the score,
and each row's share with a sentence for people. Each row has a weight, of the sign that it states.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from msgspec import Struct

from ... import cached

Subject = TypeVar("Subject")
_FAR = 30.0
"""A score beyond which nothing is more likely."""
_FILE = Path(__file__).with_name("weights.yaml")


class Row(Struct, Generic[Subject], frozen=True):
    """One kind of evidence: its name, what it measures (0 to 1), whether it speaks for or against, and a sentence."""

    name: str
    of: Callable[[Subject], float]
    says: str
    speaks_for: bool = True


class Weighed(Struct, frozen=True):
    """A score, and what each row of evidence added to it, strongest first."""

    score: float
    shares: tuple[tuple[str, float], ...]


def weigh(subject: Subject, table: str, rows: Sequence[Row[Subject]]) -> Weighed:
    """The score of a subject by one table of weights."""
    weights = weights_of(table)
    shares = [(row.says, weights[row.name] * value) for row in rows if (value := row.of(subject))]
    return Weighed(weights["bias"] + sum(share for _, share in shares), tuple(sorted(shares, key=_strength)))


def probability(score: float) -> float:
    """How likely what has this score is right, 0 to 1: weights are log odds."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, score))))


def _strength(share: tuple[str, float]) -> float:
    return -abs(share[1])


def weights_of(table: str) -> Mapping[str, float]:
    """The weights of a table by name; `bias` is what speaks before anything is seen."""
    return _all()[table]


@cache
def _all() -> dict[str, dict[str, float]]:
    return cast("dict[str, dict[str, float]]", cached.data("weights", _FILE.read_bytes(), _parsed))


def _parsed(text: bytes) -> Any:
    import yaml

    return yaml.safe_load(text)
