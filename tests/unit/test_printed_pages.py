"""«Lihat halaman 12»: books and modules name pages, which a package does not have."""

from __future__ import annotations

import pytest

from modmigrate.document import Document, LeftOut
from modmigrate.module import Chapter, Heading, Module, Paragraph
from modmigrate.questions import Essay
from modmigrate.recogniser.printed_pages import with_page_links
from modmigrate.renderer import render
from modmigrate.source import Where

HEADS = tuple(LeftOut("running heads", str(page - 2), Where(page=page)) for page in range(3, 13))
"""Two pages of a title before page 1."""


def section(name, page):
    return Heading(id=f"h-{name}", text=f"Bagian {name}", source=f"p.{page + 2}")


def module(text, language="id", **more):
    """Chapters on pages 1 and 6; of their sections b begins in the middle of page 3, c on page 6, d and e on page 9."""
    first = (section("a", 1), Paragraph(text=text), Essay(id="q", stem=text), section("b", 3))
    second = (section("c", 6), section("d", 9), section("e", 9), section("f", 10))
    chapters = (
        Chapter(id="c-1", number="BAB I", title="Satu", content=first, source="p.3"),
        Chapter(id="c-2", number="BAB II", title="Dua", content=second, source="p.8"),
    )
    return Module(id="m", title="M", language=language, chapters=chapters, **more)


def read(text, language="id", heads=HEADS):
    found = with_page_links(module(text, language), Document(blocks=(), left_out=heads)).chapters[0].content
    assert found[1].text == found[2].stem
    return found[1].text


@pytest.mark.parametrize(
    ("language", "text", "linked"),
    [
        ("id", "Lihat halaman 2.", "Lihat [halaman 2](#h-a)."),
        ("id", "Lihat hal. 4 dan Halaman 7", "Lihat [hal. 4](#h-b) dan [Halaman 7](#h-c)"),
        ("id", "pada halaman 6", "pada [halaman 6](#h-c)"),  # with the chapter's title
        ("id", "pada halaman 3", "pada [halaman 3](#c-1)"),  # a ends there, b begins
        ("id", "pada halaman 9", "pada [halaman 9](#c-2)"),
        ("en", "See page 2 or p. 4.", "See [page 2](#h-a) or [p. 4](#h-b)."),
        ("de", "siehe Seite 4", "siehe [Seite 4](#h-b)"),
        ("zh", "见第4页。", "见[第4页](#h-b)。"),
        ("ja", "4ページを見よ", "[4ページ](#h-b)を見よ"),
    ],
)
def test_a_page_leads_to_the_section_that_it_shows(language, text, linked):
    assert read(text, language) == linked


@pytest.mark.parametrize(
    "text",
    [
        "halaman 40",
        "halaman 2 dari 30",
        "halaman 2-4",
        "ada 2 hal 4",
        "dua halaman",
        "`halaman 2`",
        "kehalaman 2",
    ],
)
def test_what_is_no_page_of_this_document_stays_text(text):
    assert read(text) == text


@pytest.mark.parametrize(
    "heads",
    [(), HEADS[:2], tuple(LeftOut("running heads", str(n * n), Where(page=n)) for n in range(1, 13))],
    ids=["none", "two", "at odds"],
)
def test_nothing_is_led_where_printed_numbers_are_not_known(heads):
    assert read("Lihat halaman 2.", heads=heads) == "Lihat halaman 2."


def test_learners_read_the_sections_name_instead_of_a_page():
    site = render(module("Lihat [halaman 2](#h-b) dan [Tabel 1](#h-b)."), {})
    html = dict(site.files)["content/c-1.js"].decode()
    assert r"Lihat <a href=\"#h-b\">Bagian b</a> dan <a href=\"#h-b\">Tabel 1</a>." in html
