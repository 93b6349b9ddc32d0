"""Work sheets laid out in tables become the text they lay out; tables of data stay.

The kinds: workbooks for apprentices, lesson sheets of schools and activity sheets of fairs, all made in Word.
"""

from __future__ import annotations

from modmigrate.document import Block, Cell, Document, Paragraph, Row, Span, Table, paragraphs
from modmigrate.readers.layout_tables import laid_out


def p(text: str, level: int | None = None) -> Paragraph:
    return Paragraph((Span(text),), level=level)


def full(*blocks: Block | str, width: int = 2) -> Row:
    return Row((Cell(tuple(p(b) if isinstance(b, str) else b for b in blocks), colspan=width),))


def row(*cells: str | tuple[Block | str, ...], header: bool = False) -> Row:
    made = [cell if isinstance(cell, tuple) else (cell,) for cell in cells]
    return Row(tuple(Cell(tuple(p(b) if isinstance(b, str) else b for b in cell)) for cell in made), header)


def options(*texts: str) -> Table:
    half = len(texts) // 2
    return Table((row(*texts[:half]), row(*texts[half:])))


LONG = "Ban yang bocor kempis dalam beberapa menit; celupkan ke air dan carilah gelembung udara di sana."
SHEET = Table((
    full("Bacalah"), full(LONG), full("Periksa"),
    row("1", ("Lubang dicari dengan", options("a. seember air", "b. palu", "c. lilin", "d. magnet"))),
    row("Pertanyaan 2", ("Mengapa ban diamplas?", "........................")),
    row("Bahan", ("lem", "tambalan")),
))  # fmt: skip


def texts(*blocks: Block) -> list[str]:
    found = laid_out(Document(blocks))
    assert not [b for b in found.blocks if isinstance(b, Table)]
    return [x.text for x in paragraphs(found.blocks)]


def stays(table: Table) -> bool:
    return laid_out(Document((table,))).blocks == (table,)


def test_a_work_sheet_is_read_row_by_row_each_label_before_its_neighbour() -> None:
    assert texts(p("Awal"), SHEET) == [
        "Awal", "Bacalah", LONG, "Periksa", "1. Lubang dicari dengan", "a. seember air", "b. palu", "c. lilin",
        "d. magnet", "Pertanyaan 2 Mengapa ban diamplas?", "........................", "Bahan", "lem", "tambalan",
    ]  # fmt: skip


def test_options_in_a_grid_follow_their_letters() -> None:
    grid = options("a. satu", "c. tiga", "b. dua", "d. empat")
    sheet = Table((full("Baca"), full(LONG), full("Uji"), row("1", ("Pilih", grid))))
    assert texts(sheet)[-4:] == ["a. satu", "b. dua", "c. tiga", "d. empat"]


def test_headings_in_cells_over_the_width_show_a_layout() -> None:
    sheet = Table((full(p("Bagian pertama dari lembar kerja ini", 2)), full(LONG), row("1", "Isi.")))
    assert texts(sheet) == ["Bagian pertama dari lembar kerja ini", LONG, "1. Isi."]


def test_a_sheet_s_name_in_two_cells_is_a_line() -> None:
    assert texts(Table((row("LEMBAR 1", "Ban yang bocor"),))) == ["LEMBAR 1 Ban yang bocor"]


def test_data_with_labels_over_groups_of_rows_stays() -> None:
    groups = (full("Buah", width=3), row("apel", "2", "3"), full("Sayur", width=3), row("bayam", "4", "5"))
    assert stays(Table(groups))
    assert stays(Table((full("Buah"), row("apel", "2"), full("Sayur"), row("bayam", "4"))))


def test_tables_with_a_head_or_with_long_first_cells_stay() -> None:
    assert stays(Table((row("No", "Tugas", header=True), full("Baca"), full(LONG), full("Uji"))))
    assert stays(Table((full("Baca"), full(LONG), full("Uji"), row("Cara memeriksa ban yang bocor itu", "Isi."))))


def test_a_question_in_a_cell_beside_its_number_is_no_sheet_s_name() -> None:
    assert stays(Table((row("Soal 1", "Apa itu modal?"),)))
    assert stays(Table((row("1", "Modal"),)))
