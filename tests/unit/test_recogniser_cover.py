"""Title pages: what stands on them is no part of the text, and starts no chapter."""

from __future__ import annotations

from msgspec.structs import replace
from plain_document import document

from modmigrate import module as mod
from modmigrate.document import Document, Paragraph
from modmigrate.recogniser import recognise

COVER = "{b s28} LATIHAN SOAL\n{b s20} Program Studi Kewirausahaan\n"
TEXT = "Modal adalah uang yang dipakai untuk memulai usaha.\nLaba adalah sisa uang sesudah semua biaya dibayar.\n"


def _on_pages(*pages: str) -> Document:
    blocks = [
        replace(b, where=replace(b.where, page=number))
        for number, page in enumerate(pages, 1)
        for b in document(page).blocks
        if isinstance(b, Paragraph)
    ]
    return replace(document(""), blocks=tuple(blocks))


def _chapter_titles(module: mod.Module) -> list[str]:
    return [c.title for c in module.chapters]


def test_a_title_page_is_the_opening_of_a_document_without_chapters() -> None:
    module, _ = recognise(_on_pages(COVER, TEXT), "id")
    assert _chapter_titles(module) == ["LATIHAN SOAL"]
    assert [b.text for b in module.opening if isinstance(b, mod.Paragraph)] == ["**Program Studi Kewirausahaan**"]
    assert [b.text for b in module.chapters[0].content if isinstance(b, mod.Paragraph)] == TEXT.splitlines()


def test_the_title_that_opens_the_text_behind_it_is_the_chapters() -> None:
    module, _ = recognise(_on_pages(COVER, "{b s14} Dasar Modal\n{b s14} dan Laba\n" + TEXT), "id")
    assert module.title == "LATIHAN SOAL"
    assert _chapter_titles(module) == ["Dasar Modal dan Laba"]


def test_a_first_page_with_running_text_is_no_title_page() -> None:
    module, _ = recognise(_on_pages(COVER + TEXT, TEXT), "id")
    texts = [b.text for b in module.chapters[0].content if isinstance(b, mod.Paragraph)]
    assert texts[-4:] == TEXT.splitlines() * 2


def test_what_every_chapter_has_by_its_looks_has_one_level() -> None:
    chapter = "{b} BAB %s\n{b} Uraian\n" + TEXT
    text = (
        (chapter % "I MODAL") + "{b} Latihan\nApa itu modal?\n"
        + (chapter % "II LABA") + "{b s13} Contoh\nSebuah contoh.\n{b} Latihan\nApa itu laba?\n"
        + (chapter % "III PASAR") + "{b} Latihan\nApa itu pasar?\n"
    )  # fmt: skip
    module, _ = recognise(document(text), "id")
    levels = [b.level for c in module.chapters for b in c.content if isinstance(b, mod.Heading) and b.text == "Latihan"]
    assert levels == [2, 2, 2]


def test_a_preface_behind_a_title_page_is_a_chapter_of_its_own() -> None:
    preface, chapter = "{b c s14} KATA PENGANTAR\n" + TEXT, "{b c s14} BAB I MODAL\n" + TEXT
    module, _ = recognise(_on_pages(COVER, preface, chapter, chapter.replace("BAB I MODAL", "BAB II LABA")), "id")
    assert _chapter_titles(module) == ["KATA PENGANTAR", "MODAL", "LABA"]
    assert module.chapters[0].role == "front"


def test_a_back_cover_that_repeats_the_front_heads_nothing() -> None:
    text = "{b s14} Modal\n" + TEXT * 8 + "{b s14} Laba\n" + TEXT * 8
    module, _ = recognise(_on_pages(COVER, text, "{b s28} LATIHAN SOAL\nDicetak di Bandung.\n"), "id")
    headings = [b.text for c in module.chapters for b in c.content if isinstance(b, mod.Heading)]
    assert "LATIHAN SOAL" not in [*headings, *_chapter_titles(module)]
    assert "**LATIHAN SOAL**" in [b.text for c in module.chapters for b in c.content if isinstance(b, mod.Paragraph)]
