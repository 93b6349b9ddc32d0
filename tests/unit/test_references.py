"""References typed by hand lead to what bears the label; ambiguous ones and those to nothing stay text."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from modmigrate.module import Cell, Chapter, Figure, Module, Table
from modmigrate.renderer.linked.references import references
from modmigrate.renderer.outline import outline


def made(*captions, numbers=("BAB I", "BAB II")):
    tables = tuple(Table(id=f"t-{n}", caption=c, rows=((Cell(text="x"),),)) for n, c in enumerate(captions))
    chapters = (
        Chapter(id="c-1", number=numbers[0], title="Satu", content=tables),
        Chapter(
            id="c-2",
            number=numbers[1],
            title="Dua",
            content=(Figure(id="f-1", file="a.png", caption="Gambar 2.1 Alur"),),
        ),
    )
    return references(outline(Module(title="M", language="id", chapters=chapters)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Menurut Tabel 2.3, laba naik.", 'Menurut <a href="#t-0">Tabel 2.3</a>, laba naik.'),
        ("lihat gambar 2.1 dan BAB II.", 'lihat <a href="#f-1">gambar 2.1</a> dan <a href="#c-2">BAB II</a>.'),
        ("Tabel 2.31, Tabel 2.3.1 dan Tabel 9", "Tabel 2.31, Tabel 2.3.1 dan Tabel 9"),
        ("BAB III & <b>", "BAB III &amp; &lt;b&gt;"),
    ],
)
def test_a_label_in_the_text_is_a_link(text, html):
    assert made("Tabel 2.3 Perbandingan").marked(text) == html


def test_a_term_before_a_label_escapes_nothing_twice():
    written = made("Tabel 2.3 Harga").marked("laba & Tabel 2.3 & laba", lambda t: Markup("<i>{}</i>").format(t))
    assert written == '<i>laba &amp; </i><a href="#t-0">Tabel 2.3</a><i> &amp; laba</i>'


def test_a_label_that_two_tables_bear_leads_nowhere():
    assert made("Tabel 1 Satu", "Tabel 1 Dua").marked("Tabel 1") == "Tabel 1"


def test_bare_numbers_of_chapters_are_no_labels():
    assert made(numbers=("1", "2")).marked("pada 2 kali") == "pada 2 kali"
