"""The tables of evidence: each row has one weight, of the sign that it states, and a sentence for people."""

from __future__ import annotations

from typing import Any

import pytest

from modmigrate.recogniser.evidence.weigh import Row, weigh, weights_of
from modmigrate.recogniser.exercises import evidence as exercises
from modmigrate.recogniser.outline import choose as outlines

TABLES: dict[str, tuple[Row[Any], ...]] = {"exercise": exercises.ROWS, "outline": outlines.ROWS}
MOST = 40
"""Weights in all."""


@pytest.mark.parametrize("table", TABLES)
def test_each_row_has_a_weight_of_its_sign(table: str) -> None:
    weights = weights_of(table)
    assert {row.name for row in TABLES[table]} == set(weights) - {"bias"}
    assert not [row.name for row in TABLES[table] if (weights[row.name] > 0) != row.speaks_for]


@pytest.mark.parametrize("table", TABLES)
def test_each_row_says_what_it_saw(table: str) -> None:
    said = [row.says for row in TABLES[table]]
    assert len(set(said)) == len(said)
    assert not [text for text in said if text.endswith(".") or text[0].isupper()]


def test_there_are_few_weights() -> None:
    assert sum(len(rows) for rows in TABLES.values()) <= MOST


def test_a_score_is_the_sum_of_its_shares() -> None:
    rows = tuple(Row[int](row.name, lambda n: float(n), row.says, row.speaks_for) for row in exercises.ROWS)
    weights = weights_of("exercise")
    found = weigh(1, "exercise", rows)
    assert found.score == pytest.approx(sum(weights.values()))
    assert [abs(share) for _, share in found.shares] == sorted((abs(s) for _, s in found.shares), reverse=True)
    assert weigh(0, "exercise", rows).shares == ()
