"""Ruled tables, boxes, pictures and drawings of a PDF."""

from __future__ import annotations

from collections.abc import Callable

from pdf import Sheet

from modmigrate.document import Document, NoteMark, Paragraph, Picture, Span, Table

Reading = Callable[..., Document]


def cells(table: Table) -> list[list[str]]:
    return [[" / ".join(p.text for p in c.blocks if isinstance(p, Paragraph)) for c in r.cells] for r in table.rows]


def filled(sheet: Sheet, xs: list[float], ys: list[float], rows: list[list[str]]) -> Sheet:
    sheet.grid(xs, ys)
    for y, row in zip(ys[1:], rows, strict=True):
        for x, said in zip(xs, row, strict=False):
            sheet.text(x + 4, y - 6, said)
    return sheet


def test_a_ruled_table_stands_at_its_place(reading: Reading) -> None:
    sheet = Sheet().text(72, 90, "Tabel 1. Modal").text(72, 190, "Sesudah tabel.")
    filled(sheet, [72, 200, 400], [100, 120, 140], [["No", "Nama"], ["1", "Uang"]])
    before, table, after = reading(sheet).blocks
    assert isinstance(table, Table)
    assert cells(table) == [["No", "Nama"], ["1", "Uang"]]
    assert [b.text for b in (before, after) if isinstance(b, Paragraph)] == ["Tabel 1. Modal", "Sesudah tabel."]
    assert table.where.page == 1


def test_cells_without_a_rule_between_are_one(reading: Reading) -> None:
    sheet = Sheet()
    for y in (100, 120, 140):
        sheet.rule(72, y, 400, y)
    sheet.rule(72, 100, 72, 140).rule(400, 100, 400, 140).rule(200, 120, 200, 140)
    sheet.text(76, 114, "Judul").text(76, 134, "kiri").text(204, 134, "kanan")
    table = reading(sheet).blocks[0]
    assert isinstance(table, Table)
    assert [(c.colspan, c.rowspan) for c in table.rows[0].cells] == [(2, 1)]
    assert cells(table) == [["Judul"], ["kiri", "kanan"]]


def test_text_that_wraps_in_a_cell_is_one_paragraph(reading: Reading) -> None:
    sheet = Sheet().grid([72, 172, 272], [100, 140])
    sheet.lines(76, 114, "Menjual barang di", "pasar").text(176, 114, "Ya")
    table = reading(sheet).blocks[0]
    assert isinstance(table, Table)
    assert cells(table) == [["Menjual barang di pasar", "Ya"]]


def test_a_table_continued_on_the_next_page_is_one_and_keeps_one_head(reading: Reading) -> None:
    xs: list[float] = [72, 200, 400]
    first = filled(Sheet(), xs, [700, 720, 740], [["No", "Nama"], ["1", "Uang"]])
    second = filled(Sheet(), xs, [60, 80, 100], [["No", "Nama"], ["2", "Alat"]])
    document = reading(first, second)
    assert len(document.blocks) == 1
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert cells(table) == [["No", "Nama"], ["1", "Uang"], ["2", "Alat"]]
    assert table.rows[0].header


def test_rows_between_the_same_two_rules_are_rows(reading: Reading) -> None:
    sheet = Sheet().grid([72, 172, 272], [100, 120, 182])
    sheet.text(76, 114, "X").text(176, 114, "Y")
    for at, (a, b) in enumerate((("1", "10"), ("2", "20"), ("3", "30"), ("4", "40"))):
        sheet.text(76, 134 + at * 14, a).text(176, 134 + at * 14, b)
    table = reading(sheet).blocks[0]
    assert isinstance(table, Table)
    assert cells(table) == [["X", "Y"], ["1", "10"], ["2", "20"], ["3", "30"], ["4", "40"]]


def boxed(*lines: str) -> Sheet:
    sheet = Sheet().text(72, 90, "Sebelum kotak.").grid([72, 300], [100, 150]).text(72, 170, "Sesudah kotak.")
    return sheet.lines(80, 116, *lines)


def test_a_paragraph_in_a_frame_is_a_box(reading: Reading) -> None:
    # Rules and definitions in framed grounds of lecture notes, remarks beside programs in collections of exercises.
    before, box, after = reading(boxed("Ingat! Catatlah setiap pengeluaran yang", "terjadi hari itu.")).blocks
    assert isinstance(box, Table)
    assert box.boxed
    assert cells(box) == [["Ingat! Catatlah setiap pengeluaran yang terjadi hari itu."]]
    assert [b.text for b in (before, after) if isinstance(b, Paragraph)] == ["Sebelum kotak.", "Sesudah kotak."]


def test_one_line_in_a_frame_is_unwrapped_and_read_by_itself(reading: Reading) -> None:
    assert [b.text for b in reading(boxed("Kegiatan Belajar 1")).blocks if isinstance(b, Paragraph)] == [
        "Sebelum kotak.", "Kegiatan Belajar 1", "Sesudah kotak.",
    ]  # fmt: skip


def test_a_picture_stands_at_its_place_once_in_the_media(reading: Reading) -> None:
    sheet = Sheet().text(72, 90, "Sebelum").picture(72, 100, 172, 160).text(72, 180, "Gambar 1. Pasar")
    sheet.picture(72, 200, 172, 260)
    document = reading(sheet)
    first = document.blocks[1]
    assert isinstance(first, Paragraph)
    picture = first.inlines[0]
    assert isinstance(picture, Picture)
    assert picture.name in document.media
    assert picture.name.startswith("media/")
    assert picture.width == 133
    assert document.media[picture.name].type == "image/png"


def test_a_drawing_is_a_picture_and_its_labels_are_its_words(reading: Reading) -> None:
    sheet = Sheet().text(72, 90, "Perhatikan diagram berikut.")
    for x in (120, 150, 180, 210):
        sheet.circle(x, 200, 40)
    sheet.text(140, 204, "Modal").text(180, 204, "Laba").text(72, 280, "Gambar 2. Lingkaran")
    document = reading(sheet)
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == [
        "Perhatikan diagram berikut.", "", "Gambar 2. Lingkaran",
    ]  # fmt: skip
    picture = document.blocks[1].inlines[0]  # type: ignore[union-attr]
    assert isinstance(picture, Picture)
    assert picture.alt == "Modal Laba"


def test_text_over_a_page_wide_ground_is_read(reading: Reading) -> None:
    document = reading(Sheet().picture(0, 0, 595, 842).text(72, 100, "Isi modul"))
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["Isi modul"]
    assert not document.media


def test_short_pieces_at_the_same_places_are_a_table_without_rules(reading: Reading) -> None:
    sheet = Sheet().text(72, 90, "Jodohkan warna dengan angkanya.")
    for at, (colour, value) in enumerate((("Jingga", "1"), ("Biru", "2"), ("Cokelat", "3"))):
        sheet.text(110, 120 + at * 14, colour).text(260, 120 + at * 14, value)
    table = reading(sheet).blocks[1]
    assert isinstance(table, Table)
    assert cells(table) == [["Jingga", "1"], ["Biru", "2"], ["Cokelat", "3"]]


def test_options_and_labelled_values_side_by_side_are_no_table(reading: Reading) -> None:
    sheet = Sheet()
    for at, (left, right) in enumerate((("A. bank", "D. toko"), ("B. teman", "E. desa"), ("C. pasar", "F. warung"))):
        sheet.text(90, 100 + at * 14, left).text(260, 100 + at * 14, right)
    for at, name in enumerate(("Nama", "Kelas", "Hari")):
        sheet.text(90, 200 + at * 14, name).text(200, 200 + at * 14, f": {name.lower()}nya")
    assert all(isinstance(b, Paragraph) for b in reading(sheet).blocks)


def test_a_line_that_runs_into_a_picture_stays_text(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "25. Perhatikan gambar berikut.").picture(90, 85, 300, 200)
    document = reading(sheet)
    assert "25. Perhatikan gambar berikut." in [b.text for b in document.blocks if isinstance(b, Paragraph)]


def test_a_raised_number_in_a_cell_is_tied_to_its_footnote(reading: Reading) -> None:
    sheet = filled(Sheet(), [72, 200, 400], [100, 120, 140], [["No", "Nama"], ["1", "Uang"]]).text(231, 130, "1", 7)
    sheet.lines(72, 200, "Teks di bawah tabel.").text(72, 776, "1", 6).text(78, 780, "Uang tunai saja.", 9)
    document = reading(sheet)
    table = document.blocks[0]
    assert isinstance(table, Table)
    (cell,) = (c for c in table.rows[1].cells if "Uang" in str(c.blocks))
    assert isinstance(cell.blocks[0], Paragraph)
    (mark,) = (i for i in cell.blocks[0].inlines if isinstance(i, NoteMark))
    assert [b.text for b in document.notes[mark.id] if isinstance(b, Paragraph)] == ["Uang tunai saja."]
    assert len(document.blocks) == 2


def test_a_framed_box_of_several_paragraphs_is_a_table_of_one_cell(reading: Reading) -> None:
    sheet = Sheet().lines(72, 80, "Teks di atas kotak.").grid([72, 400], [100, 160])
    sheet.text(80, 120, "Catatan", font="bold").lines(80, 140, "Simpan semua nota pembelian.")
    sheet.grid([72, 400], [200, 240]).text(80, 224, "Bagian Kedua", font="bold")
    _, box, heading = reading(sheet).blocks
    assert isinstance(box, Table)
    assert cells(box) == [["Catatan / Simpan semua nota pembelian."]]
    assert isinstance(heading, Paragraph)


def test_a_heading_on_a_decorated_ground_is_text(reading: Reading) -> None:
    sheet = Sheet()
    for off in (0, 1, 2):  # Shadow, ground and border, each with round ends.
        x, y = 100 + off, 700 - off
        sheet.ops.append(
            f"0.8 0.9 1 rg {x} {y} m 400 {y} l 420 {y + 10} 420 {y + 20} 400 {y + 30} c "
            f"{x} {y + 30} l {x - 20} {y + 20} {x - 20} {y + 10} {x} {y} c b"
        )
    sheet.text(110, 130, "TUJUAN PEMBELAJARAN MODUL", 14, "bold").text(72, 180, "Isi.")
    assert [b.text for b in reading(sheet).blocks if isinstance(b, Paragraph)] == ["TUJUAN PEMBELAJARAN MODUL", "Isi."]


def test_where_a_picture_leads_stands_below_it(reading: Reading) -> None:
    film = "https://film.example/watch?v=1"
    sheet = Sheet().text(72, 90, "Klik gambar ini.").picture(72, 120, 272, 260).link(70, 118, 274, 262, film)
    sheet.picture(72, 300, 272, 400).text(72, 440, "Catat suhunya.")
    blocks = reading(sheet).blocks
    found = [(i.text, i.link) for b in blocks if isinstance(b, Paragraph) for i in b.inlines if isinstance(i, Span)]
    assert found == [("Klik gambar ini.", None), (film, film), ("Catat suhunya.", None)]


def test_a_picture_that_leads_to_a_program_keeps_no_link(reading: Reading) -> None:
    sheet = Sheet().picture(72, 120, 272, 260).link(70, 118, 274, 262, "javascript:app.alert")
    (only,) = reading(sheet).blocks
    assert isinstance(only, Paragraph)
    assert [type(i) for i in only.inlines] == [Picture]


def test_the_grid_of_a_chart_is_no_table(reading: Reading) -> None:
    # Plots of a course in statistics, and a coordinate system of a work sheet: grid lines, marks and lines over them.
    sheet = Sheet().text(72, 90, "Grafik 1").grid([100, 150, 200, 250, 300], [120, 160, 200, 240, 280])
    sheet.slanted(105, 275, 295, 125).circle(180, 220, 3).circle(230, 170, 3).text(262, 135, "AD")
    found = reading(sheet).blocks
    assert not [b for b in found if isinstance(b, Table)]
    assert [i.alt for b in found if isinstance(b, Paragraph) for i in b.inlines if isinstance(i, Picture)] == ["AD"]


def test_an_empty_grid_with_its_head_is_a_table_to_fill_in(reading: Reading) -> None:
    sheet = filled(Sheet(), [72, 172, 272, 372], [100, 130, 160, 190], [["Nama", "Umur", "Kota"], [], []])
    assert isinstance(reading(sheet).blocks[0], Table)


def test_bands_and_borders_round_a_page_are_no_table(reading: Reading) -> None:
    # The second page of a collection of exercises: bands above and below, double lines at the sides.
    sheet = Sheet().grid([20, 30, 560, 570], [30, 90, 760, 810])
    sheet.lines(50, 140, "Latihan memulai usaha", "Setiap latihan dibaca dua kali sebelum dijawab.", step=40)
    assert [b.text for b in reading(sheet).blocks if isinstance(b, Paragraph)] == [
        "Latihan memulai usaha", "Setiap latihan dibaca dua kali sebelum dijawab.",
    ]  # fmt: skip


def test_a_remark_beside_a_program_stands_behind_it(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, "let a, b;", "a = 10;", "b = 5;", "alert(a + b);", size=10, font="code")
    sheet.grid([300, 500], [108, 138]).lines(306, 120, "Nilai a adalah sepuluh", "dan nilai b lima.", step=12)
    found = reading(sheet).blocks
    assert [b.text if isinstance(b, Paragraph) else "box" for b in found] == [
        "let a, b;", "a = 10;", "b = 5;", "alert(a + b);", "box",
    ]  # fmt: skip


def test_the_merged_head_at_a_page_s_foot_belongs_to_the_rows_on_the_next(reading: Reading) -> None:
    # Tables of addresses whose head names groups of columns, in exercises on computers.
    first = Sheet().text(72, 80, "Tabel alamat.").grid([72, 152, 312], [760, 780])
    first.text(76, 774, "Chip").text(156, 774, "Alamat")
    second = filled(Sheet(), [72, 152, 232, 312], [60, 80, 100], [["IC1", "0", "1"], ["IC2", "1", "0"]])
    table = next(b for b in reading(first, second).blocks if isinstance(b, Table))
    assert cells(table) == [["Chip", "Alamat"], ["IC1", "0", "1"], ["IC2", "1", "0"]]
    assert [c.colspan for c in table.rows[0].cells] == [1, 2]


def test_a_box_above_a_page_s_end_is_no_part_of_the_table_below(reading: Reading) -> None:
    first = Sheet().text(72, 80, "Awal.").grid([72, 312], [740, 780]).lines(80, 754, "Ingat semua", "angka ini.")
    second = filled(Sheet(), [72, 152, 312], [60, 80, 100], [["IC1", "0"], ["IC2", "1"]])
    tables = [b for b in reading(first, second).blocks if isinstance(b, Table)]
    assert [len(t.rows) for t in tables if not t.boxed] == [2]


def test_the_length_of_a_side_belongs_to_its_drawing(reading: Reading) -> None:
    # A square and its four sides' lengths in exercises on drawing by programs: two stood above and below it as text.
    sheet = Sheet().text(72, 80, "Gambarlah persegi ini dengan kura-kura:")
    sheet.square(200, 120, 100).slanted(200, 120, 300, 220).slanted(210, 120, 300, 210).circle(250, 170, 30)
    sheet.text(242, 116, "100").text(242, 231, "100").text(206, 172, "100")
    found = [b for b in reading(sheet).blocks if isinstance(b, Paragraph)]
    assert [b.text for b in found if b.text] == ["Gambarlah persegi ini dengan kura-kura:"]
    assert [i.alt.count("100") for b in found for i in b.inlines if isinstance(i, Picture)] == [3]


def test_the_caption_of_a_picture_with_a_box_beside_it_stands_below_the_picture(reading: Reading) -> None:
    sheet = Sheet().text(72, 80, "Langkah pertama:").picture(72, 100, 260, 200).text(90, 214, "Gambar 1. Jendela")
    sheet.grid([300, 500], [120, 190]).lines(306, 136, "Tulislah nama program", "di dalam kotak itu.")
    kinds = ["box" if isinstance(b, Table) else b.text or "picture" for b in reading(sheet).blocks]
    assert kinds == ["Langkah pertama:", "picture", "Gambar 1. Jendela", "box"]
