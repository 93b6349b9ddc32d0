"""The tables of evidence: each row has one weight, of the sign that it states, and a sentence for people."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

import modmigrate
from modmigrate.recogniser.evidence.weigh import Row, weigh, weights_of
from modmigrate.recogniser.exercises import evidence as exercises
from modmigrate.recogniser.outline import choose as outlines
from modmigrate.text.amounts import HALF, reaches
from modmigrate.text.amounts import MOST as MOST_OF

TABLES: dict[str, tuple[Row[Any], ...]] = {"exercise": exercises.ROWS, "outline": outlines.ROWS}
MOST = 40
"""Weights in all."""
LITERALS = 60
"""Numbers without a name that lines, words or shares may be compared with, in all of recognition."""


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


def test_limits_have_names() -> None:
    """Each number in a comparison besides 0 and 1; places in a list or a match count, too."""
    files = (Path(modmigrate.__file__).parent / "recogniser").rglob("*.py")
    trees = [ast.parse(file.read_text("utf-8")) for file in files]
    compared = [c for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Compare) for c in ast.walk(node)]
    found = {id(c): c for c in compared if isinstance(c, ast.Constant) and type(c.value) in (int, float)}
    assert len([c for c in found.values() if c.value not in (0, 1)]) <= LITERALS


@pytest.mark.parametrize(("count", "total", "tenths", "met"), [(6, 10, MOST_OF, True), (5, 10, MOST_OF, False),
                         (9, 15, MOST_OF, True), (1, 2, HALF, True), (0, 0, HALF, True), (7, 10, 7, True)])  # fmt: skip
def test_shares_are_exact(count: int, total: int, tenths: int, met: bool) -> None:
    assert reaches(count, total, tenths) == met
