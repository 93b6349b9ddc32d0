"""Odd LMSs: late, lax, forgetful or refusing ones; what they can hold they hold, and no light is false."""

from __future__ import annotations

import pytest
from acts import end_of_deck, show
from nine_types import PARTLY, RIGHT, TEXT, WRONG
from story import ONE, TWO, begun, whole

from modmigrate.module import Chapter, Heading, Module, Paragraph

pytestmark = pytest.mark.browser
READ = Module(
    id="bacaan",
    title="Bacaan",
    language="id",
    chapters=(
        Chapter(id="c", title="Satu", content=(Paragraph(text=TEXT), Heading(text="Dua"), Paragraph(text=TEXT))),
    ),
)


@pytest.mark.parametrize("late", [1000, 5000, 12_000, 55_000])
def test_an_adapter_that_comes_late_gets_what_was_answered_before(story, late):
    own = story()
    tab = own.launch(late=late)
    tab.hand_in(ONE, RIGHT)
    tab.run(late + 3000)
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    tab.until("saved")
    whole(own, tab)


def test_an_adapter_that_comes_late_brings_what_an_earlier_visit_did(story):
    own = story()
    tab = begun(own)
    tab.hand_in(ONE, PARTLY)
    tab.run(1000)
    tab.leave()
    tab = own.launch(late=8000)
    tab.hand_in(TWO, RIGHT)
    tab.run(4000)
    assert tab.light() == "none"
    tab.run(18_000)
    tab.until("saved")
    whole(own, tab)


@pytest.mark.parametrize("drops", ["values", "values, commits"])
def test_a_literal_false_is_a_failure_also_without_an_error_code(story, drops):
    """Light "saved", LMS empty: SetValue dropped the values, LMSCommit failed, both with code 0."""
    own = story()
    tab = begun(own, noCodes=True)
    tab.page.evaluate("drops => { lms.drops = drops; }", drops)
    tab.hand_in(ONE, RIGHT)
    tab.run(12_000)
    assert tab.light() == "unsaved"
    tab.hand_in(TWO, RIGHT)
    tab.run(31_000)
    assert tab.light() == "unsaved"
    tab.page.evaluate("() => { lms.drops = ''; }")
    tab.run(61_000)
    tab.until("saved")
    whole(own, tab)


def test_a_commit_that_says_false_without_a_code_has_failed(story):
    own = story()
    tab = begun(own, noCodes=True)
    tab.fails("503 data")
    tab.hand_in(ONE, RIGHT)
    tab.run(1000)
    assert tab.light() == "unsaved"
    tab.fails("")
    tab.hand_in(TWO, WRONG)
    tab.run(31_000)
    tab.until("saved")
    whole(own, tab)


def test_an_lms_that_says_false_and_keeps_all_gets_all(story):
    own = story()
    tab = own.launch(saysFalse=True)
    tab.hand_in(ONE, RIGHT)
    tab.run(20_000)
    tab.hand_in(TWO, RIGHT)
    tab.run(60_000)
    tab.leave()
    assert own.differences_now() == []


def test_an_lms_that_sends_all_with_each_commit(story):
    own = story()
    tab = begun(own, snapshot=True)
    tab.hand_in(ONE, RIGHT)
    tab.fails("503")
    tab.hand_in(TWO, PARTLY)
    tab.run(12_000)
    tab.fails("")
    tab.run(31_000)
    tab.until("saved")
    whole(own, tab, snapshot=True)


def test_an_lms_that_forgets_interactions_gets_none_twice(story):
    """Many begin each session with none (they are write-only): that is no loss to be made good."""
    own = story()
    tab = begun(own, forgets=True)
    tab.hand_in(ONE, RIGHT)
    tab.run(12_000)
    tab.leave()
    for _ in range(2):
        tab = begun(own, forgets=True)
        assert tab.page.evaluate("lms.written || 0") == 0
        tab.leave()


def test_on_another_device_such_an_lms_is_told_again_once_at_most(story):
    own = story()
    tab = begun(own, forgets=True)
    tab.hand_in(ONE, RIGHT)
    tab.run(12_000)
    tab.leave()
    told = []
    for _ in range(3):
        other = own.device()
        tab = own.launch(context=other, forgets=True)
        tab.run(1000)
        tab.sco.wait_for_timeout(200)
        tab.run(12_000)
        told.append(tab.page.evaluate("lms.written || 0"))
        tab.leave()
        other.close()
    assert told == [5, 0, 0]


def test_an_lms_without_interactions_loses_nothing_else(story):
    own = story()
    tab = begun(own, noInteractions=True)
    own.journal = False
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    assert tab.light() == "saved"
    calls = tab.page.evaluate("lms.calls")
    tab.hand_in(TWO, PARTLY)
    tab.run(12_000)
    assert tab.page.evaluate("lms.calls") - calls < 15
    whole(own, tab, noInteractions=True)


@pytest.mark.parametrize("plan", [RIGHT, WRONG])
def test_kolibri_without_suspend_data_goes_on_from_the_device(story, plan):
    """Its older versions keep status, score and place alone."""
    own = story()
    tab = begun(own, noSuspendData=True)
    tab.hand_in(ONE, plan)
    tab.run(12_000)
    tab.leave()
    tab = own.launch(noSuspendData=True)
    tab.go(ONE)
    tab.sco.wait_for_selector(".result")
    tab.hand_in(TWO, plan)
    tab.run(12_000)
    tab.leave()
    assert own.differences_now() == []
    progress = own.stored["cmi.core.score.raw"] / 100 if "cmi.core.score.raw" in own.stored else 0
    assert progress == (1 if plan is RIGHT else 0)


def test_answers_that_an_lms_has_lost_are_written_again(story):
    own = story()
    tab = begun(own)
    tab.hand_in(ONE, PARTLY)
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    tab.leave()
    own.server.stored[own.track] = {k: v for k, v in own.stored.items() if "interactions" not in k}
    other = own.device()
    tab = own.launch(context=other)
    tab.sco.wait_for_selector(".result")
    tab.run(1000)
    tab.sco.wait_for_timeout(200)
    tab.run(12_000)
    tab.until("saved")
    assert len(own.records()) == 10
    whole(own, tab)
    other.close()


def test_an_adapter_that_breaks_for_a_while_gets_everything(story):
    own = story()
    tab = begun(own)
    tab.page.evaluate("() => { lms.broken = true; }")
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, PARTLY)
    tab.run(12_000)
    assert tab.light() == "unsaved"
    tab.page.evaluate("() => { lms.broken = false; }")
    tab.run(31_000)
    tab.until("saved")
    whole(own, tab)


def test_a_slow_lms_gets_all_and_the_results_come_first(story, place):
    """Each commit holds the page up as long as the server takes: five seconds were seen, one does here."""
    own = story()
    tab = begun(own)
    place.delay = 1
    tab.hand_in(ONE, RIGHT)
    assert tab.light() == "saving"
    tab.run(1000)
    assert tab.light() == "saved"
    tab.hand_in(TWO, RIGHT)
    tab.run(1000)
    place.delay = 0
    whole(own, tab)


POLICIES = ("style-src 'self'", "default-src 'self'", "script-src 'self'")


@pytest.mark.parametrize("policy", POLICIES)
def test_a_servers_policy_leaves_the_page_its_styles(story, place, policy):
    own = story()
    place.headers = {"Content-Security-Policy": policy}
    tab = begun(own)
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    assert tab.light() == "saved"
    assert tab.sco.evaluate("getComputedStyle(document.querySelector('#mm-bar')).position") in ("sticky", "fixed")
    whole(own, tab)


def test_after_a_fail_moodle_opens_for_review_and_the_page_says_what_that_means(story):
    """The learner "passed" with 100 % and the LMS held a fail; the only note had gone with the first screen."""
    own = story()
    tab = begun(own)
    tab.hand_in(ONE, WRONG)
    tab.hand_in(TWO, WRONG)
    tab.run(12_000)
    tab.leave()
    tab = own.launch(mode="review")
    assert tab.light() == "review"
    tab.go(ONE)
    assert tab.sco.locator(".result .btn").count() == 0
    assert "tidak dicatat" in tab.sco.inner_text(".result")
    assert "percobaan baru" in tab.sco.inner_text(".result")
    tab.sco.evaluate("() => { location.hash = '#/!'; }")
    tab.sco.wait_for_selector(".is-end .result")
    assert "tidak dicatat" in tab.sco.inner_text(".is-end .result")
    assert tab.sco.locator(".is-end .result .btn").count() == 0
    tab.leave()
    assert own.differences_now() == []


def test_an_order_that_nobody_touched_is_no_answer(story):
    """The LMS heard `sequencing`, `a,d,b,c`, `wrong`: the shuffle's order."""
    own = story()
    tab = begun(own)
    tab.go(ONE)
    assert tab.sco.inner_text(".count").startswith("Terjawab 0")
    tab.hand_in(ONE, {})
    tab.run(1000)
    assert own.records() == []
    end_of_deck(tab.sco)
    tab.sco.locator(".result .btn").click()
    show(tab.sco, "a-order")
    tab.sco.locator("#a-order .as-is .btn").click()
    assert tab.sco.inner_text(".count").startswith("Terjawab 1")
    shown = tab.sco.evaluate("() => [...document.querySelectorAll('#a-order li')].map(li => Number(li.dataset.i))")
    tab.hand_in(ONE, {"a-order": shown}, again=False)
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    whole(own, tab)


def test_kolibri_shows_no_progress_for_a_module_to_be_read(story):
    """It takes progress from the score alone; a score that nobody reached is not claimed for it (docs/package.md)."""
    own = story(READ)
    own.judged = False
    tab = own.launch(noSuspendData=True)
    for code in tab.sco.evaluate("[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))"):
        tab.sco.evaluate("code => { location.hash = '#/' + code; }", code)
        tab.sco.wait_for_selector(f'#mm-screen[data-code="{code}"]')
    tab.run(12_000)
    tab.leave()
    assert own.stored["cmi.core.lesson_status"] == "completed"
    assert "cmi.core.score.raw" not in own.stored
