"""What a key's words mean: a wrong key is worse than none."""

from __future__ import annotations

import pytest

from modmigrate.recogniser.keys import values as answers
from modmigrate.recogniser.words.lists import words_for

OPTIONS = ["modal", "laba", "utang", "biaya"]
WORDS = words_for(("id", "en"))


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("B", ((1,), "")),
        ("b.", ((1,), "")),
        ("(C)", ((2,), "")),
        ("B. laba", ((1,), "")),
        ("B. karena laba adalah selisih", ((1,), "karena laba adalah selisih")),
        ("laba", ((1,), "")),
        ("A, C", ((0, 2), "")),
        ("A dan C", ((0, 2), "")),
        ("A, C, dan D", ((0, 2, 3), "")),
        ("A, C. Keduanya benar.", ((0, 2), "Keduanya benar.")),
        ("A dan C karena keduanya benar", ((0, 2), "karena keduanya benar")),
        ("A C", ((0, 2), "")),
        ("B. utang", None),
        ("E", None),
        ("A, F", None),
        ("a/c", None),
        ("B / C", None),
        ("Agar modal bertambah", None),
        ("angin", None),
        ("", None),
    ],
)
def test_a_choice(value: str, found: object) -> None:
    assert answers.choice(value, OPTIONS) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("B", (True, "")),
        ("S", (False, "")),
        ("Benar", (True, "")),
        ("salah.", (False, "")),
        ("True", (True, "")),
        ("Salah, karena modal bukan laba", (False, "karena modal bukan laba")),
        ("S. Modal bukan laba", (False, "Modal bukan laba")),
        ("B modal", None),
        ("mungkin", None),
    ],
)
def test_a_truth(value: str, found: object) -> None:
    assert answers.truth(value, WORDS) == found


@pytest.mark.parametrize(
    ("value", "blanks", "found"),
    [
        ("modal", 1, (("modal",),)),
        ("modal / kapital", 1, (("modal", "kapital"),)),
        ("modal; laba", 2, (("modal",), ("laba",))),
        ("modal, laba", 2, (("modal",), ("laba",))),
        ("modal", 2, None),
        ("semua uang dan barang yang dipakai untuk usaha", 1, None),
    ],
)
def test_texts_of_blanks(value: str, blanks: int, found: object) -> None:
    assert answers.texts(value, blanks, WORDS) == found
