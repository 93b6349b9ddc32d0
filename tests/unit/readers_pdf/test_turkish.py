"""Turkish texts whose fonts name letters wrongly, as modules of Turkey's ministry of education do."""

from __future__ import annotations

import pytest

from modmigrate.document import Cell, Look, Paragraph, Row, Span, Table
from modmigrate.readers.pdf.ground.page import Box, Grid, Line, Page, Run
from modmigrate.readers.pdf.structure.turkish import mend


def line(text: str) -> Line:
    return Line([Run(text, Look())], 72, 300, 100, 11, text=text)


def mended(*texts: str) -> list[str]:
    page = Page(1, 595, 842, [line(t) for t in texts])
    mend([page])
    return ["".join(r.text for r in item.runs) for item in page.items if isinstance(item, Line)]


def test_letters_of_another_alphabet_are_put_right_in_lines_and_tables() -> None:
    assert mended("ĠÇĠNDEKĠLER", "DeğiĢken tanımı ve ġekil") == ["İÇİNDEKİLER", "Değişken tanımı ve Şekil"]
    table = Table((Row((Cell((Paragraph((Span("iĢlem sırası"),)),)),)),))
    page = Page(1, 595, 842, [Grid(table, Box(0, 0, 9, 9), (0, 9), ("iĢlem sırası",))])
    mend([page])
    grid = page.items[0]
    assert isinstance(grid, Grid)
    assert grid.texts == ("işlem sırası",)
    assert grid.table.rows[0].cells[0].blocks == (Paragraph((Span("işlem sırası"),)),)


@pytest.mark.parametrize("texts", [
    ("Ġesù u ġnien", "Malti"),
    ("Ģimene ir liela",),
    ("Ģ harfi bir kez", "ışık işi şöyle, İstanbul"),
])  # fmt: skip
def test_maltese_latvian_and_right_turkish_stay(texts: tuple[str, ...]) -> None:
    assert mended(*texts) == list(texts)
