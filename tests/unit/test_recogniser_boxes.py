"""Boxes, procedures, glossaries and parts for trainers: what the words that open them make of a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from plain_document import document
from word import new

from modmigrate import document as doc
from modmigrate import extract
from modmigrate import module as mod
from modmigrate.recogniser import recognise
from modmigrate.report import Code


def _content(text: str, language: str = "id") -> tuple[mod.Block, ...]:
    module, _ = recognise(document("{h1} BAB I MODAL\nModal adalah uang untuk memulai usaha.\n" + text), language)
    return module.chapters[0].content[1:]


@pytest.mark.parametrize(
    ("line", "language", "kind", "title"),
    [
        ("Catatan: harga dapat berubah setiap saat.", "id", "note", "Catatan"),
        ("**Tips:** simpan nota dari setiap pembelian.", "id", "tip", "Tips"),
        ("Contoh 2: Ibu Sari menjual kue di pasar.", "id", "example", "Contoh 2"),
        ("Studi kasus: Pak Budi membuka warung kecil.", "id", "case", "Studi kasus"),
        ("Warning: never mix the two accounts.", "en", "warning", "Warning"),
        ("注意：价格可能 随时 变化 一次。", "zh", "note", "注意"),
        ("Catatan fasilitator: beri waktu lima menit.", "id", "trainer", "Catatan fasilitator"),
    ],
)
def test_a_word_before_a_colon_opens_a_box(line: str, language: str, kind: str, title: str) -> None:
    (note,) = _content(line, language)
    assert isinstance(note, mod.Note)
    assert (note.kind, note.title) == (kind, title)
    (paragraph,) = note.content
    assert isinstance(paragraph, mod.Paragraph)
    assert paragraph.text == line.partition(":" if ":" in line else "：")[2].strip("* ")


@pytest.mark.parametrize(
    "line", ["Catatan: tidak ada", "Contoh yang baik: Ibu Sari menjual kue di pasar.", "Catatan harga dapat berubah."]
)
def test_values_and_sentences_are_no_boxes(line: str) -> None:
    assert _content(line) == (mod.Paragraph(text=line),)


def test_a_table_of_one_cell_below_such_a_word_is_a_box() -> None:
    (note,) = _content("| Perhatian // Jangan mencampur uang usaha // dan uang rumah tangga. |")
    assert isinstance(note, mod.Note)
    assert (note.kind, note.title, len(note.content)) == ("warning", "Perhatian", 2)


def test_a_numbered_list_behind_a_sentence_that_names_steps_is_a_procedure() -> None:
    _, steps = _content("Lakukan langkah-langkah berikut:\n1. Catat uang masuk.\n2. Catat uang keluar.\n")
    _, plain = _content("Ada dua jenis modal:\n1. Modal sendiri.\n2. Modal pinjaman.\n")
    assert isinstance(steps, mod.List)
    assert isinstance(plain, mod.List)
    assert (steps.style, plain.style) == ("steps", "1")


@pytest.mark.parametrize(
    "lines",
    [
        "Modal: uang untuk memulai usaha\nLaba: sisa uang sesudah biaya",
        "Modal – uang untuk memulai usaha\nLaba – sisa uang sesudah biaya",
        "**Modal** uang untuk memulai usaha\n**Laba** sisa uang sesudah biaya",
        "|= Istilah | Arti |\n| Modal | uang untuk memulai usaha |\n| Laba | sisa uang sesudah biaya |",
        "| **Istilah** | **Arti** |\n| Modal | uang untuk memulai usaha |\n| Laba | sisa uang sesudah biaya |",
    ],
)
def test_a_glossary_is_its_terms(lines: str) -> None:
    heading, glossary = _content("{h2} Glosarium\n" + lines)
    assert isinstance(heading, mod.Heading)
    assert heading.meaning == "glossary"
    assert isinstance(glossary, mod.Glossary)
    assert [(t.term, t.meaning) for t in glossary.terms] == [
        ("Modal", "uang untuk memulai usaha"),
        ("Laba", "sisa uang sesudah biaya"),
    ]


def test_a_glossary_with_a_line_that_is_no_entry_stays_as_it_is() -> None:
    _, *rest = _content("{h2} Glosarium\nModal: uang untuk memulai usaha\nLaba: sisa uang\nDisusun oleh panitia.")
    assert [type(b) for b in rest] == [mod.Paragraph] * 3


@pytest.mark.parametrize(
    ("title", "meaning"),
    [("Bacaan lanjutan", "further"), ("Daftar Pustaka", "references"), ("Panduan fasilitator", "trainer"), ("Isi", "")],
)
def test_sections_are_what_their_titles_say(title: str, meaning: str) -> None:
    heading = _content("{h2} " + title + "\nTeks di bawah judul ini panjang.")[0]
    assert isinstance(heading, mod.Heading)
    assert heading.meaning == meaning


def test_what_only_trainers_will_see_is_counted() -> None:
    text = "{h1} BAB I MODAL\nCatatan pelatih: beri waktu lima menit.\n{h2} Panduan fasilitator\nSiapkan ruang."
    _, findings = recognise(document(text), "id")
    assert [(f.code, f.message) for f in findings if f.code is Code.FOR_TRAINERS] == [
        (Code.FOR_TRAINERS, "2 parts are for trainers; the trainer edition alone shows them")
    ]


def test_in_a_trainers_guide_nothing_is_kept_from_its_readers() -> None:
    text = "{title} Panduan Fasilitator Kewirausahaan\n{h1} BAB I MODAL\nCatatan pelatih: beri waktu lima menit."
    module, findings = recognise(document(text), "id")
    (note,) = module.chapters[0].content
    assert isinstance(note, mod.Note)
    assert note.kind == "note"
    assert Code.FOR_TRAINERS not in {f.code for f in findings}


def test_the_language_is_found_where_a_drawn_cell_holds_all_the_text() -> None:
    text = "| Modal yang dipakai untuk memulai usaha tidak selalu uang. // Tenaga dan waktu adalah modal juga. |"
    assert recognise(document(text), "")[0].language == "id"


def test_a_box_drawn_in_word_is_a_box_and_no_heading(tmp_path: Path) -> None:
    file = new()
    file.add_heading("BAB I MODAL", 1)
    file.add_paragraph("Modal dipakai untuk memulai usaha.")
    drawn = file.add_table(1, 1, style="Table Grid").cell(0, 0)
    drawn.paragraphs[0].add_run("Contoh Kasus").bold = True
    drawn.add_paragraph("Seorang ibu menjual keripik pisang.")
    file.save(str(tmp_path / "modul.docx"))
    (chapter,) = extract(tmp_path / "modul.docx").module.chapters
    assert [type(b) for b in chapter.content] == [mod.Paragraph, mod.Note]
    assert chapter.content[1].title == "Contoh Kasus"


def _boxed(*texts: str) -> tuple[mod.Block, ...]:
    """What a box of these paragraphs comes to, between two others."""
    made = document("{h1} BAB I MODAL\nModal adalah uang untuk memulai usaha.\nAkhir dari bagian ini.")
    cell = doc.Cell(tuple(doc.Paragraph((doc.Span(text),)) for text in texts))
    table = doc.Table((doc.Row((cell,)),), boxed=True)
    *before, last = made.blocks
    module, _ = recognise(replace(made, blocks=(*before, table, last)), "id")
    return module.chapters[0].content[1:-1]


def test_a_box_that_no_word_names_is_a_note_where_it_holds_a_remark() -> None:
    (note,) = _boxed(
        "Label kemasan memuat nama produk.", "Usaha yang besar pun dimulai dari orang yang berani bertanya."
    )
    assert isinstance(note, mod.Note)
    assert (note.kind, note.title, len(note.content)) == ("note", "", 2)


@pytest.mark.parametrize(
    "texts",
    [
        ("Siapa yang pernah menjual sesuatu di pasar desa?",),
        ("1. Usaha besar dimulai dari orang yang berani bertanya.",),
        ("Modal yang dipakai untuk memulai usaha itu adalah ....",),
        ("Rangkuman", "Usaha yang besar dimulai dari orang yang berani bertanya."),
        ("Modal sendiri dan modal dari orang lain",),
    ],
)
def test_a_box_that_asks_counts_or_heads_is_text(texts: tuple[str, ...]) -> None:
    assert not [b for b in _boxed(*texts) if isinstance(b, mod.Note)]
