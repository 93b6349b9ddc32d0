"""What a text says of itself by its signs, in every script."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import modmigrate
from modmigrate.text.signs import asks, asks_in, breaks_off, ends_sentence, gaps, has_gap, is_blank, is_open, is_room

ROOT = Path(modmigrate.__file__).parent


@pytest.mark.parametrize(
    "text",
    ["Why?", "为什么？", "لماذا؟", "Γιατί\u037e", "なぜですか。", "なぜですか", "(Why?)", "“Why?”", "Why? ", "Why？）"],
)
def test_a_question_ends_in_a_question_mark_of_any_script(text: str) -> None:
    assert asks(text)
    assert is_open(text)
    assert ends_sentence(text) == (not text.endswith("か"))


@pytest.mark.parametrize("text", ["Because.", "Why? Because.", "", "Name:", "けれども。", "A list; of things"])
def test_a_text_that_ends_otherwise_asks_nothing(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize("text", ["The capital is ….", "is ......", "is . . . .", "is ..", "is ...?", "is …:"])
def test_dots_at_the_end_call_for_an_answer(text: str) -> None:
    assert breaks_off(text)
    assert is_open(text)


@pytest.mark.parametrize("text", ["The capital is Paris.", "e.g. this.", "", "a … b"])
def test_a_text_that_is_whole_breaks_off_nowhere(text: str) -> None:
    assert not breaks_off(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [("A ___ b", 1), ("A ...... b …… c", 2), ("a . . . . . b", 1), ("A __ b", 0), ("v. 1.2.3.4", 0), ("etc...", 0)],
)
def test_gaps_are_counted(text: str, count: int) -> None:
    assert gaps(text) == count
    assert has_gap(text) == (count > 0)


@pytest.mark.parametrize(
    ("text", "room"), [("......", True), ("____", True), ("…", True), ("..", False), ("a___", False)]
)
def test_room_is_nothing_but_places_to_write(text: str, room: bool) -> None:
    assert is_room(text) == room


def test_what_says_nothing_is_blank() -> None:
    assert is_blank(": ____ -")
    assert not is_blank(": x")


def test_a_question_may_stand_anywhere() -> None:
    assert asks_in("Why؟ Because.")
    assert not asks_in("Because.")


def _strings(file: Path) -> list[str]:
    tree = ast.parse(file.read_text("utf-8"))
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
    return [n.value for n in ast.walk(tree)
            if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in told]  # fmt: skip


def test_what_asks_and_what_is_room_is_defined_once() -> None:
    """Nine files knew what asks, each other marks; eight what room to write is."""
    rooms = ("recogniser", "commands")
    files = [f for room in rooms for f in (ROOT / room).rglob("*.py")]
    wrong = {
        f"{file.relative_to(ROOT)}: {text}"
        for file in files
        for text in _strings(file)
        if "？" in text or "؟" in text or text == "?" or "_{3,}" in text or "\\.{5,}" in text
    }
    assert not wrong
