"""Form fields, content controls, linked pictures, struck-out and hidden text, embedded documents of Word files.

The kinds come from the trackers of python-docx, mammoth, markitdown, ONLYOFFICE and pressbooks, where their loss is
reported.
"""

from __future__ import annotations

import pytest
from docx_maker import R_ID, document, lines, opened, p, packed, r

from modmigrate.document import Document, Picture, Span, Table, paragraphs
from modmigrate.errors import DamagedError

ROOM = "____"


def sdt(props: str, *inner: str) -> str:
    return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{''.join(map(r, inner))}</w:sdtContent></w:sdt>"


def menu(*entries: str, kind: str = "dropDownList") -> str:
    first = '<w:listItem w:displayText="Choose an item." w:value=""/>'
    return f"<w:{kind}>{first}{''.join(f'<w:listItem w:displayText={e!r} w:value={e!r}/>' for e in entries)}</w:{kind}>"


@pytest.mark.parametrize("kind", ["dropDownList", "comboBox"])
@pytest.mark.parametrize("showing", ["<w:showingPlcHdr/>", ""])
def test_a_list_that_nobody_chose_from_is_a_blank_with_its_choices(kind: str, showing: str) -> None:
    control = sdt(showing + menu("sabun", "pasir", kind=kind), "Choose an item.")
    assert lines(document(p("Tangan dicuci dengan ", control, "."))) == [
        f"Tangan dicuci dengan {ROOM}.", "☐ sabun\t☐ pasir",
    ]  # fmt: skip


def test_what_was_chosen_from_a_list_is_text() -> None:
    assert lines(document(p("Tangan dicuci dengan ", sdt(menu("sabun", "pasir"), "sabun"), "."))) == [
        "Tangan dicuci dengan sabun."
    ]


def test_a_prompt_to_type_is_a_blank_and_typed_text_stays() -> None:
    empty = sdt("<w:showingPlcHdr/><w:text/>", "Click or tap here to enter text.")
    found = document(p("Suhunya ", empty, " derajat."))
    assert lines(found) == [f"Suhunya {ROOM} derajat."]
    assert [x.text for x in found.left_out] == ["Click or tap here to enter text."]
    assert lines(document(p("Suhunya ", sdt("<w:text/>", "lima"), " derajat."))) == ["Suhunya lima derajat."]


def test_a_control_that_nobody_may_fill_holds_text() -> None:
    locked = sdt('<w:lock w:val="contentLocked"/><w:showingPlcHdr/><w:text/>', "lima")
    assert lines(document(p("Suhunya ", locked, " derajat."))) == ["Suhunya lima derajat."]


def test_prompts_for_the_file_s_properties_say_nothing() -> None:
    bound = sdt('<w:showingPlcHdr/><w:dataBinding w:xpath="/x"/><w:text/>', "[Company name]")
    assert lines(document(p("Modul", bound))) == ["Modul"]


def test_empty_controls_around_paragraphs_and_cells_are_blanks() -> None:
    prompt = "<w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr>"
    block = f"<w:sdt>{prompt}<w:sdtContent>{p('Click here.')}</w:sdtContent></w:sdt>"
    assert lines(document(p("Jawaban:") + block)) == ["Jawaban:", ROOM]
    cell = (
        f"<w:tc>{p('Nama')}</w:tc><w:sdt>{prompt}<w:sdtContent><w:tc>{p('Click here.')}</w:tc></w:sdtContent></w:sdt>"
    )
    borders = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    found = document(f"<w:tbl>{borders}<w:tr>{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>")
    assert [x.text for x in paragraphs(found.blocks)] == ["Nama", ROOM, "Nama", ROOM]


def form(code: str, data: str, result: str | None) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    middle = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    shown = "" if result is None else '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r(result)
    return begin + middle + shown + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize("result", [None, "     ", "\u2002\u2002\u2002"])
def test_an_old_text_field_without_text_is_a_blank(result: str | None) -> None:
    field = form("FORMTEXT", "<w:textInput/>", result)
    assert lines(document(p("Suhunya ", field, " derajat."))) == [f"Suhunya {ROOM} derajat."]


def test_an_old_text_field_keeps_what_was_typed() -> None:
    field = form("FORMTEXT", "<w:textInput/>", "lima")
    assert lines(document(p("Suhunya ", field, " derajat."))) == ["Suhunya lima derajat."]


@pytest.mark.parametrize("result", [None, "     "])
def test_an_old_list_that_nobody_chose_from_offers_its_entries(result: str | None) -> None:
    data = '<w:ddList><w:listEntry w:val="atas"/><w:listEntry w:val="bawah"/></w:ddList>'
    assert lines(document(p("Rak ", form("FORMDROPDOWN", data, result)))) == [f"Rak {ROOM}", "☐ atas\t☐ bawah"]


FILM = "https://film.example/watch?v=1"
BLIP = (
    '<a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x.png"/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def drawing(inside: str) -> str:
    frame = f'<wp:inline><wp:docPr id="1" name="P" descr="Film dapur">{inside}</wp:docPr>{BLIP}</wp:inline>'
    return f"<w:r><w:drawing>{frame}</w:drawing></w:r>"


def with_picture(body: str, target: str = FILM) -> Document:
    links = {"rId9": ("image", "media/x.png"), "rId10": ("hyperlink", target)}
    return document(body, links=links, parts={"word/media/x.png": PNG})


VIDEO = (
    '<a:extLst><a:ext uri="x"><w15:webVideoPr xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordprocessing'
    f'Drawing" embeddedHtml="&lt;iframe src=&quot;{FILM}&quot;&gt;&lt;/iframe&gt;"/></a:ext></a:extLst>'
)


@pytest.mark.parametrize(
    "body",
    [
        p(drawing(f'<a:hlinkClick {R_ID}="rId10"/>')),
        p(f'<w:hyperlink {R_ID}="rId10">{drawing("")}</w:hyperlink>'),
        p(drawing(VIDEO)),
    ],
)
def test_where_a_picture_leads_stands_below_it(body: str) -> None:
    found = with_picture(body)
    inlines = [i for x in paragraphs(found.blocks) for i in x.inlines]
    assert isinstance(inlines[0], Picture)
    assert [(i.text, i.link) for i in inlines if isinstance(i, Span)] == [("Film dapur", FILM)]


def test_a_picture_that_leads_to_a_program_keeps_no_link() -> None:
    found = with_picture(p(drawing(f'<a:hlinkClick {R_ID}="rId10"/>')), target="javascript://x")
    assert [i for x in paragraphs(found.blocks) for i in x.inlines if isinstance(i, Span)] == []
    assert [f.code.code for f in found.findings] == ["links-left-out"]


STRUCK = "<w:strike/>"


@pytest.mark.parametrize("props", [STRUCK, "<w:dstrike/>"])
def test_struck_out_paragraphs_are_left_out_and_told(props: str) -> None:
    old = p(r("3. Aturan lama.", props)) + p(r("A. Dahulu", props))
    found = document(p("Aturan baru.") + old + p("Akhir."))
    assert lines(found) == ["Aturan baru.", "Akhir."]
    (told,) = [f for f in found.findings if f.code.code == "dropped"]
    assert "Aturan lama" in told.message
    assert "1 more" in told.message
    assert told.where.paragraph == 2
    assert [(x.reason, x.text) for x in found.left_out] == [
        ("struck out", "3. Aturan lama."),
        ("struck out", "A. Dahulu"),
    ]


def test_struck_out_rows_are_left_out_and_struck_words_stay() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{p(c)}</w:tc>' for c in cells)}</w:tr>"

    borders = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    table = f"<w:tbl>{borders}{row('Bahan', 'Hari')}{row(r('Ikan', STRUCK), r('9', STRUCK))}{row('Ikan', '1')}</w:tbl>"
    found = document(table + p("Jawab: ", r("B", STRUCK), " A"))
    made, line = found.blocks
    assert isinstance(made, Table)
    assert [[x.text for x in paragraphs(c.blocks)] for row in made.rows for c in row.cells] == [
        ["Bahan"], ["Hari"], ["Ikan"], ["1"],
    ]  # fmt: skip
    assert lines(document(p("Jawab: ", r("B", STRUCK), " A"))) == ["Jawab: B A"]
    assert line.where.paragraph


def test_hidden_text_is_told_with_its_place() -> None:
    found = document(p("Isi.") + p("Kunci: ", r("rahasia", "<w:vanish/>")))
    assert [(x.reason, x.text, x.where.paragraph) for x in found.left_out] == [("hidden text", "rahasia", 2)]
    (told,) = found.findings
    assert (told.code.code, told.where.paragraph) == ("hidden-left-out", 2)


PAGE = b"""<html><head><style>x{}</style></head><body><h2>Bab</h2><p>Satu <b>tebal</b> kata.</p><ul><li>air</li></ul>
<table><tr><th>Kota</th></tr><tr><td>Medan</td></tr></table><script>alert(1)</script></body></html>"""
MAIL = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n"
CHUNK = f'<w:altChunk {R_ID}="rId9"/>'


def chunk(name: str, data: bytes, body: str = CHUNK) -> Document:
    return document(body, links={"rId9": ("aFChunk", name)}, parts={f"word/{name}": data})


@pytest.mark.parametrize(("name", "data"), [("a.html", PAGE), ("a.mht", MAIL + PAGE + b"\r\n--x--")])
def test_an_embedded_page_is_read_in(name: str, data: bytes) -> None:
    found = chunk(name, data, p("Awal.") + CHUNK + p("Akhir."))
    assert [x.text for x in paragraphs(found.blocks)] == [
        "Awal.", "Bab", "Satu tebal kata.", "• air", "Kota", "Medan", "Akhir.",
    ]  # fmt: skip
    assert [x.level for x in paragraphs(found.blocks)][1] == 2


def test_embedded_word_files_and_texts_are_read_in() -> None:
    assert lines(chunk("a.docx", packed(p("Dalam.")))) == ["Dalam."]
    assert lines(chunk("a.txt", "Satu é\nDua\n".encode("cp1252"))) == ["Satu é", "Dua"]


def test_a_file_that_embeds_itself_ends() -> None:
    inner = packed(CHUNK, links={"rId9": ("aFChunk", "b.docx")}, parts={"word/b.docx": packed(p("Tiga."))})
    found = chunk("a.docx", inner, p("Satu.") + CHUNK)
    assert lines(found) == ["Satu."]
    assert [f.code.code for f in found.findings] == ["dropped"]


def test_a_file_of_nothing_but_an_unreadable_part_is_refused() -> None:
    with pytest.raises(DamagedError, match="embedded files"):
        opened(packed(CHUNK, links={"rId9": ("aFChunk", "a.bin")}, parts={"word/a.bin": b"\0\1\2"}))
