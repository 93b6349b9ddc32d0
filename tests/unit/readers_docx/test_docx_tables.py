"""Tables: spans, header rows, revisions, and tables that only place things."""

from __future__ import annotations

from docx_maker import cell, document, lines, only, p, row, shape, table

from modmigrate.document import Paragraph, Table

MERGE, MORE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_vertical_merges_are_row_spans_also_below_wider_cells() -> None:
    found = only(document(table(
        row(cell("A", MERGE), cell("B", '<w:gridSpan w:val="2"/>')),
        row(cell("", MORE), "C", cell("D", MERGE)),
        row(cell("", MORE), "E", cell("", MORE)),
    )))  # fmt: skip
    assert shape(found) == [[("A", 1, 3), ("B", 2, 1)], [("C", 1, 1), ("D", 1, 2)], [("E", 1, 1)]]


def test_rows_that_begin_late_keep_their_columns() -> None:
    found = only(
        document(table(row(cell("A"), cell("B", MERGE)), row(cell("", MORE), props='<w:gridBefore w:val="1"/>')))
    )
    assert shape(found) == [[("A", 1, 1), ("B", 1, 2)], [("", 1, 1)]]


def test_text_in_a_merged_away_cell_is_kept() -> None:
    found = document(table(row(cell("A", MERGE), "x"), row(cell("sisa", MORE), "y")))
    assert lines(found) == ["A", "sisa", "x", "y"]


def test_deleted_and_hidden_rows_and_cells_are_left_out() -> None:
    found = document(table(
        row("a", "b"), row("c", "d", props="<w:del/>"), row("e", "f", props="<w:hidden/>"),
        row("g", cell("h", "<w:cellDel/>")), row("i", "j", props="<w:ins/>"),
    ))  # fmt: skip
    assert lines(found) == ["a", "b", "g", "i", "j"]


def test_header_rows_are_marked_or_set_apart_by_the_table_style() -> None:
    marked = only(document(table(row("a", "b", props="<w:tblHeader/>"), row("c", "d"))))
    styles = ('<w:style w:type="table" w:styleId="G"><w:name w:val="Grid"/><w:tblStylePr w:type="firstRow">'
              "<w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>")  # fmt: skip
    props = '<w:tblStyle w:val="G"/><w:tblBorders><w:top w:val="single"/></w:tblBorders><w:tblLook w:firstRow="{}"/>'
    by_style = [
        only(document(table(row("a", "b"), row("c", "d"), props=props.format(on)), styles=styles)) for on in "10"
    ]
    heads = [[r.header for r in t.rows] for t in (marked, *by_style) if isinstance(t, Table)]
    assert heads == [[True, False], [True, False], [False, False]]


def test_one_drawn_cell_is_a_box_and_one_without_lines_only_places_its_content() -> None:
    cells = row(cell(p("Kotak") + p("isi")))
    assert [type(b) for b in document(table(cells)).blocks] == [Table]
    assert [type(b) for b in document(table(cells, props="")).blocks] == [Paragraph, Paragraph]


def test_a_single_row_without_lines_only_places_its_cells() -> None:
    assert lines(document(table(row("kiri", "kanan"), props=""))) == ["kiri", "kanan"]
    assert isinstance(only(document(table(row("kiri", "kanan")))), Table)
    shaded = cell("kanan", '<w:shd w:fill="FFCC00"/>')
    assert isinstance(only(document(table(row("kiri", shaded), props=""))), Table)


def test_a_grid_without_lines_is_a_table_all_the_same() -> None:
    assert isinstance(only(document(table(row("1", "a"), row("2", "b"), props=""))), Table)


def test_nested_tables_stand_in_their_cell() -> None:
    inner = table(row("x", "y"))
    found = only(document(table(row("a", f"<w:tc>{inner}<w:p/></w:tc>"))))
    assert isinstance(found, Table)
    assert isinstance(found.rows[0].cells[1].blocks[0], Table)


def test_rows_and_cells_in_content_controls_count() -> None:
    sdt = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = only(document(table(row("a", "b"), sdt.format(f"<w:tr>{cell('c')}{sdt.format(cell('d'))}</w:tr>"))))
    assert [[c[0] for c in r] for r in shape(found)] == [["a", "b"], ["c", "d"]]
