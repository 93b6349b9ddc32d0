"""Line ends in the cells of tables: hyphens, and words torn because the cell is too narrow for them."""

from __future__ import annotations

from collections.abc import Callable

from pdf import Sheet

from modmigrate.document import Document, Paragraph, Table

Reading = Callable[..., Document]
ABOVE = "Peserta mencatat kegiatan kelompok dan menyusun laporan"


def cell(document: Document) -> list[str]:
    (table,) = (b for b in document.blocks if isinstance(b, Table))
    return [" / ".join(p.text for p in c.blocks if isinstance(p, Paragraph)) for r in table.rows for c in r.cells]


def narrow(*lines: str) -> Sheet:
    """A sheet with a line of text and a table whose first cell is 50 points wide."""
    sheet = Sheet().text(72, 80, ABOVE).grid([72, 122, 300], [100, 200]).text(128, 116, "Laporan")
    return sheet.lines(77, 116, *lines)


def test_a_word_wider_than_its_cell_is_one_word(reading: Reading) -> None:
    assert cell(reading(narrow("menghas", "ilkan laba")))[0] == "menghasilkan laba"


def test_words_of_the_document_stay_two_though_the_first_fills_its_cell(reading: Reading) -> None:
    assert cell(reading(narrow("kegiatan", "dan laba")))[0] == "kegiatan dan laba"


def test_a_hyphen_in_a_cell_falls_by_the_words_of_the_whole_document(reading: Reading) -> None:
    assert cell(reading(narrow("kegia-", "tan")))[0] == "kegiatan"
    doubled = Sheet().text(72, 80, "Tes e-pembelajaran").grid([72, 122, 300], [100, 200]).text(128, 116, "Tes")
    assert cell(reading(doubled.lines(77, 116, "e-", "pembelajaran")))[0] == "e-pembelajaran"
