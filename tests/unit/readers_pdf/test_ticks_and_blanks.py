"""Circles and squares to tick, and rules to write on: drawings beside words that say what typed signs would say.

The kind stands in workbooks of several publishers, which draw both with their layout programs.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf import Sheet

from modmigrate.document import Document, Span, paragraphs
from modmigrate.readers.pdf.drawn.shapes import Shapes, Spot
from modmigrate.readers.pdf.drawn.ticks import with_ticks
from modmigrate.readers.pdf.ground.page import Box, Style, Word

Reading = Callable[..., Document]


def texts(document: Document) -> list[str]:
    return [p.text for p in paragraphs(document.blocks) if p.text]


def filled(document: Document) -> list[str]:
    return [i.text.strip() for p in paragraphs(document.blocks) for i in p.inlines
            if isinstance(i, Span) and i.look.filled]  # fmt: skip


def ring(sheet: Sheet, x: float, y: float, ticked: bool) -> None:
    sheet.ring(x + 5, y - 4, 5, filled=ticked)


def dotted(sheet: Sheet, x: float, y: float, ticked: bool) -> None:
    sheet.ring(x + 5, y - 4, 5)
    if ticked:
        sheet.ring(x + 5, y - 4, 2.6, filled=True)


def square(sheet: Sheet, x: float, y: float, ticked: bool) -> None:
    sheet.square(x, y - 9, 10)
    if ticked:
        sheet.slanted(x + 2, y - 7, x + 8, y - 1).slanted(x + 2, y - 1, x + 8, y - 7)


def lettered(sheet: Sheet, x: float, y: float, ticked: bool) -> None:
    sheet.square(x, y - 9, 10)
    if ticked:
        sheet.text(x + 2.5, y - 0.5, "x", 10)


@pytest.mark.parametrize("box", [ring, dotted, square, lettered])
def test_boxes_in_a_row_are_signs_with_their_ticks(reading: Reading, box: Callable[..., None]) -> None:
    sheet = Sheet().text(60, 80, "Warna daun yang masih muda itu adalah")
    for at, name in enumerate(("hijau", "merah", "biru")):
        box(sheet, 60 + at * 110, 110, at == 1)
        sheet.text(74 + at * 110, 110, name)
    assert texts(reading(sheet))[-1].split() == ["☐", "hijau", "☑", "merah", "☐", "biru"]


@pytest.mark.parametrize("box", [ring, dotted, square])
def test_boxes_below_each_other_are_signs(reading: Reading, box: Callable[..., None]) -> None:
    sheet = Sheet()
    for at, name in enumerate(("Daun muda hijau.", "Daun muda merah.", "Daun muda biru.")):
        box(sheet, 60, 100 + at * 20, at == 2)
        sheet.text(74, 100 + at * 20, name)
    assert texts(reading(sheet)) == ["☐ Daun muda hijau.", "☐ Daun muda merah.", "☑ Daun muda biru."]


@pytest.mark.parametrize(("mark", "said"), [("✓", "☑"), ("√", "☑"), ("•", "•"), ("x", "x")])
def test_a_sign_that_stands_where_others_have_a_box_is_the_ticked_one(mark: str, said: str) -> None:
    style = Style(11.0)
    words = [Word(mark, 60, 66, 110, style), Word("Benar", 74, 100, 110, style)]
    spots = []
    for x, name in ((170, "Salah"), (280, "Ragu")):
        spots.append(Spot(Box(x, 101, x + 10, 111), filled=False))
        words.append(Word(name, x + 14, x + 40, 110, style))
    made = with_ticks(words, Shapes(spots=spots))
    assert [w.text for w in sorted(made, key=lambda w: w.x0)] == [said, "Benar", "☐", "Salah", "☐", "Ragu"]


def test_circles_round_numbers_and_single_ornaments_are_no_boxes(reading: Reading) -> None:
    sheet = Sheet()
    for n in range(3):
        y = 100 + n * 30
        sheet.ring(66, y - 4, 8).text(63, y, str(n + 1), 10).text(80, y, "Ikuti langkah ini.")
    sheet.ring(66, 296, 5).text(80, 300, "Hiasan di depan kalimat.")
    assert not [t for t in texts(reading(sheet)) if "☐" in t or "☑" in t]


def test_a_rule_between_words_is_a_blank(reading: Reading) -> None:
    sheet = Sheet().text(60, 100, "1. Ibu kota provinsi itu").rule(190, 102, 260, 102).text(264, 100, "yang ramai.")
    (said,) = texts(reading(sheet))
    assert said.startswith("1. Ibu kota provinsi itu ___")
    assert said.endswith("_ yang ramai.")


def test_a_rule_behind_the_last_word_is_a_blank(reading: Reading) -> None:
    sheet = Sheet().text(60, 100, "Nama:").rule(95, 102, 260, 102).text(60, 140, "Isi.")
    assert texts(reading(sheet))[0].startswith("Nama: ____")


def test_words_on_a_longer_rule_were_written_into_a_blank(reading: Reading) -> None:
    sheet = Sheet().text(60, 100, "1. Beras dicuci").rule(140, 102, 205, 102).text(163, 100, "dua", font="bold")
    document = reading(sheet.text(210, 100, "kali sebelum dimasak."))
    assert filled(document) == ["dua"]
    assert " ".join(texts(document)[0].split()) == "1. Beras dicuci dua kali sebelum dimasak."


def test_underlined_words_are_no_filled_blank(reading: Reading) -> None:
    sheet = Sheet().text(60, 100, "Beras dicuci").rule(128, 102, 148, 102).text(128, 100, "dua", font="bold")
    document = reading(sheet.text(152, 100, "kali sebelum dimasak."))
    assert filled(document) == []
    assert [i.text for p in paragraphs(document.blocks) for i in p.inlines
            if isinstance(i, Span) and i.look.underline] == ["dua"]  # fmt: skip


def test_rules_of_tables_are_no_blanks(reading: Reading) -> None:
    sheet = Sheet().grid([60, 160, 260], [90, 110, 130]).text(64, 104, "Kota").text(164, 104, "Desa")
    assert not [t for t in texts(reading(sheet)) if "_" in t]
