"""Inline Markdown: what is written is read back, and hand-typed text always has a reading."""

import pytest

from modmigrate.text.inline import Image, Inline, Math, NoteRef, Run, parse, plain, write

BOLD, ITALIC = frozenset({"bold"}), frozenset({"italic"})

ROUND_TRIPS: list[tuple[Inline, ...]] = [
    (Run("a "), Run("bo", BOLD), Run("ld, 2*3*4")),
    (Run("x ** y * z"),),
    (Run("C++ and a == b == c, $5 and $6"),),
    (Run("____ dan ____"),),
    (Run("a", BOLD), NoteRef("n1"), Run("b", BOLD)),
    (Run("H"), Run("2", frozenset({"sub"})), Run("O")),
    (Run("see [1](x)"),),
    (Run("l*ink", BOLD, "http://x.y/%28a%29"), Image("media/a.png", "al]t")),
    (Run("a\\b"),),
    (Run("\\*"),),
    (Run("x_1*y", frozenset({"code"})),),
    (Run("a", BOLD), Run("b", BOLD | ITALIC), Run("c", ITALIC)),
    (Run("a", BOLD), Run("b", ITALIC)),
    (Run("a\nb"), Math("x^2")),
    (Run("x", frozenset({"super"})), Run("*", BOLD)),
    (Run("**", ITALIC), Run("**", BOLD)),
    (Run("[^1] and ![x](y)"),),
    (Run("tick ` tock"),),
]


@pytest.mark.parametrize("runs", ROUND_TRIPS, ids=lambda r: write(r))
def test_runs_written_as_a_string_are_read_back_as_they_were(runs: tuple[Inline, ...]) -> None:
    assert parse(write(runs)) == runs


def test_blanks_and_lone_signs_need_no_escape() -> None:
    assert write((Run("Modal ____ * 5 $"),)) == "Modal ____ * 5 $"


def test_a_mark_without_partner_is_plain_text() -> None:
    assert parse("5 * 3") == (Run("5 * 3"),)


def test_plain_leaves_only_the_words() -> None:
    assert plain("**Modal** usaha[^1] ![peta](media/a.png)[di sini](x)") == "Modal usaha di sini"


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["![", "[", "[![", "![[", "[^a", "$a ", "`", "\\[", "![\\[", "[a](", "![a](", "[![a]", "*", "\\*"]
)
def test_signs_without_end_are_read_to_their_end(part: str) -> None:
    # Where reading is not linear this takes minutes.
    assert isinstance(parse(part * (100_000 // len(part))), tuple)


def test_brackets_in_an_alt_text_are_read_back_when_escaped() -> None:
    runs = (Image("media/a.png", "peta [lama]", "https://x.id"), Run(" dan "), Image("media/b.png", "[b"))
    assert parse(write(runs)) == runs
