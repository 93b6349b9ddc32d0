"""Numbers that count nothing: of thousands of digits, or beyond all letters."""

from __future__ import annotations

import pytest
from plain_document import document

from modmigrate.document import Paragraph, Span
from modmigrate.recogniser import recognise
from modmigrate.recogniser.exercises.draft import Draft, Option
from modmigrate.recogniser.keys.suits import match_pairs
from modmigrate.recogniser.lines.line import Line

LONG = "7" * 4400

QUIZ = """{h1} Chapter 1 Money
{h2} Quiz %s
1. What is money for?
A. buying
B. sleeping
{h2} Answer Key
"""


@pytest.mark.parametrize(
    "key", [f"| {LONG} | B |\n| 1 | A |", f"| {LONG} | 2 |\n| A | B |", f"1. A\nQuiz {LONG}\n1. B"]
)
def test_numbers_of_thousands_of_digits_are_words(key: str) -> None:
    module, _ = recognise(document(QUIZ % LONG + key))
    assert "What is money for?" in str(module)


def test_sums_of_money_name_no_right_hand_entries() -> None:
    line = Line(Paragraph((Span("loan"),)), "loan")
    draft = Draft((), options=(Option((line,), 1), Option((line,), 2)), right=(line, line), kind="match")
    assert match_pairs(draft, "2000000, 3") == []
    assert match_pairs(draft, "2, 1") == [(0, "B"), (1, "A")]
