"""Files that say what their text is: headings, paragraphs, lists and tables come from the tags."""

from __future__ import annotations

from pathlib import Path

from tagged_pdf import Node, Tagged

from modmigrate.document import Paragraph, Table
from modmigrate.readers.pdf import read


def test_headings_paragraphs_and_artifacts_come_from_the_tags(tmp_path: Path) -> None:
    page = Tagged()
    page.artifact(72, 40, "Kepala halaman")
    tree: list[Node] = [
        ("H1", page.text(72, 100, "Bab tentang modal"), ""),
        ("P", page.text(72, 130, "Modal adalah uang."), ""),
        ("P", page.text(72, 144, "Uang bukan modal."), ""),
        ("H2", page.text(72, 180, "Asal modal"), ""),
        ("P", page.text(72, 210, "Modal berasal dari tabungan."), ""),
    ]
    blocks = read(page.saved(tmp_path / "a.pdf", tree)).blocks
    assert [(b.level, b.text) for b in blocks if isinstance(b, Paragraph)] == [
        (1, "Bab tentang modal"), (None, "Modal adalah uang."), (None, "Uang bukan modal."), (2, "Asal modal"),
        (None, "Modal berasal dari tabungan."),
    ]  # fmt: skip


def test_list_items_are_paragraphs_with_their_labels(tmp_path: Path) -> None:
    page = Tagged()
    items: list[Node] = []
    for at, said in enumerate(("modal sendiri", "modal pinjaman", "modal hibah")):
        label: Node = ("Lbl", page.text(72, 100 + at * 14, f"{at + 1}."), "")
        items.append(("LI", [label, ("LBody", page.text(90, 100 + at * 14, said), "")], ""))
    blocks = read(page.saved(tmp_path / "a.pdf", [("L", items, "")])).blocks
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == [
        "1. modal sendiri", "2. modal pinjaman", "3. modal hibah",
    ]  # fmt: skip


def test_a_tagged_table_keeps_its_header_and_spans(tmp_path: Path) -> None:
    page = Tagged()
    rows: list[Node] = [
        (
            "TR",
            [
                ("TH", page.text(72, 100, "Bulan"), ""),
                ("TH", page.text(200, 100, "Laba"), "/A << /O /Table /ColSpan 2 >>"),
            ],
            "",
        )
    ]
    for at, said in enumerate(("Mei", "Juni")):
        y = 120 + at * 16
        cells = [(x, words) for x, words in ((72, said), (200, f"{at + 4}"), (300, f"{at + 7}"))]
        rows.append(("TR", [("TD", page.text(x, y, words), "") for x, words in cells], ""))
    (table,) = read(page.saved(tmp_path / "a.pdf", [("Table", rows, "")])).blocks
    assert isinstance(table, Table)
    said = [[" ".join(b.text for b in c.blocks if isinstance(b, Paragraph)) for c in row.cells] for row in table.rows]
    assert said == [["Bulan", "Laba"], ["Mei", "4", "7"], ["Juni", "5", "8"]]
    assert [c.colspan for c in table.rows[0].cells] == [1, 2]
    assert table.rows[0].header
