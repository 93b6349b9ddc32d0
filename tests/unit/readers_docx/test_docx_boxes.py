"""Paragraphs with a ground or a frame are boxes in the text; headings, rules and bars are none."""

from __future__ import annotations

import pytest
from docx_maker import document, p

from modmigrate.document import Document, Paragraph, Table, paragraphs

SHADE = '<w:shd w:val="clear" w:fill="FDF3E4"/>'
FRAME = "<w:pBdr>" + "".join(f'<w:{s} w:val="single"/>' for s in ("top", "left", "bottom", "right")) + "</w:pBdr>"
STYLE = f'<w:style w:type="paragraph" w:styleId="Kotak"><w:name w:val="Kotak"/><w:pPr>{SHADE}</w:pPr></w:style>'


def boxes(found: Document) -> list[list[str]]:
    return [[x.text for x in paragraphs((b,))] for b in found.blocks if isinstance(b, Table) and b.boxed]


@pytest.mark.parametrize("props", [SHADE, FRAME, SHADE + FRAME, '<w:pStyle w:val="Kotak"/>'])
def test_neighbours_of_one_look_are_one_box(props: str) -> None:
    body = p("Awal.") + p("Ingat!", props=props) + p("Hitung dulu.", props=props) + p("Akhir.")
    found = document(body, styles=STYLE)
    assert boxes(found) == [["Ingat!", "Hitung dulu."]]
    assert [b.text for b in found.blocks if isinstance(b, Paragraph)] == ["Awal.", "Akhir."]


def test_boxes_of_different_looks_are_two() -> None:
    assert boxes(document(p("Satu.", props=SHADE) + p("Dua.", props=FRAME))) == [["Satu."], ["Dua."]]


@pytest.mark.parametrize(
    "props",
    [
        '<w:pBdr><w:bottom w:val="single"/></w:pBdr>',
        '<w:pBdr><w:left w:val="single"/></w:pBdr>',
        '<w:pBdr><w:top w:val="nil"/><w:left w:val="nil"/><w:right w:val="nil"/></w:pBdr>',
        '<w:shd w:val="clear" w:fill="FFFFFF"/>',
        SHADE + '<w:outlineLvl w:val="1"/>',
    ],
)
def test_rules_bars_white_grounds_and_headings_are_no_boxes(props: str) -> None:
    assert boxes(document(p("Isi.", props=props))) == []


def test_paragraphs_in_cells_are_no_boxes_of_their_own() -> None:
    borders = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    row = f"<w:tr><w:tc>{p('A', props=SHADE)}</w:tc><w:tc>{p('B')}</w:tc></w:tr>"
    assert boxes(document(f"<w:tbl>{borders}{row}{row}</w:tbl>")) == []
