"""Scripts that run from right to left, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable

from pdf import Sheet

from modmigrate.document import Document
from modmigrate.readers.pdf.glyphs import spans

Reading = Callable[..., Document]


def said(document: Document) -> list[str]:
    return [getattr(b, "text", "") for b in document.blocks]


def test_words_of_both_directions_part_where_no_blank_does() -> None:
    text = "\u0648 Python\u0645\u0646 a1"
    assert [text[a:b] for a, b in spans(text)] == ["\u0648", "Python", "\u0645\u0646", "a1"]


def test_a_vowel_mark_drawn_before_its_letter_stands_behind_it(reading: Reading) -> None:
    sheet = Sheet().text(100, 100, "bcz", font="arabic").text(150, 100, "cd", font="arabic")
    assert said(reading(sheet))[0].split()[-1].split("\t")[-1] == "\u0629\u064b\u0628"


def test_an_arabic_word_keeps_letters_that_stand_close(reading: Reading) -> None:
    sheet = Sheet()
    sheet.ops.append("-4 Tc")
    sheet.text(100, 100, "aaaaaa", 11, font="arabic")
    assert said(reading(sheet)) == ["\u0627" * 6]


def test_a_date_does_not_turn_an_arabic_line_round(reading: Reading) -> None:
    sheet = Sheet().text(160, 100, "ba", font="arabic").text(140, 100, ":").text(80, 100, "08/02/2021")
    assert said(reading(sheet))[0].split()[0] == "\u0627\u0628"


def test_a_gap_between_ideographs_is_a_blank_though_the_file_holds_no_glyph_for_it(reading: Reading) -> None:
    assert said(reading(Sheet().ideographs(72, 100, "abc defg"))) == ["\u7b2c\u4e00\u7ae0 \u9879\u76ee\u7ba1\u7406"]


def test_ideographs_set_apart_to_fill_their_line_have_no_blanks(reading: Reading) -> None:
    sheet = Sheet().ideographs(72, 100, "abcdefgabcdefg", step=3)
    assert said(reading(sheet)) == ["\u7b2c\u4e00\u7ae0\u9879\u76ee\u7ba1\u7406" * 2]


def test_lines_of_ideographs_set_far_apart_are_one_paragraph_where_they_fill_their_column(reading: Reading) -> None:
    sheet = Sheet()
    for at, text in enumerate(("abcdefg" * 5, "abch", "gfed" * 8 + "abc", "gfedh", "abch")):
        sheet.ideographs(72, 100 + at * 40, text)
    assert [len(text) for text in said(reading(sheet))] == [39, 40, 4]
