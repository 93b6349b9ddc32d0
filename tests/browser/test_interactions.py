"""cmi.interactions: each answer that was handed in, in the standard's formats."""

from __future__ import annotations

import re

import pytest
from acts import answer, check, go, show, submit
from msgspec.structs import replace
from sample_module import SAMPLE

from modmigrate.module import Chapter, Module
from modmigrate.questions import Fill, Match, Multi, Order, Short

pytestmark = pytest.mark.browser


def journal(cmi):
    out = {}
    for element, value in cmi.items():
        if part := re.fullmatch(r"cmi\.interactions\.(\d+)\.(.+)", element):
            out.setdefault(int(part[1]), {})[part[2]] = value
    return [out[n] for n in sorted(out)]


def hand_in_all(sco):
    go(sco, "Latihan")
    answer(sco, "q-pilih", "0")
    answer(sco, "q-banyak", ("0", "2"))
    answer(sco, "q-benar", "f")
    answer(sco, "q-jodoh", ("1", "0", "3"))
    answer(sco, "q-urut", (0, 1, 2, 3))
    answer(sco, "q-isi", (" Pemeriksa. ", "Eksportir"))
    answer(sco, "q-singkat", "MANIFES.")
    answer(sco, "q-uraian", "Agar terbukti.\nSelesai. " + "x" * 300)
    show(sco, "q-tugas")
    sco.locator("#q-tugas label").first.click()
    answer(sco, "q-tanpa-kunci", "1")
    answer(sco, "q-ragu", "0")
    for question in (
        *("q-pilih", "q-banyak", "q-benar", "q-jodoh", "q-urut", "q-isi", "q-singkat"),
        *("q-uraian", "q-tugas", "q-tanpa-kunci", "q-ragu"),
    ):
        check(sco, question)


def test_every_type_is_recorded_in_its_own_format(learner):
    session = learner(SAMPLE).launch()
    hand_in_all(session.sco)
    records = journal(session.close())
    told = [
        (
            r["id"],
            r["type"],
            r["student_response"],
            r.get("correct_responses.0.pattern"),
            r["result"],
            r.get("weighting"),
        )
        for r in records
    ]
    assert told == [
        ("q-pilih", "choice", "a", "a", "correct", "1"),
        ("q-banyak", "choice", "a,c", "a,c,d", "wrong", "1"),
        ("q-benar", "true-false", "f", "f", "correct", "1"),
        ("q-jodoh", "matching", "a.2,b.1,c.4", "a.2,b.1,c.3", "wrong", "3"),
        ("q-urut", "sequencing", "a,b,c,d", "b,c,d,a", "wrong", "1"),
        ("q-isi", "fill-in", "Pemeriksa.; Eksportir", "pejabat pemeriksa; importir", "wrong", "2"),
        ("q-singkat", "fill-in", "MANIFES.", "manifes", "correct", "1"),
        ("q-uraian", "fill-in", ("Agar terbukti. Selesai. " + "x" * 300)[:255], None, "neutral", None),
        ("q-tugas", "performance", "done", None, "neutral", None),
        ("q-tanpa-kunci", "choice", "b", None, "neutral", None),
        ("q-ragu", "choice", "a", None, "neutral", None),
    ]
    assert all(re.fullmatch(r"\d\d:\d\d:\d\d", r["time"]) for r in records)
    assert all(re.fullmatch(r"\d{4}:\d\d:\d\d\.\d\d", r["latency"]) for r in records)
    assert records[6]["correct_responses.1.pattern"] == "manifest"


SEVERAL = replace(
    SAMPLE,
    id="banyak-kunci",
    chapters=(
        Chapter(
            id="c",
            title="Soal",
            content=(
                Match(id="q-jodoh", stem="?", left=("A", "B"), right=("x", "y", "z"), answer=((0, 2), (1,))),
                Fill(id="q-isi", stem="____ dan ____", answer=(("satu", "esa"), ("dua", "dwi"))),
                Short(id="q-singkat", stem="?", answer=("a", "b", "c", "d", "e", "f", "g")),
            ),
        ),
    ),
)


def test_what_counts_as_correct_is_among_the_patterns(learner):
    """They named the first of several right partners only: `correct` beside a pattern that differs."""
    session = learner(SEVERAL).launch()
    go(session.sco, "Soal")
    answer(session.sco, "q-jodoh", ("2", "1"))
    answer(session.sco, "q-isi", ("esa", "dua"))
    answer(session.sco, "q-singkat", "g")
    for question in ("q-jodoh", "q-isi", "q-singkat"):
        assert "Benar" in check(session.sco, question)
    for record in journal(session.close()):
        patterns = [record.get(f"correct_responses.{n}.pattern") for n in range(5)]
        assert record["student_response"] in patterns, record
        assert record["result"] == "correct"


@pytest.mark.parametrize("count", [True, False])
def test_the_index_goes_on_across_launches(learner, count):
    someone = learner(SAMPLE, noCount=not count)
    for _ in range(2):
        session = someone.launch()
        go(session.sco, "Latihan")
        again = session.sco.locator("#q-pilih .q-foot .primary")
        if session.sco.locator("#q-pilih .fb").count():
            again.click()
        answer(session.sco, "q-pilih", "1")
        check(session.sco, "q-pilih")
        cmi = session.close()
    assert [r["id"] for r in journal(cmi)] == ["q-pilih", "q-pilih"]


def test_a_test_records_each_answered_question_once(learner):
    session = learner(SAMPLE).launch()
    go(session.sco, "Evaluasi")
    answer(session.sco, "q-t1", "1")
    answer(session.sco, "q-t4", ("0", "1"))
    submit(session.sco)
    session.sco.locator(".gaps .quiet").click()
    session.sco.locator(".result").wait_for()
    cmi = session.close()
    assert [(r["id"], r["result"]) for r in journal(cmi)] == [("q-t1", "correct"), ("q-t4", "correct")]
    assert (cmi["cmi.core.lesson_status"], cmi["cmi.core.score.raw"]) == ("failed", "50")


COLUMN = tuple(f"butir {n}" for n in range(50))
BIG = Module(
    title="Besar",
    language="id",
    chapters=(
        Chapter(
            id="c",
            title="Soal Besar",
            content=(
                Multi(id="q-banyak", stem="Mana?", options=COLUMN * 2, answer=(0, 60, 99)),
                Match(id="q-jodoh", stem="Cocokkan.", left=COLUMN, right=COLUMN, answer=tuple((n,) for n in range(50))),
                Order(id="q-urut", stem="Urutkan.", options=COLUMN[:40], answer=(1, 0, *range(2, 40))),
                Order(id="q-kosong", stem="Urutkan.", options=(), answer=()),
                Fill(id="q-isi", stem="____ " * 200, answer=(("a",),) * 200),
            ),
        ),
    ),
)


def test_questions_that_are_too_big_for_the_standard_tell_their_result_only(learner):
    someone = learner(BIG)
    session = someone.launch()
    sco = session.sco
    go(sco, "Soal Besar")
    answer(sco, "q-banyak", ("0", "60", "99"))
    answer(sco, "q-jodoh", [*range(49), 0])
    answer(sco, "q-urut", (1, 0, *range(2, 40)))
    sco.evaluate("""() => document.querySelectorAll('#q-isi .gap').forEach(gap => {
        gap.value = 'a';
        gap.dispatchEvent(new Event('input', { bubbles: true }));
    })""")
    for question in ("q-banyak", "q-jodoh", "q-urut", "q-kosong", "q-isi"):
        check(sco, question)
    cmi = session.close()
    told = [(r["id"], r["result"], r.get("weighting"), "student_response" in r) for r in journal(cmi)]
    assert told == [
        ("q-banyak", "correct", "1", False),
        ("q-jodoh", "wrong", "50", False),
        ("q-urut", "correct", "1", False),
        ("q-isi", "correct", None, True),
    ]
    again = someone.launch()
    again.sco.wait_for_selector("#q-banyak.is-right")
    chosen = again.sco.evaluate("() => [...document.querySelectorAll('#q-banyak :checked')].map(i => i.value)")
    assert sorted(chosen, key=int) == ["0", "60", "99"]
    assert again.sco.locator("#q-jodoh select").nth(48).input_value() == "48"
    assert "49 dari 50" in again.sco.inner_text("#q-jodoh .fb")
    assert again.sco.locator("#q-urut li").first.get_attribute("data-i") == "1"
    assert again.sco.locator("#q-isi.is-right").count() == 1
    again.close()


def letters(sco, question):
    """The options' texts in the order shown, and their letters."""
    return sco.evaluate(
        "q => [...document.querySelectorAll(`#${q} .opt`)].map(o => [o.querySelector('.letter').textContent,"
        " o.querySelector('input').value])",
        question,
    )


def test_options_keep_their_shuffled_places_for_a_learner_and_change_them_for_others(learner):
    orders = set()
    for number in range(6):
        someone = learner(SAMPLE)
        session = someone.launch(student=f"peserta-{number}")
        go(session.sco, "Latihan")
        shown = letters(session.sco, "q-pilih")
        assert [letter for letter, _ in shown] == list("ABCD")
        assert sorted(value for _, value in shown) == list("0123")
        orders.add("".join(value for _, value in shown))
        first = session.sco.locator("#q-urut li").evaluate_all("es => es.map(e => e.dataset.i).join('')")
        assert first != "1230"
        offered = session.sco.locator("#q-jodoh-1 option").all_inner_texts()[1:]
        listed = session.sco.locator("#q-jodoh .rights li").evaluate_all(
            "es => es.map(e => e.children[0].textContent + '. ' + e.children[1].textContent)"
        )
        assert offered == listed
        assert [text[:3] for text in listed] == ["A. ", "B. ", "C. ", "D. "]
        if number == 0:
            session.close()
            again = someone.launch(student="peserta-0")
            again.sco.wait_for_selector("#q-pilih")
            assert letters(again.sco, "q-pilih") == shown
            answer(again.sco, "q-pilih", "1")
            again.sco.locator("#q-pilih .q-foot .btn").first.click()
            again.sco.locator("#q-pilih .q-foot .look-up").click()
            right = next(letter for letter, value in shown if value == "0")
            assert f"{right}. Segel dan nomor" in again.sco.inner_text("#q-pilih .fb")
            assert again.sco.locator(".is-key input").get_attribute("value") == "0"
            session = again
        session.close()
    assert len(orders) > 1
