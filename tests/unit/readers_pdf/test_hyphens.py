"""Hyphens and dashes at the end of a line."""

from __future__ import annotations

import pytest

from modmigrate.readers.pdf.glyphs.hyphens import Hyphens

HYPHENATED = Hyphens(lambda: ["peserta mencatat kegia-", "tan di kelas"])
TYPED = Hyphens(lambda: ["bagi kelompok belajar daring yang baru", *["baris biasa"] * 120, "tes untuk e-", "learning"])


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("kegia-", "tan", "kegiatan"),
        ("antara 0%-", "100%", "antara 0%-100%"),
        ("halaman 514\u2013", "520", "halaman 514\u2013520"),
        ("katanya\u2014", "lalu pergi", "katanya\u2014lalu pergi"),
        ("harga Rp 5.000,-", "tiap buah", "harga Rp 5.000,- tiap buah"),
        ("usaha \u2013", "yang kecil", "usaha \u2013 yang kecil"),
        ("lihat https://contoh.id/bahan-", "ajar.html", "lihat https://contoh.id/bahan-ajar.html"),
    ],
)
def test_a_line_end_with_a_hyphen(before: str, after: str, joined: str) -> None:
    start, between = HYPHENATED.joint(before, after)
    assert start + between + after == joined


def test_where_no_program_breaks_words_a_hyphen_before_a_known_word_is_the_words_own() -> None:
    assert TYPED.joint("secara non-", "daring") == ("secara non-", "")
    assert TYPED.joint("secara kegia-", "tan") == ("secara kegia", "")


def test_a_word_with_an_earlier_hyphen_keeps_its_next_before_a_known_word() -> None:
    document = Hyphens(lambda: ["the art is", "broken kegia-", "tan"])
    assert document.joint("state-of-the-", "art") == ("state-of-the-", "")
    assert document.joint("self-organi-", "sation") == ("self-organi", "")
