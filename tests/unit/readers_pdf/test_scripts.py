"""Scripts that run from right to left, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable

from pdf import Sheet

from modmigrate.document import Document, Table, paragraphs

Reading = Callable[..., Document]


def said(document: Document) -> list[str]:
    return [getattr(b, "text", "") for b in document.blocks]


def arabic(sheet: Sheet, right: float, *pieces: str) -> Sheet:
    """A line from right to left as printers set it: words in capitals and signs are Latin, others Arabic letters."""
    for piece in pieces:
        latin = not piece.islower()
        right -= 7 * len(piece) + 4
        for at, char in enumerate(piece if latin else piece[::-1]):
            sheet.text(right + at * 7, 100, char, 11, "code" if latin else "arabic")
    return sheet


def test_signs_take_their_side_in_a_line_from_right_to_left(reading: Reading) -> None:
    # As seen, from the right: a number, its full stop left of it, a word, and a bracketed Latin word with a stop.
    sheet = arabic(Sheet(), 500, ".1", "bac", ".(LAN)")
    assert said(reading(sheet)) == ["1. \u0628\u0627\u0629 (LAN)."]


def test_brackets_open_and_close_however_the_file_names_them(reading: Reading) -> None:
    sheet = Sheet().text(494, 100, "c", 11, "arabic").text(490.3, 100, ")", 11)
    arabic(sheet, 486, "bac", ".)LAN(")
    assert said(reading(sheet)) == ["\u0629) \u0628\u0627\u0629 (LAN)."]


def test_a_number_before_a_latin_word_and_one_behind_it_are_told_apart_by_the_order_of_drawing(
    reading: Reading,
) -> None:
    assert said(reading(arabic(Sheet(), 500, "bac", "100", "MB", "ca")))[0].split()[1:3] == ["100", "MB"]
    sheet = Sheet().text(400, 100, "WIN 10", 11, "code")
    assert said(reading(arabic(arabic(sheet, 500, "bac"), 380, "ca")))[0].split()[1:3] == ["WIN", "10"]


def test_years_with_a_dash_count_from_right_to_left_and_dates_do_not(reading: Reading) -> None:
    sheet = arabic(Sheet(), 500, "bac", "2024\u20132020", "08/02/2021", "ca")
    assert said(reading(sheet))[0].split()[1:3] == ["2020\u20132024", "08/02/2021"]


def test_latin_words_that_end_a_paragraph_from_right_to_left_keep_its_direction(reading: Reading) -> None:
    sheet = arabic(Sheet(), 500, *["bacd"] * 12)
    sheet.text(462.7, 114, ".(PPE)")
    assert said(reading(sheet))[0].endswith("(PPE).")


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


def test_the_first_column_of_a_page_from_right_to_left_is_the_right_one(reading: Reading) -> None:
    sheet = Sheet().grid([72, 200, 400], [100, 130, 160]).text(300, 120, "abc", font="arabic")
    sheet.text(100, 120, "cba", font="arabic").text(300, 150, "aab", font="arabic").text(100, 150, "bba", font="arabic")
    (table,) = (b for b in reading(sheet).blocks if isinstance(b, Table))
    rows = [["".join(p.text for p in paragraphs(c.blocks)) for c in row.cells] for row in table.rows]
    # The letters of a word stand from left to right in the file, and are read from right to left.
    assert [[word[::-1] for word in row] for row in rows] == [
        ["\u0627\u0628\u0629", "\u0629\u0628\u0627"], ["\u0627\u0627\u0628", "\u0628\u0628\u0627"],
    ]  # fmt: skip


def test_a_stroke_that_stretches_a_word_is_no_digit(reading: Reading) -> None:
    sheet = Sheet().text(100, 100, "c", font="arabic").text(105.5, 100, ".", font="arabic")
    sheet.text(108.6, 100, "b", font="arabic")
    assert said(reading(sheet)) == ["\u0628\u0629"]
