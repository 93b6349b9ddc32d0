"""Labels and letters: one grammar for readers and recognition, in every script, words before numbers as data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import modmigrate
from modmigrate.labels import ASKED, TYPED, typed
from modmigrate.languages import known, load, said
from modmigrate.readers.pdf.lines.labels import label
from modmigrate.readers.pdf.structure.page_numbers import page_number
from modmigrate.text.letters import MOST, latin, letter_of, letter_value

ROOT = Path(modmigrate.__file__).parent
ROWS = (
    *("A B C D", "a b c d", "Ａ Ｂ Ｃ Ｄ", "أ ب ج د", "א ב ג ד", "А Б В Г", "а б в г", "Α Β Γ Δ", "α β γ δ"),
    *("ア イ ウ エ", "あ い う え", "가 나 다 라", "क ख ग घ", "अ ब स द", "ก ข ค ง", "甲 乙 丙 丁"),
    *("ⓐ ⓑ ⓒ ⓓ", "Ⓐ Ⓑ Ⓒ Ⓓ", "① ② ③ ④"),
)
SHARED = (
    *(
        "3.",
        "3)",
        "(3)",
        "2.1",
        "(a)",
        "B.",
        "b)",
        "IV.",
        "iv)",
        "③",
        "（三）",
        "三、",
        "•",
        "➢",
        "-",
        "ב.",
        "Б)",
        "β)",
    ),
    *("Question 3.", "Soal 3.", "Pregunta 3.", "Frage 3:", "Domanda 3.", "Soru 3.", "Câu 3.", "问题 3.", "السؤال 3."),
)
"""Labels that stand before the words of a line, whoever reads it."""
TYPED_OUT = re.compile(r"\[[^\]]*(?:A-H|a-h|א-ח|①-⑳)|[一二三四五六]{4}|أبجد|אבגד|アイウ|АБВ|ΑΒΓ")
"""Signs of a letter or numeral class of one's own in a pattern."""


def _strings(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text("utf-8"))
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@pytest.mark.parametrize("row", ROWS)
def test_letters_count_in_every_script(row: str) -> None:
    assert [letter_value(letter) for letter in row.split()] == [1, 2, 3, 4]
    assert latin(row).split() == (row.split() if row.isascii() else ["A", "B", "C", "D"])


def test_a_circle_holds_two_digits_too() -> None:
    assert letter_value("⑫") == 12
    assert letter_of(letter_value("ח")) == letter_of(MOST) == "H"


def test_a_word_of_one_letter_stays_a_word() -> None:
    assert latin("В банке") == "В банке"
    assert latin("В, Б") == "C, B"
    assert latin("أ و ب") == "A و B"


@pytest.mark.parametrize("row", [row for row in ROWS if "①" not in row])
def test_a_letter_of_every_script_labels_a_line(row: str) -> None:
    for number, letter in enumerate(row.split(), 1):
        found = TYPED.match(f"{letter}) word")
        own = typed(found) if found is not None else None
        assert own is not None
        assert (own.number, own.kind in ("upper", "lower")) == (number, True)


@pytest.mark.parametrize("text", SHARED)
def test_the_pdf_reader_and_recognition_know_the_same_labels(text: str) -> None:
    line = f"{text} word and more"
    found = ASKED.match(line) or TYPED.match(line)
    assert found is not None
    assert found[0].strip() == text
    assert label(line) == text


@pytest.mark.parametrize("code", known())
def test_each_language_says_what_stands_before_the_number_of_a_question(code: str) -> None:
    words = load(code)["document"]["question-number"]
    assert words
    assert set(words) <= set(said("question-number"))
    for word in words:
        text = word.replace("#", "7") if "#" in word else f"{word} 7"
        found = ASKED.match(f"{text}: 中 word")
        assert found is not None
        assert found["number"] == "7"


def test_words_in_running_text_open_no_question_of_a_pdf() -> None:
    assert label("no 3 of them was sold") == ""


def test_letters_and_numerals_are_defined_in_one_place() -> None:
    files = [f for room in ("recogniser", "readers/pdf") for f in (ROOT / room).rglob("*.py")]
    assert not {f"{f.stem}: {s}" for f in files for s in _strings(f) if TYPED_OUT.search(s)}


def test_places_of_letters_are_counted_in_one_place() -> None:
    counted = re.compile(r"ord\(.*\) ?[-+]|chr\(\d|chr\(ord")
    files = [
        f for room in ("recogniser", "readers/pdf/lines", "readers/pdf/order") for f in (ROOT / room).rglob("*.py")
    ]
    assert not [f.name for f in files if counted.search(f.read_text("utf-8"))]


@pytest.mark.parametrize(
    "text", ["Page 3 of 12", "Halaman 3", "Sayfa 3", "Trang 3 trên 12", "Pagina 3 van 12", "第 3 页"]
)
def test_a_page_number_is_known_in_every_language(text: str) -> None:
    assert page_number(text) == 3
    assert page_number(f"{text} tons") is None
