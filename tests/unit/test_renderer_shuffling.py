"""Which options may change places, which stay last, and which hints must wait."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from modmigrate.languages import known, load
from modmigrate.module import Chapter, Module, folded
from modmigrate.questions import Choice, Fill, Match, Multi, Order, Short, TrueFalse
from modmigrate.renderer import keys, render
from modmigrate.renderer.answers import gives_away
from modmigrate.renderer.shuffling import free, stays_last

NAMES = ("apel", "mangga", "jeruk")


@pytest.mark.parametrize(
    ("question", "count"),
    [
        (Choice(stem="Mana?", options=(*NAMES, "pisang")), 4),
        (Multi(stem="Mana?", options=NAMES), 3),
        (Order(stem="Urutkan", options=NAMES), 3),
        (Choice(stem="Mana?", options=(*NAMES, "Semua benar")), 3),
        (Choice(stem="Mana?", options=(*NAMES, "Semua jawaban di atas benar", "Tidak ada yang benar.")), 3),
        (Choice(stem="Mana?", options=("Semua benar", *NAMES)), 0),
        (Choice(stem="Mana?", options=(*NAMES, "A dan B benar")), 0),
        (Choice(stem="Mana?", options=(*NAMES, "a dan c")), 0),
        (Choice(stem="Mana?", options=("1 dan 2", "1 dan 3", "2 dan 3")), 0),
        (Choice(stem="Mana?", options=NAMES, feedback="Jawaban B salah."), 0),
        (Choice(stem="Mengapa bukan C?", options=NAMES), 0),
        (Choice(stem="Berapa?", options=("10 kg", "20 kg", "30 kg")), 0),
        (Choice(stem="Berapa?", options=("Rp10.000", "apel", "20 kg")), 3),
        (Choice(stem="Mana?", options=("ya", "tidak")), 0),
        (Choice(stem="A manager plans. What for?", options=("A budget for all", "A plan of work", "rest")), 3),
        (Choice(stem="Which?", options=("apples", "pears", "A and C are right")), 0),
        (Choice(stem="Which?", options=("apples", "pears", "A only")), 0),
        (Match(stem="Jodohkan.", left=("satu",), right=NAMES), 3),
        (Match(stem="Jodohkan kolom A dan B.", left=("satu",), right=NAMES), 0),
        (TrueFalse(stem="Benar?"), 0),
    ],
)
def test_only_options_whose_order_says_nothing_change_places(question, count):
    assert free(question, "id") == count


def test_a_capital_beyond_the_options_is_no_letter_of_one():
    assert free(Choice(stem="Mana?", options=("Vitamin K", "air", "madu")), "id") == 3
    assert free(Choice(stem="Mana?", options=("Vitamin A", "air", "madu")), "id") == 0


LANGUAGES = Path(__file__).parent.parent / "fixtures" / "languages"
LAST = {f.stem: f.read_text("utf-8").partition("---\n")[2].splitlines() for f in LANGUAGES.glob("*.txt")}
"""Options that speak of all others, in each language."""


@pytest.mark.parametrize("code", known())
def test_what_speaks_of_all_other_options_stays_last(code):
    assert LAST[code]
    assert [text for text in LAST[code] if not stays_last(text, code)] == []
    sentences = load(code)["learner"].values()
    assert [s for s in sentences if stays_last(s, code)] == []
    assert all(p == p.lower() and re.compile(p) for p in load(code)["options"]["last"])
    assert not stays_last(folded(load(code)["name"]), code)


@pytest.mark.parametrize(
    ("question", "away"),
    [
        (Choice(stem="Mana?", options=NAMES, answer=1, hint="Buah yang manis."), False),
        (Choice(stem="Mana?", options=NAMES, answer=1, hint="Pilih mangga!"), True),
        (Choice(stem="Mana?", options=NAMES, answer=1, hint="Jawabannya B."), True),
        (Multi(stem="Mana?", options=NAMES, answer=(0, 1), hint="Ada apel."), True),
        (Short(stem="Apa?", answer=("laba bersih",), hint="Bukan laba kotor."), False),
        (Short(stem="Apa?", answer=("laba bersih",), hint="Ingat: Laba Bersih"), True),
        (Fill(stem="____", answer=(("apel", "buah apel"),), hint="Seperti apel"), True),
        (TrueFalse(stem="?", answer=True, hint="Benar?"), False),
    ],
)
def test_a_hint_that_says_the_answer_waits_for_a_wrong_try(question, away):
    assert gives_away(question) is away
    module = Module(title="M", language="id", chapters=(Chapter(id="c", title="C", content=(question,)),))
    text = dict(render(module, {}).files)["content/c.js"].decode()
    assert ("q-hint" in text) is not away
    sealed = re.search(r'data-sealed=\\"([^\\]+)\\"', text)
    name = re.search(r'class=\\"q\\" id=\\"([^\\]+)\\"', text)
    assert sealed
    assert name
    assert ("h" in keys.unseal(name[1], sealed[1])) is away
