"""Stacked formulas: in a line of text they read `a/b`, by themselves they are pictures with their words."""

from __future__ import annotations

from collections.abc import Callable

from pdf import Sheet

from modmigrate.document import Document, Paragraph, Picture, Table

Reading = Callable[..., Document]


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


def pictures(document: Document) -> list[str]:
    return [i.alt for b in document.blocks if isinstance(b, Paragraph) for i in b.inlines if isinstance(i, Picture)]


def test_a_fraction_in_a_line_of_text_stands_in_it(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, "Nilai itu lebih besar dari batas yang telah ditentukan oleh guru kita bersama.")
    sheet.text(72, 122, "Batasnya adalah").text(158, 116, "p", 8, "math").rule(157, 118.5, 164, 118.5)
    sheet.text(158, 126, "n", 8, "math").text(168, 122, "dan p ialah banyaknya parameter dalam model yang dipakai di")
    sheet.text(72, 144, "dalam bab ini.")
    assert texts(reading(sheet))[-1] == (
        "Batasnya adalah p/n dan p ialah banyaknya parameter dalam model yang dipakai di dalam bab ini."
    )


def test_a_fraction_of_words_reads_on_one_line(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "Tingkat penguasaan =").rule(188, 97, 300, 97).text(190, 92, "jumlah jawaban benar")
    sheet.text(216, 108, "jumlah soal").text(305, 100, "x 100%")
    assert texts(reading(sheet)) == ["Tingkat penguasaan = (jumlah jawaban benar)/(jumlah soal) x 100%"]


def test_a_formula_by_itself_is_a_picture_with_its_words(reading: Reading) -> None:
    sheet = Sheet().text(72, 80, "Statistik ujinya adalah:")
    sheet.text(200, 120, "T = ", 12, "math").rule(222, 117, 262, 117).text(236, 112, "r+1", 12, "math")
    sheet.text(232, 128, "n", 12, "math").text(240, 124, "2", 8, "math").text(246, 128, "-2", 12, "math")
    document = reading(sheet.text(72, 160, "Nilai T dibandingkan dengan tabel."))
    assert pictures(document) == ["T = (r+1)/(n^2-2)"]
    assert texts(document) == ["Statistik ujinya adalah:", "", "Nilai T dibandingkan dengan tabel."]
    assert len(document.media) == 1


def test_an_underlined_line_over_another_is_no_fraction(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "Latihan Soal").rule(72, 102, 136, 102).text(72, 114, "Jawablah soal.")
    assert texts(reading(sheet)) == ["Latihan Soal", "Jawablah soal."]


def test_the_rules_of_a_table_are_no_fraction_bars(reading: Reading) -> None:
    sheet = Sheet().grid([72, 130, 190], [100, 116, 132])
    for at, (x, y) in enumerate((("x", "y"), ("1", "2"))):
        sheet.text(96, 112 + at * 16, x, 11, "math").text(156, 112 + at * 16, y, 11, "math")
    (table,) = reading(sheet).blocks
    assert isinstance(table, Table)
    assert len(table.rows) == 2
