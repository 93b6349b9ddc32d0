"""Feedback that goes by what was answered: in module.yaml, in a package, and out of keys that explain options."""

from __future__ import annotations

import re

import pytest

from modmigrate.errors import ModelError
from modmigrate.module import Chapter, Module
from modmigrate.module_yaml import dumps as write
from modmigrate.module_yaml import loads as read
from modmigrate.questions import Choice, TrueFalse
from modmigrate.recogniser.build.option_feedback import divided
from modmigrate.renderer import keys, render

MAPPED = Choice(
    id="q-1",
    stem="Biaya mana yang tetap?",
    options=("sewa", "tepung"),
    answer=0,
    feedback="Biaya tetap tidak berubah.",
    responses=(("wrong", "Bayangkan produksi dua kali lipat."), ("B", "Tepung bertambah bersama kue.")),
)


def module(*questions):
    return Module(title="M", language="id", chapters=(Chapter(id="c", title="Satu", content=questions),))


def test_a_mapping_is_written_and_read_again():
    text = write(module(MAPPED))
    assert "    feedback:" in text
    assert "B: Tepung bertambah" in text
    assert read(text).chapters[0].content == (MAPPED,)


def test_a_plain_explanation_stays_a_text():
    plain = TrueFalse(id="q-2", stem="Laba.", answer=True, feedback="Karena itu.")
    assert "feedback: Karena itu." in write(module(plain))
    assert read(write(module(plain))).chapters[0].content == (plain,)


@pytest.mark.parametrize("key", ["C", "true", "salah"])
def test_a_key_that_names_no_option_is_refused_with_its_place(key):
    text = write(module(MAPPED)).replace("B: Tepung", f"{key}: Tepung")
    with pytest.raises(ModelError, match=f"'{key}' is no option of this question"):
        read(text)


def test_feedback_is_sealed_with_the_question_by_the_options_place():
    files = dict(render(module(MAPPED), {}).files)
    everything = b"".join(files.values()).decode()
    assert "Bayangkan" not in everything
    sealed = re.search(r'data-sealed=\\"([^\\]+)\\"', everything)
    assert sealed
    told = keys.unseal("q-1", sealed[1])
    assert (told["f"], told["w"], told["o"]) == (
        "Biaya tetap tidak berubah.",
        "Bayangkan produksi dua kali lipat.",
        {"1": "Tepung bertambah bersama kue."},
    )


@pytest.mark.parametrize(
    ("lines", "rest", "found"),
    [
        (["A. salah, itu laba.", "B. benar."], "", ["A", "B"]),
        (["Pembahasan umum.", "(A) salah", "(C) benar"], "Pembahasan umum.", ["A", "C"]),
        (["Opsi A salah karena x", "Opsi B benar sebab y", "seperti di bab 2"], "", ["A", "B"]),
        # One letter is the key said again, letters out of order or beyond the options are something else.
        (["A. salah"], "A. salah", []),
        (["B. x", "A. y"], "B. x\nA. y", []),
        (["A. x", "F. y"], "A. x\nF. y", []),
        (["Vitamin A larut dalam lemak."], "Vitamin A larut dalam lemak.", []),
    ],
)
def test_an_explanation_that_goes_through_the_options_is_divided(lines, rest, found):
    left, responses = divided(lines, 4)
    assert (left, [letter for letter, _ in responses]) == (rest, found)
