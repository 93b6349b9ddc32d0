"""Status and score: nothing is claimed that the learner has not done, and what was reached stays."""

from __future__ import annotations

import pytest
from acts import RIGHT, WRONG, answer, check, go, submit, take_test
from sample_module import ALL, READING, SAMPLE

from modmigrate.module import Chapter, Heading, Module, Paragraph
from modmigrate.questions import Match, TrueFalse

pytestmark = pytest.mark.browser

STATUS, RAW = "cmi.core.lesson_status", "cmi.core.score.raw"


def test_open_and_close_claims_nothing(learner):
    session = learner(SAMPLE, moodle=True).launch()
    cmi = session.close()
    assert cmi[STATUS] == "incomplete"
    assert RAW not in cmi
    assert cmi["cmi.core.exit"] == "suspend"


def test_reading_everything_does_not_pass_a_module_with_a_test(learner):
    session = learner(SAMPLE, moodle=True).launch()
    for code in session.sco.evaluate("[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))"):
        session.sco.evaluate("c => { location.hash = '#/' + c }", code)
        session.sco.wait_for_function("c => document.querySelector('#mm-screen').dataset.code === c", arg=code)
    cmi = session.close()
    assert (cmi[STATUS], cmi.get(RAW)) == ("incomplete", None)


def test_pass(learner):
    session = learner(SAMPLE, moodle=True).launch()
    take_test(session.sco, RIGHT)
    assert "Lulus" in session.sco.inner_text(".result")
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW], cmi["cmi.core.score.min"], cmi["cmi.core.score.max"]) == (
        "passed",
        "100",
        "0",
        "100",
    )


def test_fail_keeps_the_key_hidden(learner):
    session = learner(SAMPLE, moodle=True).launch()
    take_test(session.sco, WRONG)
    assert "Belum lulus" in session.sco.inner_text(".result")
    assert "Rahasia" not in session.sco.content()
    assert session.sco.locator(".is-key").count() == 0
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("failed", "0")


def test_fail_then_pass(learner):
    session = learner(SAMPLE, moodle=True).launch()
    take_test(session.sco, WRONG)
    take_test(session.sco, RIGHT)
    assert "Rahasia-tes" in session.sco.content()
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "100")


def test_fail_in_one_launch_and_pass_in_the_next(learner):
    someone = learner(SAMPLE, moodle=True)
    session = someone.launch()
    take_test(session.sco, WRONG)
    assert session.close()[STATUS] == "failed"
    session = someone.launch()
    take_test(session.sco, RIGHT)
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "100")


def test_passed_stays_passed_after_paging_back_and_a_failed_retake(learner):
    someone = learner(SAMPLE, moodle=True)
    session = someone.launch()
    take_test(session.sco, RIGHT)
    go(session.sco, "Langkah-langkah Pemeriksaan")
    take_test(session.sco, WRONG)
    assert "Hasil terbaik" in session.sco.inner_text(".result")
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "100")
    session = someone.launch()
    take_test(session.sco, WRONG)
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "100")


def test_an_unfinished_retake_changes_nothing(learner):
    session = learner(SAMPLE, moodle=True).launch()
    take_test(session.sco, RIGHT)
    session.sco.locator(".result .btn").click()
    answer(session.sco, "q-t1", "0")
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "100")


def test_a_pretest_never_counts(learner):
    session = learner(SAMPLE, moodle=True).launch()
    go(session.sco, "Tes Awal")
    answer(session.sco, "q-p1", "1")
    submit(session.sco)
    assert "1 soal" in session.sco.inner_text(".gaps")
    session.sco.locator(".gaps .quiet").click()
    session.sco.locator(".result").wait_for()
    cmi = session.close()
    assert (cmi[STATUS], cmi.get(RAW)) == ("incomplete", None)


def test_practice_never_counts_in_a_module_with_tests(learner):
    session = learner(SAMPLE, moodle=True).launch()
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "0")
    assert "Benar" in check(session.sco, "q-pilih")
    cmi = session.close()
    assert (cmi[STATUS], cmi.get(RAW)) == ("incomplete", None)


def test_a_module_without_scored_questions_completes_on_reading(learner):
    session = learner(READING, moodle=True).launch()
    go(session.sco, "Satu")
    assert session.cmi(STATUS) != "completed"
    go(session.sco, "Bagian A")
    go(session.sco, "Dua")
    cmi = session.close()
    assert (cmi[STATUS], cmi.get(RAW)) == ("completed", None)


def test_all_questions_count_when_the_module_says_so(learner):
    session = learner(ALL, moodle=True).launch()
    go(session.sco, "Satu")
    answer(session.sco, "q-pilih", "0")
    check(session.sco, "q-pilih")
    assert session.cmi(RAW) is None
    answer(session.sco, "q-benar", "t")
    assert "Belum tepat" in check(session.sco, "q-benar")
    session.sco.locator("#q-benar .q-foot .primary").click()
    answer(session.sco, "q-benar", "f")
    check(session.sco, "q-benar")
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "100")


def test_a_looked_up_answer_counts_as_given_until_all_is_begun_anew(learner):
    session = learner(ALL, moodle=True).launch()
    go(session.sco, "Satu")
    answer(session.sco, "q-pilih", "0")
    check(session.sco, "q-pilih")
    answer(session.sco, "q-benar", "t")
    check(session.sco, "q-benar")
    session.sco.locator("#q-benar .q-foot .look-up").click()
    assert session.sco.locator("#q-benar .q-foot .btn:not(.on)").count() == 0
    session.sco.locator("#mm-next").click()
    session.sco.locator(".result .btn").click()
    go(session.sco, "Satu")
    assert session.sco.locator("#q-benar .q-foot .btn:not(.on)").count() == 1
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("failed", "50")


def test_a_test_whose_document_gives_points_is_scored_by_them(learner):
    """Two of three right are 30 of 100 points where the third is worth 70."""
    questions = (
        Match(id="q-a", stem="Jodohkan!", left=("satu", "dua"), right=("1", "2"), answer=((0,), (1,)), points=15),
        TrueFalse(id="q-b", stem="Satu.", answer=True, points=15),
        TrueFalse(id="q-c", stem="Dua.", answer=True, points=70),
    )
    content = (Paragraph(text="Isi."), Heading(id="h", text="Evaluasi", exercise="test"), *questions)
    module = Module(id="w", title="W", language="id", chapters=(Chapter(id="c", title="S", content=content),))
    session = learner(module, moodle=True).launch()
    sco = session.sco
    go(sco, "Evaluasi")
    assert "15 poin" in sco.inner_text("#q-a .q-no")
    answer(sco, "q-a", ("0", "0"))
    answer(sco, "q-b", "t")
    answer(sco, "q-c", "f")
    submit(sco)
    said = sco.inner_text(".result")
    assert "22/100 poin" in said
    assert "2 dari 4 jawaban benar" in said
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("failed", "23")
    assert [cmi[f"cmi.interactions.{n}.weighting"] for n in range(3)] == ["15", "15", "70"]
