"""Runs and paragraphs: revisions as accepted, hidden text, fields, signs, breaks."""

from __future__ import annotations

import pytest
from docx_maker import FLD, codes, document, field, first, lines, p, r, spans


def test_insertions_count_as_accepted_and_deletions_as_done() -> None:
    found = document(p("Satu ", f"<w:ins>{r('dua')}</w:ins>", "<w:del><w:r><w:delText>tiga</w:delText></w:r></w:del>",
                       f"<w:moveFrom>{r('empat')}</w:moveFrom>", f"<w:moveTo>{r(' lima')}</w:moveTo>"))  # fmt: skip
    assert lines(found) == ["Satu dua lima"]


def test_a_deleted_paragraph_mark_joins_the_paragraph_to_the_next() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    found = document(p("Modal ", props=mark) + p("usaha", props='<w:outlineLvl w:val="0"/>') + p("Akhir"))
    assert lines(found) == ["Modal usaha", "Akhir"]
    assert first(found).level == 1


def test_a_deleted_paragraph_mark_before_a_table_ends_the_paragraph() -> None:
    found = document(p("Modal", props="<w:rPr><w:del/></w:rPr>") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    assert lines(found) == ["Modal"]


def test_a_drop_cap_begins_the_word_it_belongs_to() -> None:
    assert lines(document(p("M", props='<w:framePr w:dropCap="drop"/>') + p("odal"))) == ["Modal"]


def test_hidden_text_is_left_out_also_by_its_style() -> None:
    styles = '<w:style w:type="character" w:styleId="Key"><w:name w:val="Key"/><w:rPr><w:vanish/></w:rPr></w:style>'
    found = document(
        p("A", r("B", "<w:vanish/>"), r("C", '<w:rStyle w:val="Key"/>'), r("D", '<w:vanish w:val="0"/>')), styles=styles
    )
    assert lines(found) == ["AD"]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("REF _Ref1 \\h", "x"),
        ("SEQ Gambar", "x"),
        ("PAGEREF _Ref1", "x"),
        ("PAGE", ""),
        ("TOC \\o", ""),
        ("XE a", "x"),
        ("INDEX", "x"),
    ],
)
def test_fields_show_their_result_unless_it_is_furniture(code: str, shown: str) -> None:
    assert lines(document(p("(", field(code, "x"), ")"))) == [f"({shown})"]


def test_the_mark_of_an_index_entry_shows_nothing() -> None:
    mark = FLD.format("begin") + "<w:r><w:instrText>XE laba</w:instrText></w:r>" + FLD.format("end")
    assert lines(document(p("Laba", mark))) == ["Laba"]


def test_a_field_in_a_field_s_code_shows_nothing() -> None:
    inner = FLD.format("begin") + f"<w:r><w:instrText>IF </w:instrText></w:r>{field('PAGE', '3')}"
    found = document(p(inner, FLD.format("separate"), "ya", FLD.format("end")))
    assert lines(found) == ["ya"]


def test_a_field_that_never_ends_does_not_swallow_the_document() -> None:
    begin = FLD.format("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + FLD.format("separate")
    assert lines(document(p(begin, "Isi") + p("Bab"))) == ["Isi", "Bab"]


def test_text_after_a_contents_table_in_its_last_paragraph_stays() -> None:
    begin = FLD.format("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + FLD.format("separate")
    assert lines(document(p(begin, "Bab I 3") + p(FLD.format("end"), "Pendahuluan"))) == ["Pendahuluan"]


def test_only_lines_with_a_page_number_in_a_contents_style_are_contents() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    style = '<w:pStyle w:val="T1"/>'
    shown = ("Pesan", "Gambar 2 Alat AB1234", "Tabel 3 Larutan HCl")
    entry = p("Bab I", "<w:r><w:tab/></w:r>", "3", props=style) + p("Bab II ..... iv", props=style)
    assert lines(document(entry + "".join(p(text, props=style) for text in shown), styles=styles)) == list(shown)


def test_space_above_and_below_is_inherited_each_by_itself() -> None:
    style = '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:pPr><w:spacing {}/></w:pPr></w:style>'
    found = document(
        p("Isi", props='<w:pStyle w:val="S"/><w:spacing w:after="0" w:line="360"/>'),
        styles=style.format('w:before="240" w:after="120"'),
    )
    assert (first(found).layout.before, first(found).layout.after) == (12.0, 0.0)


def test_underlined_blanks_and_tabs_that_draw_lines_are_room_to_write_in() -> None:
    line = "<w:u w:val='single'/>"
    tab = "<w:r>{}<w:tab/></w:r>"
    stops = '<w:tabs><w:tab w:val="left" w:leader="{}" w:pos="9000"/></w:tabs>'
    found = document(
        p("Nama ", r("  ", line), r("  ", line), " umur", tab.format(f"<w:rPr>{line}</w:rPr>"))
        + p("Kota:", tab.format(""), props=stops.format("underscore"))
        + p("Kota:", tab.format(""), "x", props=stops.format("none"))
        + p(r("satu", line), r(" ", line), r("dua", line))
    )
    assert lines(found) == ["Nama ____ umur____", "Kota:____", "Kota:\tx", "satu dua"]


def test_references_lead_to_their_bookmark() -> None:
    found = document(p(field("REF _Ref7 \\h", "Tabel 1"), field('HYPERLINK "https://a.id"', "a")))
    assert [(s.text, s.link) for s in spans(found)] == [("Tabel 1", "#_Ref7"), ("a", "https://a.id")]


def test_bookmarks_between_paragraphs_belong_to_the_next() -> None:
    assert first(document('<w:bookmarkStart w:id="1" w:name="mulai"/>' + p("Satu"))).anchors == ("mulai",)


def test_old_form_boxes_and_menus_show_their_state() -> None:
    def form(kind: str, data: str) -> str:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        return begin + f"<w:r><w:instrText>{kind}</w:instrText></w:r>" + FLD.format("end")

    menu = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="ya"/><w:listEntry w:val="tidak"/></w:ddList>'
    found = document(p(form("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>"),
                       form("FORMCHECKBOX", '<w:checkBox><w:default w:val="0"/></w:checkBox>'),
                       form("FORMDROPDOWN", menu)))  # fmt: skip
    assert lines(found) == ["☒☐tidak"]


def test_a_drop_down_that_stores_what_was_chosen_shows_it_once() -> None:
    menu = '<w:ddList><w:result w:val="0"/><w:listEntry w:val="ya"/></w:ddList>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{menu}</w:ffData></w:fldChar></w:r>'
    code = "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
    assert lines(document(p(begin, code, FLD.format("separate"), "ya", FLD.format("end")))) == ["ya"]


def test_content_controls_show_their_content() -> None:
    sdt = "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = document(p("Tanggal: ", sdt.format(r("1 Mei"))) + sdt.format(p("Blok")))
    assert lines(found) == ["Tanggal: 1 Mei", "Blok"]


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/>', "☐"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "α"),
        ('<w:sym w:font="Unknown Dings" w:char="F041"/>', "•"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:tab/>", "\t"),
        ("<w:br/>", "\n"),
        ('<w:br w:type="column"/>', "\n"),
        ("<w:cr/>", "\n"),
        ("<w:softHyphen/>", ""),
        ("<w:ruby><w:rt><w:r><w:t>kanji</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby>",
         "漢字 (kanji)"),
    ],
)  # fmt: skip
def test_signs(xml: str, shown: str) -> None:
    assert lines(document(p("a", f"<w:r>{xml}</w:r>", "b"))) == [f"a{shown}b"]


def test_words_in_a_symbol_font_by_mistake_stay_words() -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings"/>'
    assert lines(document(p(r("Jawaban benar", wingdings), " ", r("ü", wingdings)))) == ["Jawaban benar ✓"]


def test_right_to_left_runs_are_bold_by_their_own_property() -> None:
    found = document(p(r("שלום", "<w:b/><w:rtl/>"), r("עולם", "<w:bCs/><w:rtl/>"), r("abc", "<w:bCs/>")))
    assert [s.look.bold for s in spans(found)] == [False, True, False]


def test_unknown_wrappers_are_looked_into() -> None:
    assert lines(
        document(p("<w:futureThing>" + r("isi") + "</w:futureThing>") + f"<w:newBlock>{p('blok')}</w:newBlock>")
    ) == [
        "isi",
        "blok",
    ]


def test_an_embedded_document_is_named_as_dropped() -> None:
    found = document(p("Isi") + '<w:altChunk r:id="rId9"/>')
    assert codes(found) == ["dropped"]
    assert "altChunk" in found.findings[0].message


def test_footnotes_are_notes_of_their_own() -> None:
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p("x")}</w:footnote><w:footnote w:id="2">{p("Catatan")}</w:footnote>'
    )
    found = document(p("Isi", '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=notes)
    assert list(found.notes) == ["fn2"]


def test_strict_files_read_the_same() -> None:
    from docx_maker import opened, packed

    data = packed(p(r("Isi", '<w:sz w:val="12pt"/>')))
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, text)
    assert spans(opened(out.getvalue()))[0].look.size == 12


@pytest.mark.parametrize("size", ["9" * 5000, "1e999", "NaN", "-inf"])
def test_sizes_that_are_no_sizes_are_left_out(size: str) -> None:
    found = first(document(p(r("Isi", f'<w:sz w:val="{size}"/>'))))
    assert found.text == "Isi"
    assert found.layout.size is None
