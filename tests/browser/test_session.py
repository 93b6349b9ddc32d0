"""The session with the LMS: found, opened and closed once, quiet in between, and never a danger to the content."""

from __future__ import annotations

import pytest
from acts import RIGHT, answer, check, go, take_test
from player import watch
from sample_module import MEDIA, SAMPLE

from modmigrate.renderer import render

pytestmark = pytest.mark.browser


def test_a_session_opens_and_finishes_once(learner):
    session = learner(SAMPLE).launch()
    go(session.sco, "Latihan")
    session.page.evaluate("document.querySelector('iframe').contentWindow.dispatchEvent(new Event('pagehide'))")
    assert session.lms("finished") == 1
    calls = len(session.lms("calls"))
    go(session.sco, "Rangkuman")
    answered = session.sco.evaluate("1")
    assert answered == 1
    assert len(session.lms("calls")) == calls
    assert (session.lms("initialized"), session.lms("finished")) == (1, 1)
    session.close()


def test_commits_are_at_most_one_in_ten_seconds_and_one_at_the_end(learner):
    session = learner(SAMPLE).launch(clock=True)
    session.run(1500)
    commits = len(session.lms("commits"))
    assert commits == 1
    for step in range(20):
        session.sco.evaluate("i => { location.hash = '#/' + modmigrate.course.sections[3].screens[i % 3][0]; }", step)
        session.run(1000)
    assert 2 <= len(session.lms("commits")) <= 3
    before = len(session.lms("commits"))
    session.page.evaluate("document.querySelector('iframe').remove()")
    assert len(session.lms("commits")) - before <= 1
    assert session.lms("finished") == 1
    session.kill()


def test_the_first_commit_comes_within_seconds(learner):
    session = learner(SAMPLE).launch()
    session.page.wait_for_function("window.lms.commits.length", timeout=3000)
    assert session.kill()["cmi.core.lesson_status"] == "incomplete"


@pytest.mark.parametrize(
    ("mode", "credit"),
    [("review", "no-credit"), ("browse", "no-credit"), ("normal", "no-credit"), ("review", "credit")],
)
def test_review_browse_and_no_credit_write_nothing(learner, mode, credit):
    someone = learner(SAMPLE, moodle=True)
    session = someone.launch()
    take_test(session.sco, RIGHT)
    before = session.close()
    session = someone.launch(mode=mode, credit=credit)
    session.sco.wait_for_selector(".result.is-pass")
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "1")
    assert "Belum tepat" in check(session.sco, "q-pilih")
    assert session.sets() == []
    after = session.close()
    assert session.learner.cmi["cmi.core.lesson_status"] == "passed"
    assert after["cmi.suspend_data"] == before["cmi.suspend_data"]


def test_an_empty_lesson_mode_counts_as_normal(learner):
    session = learner(SAMPLE, emptyMode=True).launch()
    take_test(session.sco, RIGHT)
    assert session.close()["cmi.core.lesson_status"] == "passed"


@pytest.mark.parametrize("option", ["noApi", "throws", "refuse"])
def test_without_a_working_adapter_the_content_works_and_says_so(learner, option):
    session = learner(SAMPLE, **{option: True}).launch()
    session.sco.wait_for_selector("#mm-light.is-none", state="attached")
    assert "tidak dicatat" in session.sco.inner_text("#mm-notice")
    session.sco.locator("#mm-start").click()
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "0")
    assert "Benar" in check(session.sco, "q-pilih")
    session.page.context.close()
    assert session.problems == []


def test_an_adapter_that_appears_late_is_found(learner):
    session = learner(SAMPLE).launch(late=900)
    session.page.wait_for_function("window.lms.initialized === 1")
    assert session.close()["cmi.core.lesson_status"] == "incomplete"


def test_plays_from_a_folder_on_disk(browser, tmp_path):
    for path, data in render(SAMPLE, MEDIA).files:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    page = browser.new_page()
    problems: list[str] = []
    watch(page, problems, tmp_path.as_uri())
    page.goto((tmp_path / "index.html").as_uri())
    page.locator("#mm-start").click()
    page.locator("#mm-next").click()
    go(page.main_frame, "Latihan")
    answer(page.main_frame, "q-pilih", "0")
    assert "Benar" in check(page.main_frame, "q-pilih")
    go(page.main_frame, "Langkah-langkah Pemeriksaan")
    # No wait_for_function: it evaluates strings, which the page's own policy forbids.
    assert page.locator("#mm-screen img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    page.close()
    assert problems == []


def test_a_page_from_the_browsers_cache_begins_a_new_session(learner):
    session = learner(SAMPLE).launch()
    go(session.sco, "Latihan")
    window = "document.querySelector('iframe').contentWindow"
    session.page.evaluate(f"{window}.dispatchEvent(new Event('pagehide'))")
    session.page.evaluate("window.lms.finished = 0; window.lms.initialized = 0")
    session.page.evaluate(f"{window}.dispatchEvent(new PageTransitionEvent('pageshow', {{persisted: true}}))")
    session.page.wait_for_function("window.lms.initialized === 1")
    session.problems.clear()
    session.page.context.close()
