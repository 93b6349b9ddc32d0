"""What a PDF's fonts, colours and drawn lines say about its words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf import Sheet, saved

from modmigrate.document import Document, Paragraph, Span, Table
from modmigrate.module import Code, walk
from modmigrate.readers import read
from modmigrate.readers.pdf.glyphs.fonts import looks_of
from modmigrate.readers.symbol_fonts import family
from modmigrate.recogniser import recognise

Reading = Callable[..., Document]


def spans(document: Document) -> dict[str, Span]:
    return {s.text.strip(): s for b in document.blocks if isinstance(b, Paragraph) for s in b.inlines
            if isinstance(s, Span)}  # fmt: skip


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


def test_bold_italic_code_and_colour(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "tebal", font="bold").text(110, 100, "miring", font="italic")
    sheet.text(160, 100, "kode", font="code").text(200, 100, "merah", colour=(1, 0, 0)).text(240, 100, "biasa")
    found = spans(reading(sheet))
    assert found["tebal"].look.bold
    assert found["miring"].look.italic
    assert found["kode"].look.code
    assert found["merah"].look.colour == "ff0000"
    assert (found["biasa"].look.bold, found["biasa"].look.colour) == (False, None)


def test_slanted_words_keep_a_blank_that_their_letters_lean_over(reading: Reading) -> None:
    # Two objects, the first with its blank; the second begins where slanted letters of the first lean to.
    sheet = Sheet().text(72, 100, "miring ", font="italic").text(103.2, 100, "sekali", font="italic")
    assert [b.text for b in reading(sheet).blocks if isinstance(b, Paragraph)] == ["miring sekali"]


@pytest.mark.parametrize("second", ["", "bold"])
@pytest.mark.parametrize("first", ["italic", ""])
def test_a_typed_blank_is_one_however_near_the_next_word_stands(reading: Reading, first: str, second: str) -> None:
    # Italic terms in plain sentences of seven public modules (`class yang`, `aufdie`): boxes reach into the blank.
    sheet = Sheet().text(72, 100, "miring ", font=first).text(103.2, 100, "sekali", font=second)
    assert [b.text for b in reading(sheet).blocks if isinstance(b, Paragraph)] == ["miring sekali"]


def test_what_touches_without_a_typed_blank_is_one_word(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "miring", font="italic").text(103.2, 100, "nya")
    assert [b.text for b in reading(sheet).blocks if isinstance(b, Paragraph)] == ["miringnya"]


def test_a_rule_under_words_underlines_and_one_through_them_strikes(reading: Reading) -> None:
    sheet = (
        Sheet().text(72, 100, "A. bank").rule(72, 101.5, 110, 101.5).text(72, 120, "B. toko").rule(72, 117, 110, 117)
    )
    found = spans(reading(sheet))
    assert found["A. bank"].look.underline
    assert found["B. toko"].look.strike


def test_the_rules_of_a_narrow_table_underline_no_cell(reading: Reading) -> None:
    sheet = Sheet()
    for y in (100, 116, 132):
        sheet.rule(72, y, 400, y)
    for x in (72, 200, 400):
        sheet.rule(x, 100, x, 132)
    for y, row in ((113, ("Istilah", "Arti")), (129, ("Modal", "uang"))):
        sheet.text(74, y, row[0]).text(202, y, row[1])
    (table,) = reading(sheet).blocks
    assert isinstance(table, Table)
    texts = [
        i for row in table.rows for c in row.cells for b in c.blocks if isinstance(b, Paragraph) for i in b.inlines
    ]
    assert [(i.text, i.look.underline) for i in texts if isinstance(i, Span)] == [
        ("Istilah", False),
        ("Arti", False),
        ("Modal", False),
        ("uang", False),
    ]


def test_a_bright_ground_highlights_and_a_grey_one_does_not(reading: Reading) -> None:
    sheet = Sheet().fill(71, 90, 112, 103, (1, 1, 0)).text(72, 100, "A. bank")
    sheet.fill(71, 110, 112, 123, (0.9, 0.9, 0.9)).text(72, 120, "B. toko")
    found = spans(reading(sheet))
    assert found["A. bank"].look.highlight == "ffff00"
    assert found["B. toko"].look.highlight is None


def test_a_bar_of_colour_behind_a_heading_is_no_highlight(reading: Reading) -> None:
    sheet = Sheet().fill(72, 90, 520, 104, (1, 0.8, 0)).text(74, 100, "Latihan", font="bold").text(72, 130, "Soal")
    assert spans(reading(sheet))["Latihan"].look.highlight is None


def test_small_raised_and_lowered_figures_are_scripts(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "CO").text(88.5, 102, "2", 7).text(95.5, 100, "naik 5 m").text(137.2, 96, "3", 7)
    found = reading(sheet).blocks[0]
    assert isinstance(found, Paragraph)
    assert found.text == "CO2 naik 5 m3"
    assert [(s.text, s.look.script) for s in found.inlines if isinstance(s, Span) and s.look.script] == [
        ("2", "sub"), ("3", "super"),
    ]  # fmt: skip


def test_letter_spaced_words_are_words(reading: Reading) -> None:
    sheet = Sheet()
    sheet.ops.append("BT /F1 12 Tf 6 Tc 72 700 Td (LATIHAN SOAL) Tj ET")
    assert list(spans(reading(sheet))) == ["LATIHAN SOAL"]


def test_text_printed_twice_a_hair_apart_is_read_once(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "Perhatikan").text(72.4, 100, "Perhatikan").text(72, 130, "Soal")
    assert list(spans(reading(sheet))) == ["Perhatikan", "Soal"]


def test_invisible_text_is_not_read(reading: Reading) -> None:
    document = reading(Sheet().text(72, 100, "terlihat").text(72, 120, "rahasia", mode=3))
    assert list(spans(document)) == ["terlihat"]


def test_slanted_watermarks_are_not_read(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "Isi modul")
    sheet.ops.append("BT /F0 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAF) Tj ET")
    assert list(spans(reading(sheet))) == ["Isi modul"]


@pytest.mark.parametrize(
    ("name", "weight", "looks"),
    [
        ("ABCDEF+Calibri-Bold", 400, (True, False, False, False)),
        ("TimesNewRomanPS-BoldItalicMT", 400, (True, True, False, False)),
        ("CMBX10", 400, (True, False, False, False)),
        ("CMTI10", 400, (False, True, False, False)),
        ("Consolas", 400, (False, False, True, False)),
        ("CambriaMath", 400, (False, False, False, True)),
        ("Roboto", 700, (True, False, False, False)),
        ("Garamond", 400, (False, False, False, False)),
    ],
)
def test_font_names_tell_looks(name: str, weight: int, looks: tuple[bool, bool, bool, bool]) -> None:
    assert looks_of(name, weight, 0) == looks


def test_letters_of_symbol_fonts_are_their_signs(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "\xfc", 11, "signs").text(90, 100, "benar").text(72, 130, "\xe0", 11, "signs")
    assert texts(reading(sheet.text(90, 130, "lalu").text(72, 160, "Huruf salah", 11, "signs"))) == [
        "✓ benar", "→ lalu", "Huruf salah",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "known"),
    [("ABCDEF+Wingdings-Regular", "wingdings"), ("Wingdings2", "wingdings 2"), ("SymbolMT", "symbol"),
     ("Webdings", "webdings"), ("Helvetica", ""), ("SegoeUISymbol", "")],
)  # fmt: skip
def test_symbol_fonts_are_known_by_name(name: str, known: str) -> None:
    assert family(name) == known


def test_signs_that_no_font_explains_are_counted(reading: Reading) -> None:
    document = reading(Sheet().text(72, 100, "y", font="arabic").text(90, 100, "benar"), Sheet().text(72, 100, "Isi"))
    (found,) = [f for f in document.findings if f.code.code == "signs-unknown"]
    assert "1 sign on page 1" in found.message


def test_lines_of_a_program_keep_their_indents_and_blanks(reading: Reading) -> None:
    # A listing below a sentence; its second line happens to stand in the middle of the page.
    sheet = Sheet().lines(
        72, 80, "Program berikut mencetak semua bilangan yang kurang dari tiga.", "Perhatikan isinya."
    )
    sheet.text(72, 120, "for n in range(3):", 10, "code").text(96, 134, "print(n)   # n", 10, "code")
    module, _ = recognise(reading(sheet))
    found = [b.text for b in walk((*module.opening, *module.chapters[0].content)) if isinstance(b, Code)]
    assert found == ["for n in range(3):\n    print(n)   # n"]


def test_a_line_of_a_program_in_the_middle_of_the_page_is_set_in(reading: Reading) -> None:
    sheet = Sheet().lines(72, 80, "while (true) {", "    next = next + 1;", "}", size=10, font="code")
    sheet.text(162, 122, "total = add(next, total, last, 12);", 10, "code")
    line = next(b for b in reading(sheet).blocks if isinstance(b, Paragraph) and b.text.startswith("total"))
    assert line.layout.indent == 90


def test_a_document_in_one_width_throughout_is_no_program(tmp_path: Path) -> None:
    # Court rulings, score sheets and older work sheets are typed as a whole; their rows are no listing.
    sheet = Sheet().lines(72, 80, "SURAT KETERANGAN", "Nama: Widya Karya", "Alamat: Jalan Melati 4", font="code")
    document = read(saved(tmp_path, sheet))
    assert [s.look.code for s in spans(document).values()] == [False, False, False]
    listing = Sheet().text(72, 80, "Cetak:").text(72, 110, "print(1)", font="code")
    assert spans(read(saved(tmp_path, listing)))["print(1)"].look.code
