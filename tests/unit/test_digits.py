"""Numbers of a document that are too long, or no numbers."""

from __future__ import annotations

import pytest

from modmigrate.text.digits import count, is_count, measure


@pytest.mark.parametrize("text", ["", "-1", "1.5", "²", "9" * 10, "9" * 5000])
def test_what_counts_nothing(text: str) -> None:
    assert not is_count(text)
    assert count(text, None) is None


def test_digits_of_all_scripts_count() -> None:
    assert (count("12", 0), count("١٢", 0)) == (12, 12)


@pytest.mark.parametrize("text", ["", "NaN", "-inf", "1e999", "9" * 5000, "1.2.3", ".", "12pt"])
def test_what_measures_nothing(text: str) -> None:
    assert measure(text) is None


def test_measures_are_finite() -> None:
    assert (measure("1.5"), measure("-20"), measure(".5")) == (1.5, -20.0, 0.5)
