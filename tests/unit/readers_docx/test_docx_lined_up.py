"""Columns typed into one cell each, aligned by empty paragraphs, are the rows that Word shows."""

from __future__ import annotations

from docx_maker import cell, document, only, p, row, shape, table

from modmigrate.document import Document
from modmigrate.module import Table, walk
from modmigrate.recogniser import recognise

LABELS = ("", "Harga jual", "Biaya bahan", "Ongkos kirim", "Laba")


def _cells(found: Document) -> list[list[str]]:
    return [[text for text, _, _ in cells] for cells in shape(only(found))]


def _typed(*lines: str) -> str:
    return cell("".join(p(line) if line else "<w:p/>" for line in lines))


def test_figures_stand_beside_their_labels_though_one_is_missing() -> None:
    found = document(table(
        row("", "2024", "2025"),
        row(_typed(*LABELS), _typed("Rp", "17.500", "", "388", "4,7%"), _typed("Rp", "18.000", "200", "", "0%", "")),
    ))  # fmt: skip
    assert _cells(found) == [
        ["", "2024", "2025"],
        ["", "Rp", "Rp"],
        ["Harga jual", "17.500", "18.000"],
        ["Biaya bahan", "", "200"],
        ["Ongkos kirim", "388", ""],
        ["Laba", "4,7%", "0%"],
    ]


def test_a_paragraph_of_several_lines_is_not_torn_apart() -> None:
    joined = "<w:r><w:t>17.500</w:t><w:br/><w:t>200</w:t><w:br/><w:t>388</w:t><w:br/><w:t>5%</w:t></w:r>"
    found = document(table(row(_typed(*LABELS), cell("<w:p/>" + f"<w:p>{joined}</w:p>")), row("Catatan", "-")))
    assert _cells(found)[0] == [" / ".join(LABELS), " / 17.500\n200\n388\n5%"]


def test_below_a_gap_blocks_align_though_a_label_wraps() -> None:
    labels = (*LABELS, "", "Tambahan dari potongan", "(sembilan bulan)", "", "Jumlah")
    found = document(table(
        row("", "2025"), row(_typed(*labels), _typed("Rp", "1", "2", "3", "4", "", "", "", "180", "", "", "500")),
    ))  # fmt: skip
    assert _cells(found)[5:] == [["Laba", "4"], ["Tambahan dari potongan / (sembilan bulan)", "180"], ["Jumlah", "500"]]


def test_uneven_columns_keep_their_empty_lines_in_the_module() -> None:
    found = document(table(row("Pos", "Nilai"), row(_typed(*LABELS), _typed("", "5", "", "7", "8", "", "9"))))
    module, _ = recognise(found)
    (made,) = [b for chapter in (module.opening, *(c.content for c in module.chapters)) for b in walk(chapter)
               if isinstance(b, Table)]  # fmt: skip
    assert [c.text for c in made.rows[1]] == ["\nHarga jual\nBiaya bahan\nOngkos kirim\nLaba", "\n5\n\n7\n8\n\n9"]


def test_prose_lists_and_joined_cells_stay_as_they_are() -> None:
    prose = row(_typed("Baris satu", "", "Baris dua", "Baris tiga"), _typed("Kata lain", "", "Kata dua", "Kata tiga"))
    short = row(_typed("Nilai", "(Rp)"), _typed("10", "20"))
    assert _cells(document(table(prose, short))) == [
        ["Baris satu / Baris dua / Baris tiga", "Kata lain / Kata dua / Kata tiga"],
        ["Nilai / (Rp)", "10 / 20"],
    ]
    joined = row(cell("Tahun", '<w:vMerge w:val="restart"/>'), "a", "b")
    under = row(cell("", "<w:vMerge/>"), _typed(*LABELS), _typed("", "1", "2", "3", "4"))
    assert len(_cells(document(table(joined, under)))) == 2
