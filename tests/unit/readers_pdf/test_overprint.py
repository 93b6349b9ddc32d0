"""Text printed more than once at one place, and decorations behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf import Sheet

from modmigrate.document import Document, Picture, Span, Table, paragraphs

Reading = Callable[..., Document]


def said(document: Document) -> list[str]:
    return [p.text for p in paragraphs(document.blocks) if p.text]


def test_a_title_printed_in_overlapping_strips_is_whole(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "Ku", 20, "bold").text(300, 700, "kaki", 10).text(86.44, 100, "umpulan", 20, "bold")
    sheet.text(174, 100, "Soal", 20, "bold").text(201.8, 100, "al", 20, "bold")
    assert said(reading(sheet)) == ["Kumpulan Soal", "kaki"]


def test_labels_of_a_drawing_printed_in_strips_are_not_text_too(reading: Reading) -> None:
    sheet = Sheet().circle(150, 150, 60).circle(170, 160, 60).circle(160, 170, 60)
    sheet.text(130, 150, "Ku", 10).text(300, 700, "kaki", 10).text(136.67, 150, "umpulan", 10)
    document = reading(sheet)
    assert said(document) == ["kaki"]
    pictures = [i for b in paragraphs(document.blocks) for i in b.inlines if isinstance(i, Picture)]
    assert [p.alt for p in pictures] == ["Kumpulan"]


def test_frames_that_text_runs_over_are_no_table(reading: Reading) -> None:
    sheet = Sheet().grid((200, 210, 500), (80, 300, 500))
    for y in (100, 140, 340, 380):
        sheet.text(150, y, "Kumpulan Soal Latihan Terlengkap", 20, "bold")
    document = reading(sheet)
    assert not [b for b in document.blocks if isinstance(b, Table)]
    assert len(said(document)) >= 1
    assert all(text.count("Kumpulan Soal Latihan Terlengkap") for text in said(document))


def test_an_accent_printed_over_a_letter_makes_one_letter(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "cafe").text(87.9, 100, "\u00b4").text(96, 100, "dua").text(150, 100, "\u00b4")
    sheet.text(72, 130, "Eksamen").text(73.8, 127.6, "\u00b4")
    assert said(reading(sheet)) == ["caf\u00e9 dua \u00b4", "\u00c9ksamen"]


WOVEN = ("Puji dan syukur kami panjatkan ke hadirat Tuhan", "Karunia yang diterima membuat buku ini dapat selesai")


@pytest.mark.parametrize(("size", "down"), [(12, 1.5), (12, 4), (9, 3), (9, 5), (8, 2)])
def test_lines_set_over_each_other_are_read_one_after_the_other(reading: Reading, size: float, down: float) -> None:
    sheet = Sheet().text(72, 100, WOVEN[0], 12).text(75, 100 + down, WOVEN[1], size).text(72, 300, "Isi", 12)
    text = " ".join(said(reading(sheet)))
    assert WOVEN[0] in text
    assert WOVEN[1] in text


def test_small_figures_beside_letters_are_scripts_still(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "Gas CO", 12).text(115.6, 103, "2", 8).text(124, 100, "dari cerobong", 12)
    (only,) = paragraphs(reading(sheet).blocks)
    assert only.text == "Gas CO2 dari cerobong"
    assert [s.text for s in only.inlines if isinstance(s, Span) and s.look.script == "sub"] == ["2"]
