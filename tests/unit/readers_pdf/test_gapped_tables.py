"""Tables without rules, and what only looks like one: kinds of lesson sheets, price lists and schedules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pdf import Sheet

from modmigrate.document import Document, Paragraph, Table

Reading = Callable[..., Document]
BEFORE = "Pada bagian ini dibahas beberapa hal yang perlu diketahui oleh peserta sebelum memulai usaha."
AFTER = "Sesudah itu dibahas bagaimana peserta menghitung keuntungan dari setiap barang yang dijual."


def cells(table: Table) -> list[list[str]]:
    return [[" / ".join(p.text for p in c.blocks if isinstance(p, Paragraph)) for c in r.cells] for r in table.rows]


def placed(rows: Sequence[Sequence[str]], *xs: float, step: float = 14, font: str = "") -> Sheet:
    sheet = Sheet().text(72, 80, BEFORE, 10).text(72, 110 + step * len(rows), AFTER, 10)
    for at, row in enumerate(rows):
        for x, said in zip(xs, row, strict=False):
            if said:
                sheet.text(x, 100 + step * at, said, 10, font)
    return sheet


def tables(document: Document) -> list[list[list[str]]]:
    return [cells(b) for b in document.blocks if isinstance(b, Table)]


def test_cells_may_be_empty(reading: Reading) -> None:
    rows = [["Langkah", "Alat", "Waktu", "Catatan"], ["Timbang bahan", "Timbangan", "5 menit", ""],
            ["Aduk adonan", "", "10 menit", "Sampai kalis"], ["Diamkan", "Kain", "", "Tempat hangat"]]  # fmt: skip
    assert tables(reading(placed(rows, 72, 150, 260, 350))) == [rows]


def test_cells_of_several_lines_are_joined(reading: Reading) -> None:
    rows = [["Istilah", "Arti"], ["Modal", "Uang atau barang yang dipakai untuk"],
            ["", "memulai sebuah usaha kecil di rumah."], ["Laba", "Sisa uang sesudah semua biaya"],
            ["", "dibayar."], ["Aset", "Semua barang milik usaha itu."]]  # fmt: skip
    assert tables(reading(placed(rows, 72, 250))) == [
        [["Istilah", "Arti"], ["Modal", "Uang atau barang yang dipakai untuk memulai sebuah usaha kecil di rumah."],
         ["Laba", "Sisa uang sesudah semua biaya dibayar."], ["Aset", "Semua barang milik usaha itu."]]
    ]  # fmt: skip


def test_a_head_at_the_left_of_numbers_at_the_right_makes_no_columns_of_its_own(reading: Reading) -> None:
    sheet = Sheet().text(72, 80, BEFORE, 10)
    for x, said in zip((72, 200, 300), ("Kota", "Jumlah", "Harga"), strict=True):
        sheet.text(x, 100, said, 10)
    for at, row in enumerate((("Medan", "1204", "35"), ("Padang", "903", "8"), ("Bogor", "2110", "12"))):
        sheet.text(72, 114 + 14 * at, row[0], 10)
        for edge, said in zip((280, 380), row[1:], strict=True):
            sheet.text(edge - 5.56 * len(said), 114 + 14 * at, said, 10)
    assert tables(reading(sheet)) == [
        [["Kota", "Jumlah", "Harga"], ["Medan", "1204", "35"], ["Padang", "903", "8"], ["Bogor", "2110", "12"]]
    ]


def test_grounds_of_cells_are_no_boxes(reading: Reading) -> None:
    rows = [["Istilah", "Arti"], ["Modal", "Uang untuk memulai usaha"], ["", "kecil di rumah."], ["Laba", "Sisa uang."]]
    sheet = Sheet()
    for y0, y1 in ((90, 104), (104, 132), (132, 146)):
        sheet.fill(70, y0, 240, y1, (0.9, 0.9, 1)).fill(240, y0, 420, y1, (0.9, 0.9, 1))
    sheet.ops += placed(rows, 72, 250).ops
    assert tables(reading(sheet)) == [
        [["Istilah", "Arti"], ["Modal", "Uang untuk memulai usaha kecil di rumah."], ["Laba", "Sisa uang."]]
    ]


@pytest.mark.parametrize(
    ("rows", "xs"),
    [
        ([["1.", "Catat uang masuk."], ["2.", "Catat uang keluar."], ["3.", "Hitung selisihnya."]], (72, 140)),
        ([["1. modal", "a. uang awal"], ["2. laba", "b. sisa uang"], ["3. aset", "c. barang"]], (72, 260)),
        ([["Nama", ": Siti"], ["Kelas", ": tujuh"], ["Sekolah", ": negeri"]], (72, 160)),
        ([["a. satu", "c. tiga"], ["b. dua", "d. empat"], ["e. lima", "f. enam"]], (72, 260)),
        ([["Nama", "................"], ["Kelas", "................"], ["Tanggal", "................"]], (72, 160)),
        (
            [
                ["2.", "Satu gelas beras perlu satu atau", "dua gelas air."],
                ["3.", "Api kecil setelah air mendidih.", ""],
                ["4.", "Nasi yang matang terasa lembut.", ""],
            ],
            (72, 90, 236),
        ),
        ([["Modal", "Laba"], ["uang", "sisa"]], (72, 260)),
    ],
)
def test_lists_options_labels_and_rooms_are_no_tables(
    reading: Reading, rows: Sequence[Sequence[str]], xs: Sequence[float]
) -> None:
    assert tables(reading(placed(rows, *xs))) == []


def test_columns_of_prose_are_no_table(reading: Reading) -> None:
    left = (
        "Pasar di kota buka pagi hari",
        "dan tutup pada sore hari, dan",
        "banyak orang datang ke sana",
        "setiap hari.",
    )
    right = ("Pasar di desa buka sekali", "seminggu, dan para petani", "membawa hasil ladang untuk", "dijual di sana.")
    assert tables(reading(placed(list(zip(left, right, strict=True)), 72, 300))) == []


def test_programs_are_no_tables(reading: Reading) -> None:
    rows = [["x = 1", "# satu"], ["y = 2", "# dua"], ["z = 3", "# tiga"]]
    assert tables(reading(placed(rows, 72, 260, font="code"))) == []
