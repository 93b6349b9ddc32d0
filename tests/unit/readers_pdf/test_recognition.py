"""What is done around text recognition: blanks that the engine leaves out, and pages that lie aslant."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

import pytest

from modmigrate.readers.pdf.glyphs.blanks import Glyph, blanks_in, in_words
from modmigrate.readers.pdf.glyphs.skew import straightened

with_numpy = pytest.mark.skipif(importlib.util.find_spec("numpy") is None, reason="the extra [ocr] is not installed")


def glyphs(text: str) -> list[Glyph]:
    """Letters ten pixels wide, one behind the other."""
    return [Glyph(letter, at * 10, at * 10 + 10) for at, letter in enumerate(text)]


def words(text: str, *blanks: tuple[float, float]) -> list[str]:
    return ["".join(g.text for g in word) for word in in_words(glyphs(text), blanks)]


def test_words_are_parted_at_blanks_of_the_text_and_at_gaps_in_the_picture() -> None:
    assert words("abc de") == ["abc", "de"]
    assert words("abcde", (31, 0.2)) == ["abc", "de"]
    assert words("a\u4e00b", (10, 0.2)) == ["a\u4e00b"]


def test_between_figures_a_gap_must_be_wider() -> None:
    assert words("1112", (20, 0.2)) == ["1112"]
    assert words("1112", (20, 0.35)) == ["11", "12"]


def page(numpy: Any, height: int = 400, width: int = 300) -> Any:
    return numpy.full((height, width, 3), 255, dtype=numpy.uint8)


@with_numpy
def test_wide_gaps_of_a_line_are_blanks_though_tails_reach_below_them() -> None:
    numpy = importlib.import_module("numpy")
    picture = page(numpy, 30, 120)
    for x0, x1 in ((0, 8), (11, 19), (22, 30), (40, 48), (51, 59)):
        picture[4:22, x0:x1] = 0
    picture[26:29, 28:42] = 0  # A tail.
    found = blanks_in(picture, [(0, 0), (60, 0), (60, 30), (0, 30)], numpy)
    assert [round(middle) for middle, _ in found] == [34]


@with_numpy
def test_a_page_that_lies_aslant_is_put_straight_and_a_level_one_is_left() -> None:
    numpy = importlib.import_module("numpy")
    level, aslant = page(numpy), page(numpy)
    for row in range(40, 360, 40):
        level[row : row + 6, 20:280] = 0
        for x in range(20, 280):
            y = row + round(0.03 * (x - 150))
            aslant[y : y + 6, x] = 0
    assert straightened(level, numpy) is level
    ink = (straightened(aslant, numpy).min(axis=2) < 128).sum(axis=1)
    assert sum(ink > 200) >= 8 * 4
