"""Broken and hostile files end as a Document or as one sentence, soon and in little memory."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx_maker import W, cell, codes, document, lines, opened, p, packed, row, table

from modmigrate.errors import DamagedError, SourceError
from modmigrate.readers.docx import package


def test_elements_nested_too_deeply_are_refused() -> None:
    with pytest.raises(DamagedError, match="damaged"):
        document("<w:customXml>" * 3000 + p("x") + "</w:customXml>" * 3000)


def test_nested_wrappers_and_tables_stay_within_bounds() -> None:
    body = p("x")
    for _ in range(70):
        body = table(row(f"<w:tc>{body}<w:p/></w:tc>", "y"))
    assert document(p("a") + body + p("z")).blocks


@pytest.mark.slow
def test_a_table_of_many_cells_is_read_whole() -> None:
    body = "<w:tr>" + cell("x") * 40 + "</w:tr>"
    found = document(table(body * 500))
    assert len(lines(found)) == 20_000


@pytest.mark.slow
def test_a_zip_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_XML", 2**20)
    with pytest.raises(DamagedError, match="unreasonable size"):
        document(p("x" * 2**21))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.png", bytes(2**26))
    with pytest.raises(DamagedError, match="unreasonable size"):
        opened(out.getvalue())


def test_external_entities_and_entity_bombs_are_not_resolved() -> None:
    entities = (
        '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    )
    text = f'{entities}<w:document xmlns:w="{W}"><w:body>{p("x&f;&b;")}{p("y")}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", text)
    assert lines(opened(out.getvalue())) == ["x", "y"]


def test_styles_based_on_each_other_end() -> None:
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="{1}"/></w:style>'
    styles = style.format("A", "B") + style.format("B", "A") + style.format("C", "C")
    assert lines(document(p("x", props='<w:pStyle w:val="A"/>'), styles=styles)) == ["x"]


def test_bad_numbers_in_attributes_do_no_harm() -> None:
    props = '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="y"/></w:numPr><w:ind w:left="z"/><w:outlineLvl w:val="q"/>'
    assert lines(document(p("x", props=props))) == ["x"]


def test_a_broken_part_costs_only_itself() -> None:
    found = document(p("x"), links={"rId1": ("styles", "s.xml")}, parts={"word/s.xml": "<w:styles"})
    assert lines(found) == ["x"]


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", DamagedError, "empty"),
        (b"PK\x03\x04", DamagedError, "cut short"),
        (b"{\\rtf1}", DamagedError, "not a Word file"),
        (packed("")[:-40], DamagedError, "cut short"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", SourceError, "save it as .docx"),
    ],
)
def test_what_is_no_word_file_is_one_sentence(data: bytes, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words) as raised:
        opened(data)
    assert "\n" not in str(raised.value)


def test_an_empty_document_is_said_to_be_empty() -> None:
    assert codes(document("")) == ["empty"]
