"""What a tagged file says is believed only where it fits the pages."""

from __future__ import annotations

from modmigrate.document import Look, paragraphs
from modmigrate.readers.pdf.ground.page import Line, Page, Run, Style, Word
from modmigrate.readers.pdf.ground.tags import Place, Tag
from modmigrate.readers.pdf.structure.tagging import settle
from modmigrate.readers.pdf.tables.tagged_tables import tagged_tables


def line(text: str, y: float, block: int = 0, level: int | None = None, *, artifact: bool = False) -> Line:
    return Line([Run(text, Look())], 72, 520, y, 11, 72, 520, 30, text=text, block=block, level=level,
                artifact=artifact)  # fmt: skip


def test_an_artifact_in_the_middle_of_the_page_is_content() -> None:
    head, middle = line("Modul 3", 40, artifact=True), line("Isi modul", 400, artifact=True)
    settle([Page(1, 595, 842, [head, middle])])
    assert (head.artifact, middle.artifact) == (True, False)


def test_headings_are_believed_unless_most_lines_are_some() -> None:
    few = [line("BAB I", 100, level=1), line("BAB II", 200, level=1), *(line("isi", 300 + 14 * n) for n in range(8))]
    many = [line("isi", 300 + 14 * n, level=1) for n in range(8)]
    settle([Page(1, 595, 842, list(few))])
    settle([Page(1, 595, 842, list(many))])
    assert [x.level for x in few[:2]] == [1, 1]
    assert {x.level for x in many} == {None}


def test_blocks_that_cut_every_sentence_are_not_believed() -> None:
    lines = [line("dan kalimat ini berlanjut terus", 300 + 14 * n, block=n + 1) for n in range(6)]
    settle([Page(1, 595, 842, list(lines))])
    assert {x.block for x in lines} == {0}


def words(texts: list[list[str]]) -> list[Word]:
    out = []
    for row, cells in enumerate(texts):
        for column, text in enumerate(cells):
            word = Word(text, 72 + 100 * column, 110 + 100 * column, 100 + 20 * row, Style(11))
            word.tag = Tag(row * 9 + column, cell=Place(0, row, column, row == 0))
            out.append(word)
    return out


def test_a_table_without_rules_is_read_from_its_tags() -> None:
    outside = Word("Isi", 72, 90, 300, Style(11))
    (grid,), rest = tagged_tables([*words([["Alat", "Jumlah"], ["Obeng", "2"]]), outside], 1)
    assert [[p.text for c in row.cells for p in paragraphs(c.blocks)] for row in grid.table.rows] == [
        ["Alat", "Jumlah"], ["Obeng", "2"],
    ]  # fmt: skip
    assert [row.header for row in grid.table.rows] == [True, False]
    assert rest == [outside]


def test_labels_with_their_values_are_no_tagged_table() -> None:
    grids, rest = tagged_tables(words([["Nama", ":Siti"], ["Kelas", ":X"]]), 1)
    assert not grids
    assert len(rest) == 4
