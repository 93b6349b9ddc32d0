"""Shouted titles in sentence case, acronyms and names kept; title pages on the cover and nowhere else."""

from __future__ import annotations

import pytest

from modmigrate.module import Chapter, Figure, Heading, Module, Paragraph
from modmigrate.renderer.frame.imprint import imprint
from modmigrate.renderer.frame.titles import calmed


def shown(title, text="", language="id"):
    content = (Heading(text=title), Paragraph(text=text))
    return calmed(Module(title="M", language=language, chapters=(Chapter(title=title, content=content),))).chapters[0]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("KATA PENGANTAR", "", "Kata pengantar"),
        ("PEMBINAAN UMKM DI INDONESIA", "Pemerintah membina UMKM di Indonesia.", "Pembinaan UMKM di Indonesia"),
        ("BAB II PENUTUP", "", "Bab II penutup"),
        ("PLC", "", "PLC"),
        ("Sistem PLC", "", "Sistem PLC"),
        ("LABA 2024: **TETAP**", "", "LABA 2024: **TETAP**"),
        ("MENGHITUNG HPP", "Rumus HPP dipakai.", "Menghitung HPP"),
        ("社会创业培训", "", "社会创业培训"),
    ],
)
def test_titles_are_written_as_the_text_writes_their_words(title, text, expected):
    chapter = shown(title, text)
    assert chapter.title == expected
    assert chapter.content[0].text == expected


def test_languages_keep_their_own_rules():
    assert (
        shown("FINANZIERUNG UND BUCHUNG", "Die Finanzierung und die Buchung.", "de").title == "Finanzierung und Buchung"
    )
    assert shown("IŞIK VE SICAKLIK", "", "tr").title == "Işık ve sıcaklık"


PAGE = ("**PUSAT PENDIDIKAN DAN PELATIHAN**", "MODUL", "bagi keluarga mandiri", "Jakarta", "2025")


def opened(*blocks, title="Pelatihan", cover=""):
    module = Module(title=title, language="id", opening=blocks, cover=cover, chapters=(Chapter(title="Satu"),))
    return imprint(module)


def test_a_title_page_is_on_the_cover_and_no_screen():
    module, said = opened(*(Paragraph(text=t) for t in PAGE), Paragraph(text="PELATIHAN"), cover="")
    assert module.opening == ()
    assert said.above == ("Pusat Pendidikan dan Pelatihan",)
    assert said.below == ("Modul", "bagi keluarga mandiri", "Jakarta, 2025")


@pytest.mark.parametrize(
    "more",
    [
        Paragraph(text="Modul ini disusun untuk peserta pelatihan."),
        Heading(text="Petunjuk"),
        Figure(file="a.png", caption="Alur"),
        Paragraph(text="kata " * 30),
    ],
)
def test_an_opening_that_says_more_stays_a_screen(more):
    module, said = opened(*(Paragraph(text=t) for t in PAGE), more)
    assert len(module.opening) == len(PAGE) + 1
    assert said.above == said.below == ()
