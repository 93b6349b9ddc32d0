"""Broken and hostile files end as a Document or as one sentence, soon and in little memory."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from docx_maker import W, cell, codes, document, field, lines, opened, p, packed, row, spans, table

from modmigrate.errors import DamagedError, SourceError
from modmigrate.readers.docx import package


def test_elements_nested_too_deeply_are_refused() -> None:
    with pytest.raises(DamagedError, match="256 deep"):
        document("<w:customXml>" * 3000 + p("x") + "</w:customXml>" * 3000)


def nested(depth: int) -> str:
    body = p("inmost")
    for at in range(depth):
        body = table(row(f"<w:tc>{body}{p(f'level {at}')}</w:tc>", "beside"))
    return body


@pytest.mark.parametrize("depth", [3, 41, 83])
def test_tables_in_tables_are_read_whole_up_to_the_package(depth: int) -> None:
    from modmigrate.recogniser import recognise
    from modmigrate.renderer import render

    found = document(nested(depth))
    assert sorted(lines(found)) == sorted(["inmost", *(f"level {n}" for n in range(depth)), *["beside"] * depth])
    files = render(recognise(found)[0], {}).files
    assert sum(data.count(b"beside") for name, data in files if name.startswith("content/")) == depth


def test_tables_nested_too_deeply_are_refused_with_the_reason() -> None:
    with pytest.raises(DamagedError, match="more than 256 deep in each other"):
        document(nested(90))


def test_text_boxes_in_text_boxes_are_read_whole() -> None:
    body = p("inmost")
    for at in range(30):
        body = p(
            f"level {at}", f"<w:r><w:pict><v:textbox><w:txbxContent>{body}</w:txbxContent></v:textbox></w:pict></w:r>"
        )
    assert sorted(lines(document(body))) == sorted(["inmost", *(f"level {n}" for n in range(30))])


def test_what_is_left_out_is_counted() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    script = '<w:hyperlink r:id="x1"><w:r><w:t>klik</w:t></w:r></w:hyperlink>'
    sheet = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    formula = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
    links = {"x1": ("hyperlink", "javascript://x")}
    drawn = "<w:r><w:rPr><w:vanish/></w:rPr><w:pict/></w:r>"
    run = field('HYPERLINK "file:///c:/a.xls"', "buka")
    secret = table(row("a", "b"), row("c", "d", props="<w:hidden/>"))
    found = document(p("Isi", hidden, hidden, drawn, script, run, sheet, formula) + secret, links=links)
    assert lines(found) == ["Isiklikbuka", "a", "b"]
    assert [s.link for s in spans(found)] == [None] * 3
    assert sorted(codes(found)) == ["hidden-left-out", "links-left-out", "objects-as-pictures"]
    assert {dict(f.values)["count"] for f in found.findings} == {1, 2, 4}


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


# Small files that are large inside: bounds that hold from four megabytes on.


@pytest.mark.parametrize(
    "part",
    ["word/document.xml", "word/styles.xml", "word/footnotes.xml", "word/_rels/document.xml.rels", "docProps/core.xml"],
)
def test_xml_that_packs_far_better_than_words_is_not_opened(part: str) -> None:
    """30 MB in a file of 134 kB took a minute and a gigabyte; no part of a real module packs more than 60 times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 130_000)
    with pytest.raises(DamagedError, match=f"part {part} unpacks to an unreasonable size"):
        opened(out.getvalue())


def test_xml_that_packs_as_word_s_does_is_opened() -> None:
    text = "".join(f"<w:p><w:r><w:t>{n * 7919 % 100_003}</w:t></w:r></w:p>" for n in range(3_000))
    found = document(text + "<w:p/>" * 90_000)
    assert len(lines(found)) == 3_000


@pytest.mark.parametrize("paragraph", ["<w:p/>", "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "<w:p><w:pPr/></w:p>"])
def test_more_paragraphs_than_any_module_has_are_refused_soon(paragraph: str) -> None:
    begun = time.process_time()
    with pytest.raises(DamagedError, match="100,001 paragraphs, and modules have at most 100,000; give it in parts"):
        document(paragraph * 100_001)
    assert time.process_time() - begun < 5
