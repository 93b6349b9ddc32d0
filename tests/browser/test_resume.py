"""State: every launch takes up where the last one ended, whatever ended it."""

from __future__ import annotations

import pytest
from acts import RIGHT, answer, check, go, show, take_test, title
from big_module import BIG
from msgspec.structs import replace
from sample_module import FIRST, READING, SAMPLE, SECOND

from modmigrate.module import Chapter, Heading, Paragraph
from modmigrate.questions import Essay
from modmigrate.renderer.outline import outline
from modmigrate.renderer.state import worst_case

pytestmark = pytest.mark.browser


def test_resumes_on_the_same_screen_with_the_same_answers(learner):
    someone = learner(SAMPLE)
    session = someone.launch()
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "2")
    check(session.sco, "q-pilih")
    answer(session.sco, "q-banyak", ("0", "3"))
    answer(session.sco, "q-jodoh", ("1", "", "2"))
    answer(session.sco, "q-urut", (2, 0, 3, 1))
    answer(session.sco, "q-isi", ("Pejabat; a,b.c", "importir*"))
    answer(session.sco, "q-uraian", "Baris satu\nBaris dua – “kutipan”; 100% 😀")
    show(session.sco, "q-tugas")
    session.sco.locator("#q-tugas label").nth(1).click()
    session.close()

    sco = someone.launch().sco
    sco.wait_for_selector("#q-pilih")
    assert title(sco) == "D. Latihan"
    assert sco.locator('#q-pilih input[value="2"]').is_checked()
    assert "Belum tepat" in sco.inner_text("#q-pilih .fb")
    assert [sco.locator(f'#q-banyak input[value="{n}"]').is_checked() for n in range(4)] == [True, False, False, True]
    assert [s.input_value() for s in sco.locator("#q-jodoh select").all()] == ["1", "", "2"]
    assert [e.get_attribute("data-i") for e in sco.locator("#q-urut li").all()] == ["2", "0", "3", "1"]
    assert [g.input_value() for g in sco.locator("#q-isi .gap").all()] == ["Pejabat; a,b.c", "importir*"]
    assert sco.locator("#q-uraian .field").input_value() == "Baris satu\nBaris dua – “kutipan”; 100% 😀"
    assert [i.is_checked() for i in sco.locator("#q-tugas input").all()] == [False, True, False]


def test_resumes_at_the_same_question_with_the_marks_for_unsure(learner):
    someone = learner(SAMPLE)
    session = someone.launch()
    sco = session.sco
    go(sco, "Evaluasi")
    answer(sco, "q-t1", "1")
    for question in ("q-t1", "q-t3"):  # answered, and not
        show(sco, question)
        sco.locator(f"#{question} .unsure").click()
    cmi = session.close()
    assert len(cmi["cmi.suspend_data"]) < 100
    sco = someone.launch().sco
    sco.wait_for_selector("#q-t3 .unsure")
    assert sco.locator(".place").inner_text().strip() == "3/4"
    assert sco.evaluate("[...document.querySelectorAll('.unsure[aria-pressed=true]')].map(e => e.parentNode.id)") == [
        "q-t1",
        "q-t3",
    ]
    assert sco.locator('#q-t1 input[value="1"]').is_checked()


def test_a_submitted_test_shows_its_result_again(learner):
    someone = learner(SAMPLE)
    session = someone.launch()
    take_test(session.sco, RIGHT)
    session.close()
    sco = someone.launch().sco
    sco.wait_for_selector(".result.is-pass")
    assert sco.locator("#q-t1.is-right").count() == 1


def test_a_killed_tab_loses_only_what_was_not_committed(learner):
    someone = learner(SAMPLE)
    session = someone.launch()
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "0")
    check(session.sco, "q-pilih")
    session.page.wait_for_function("window.lms.committed['cmi.suspend_data']")
    cmi = session.kill()
    assert cmi["cmi.core.lesson_status"] == "incomplete"
    assert cmi["cmi.core.exit"] == "suspend"
    sco = someone.launch().sco
    sco.wait_for_selector("#q-pilih.is-right")


def test_a_corrected_package_finds_its_way_in_the_old_state(learner, packages):
    someone = learner(SAMPLE)
    session = someone.launch()
    take_test(session.sco, RIGHT)
    go(session.sco, "Latihan")
    answer(session.sco, "q-benar", "f")
    check(session.sco, "q-benar")
    session.close()
    new = Chapter(id="bab-0", title="Bab Baru", content=(Heading(id="h-baru", text="Baru"), Paragraph(text="Isi.")))
    fewer = replace(SECOND, content=SECOND.content[4:])
    someone.package = packages(replace(SAMPLE, chapters=(new, fewer, FIRST)))
    someone.folder = ""
    session = someone.launch()
    session.sco.wait_for_selector("#q-benar.is-right")
    go(session.sco, "Evaluasi")
    assert session.sco.locator(".result.is-pass").count() == 1
    assert session.close()["cmi.core.lesson_status"] == "passed"


def test_the_state_never_exceeds_the_standard_and_long_texts_survive_on_the_device(learner):
    essays = tuple(Essay(id=f"q-e{n}", stem=f"Soal {n}?") for n in range(6))
    module = replace(READING, id="panjang", chapters=(Chapter(id="satu", title="Satu", content=essays),))
    someone = learner(module)
    session = someone.launch()
    go(session.sco, "Satu")
    long = "Jawaban panjang, dengan é dan 语言. " * 60
    for n in range(6):
        answer(session.sco, f"q-e{n}", f"{n} {long}")
        check(session.sco, f"q-e{n}")
    cmi = session.close()
    assert 3500 < len(cmi["cmi.suspend_data"]) <= 4096
    sco = someone.launch().sco
    sco.wait_for_selector("#q-e5")
    assert sco.locator("#q-e5 .field").input_value() == f"5 {long}".strip()
    someone.store = None  # another device
    sco = someone.launch().sco
    sco.wait_for_selector("#q-e5")
    assert sco.locator("#q-e5 .field").input_value().startswith("5 Jawaban panjang, dengan é")


def test_progress_made_without_a_network_is_sent_by_the_next_launch(learner):
    someone = learner(SAMPLE)
    someone.launch().close()
    session = someone.launch()
    session.page.evaluate("window.lms.offline = true")
    take_test(session.sco, RIGHT)
    session.sco.wait_for_selector("#mm-light.is-unsaved", timeout=20_000)
    # Only once the device has taken it; until then the notice asks to leave the page open.
    session.sco.locator("#mm-notice", has_text="disimpan di perangkat ini").wait_for()
    cmi = session.close()
    assert cmi["cmi.core.lesson_status"] == "incomplete"
    session = someone.launch()
    session.sco.wait_for_selector(".result.is-pass")
    session.sco.wait_for_selector("#mm-light.is-saved")
    assert session.close()["cmi.core.lesson_status"] == "passed"


def test_what_is_kept_on_the_device_is_not_another_learners(learner):
    someone = learner(SAMPLE)
    session = someone.launch()
    session.page.evaluate("window.lms.offline = true")
    go(session.sco, "Latihan")
    session.close()
    someone.cmi = {}
    session = someone.launch(student="peserta-2")
    assert session.sco.locator("#mm-cover").is_visible()
    session.close()


def test_an_attempt_that_a_trainer_has_reset_starts_empty(learner):
    someone = learner(SAMPLE)
    session = someone.launch()
    take_test(session.sco, RIGHT)
    session.close()
    someone.cmi = {}
    session = someone.launch()
    session.page.wait_for_function("window.lms.commits.length")
    assert session.sco.locator("#mm-cover").is_visible()
    assert session.close()["cmi.core.lesson_status"] == "incomplete"


def test_a_learner_who_has_done_everything_in_the_largest_module_finds_it_all_again(learner):
    """The state that the build has computed as the worst case is what the runtime writes, and reads."""
    someone = learner(BIG)
    session = someone.launch()
    facts = session.sco.evaluate("modmigrate.course.sections.map(s => s.screens)")
    session.close()
    screens = [screen for section in facts for screen in section]
    texts = {"m": "v", "p": "01234", "o": "10234", "k": "v"}
    kinds = dict(zip("cmtpofsek", "147adgjmp", strict=True))
    names = named(BIG)
    answers = {code: f"{code}{kinds[name[-1]]}1{texts.get(name[-1], '0')}" for code, name in names.items()}
    older = {code: f"{code}c1{texts.get(name[-1], '0')}" for code, name in names.items()}
    seen = "".join(code for section in facts for code, *_ in section[1:])
    groups = [screen[0] for screen in screens if len(screen) > 2]
    ends = ("f100", seen)
    state = ";".join(
        ("2", "abcde", "zzz", "zz", screens[-1][0], *ends, "".join(f"{a}." for a in answers.values()),
         "".join(f"{g}s10dAA" for g in groups))
    )  # fmt: skip
    form1 = ";".join(
        ("1", "zzz", "zz", screens[-1][0], *ends, "".join(f"{a}." for a in older.values()),
         "".join(f"{g}s10d" for g in groups))
    )  # fmt: skip
    assert len(answers) == 300
    assert 3300 < len(state) <= worst_case(outline(BIG)) <= 4096
    for stored in (state, form1):
        someone.cmi["cmi.suspend_data"] = stored
        session = someone.launch(student=stored[:1])
        session.sco.wait_for_selector(".result")
        cmi = session.close()
        again = cmi["cmi.suspend_data"].split(";")
        assert sorted(again[7].split(".")) == sorted(["", *answers.values()])
        assert {again[6][n : n + 3] for n in range(0, len(again[6]), 3)} >= {seen[:3], seen[-3:]}
        assert len(cmi["cmi.suspend_data"]) <= 4096


def named(module):
    """Question ids by code."""
    return {asked.code: asked.id.rstrip("0123456789") for asked in outline(module).questions()}
