"""Tables with level rules alone: read with their columns; running heads, feet and prose between rules are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf import Sheet

from modmigrate.document import Document, Paragraph, Row, Table

Reading = Callable[..., Document]


def cells(row: Row) -> list[str]:
    return [" ".join(b.text for b in cell.blocks if isinstance(b, Paragraph)) for cell in row.cells]


def statistics(sheet: Sheet, y: float) -> Sheet:
    """A table as statistics packages set it."""
    sheet.rule(72, y, 400, y).rule(72, y + 20, 400, y + 20).rule(72, y + 70, 400, y + 70)
    for at, (name, mean, share) in enumerate(
        (("Kelompok belajar", "Rata-rata", "Persen"), ("Eksperimen", "81,5", "100"), ("Kontrol satu", "7,25", "8"),
         ("Kontrol dua", "", "9,1"))
    ):  # fmt: skip
        height = y + 14 + at * 16 + (4 if at else 0)
        sheet.text(76, height, name).text(240 - 5 * len(mean), height, mean).text(380 - 5 * len(share), height, share)
    return sheet


def test_columns_are_parted_by_gaps(reading: Reading) -> None:
    sheet = statistics(Sheet().text(72, 80, "Hasilnya:"), 100).text(72, 200, "Sumber: hasil olahan.")
    first, table, last = reading(sheet).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert isinstance(table, Table)
    assert [cells(row) for row in table.rows] == [
        ["Kelompok belajar", "Rata-rata", "Persen"], ["Eksperimen", "81,5", "100"], ["Kontrol satu", "7,25", "8"],
        ["Kontrol dua", "", "9,1"],
    ]  # fmt: skip
    assert [row.header for row in table.rows] == [True, False, False, False]


def test_a_rule_below_every_row_makes_the_rows(reading: Reading) -> None:
    sheet = Sheet()
    for at in range(5):
        sheet.rule(72, 100 + at * 34, 400, 100 + at * 34)
    for at, said in enumerate(("Istilah", "Modal", "Laba", "Rugi")):
        sheet.text(76, 114 + at * 34, said).text(200, 114 + at * 34, f"Arti {said.lower()} dalam usaha")
        sheet.text(200, 127 + at * 34, "kecil dan menengah")
    (table,) = reading(sheet).blocks
    assert isinstance(table, Table)
    assert [cells(row)[0] for row in table.rows] == ["Istilah", "Modal", "Laba", "Rugi"]
    assert cells(table.rows[1])[1].endswith("kecil dan menengah")


@pytest.mark.parametrize("columns", [1, 2])
def test_text_between_two_rules_is_no_table(reading: Reading, columns: int) -> None:
    sheet = Sheet().rule(72, 60, 523, 60).rule(72, 780, 523, 780)
    for column in range(columns):
        words = [
            "Usaha kecil tumbuh bila pemiliknya",
            "belajar dari pelanggan dan dari",
            "pesaing di sekitar tempat itu",
        ]
        sheet.lines(72 + column * 240, 100 + column * 5, *words * 6)
    assert not any(isinstance(b, Table) for b in reading(sheet).blocks)


def test_a_rule_below_the_head_alone_makes_a_table_of_the_rows_that_keep_to_its_columns(reading: Reading) -> None:
    sheet = Sheet().text(72, 90, "Komponen", 11).text(160, 90, "Penjelasan", 11).text(300, 90, "Contoh", 11)
    sheet.rule(66, 94, 480, 94)
    for y, said in (
        (112, ("Biaya", "ongkos yang dikenakan", "gratis")), (125, ("", "kepada penerima")), (138, ("", "layanan")),
        (156, ("Syarat", "yang harus dipenuhi saat", "KTP")), (169, ("", "mengurus pelayanan")),
    ):  # fmt: skip
        for x, text in zip((72, 160, 300), said, strict=False):
            sheet.text(x, y, text) if text else None
    sheet.text(72, 200, "Setiap penyelenggara wajib menyusun standar pelayanan yang diumumkan kepada masyarakat.")
    table, text = reading(sheet).blocks
    assert isinstance(table, Table)
    assert isinstance(text, Paragraph)
    assert [cells(row) for row in table.rows] == [
        ["Komponen", "Penjelasan", "Contoh"], ["Biaya", "ongkos yang dikenakan kepada penerima layanan", "gratis"],
        ["Syarat", "yang harus dipenuhi saat mengurus pelayanan", "KTP"],
    ]  # fmt: skip
    assert table.rows[0].header


def test_a_heading_with_a_rule_below_it_makes_no_table_of_the_text(reading: Reading) -> None:
    sheet = Sheet().text(72, 90, "Nama:", 11).text(300, 90, "Kelas:", 11).rule(66, 94, 480, 94)
    sheet.lines(72, 112, *["Bacalah setiap pertanyaan dengan teliti sebelum menjawab, lalu tulislah jawabanmu."] * 3)
    assert not any(isinstance(b, Table) for b in reading(sheet).blocks)
