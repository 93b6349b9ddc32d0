"""Places that a person finds: paragraphs by their first words, since no program shows their numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html
from plain_document import document
from word import word

from modmigrate.account.places import beginnings, with_words
from modmigrate.cli import main
from modmigrate.recogniser import recognise
from modmigrate.report import Code, finding
from modmigrate.review import review
from modmigrate.source import Where

LINES = (
    "BAB I MODAL", "Modal adalah harta yang dipakai untuk memperoleh hasil pada masa depan.", "Latihan",
    "1. Apa pengertian modal kerja?", "a. harta", "b. persediaan", "2. Manakah utang?", "a. gedung", "b. pinjaman",
    "Kunci Jawaban", "1. B",
)  # fmt: skip


def test_a_paragraph_is_named_by_its_first_words_and_a_picture_by_the_words_above_it() -> None:
    known = beginnings(document("satu dua tiga empat lima enam tujuh delapan sembilan\n[picture]\nPendek."))
    long = "“satu dua tiga empat lima enam tujuh delapan …”"
    assert list(known.values()) == [long, f"{long} ↓", "“Pendek.”"]


def test_findings_say_words_to_people_and_numbers_to_programs() -> None:
    source = document("BAB I Modal\nIsi.\nLain.")
    told = finding(Code.CHECK_HEADINGS, Where(paragraph=2), what="x", places="; see also ¶3, ¶99")
    (found,) = with_words([told], source)
    assert found.line("a.docx") == (
        "a.docx “Isi.”: the headings may be wrong: x; see also “Lain.”, ¶99 [check-headings]"
    )
    assert found.as_data() == told.as_data()
    assert found.as_data()["from"] == "¶2"


def test_a_page_that_is_known_is_told_with_the_words() -> None:
    told = finding(Code.NO_CHAPTERS, Where(page=18, paragraph=2))
    (found,) = with_words([told], document("BAB I Modal\nIsi."))
    assert found.line("a.docx").startswith("a.docx p.18 “Isi.”: no chapter was found")
    assert told.line("a.docx").startswith("a.docx p.18: no chapter was found")


def test_a_document_of_which_nothing_is_told_is_left_alone() -> None:
    _, findings = recognise(document("BAB I Modal\nIsi yang biasa saja."))
    assert with_words(findings, document("BAB I Modal")) == findings


@pytest.mark.slow
def test_no_command_shows_a_paragraphs_number(tmp_path: Path) -> None:
    source = word(tmp_path / "modul.docx", *LINES)
    run = CliRunner()
    said = run.invoke(main, ["convert", str(source), "-o", str(tmp_path / "o.zip")]).stderr
    said += run.invoke(main, ["extract", str(source), "-o", str(tmp_path / "kerja")]).stderr
    for path in (source, tmp_path / "kerja"):
        todo = run.invoke(main, ["todo", str(path)])
        said += todo.stdout + todo.stderr
    assert "“2. Manakah utang?”" in said
    assert "¶" not in said
    page = html.document_fromstring(review(source))
    shown = re.sub(r"from: ¶\d+", "", page.text_content())
    assert "¶" not in shown
    assert [p.get("aria-label") for p in page.find_class("part")] == ["BAB I MODAL", "Latihan", "Kunci Jawaban"]
