"""How long modules and chapters take, as LAN-style modules, job sheets and course books say it."""

from __future__ import annotations

import pytest

from modmigrate.languages import known
from modmigrate.module import Cell, Chapter, Heading, Module, Paragraph, Table
from modmigrate.questions import TrueFalse
from modmigrate.recogniser.duration import with_durations
from modmigrate.renderer import render

LABELLED = {
    "id": ("Alokasi waktu: 2 x 45 menit", "2 x 45 menit"),
    "ms": ("Tempoh: 3 jam", "3 jam"),
    "en": ("Duration: 6 hours.", "6 hours"),
    "es": ("Carga horaria: 20 horas", "20 horas"),
    "fr": ("Durée : 2 h", "2 h"),
    "pt": ("Carga horária: 40 h", "40 h"),
    "de": ("Dauer: 6 Unterrichtseinheiten", "6 Unterrichtseinheiten"),
    "it": ("Durata: 8 ore", "8 ore"),
    "nl": ("Duur: 3 uur", "3 uur"),
    "tr": ("Süre: 40 dakika", "40 dakika"),
    "vi": ("Thời lượng: 5 tiết", "5 tiết"),
    "ar": ("المدة: 3 ساعات", "3 ساعات"),
    "he": ("משך: 4 שעות", "4 שעות"),
    "zh": ("学时：4 学时", "4 学时"),
    "ja": ("所要時間：90 分", "90 分"),
}


def chapter(*blocks, title="Satu"):
    return Chapter(title=title, content=blocks)


def read(*chapters, language="id", opening=()):
    """The module's duration, and each chapter's."""
    found = with_durations(Module(title="M", language=language, opening=opening, chapters=chapters))
    return found.duration, [c.duration for c in found.chapters]


def table(*rows):
    return Table(header=1, rows=tuple(tuple(Cell(text=text) for text in row) for row in rows))


HEAD = ("No", "Materi", "Waktu (JP)")
ROWS = (("1", "Membuka usaha", "6"), ("2", "Lainnya", "9"))


def test_every_language_is_tried():
    assert set(LABELLED) == set(known())


@pytest.mark.parametrize("language", LABELLED)
def test_what_stands_behind_a_label(language):
    text, told = LABELLED[language]
    assert read(chapter(Paragraph(text=text)), language=language) == ("", [told])
    assert read(chapter(), language=language, opening=(Paragraph(text=text),)) == (told, [""])


def test_what_stands_below_a_heading_of_that_name():
    blocks = (
        Heading(text="Alokasi Waktu", number="B."),
        Paragraph(text="1 JP (1 x 50 menit)"),
        Paragraph(text="9 jam"),
    )
    assert read(chapter(*blocks)) == ("", ["1 JP (1 x 50 menit)"])


def test_the_total_of_a_table_of_hours_and_the_rows_of_chapters():
    hours = table(HEAD, *ROWS, ("", "Jumlah", "15"))
    chapters = (chapter(hours), chapter(title="MEMBUKA USAHA"))
    assert read(*chapters) == ("15 JP", ["", "6 JP"])


@pytest.mark.parametrize(
    "blocks",
    [
        (table(HEAD, *ROWS),),  # no total
        (table(HEAD, *ROWS, ("", "Jumlah", "16")),),  # one that is none
        (table(HEAD, *ROWS, ("", "Jumlah", "15")), table(HEAD, *ROWS, ("", "Jumlah", "15"))),  # two tables
        (Paragraph(text="Alokasi waktu: dua kali pertemuan"),),  # no number
        (Paragraph(text="Alokasi waktu: 2 JP"), Paragraph(text="Alokasi waktu: 3 JP")),  # two answers
        (Heading(text="Tes", exercise="test"), Paragraph(text="Durasi: 60 menit")),  # of the test
        (TrueFalse(stem="Benar?", answer=True), Paragraph(text="Durasi: 60 menit")),
        (Paragraph(text="Durasi pelatihan ini tidak boleh lebih lama dari 6 jam untuk setiap peserta."),),
    ],
)
def test_nothing_is_said_where_the_document_leaves_a_doubt(blocks):
    assert read(chapter(*blocks)) == ("", [""])


def test_the_cover_and_the_chapters_opener_say_it_in_the_documents_words():
    one = Chapter(id="c", number="BAB I", title="Satu", duration="6 JP", content=(Paragraph(text="Isi."),))
    files = dict(render(Module(title="M", language="id", duration="24 JP", chapters=(one,)), {}).files)
    assert "<span>24 JP</span>" in files["index.html"].decode()
    assert "menit" not in files["index.html"].decode().split('class="facts"')[1].split("</p>")[0]
    assert r"BAB I<span class=\"of\"> · 6 JP</span>" in files["content/c.js"].decode()
