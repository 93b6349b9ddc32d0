"""Stories of a learner and an LMS that behaves as LMSs do: each asserts what the LMS holds afterwards."""

from __future__ import annotations

from itertools import pairwise

import pytest
from acts import RIGHT, WRONG, answer, check, go, submit, take_test, title
from msgspec.structs import replace
from sample_module import SAMPLE, SECOND, TESTS

from modmigrate.module import Chapter, Heading, Module
from modmigrate.questions import TrueFalse

pytestmark = pytest.mark.browser

STATUS, RAW = "cmi.core.lesson_status", "cmi.core.score.raw"


def pushed(module: Module, questions: tuple, **chapter: str) -> Module:
    """The sample with other questions in its test."""
    content = (*SECOND.content[: -len(TESTS) - 2], SECOND.content[-len(TESTS) - 2], *questions)
    return replace(module, chapters=(*module.chapters[:3], replace(SECOND, content=content, **chapter)))


@pytest.mark.parametrize(("right", "mastery", "told", "status"), [(2, 67, "66", "failed"), (2, 66, "67", "passed")])
def test_the_score_is_what_the_learner_saw_and_the_lms_agrees(learner, right, mastery, told, status):
    questions = tuple(TrueFalse(id=f"q-s{n}", stem=f"Pernyataan {n}.", answer=True) for n in range(3))
    chapter = Chapter(id="c", title="Evaluasi", content=(Heading(text="Evaluasi", exercise="test"), *questions))
    session = learner(replace(SAMPLE, chapters=(chapter,), mastery=mastery), moodle=True).launch()
    take_test(session.sco, {q.id: "t" if n < right else "f" for n, q in enumerate(questions)})
    assert session.sco.inner_text(".ring") == f"{told}%"
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == (status, told)


LEAVE = {
    "the frame is removed": "frame.remove()",
    "another page in the frame": "frame.src = 'about:blank'",
    "the phone sends pagehide": "frame.contentWindow.dispatchEvent(new Event('pagehide'))",
    "beforeunload, then pagehide": "for (const name of ['beforeunload', 'pagehide'])"
    " frame.contentWindow.dispatchEvent(new Event(name))",
}  # fmt: skip


@pytest.mark.parametrize("way", LEAVE)
def test_whatever_way_a_learner_leaves_the_next_visit_goes_on_there(learner, way):
    someone = learner(SAMPLE, moodle=True)
    session = someone.launch()
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "2")
    session.page.evaluate("frame => {" + LEAVE[way] + "}", session.page.query_selector("iframe"))
    session.page.wait_for_function("window.lms.finished === 1")
    cmi = session.kill()
    assert (cmi[STATUS], cmi["cmi.core.exit"]) == ("incomplete", "suspend")
    again = someone.launch()
    again.sco.wait_for_selector("#q-pilih")
    assert title(again.sco) == "D. Latihan"
    assert again.sco.locator('#q-pilih input[value="2"]').is_checked()
    again.close()


def test_a_tab_that_is_hidden_and_killed_loses_nothing(learner):
    someone = learner(SAMPLE)
    session = someone.launch()
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "2")
    session.sco.wait_for_selector("#mm-light.is-saving, #mm-light.is-saved")
    session.sco.evaluate("""() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
        document.dispatchEvent(new Event('visibilitychange'));
    }""")
    session.kill()
    again = someone.launch()
    again.sco.wait_for_selector("#q-pilih")
    again.close()


def test_a_lenient_lms_gets_the_same(learner):
    someone = learner(SAMPLE, loose=True, moodle=True, noCount=True, emptyMode=True)
    session = someone.launch()
    take_test(session.sco, WRONG)
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "0")
    assert "Benar" in check(session.sco, "q-pilih")
    assert session.close()[STATUS] == "failed"
    session = someone.launch()
    session.sco.wait_for_selector("#q-pilih.is-right")
    take_test(session.sco, RIGHT)
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "100")


def test_an_adapter_two_frames_up_is_found(learner):
    session = learner(SAMPLE, nested=True).launch()
    take_test(session.sco, RIGHT)
    assert session.close()[STATUS] == "passed"


def test_an_adapter_in_the_window_that_opened_the_package_is_found(learner):
    session = learner(SAMPLE, popup=True).launch()
    take_test(session.sco, RIGHT)
    session.sco.page.close(run_before_unload=True)
    session.page.wait_for_function("window.lms.finished === 1")
    assert session.kill()[STATUS] == "passed"


def test_a_popup_whose_lms_is_closed_says_that_nothing_is_saved_any_more(learner):
    session = learner(SAMPLE, popup=True).launch()
    sco = session.sco
    sco.wait_for_selector("#mm-light.is-saved", state="attached")
    session.page.close()
    take_test(sco, RIGHT)
    sco.wait_for_selector("#mm-light.is-unsaved")
    sco.page.context.close()


def test_an_adapter_that_breaks_and_comes_back_gets_everything(learner):
    session = learner(SAMPLE).launch(clock=True)
    session.run(2000)
    session.page.evaluate("window.lms.broken = true")
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "0")
    session.sco.locator("#q-pilih .q-foot .btn").first.click()
    session.run(12_000)
    assert session.sco.locator("#mm-light.is-unsaved").count() == 1
    assert "Benar" in session.sco.inner_text("#q-pilih .fb")
    session.page.evaluate("window.lms.broken = false")
    session.run(16_000)
    assert session.sco.locator("#mm-light.is-saved").count() == 1
    assert session.lms("committed['cmi.suspend_data']") == session.cmi("cmi.suspend_data")
    session.close()


@pytest.mark.parametrize("event", ["", "online"])
def test_what_was_answered_while_the_line_was_down_is_sent_when_it_is_back(learner, event):
    session = learner(SAMPLE).launch(clock=True)
    session.run(2000)
    session.page.evaluate("window.lms.offline = true")
    take_test(session.sco, RIGHT)
    session.run(12_000)
    assert session.sco.locator("#mm-light.is-unsaved").count() == 1
    assert session.lms("committed")[STATUS] == "incomplete"
    session.page.evaluate("window.lms.offline = false")
    if event:
        session.sco.evaluate("window.dispatchEvent(new Event('online'))")
    else:
        session.run(16_000)
    session.sco.wait_for_selector("#mm-light.is-saved")
    cmi = session.kill()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "100")


def test_a_busy_hour_costs_a_commit_in_ten_seconds_and_no_value_twice(learner):
    session = learner(SAMPLE).launch(clock=True)
    page = session.page
    go(session.sco, "Latihan")
    for minute in range(60):
        answer(session.sco, "q-benar", "tf"[minute % 2])
        session.run(20_000)
        session.sco.evaluate("n => { location.hash = '#/' + modmigrate.course.sections[3].screens[n % 2][0]; }", minute)
        for _ in range(8):
            session.run(5000)
        go(session.sco, "Latihan")
    commits = session.lms("commits")
    assert 60 < len(commits) <= 361
    assert min(b - a for a, b in pairwise(commits)) >= 9_990  # milliseconds, rounded twice
    before = len(commits)
    page.evaluate("document.querySelector('iframe').remove()")
    assert len(session.lms("commits")) - before <= 1
    sent = [(c[1], c[2]) for c in session.lms("calls") if c[0] == "LMSSetValue"]
    assert all(one != other for one, other in pairwise(sent))
    session.kill()


def test_an_updated_package_finds_answers_by_their_ids(learner, packages):
    someone = learner(SAMPLE, moodle=True)
    session = someone.launch()
    take_test(session.sco, {**RIGHT, "q-t1": "0"})
    go(session.sco, "Latihan")
    for question, value in (("q-pilih", "0"), ("q-benar", "t")):
        answer(session.sco, question, value)
        check(session.sco, question)
    before = session.close()
    assert (before[STATUS], before[RAW]) == ("passed", "75")
    first = SAMPLE.chapters[2]
    practice = [b for b in first.content if getattr(b, "id", "").startswith("q-")]
    others = [b for b in first.content if b not in practice]
    new = TrueFalse(id="q-baru", stem="Soal baru.", answer=True)
    place = next(n for n, b in enumerate(others) if getattr(b, "id", "") == "h-latihan") + 2
    kept = [q for q in reversed(practice) if q.id != "q-pilih"]
    content = (*others[:place], new, *kept, *others[place:])
    renamed = replace(first, title="Nama Baru", content=content)
    another = TrueFalse(id="q-t9", stem="Baru juga.", answer=True)
    module = replace(SAMPLE, chapters=(*SAMPLE.chapters[:2], renamed))
    changed = pushed(module, (another, *reversed(TESTS[1:])))
    someone.package, someone.folder = packages(changed), ""
    session = someone.launch()
    session.sco.wait_for_selector("#q-benar.is-wrong")
    assert session.sco.locator("#q-pilih").count() == 0
    assert not session.sco.locator("#q-baru input:checked").count()
    session.sco.evaluate("[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))"
                         ".forEach(c => { location.hash = '#/' + c; })")  # fmt: skip
    go(session.sco, "Evaluasi")
    assert session.sco.locator(".result").count() == 1
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "75")


@pytest.mark.parametrize("left", [TESTS[1:], (*TESTS, TrueFalse(id="q-t9", stem="Baru.", answer=True))])
def test_an_updated_test_makes_no_other_result_of_an_old_one(learner, packages, left):
    hard = replace(SAMPLE, mastery=80)
    someone = learner(hard, moodle=True)
    session = someone.launch()
    take_test(session.sco, {**RIGHT, "q-t4": ("2",)})
    before = session.close()
    assert (before[STATUS], before[RAW]) == ("failed", "75")
    someone.package, someone.folder = packages(pushed(hard, left)), ""
    session = someone.launch()
    session.sco.wait_for_selector(".result")
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "0")
    check(session.sco, "q-pilih")
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("failed", "75")
    session = someone.launch()
    take_test(session.sco, {q.id: RIGHT.get(q.id, "t") for q in left})
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "100")


def objectives(cmi):
    """cmi.objectives by id."""
    ids = {k.split(".")[2]: v for k, v in cmi.items() if k.startswith("cmi.objectives.") and k.endswith(".id")}
    fields = ("status", "score.raw")
    return {name: tuple(cmi[f"cmi.objectives.{n}.{f}"] for f in fields) for n, name in ids.items()}


def test_a_test_that_was_handed_in_is_an_objective_with_its_own_score(learner, packages):
    someone = learner(SAMPLE, moodle=True)
    session = someone.launch()
    go(session.sco, "Latihan")
    assert objectives(session.close()) == {}
    session = someone.launch()
    take_test(session.sco, WRONG)
    assert objectives(session.close()) == {"h-tes": ("failed", "0")}
    session = someone.launch()
    take_test(session.sco, RIGHT)
    assert objectives(session.close()) == {"h-tes": ("passed", "100")}
    early = Chapter(
        id="dini",
        title="Tes Dini",
        content=(Heading(id="h-dini", text="Tes Dini", exercise="test"), TrueFalse(id="q-d", stem="Ya.", answer=True)),
    )
    someone.package, someone.folder = packages(replace(SAMPLE, chapters=(early, *SAMPLE.chapters))), ""
    session = someone.launch()
    go(session.sco, "Tes Dini")
    answer(session.sco, "q-d", "t")
    submit(session.sco)
    session.sco.locator(".result").wait_for()
    cmi = session.close()
    assert objectives(cmi) == {"h-tes": ("passed", "100"), "dini": ("passed", "100")}
    assert cmi["cmi.objectives.0.id"] == "h-tes"
