"""Learners in LMSs that fail and lie as real ones do: nothing handed in is lost, no light is false.

Each case was played in Moodle 4.5 or in an LMS with the habit that it names.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from nine_types import BLANKS, PARTLY, RIGHT, WRONG
from story import EMPTIED, FAULTS, ONE, TWO, begun, whole

pytestmark = pytest.mark.browser

BETTER = (WRONG, BLANKS, PARTLY, RIGHT)
"""One learner meets all faults in turn and does no worse: of a test that was passed the better result counts."""


@pytest.mark.parametrize("plan", [RIGHT, WRONG, PARTLY, BLANKS], ids=["right", "wrong", "partly", "blanks"])
def test_an_lms_that_works_holds_what_the_page_showed(story, plan):
    own = story()
    tab = own.launch()
    tab.hand_in(ONE, plan)
    tab.run(11_000)
    tab.hand_in(TWO, plan)
    tab.run(11_000)
    assert tab.light() == "saved"
    whole(own, tab)


def test_what_is_handed_in_while_it_fails_arrives_when_it_works_again(story):
    own = story()
    tab = begun(own)
    for fault, plan in zip(FAULTS, BETTER, strict=True):
        tab.fails(fault)
        tab.hand_in(ONE, plan)
        tab.run(1000)
        assert tab.light() == "unsaved", fault
        tab.hand_in(TWO, PARTLY)
        tab.run(14_000)
        assert tab.light() == "unsaved", fault
        tab.fails("")
        tab.sco.evaluate("window.dispatchEvent(new Event('online'))")
        tab.until("saved")
    whole(own, tab)


def test_a_hole_is_filled_when_of_two_commits_only_the_last_one_got_through(story):
    """Moodle sends what has changed since: of two tests the first was lost, and the second arrived while leaving."""
    own = story()
    tab = begun(own)
    tab.fails("503 data")
    tab.hand_in(ONE, RIGHT)
    tab.run(1000)
    tab.fails("")
    tab.hand_in(TWO, PARTLY, told=False)
    own.handed |= {q: v for q, v in PARTLY.items() if q.startswith("b-")}
    own.rings[TWO] = tab.sco.inner_text(".ring").rstrip("%")
    own.judge()
    tab.leave()
    tab = own.launch()
    tab.until("saved")
    whole(own, tab)


def test_holes_that_an_lms_has_are_filled(story):
    own = story()
    tab = begun(own)
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, PARTLY)
    tab.run(12_000)
    tab.leave()
    own.server.stored[own.track] = {k: v for k, v in own.stored.items() if not re.match(r"cmi.interactions.[0-4]\.", k)}
    tab = own.launch(context=own.device())
    tab.run(1000)
    tab.sco.wait_for_selector('script[src^="online.js"]', state="detached")
    tab.run(12_000)
    tab.until("saved")
    tab.leave()
    whole(own)


def test_a_later_visit_writes_over_none_of_the_records_that_were_sent_again(story):
    """Moodle counts the interactions it has: behind a gap the next one would be written over the last."""
    own = story()
    tab = begun(own)
    for test, fault in ((ONE, "503 data"), (TWO, "503")):
        tab.fails(fault)
        tab.hand_in(test, PARTLY)
        tab.run(1000)
        tab.fails("")
        tab.run(31_000)
        tab.until("saved")
    assert sorted(r["id"] for r in own.records()) == sorted(PARTLY)
    tab.leave()
    tab = own.launch()
    tab.hand_in(ONE, RIGHT)
    tab.run(12_000)
    assert len(own.records()) == 15
    whole(own, tab)


@pytest.mark.parametrize(("login", "fault"), [("", "offline"), *((EMPTIED, fault) for fault in FAULTS)])
def test_what_was_handed_in_until_the_end_arrives_with_the_next_visit(story, fault, login):
    own = story()
    tab = begun(own)
    tab.hand_in(ONE, RIGHT)
    tab.run(1000)
    tab.fails(fault)
    tab.hand_in(TWO, RIGHT)
    tab.run(14_000)
    assert "disimpan di perangkat ini" in tab.sco.inner_text("#mm-notice")
    tab.leave()
    assert own.differences_now() != []
    own.context.set_offline(False)
    own.server.fault = ""
    tab = own.launch(script=login)
    tab.run(1000)
    tab.until("saved")
    tab.run(12_000)
    whole(own, tab)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_tab_that_dies_while_it_fails_loses_nothing(story, fault):
    own = story()
    tab = begun(own)
    tab.fails(fault)
    tab.hand_in(ONE, PARTLY)
    tab.hand_in(TWO, RIGHT)
    tab.run(3000)
    tab.kill()
    own.context.set_offline(False)
    own.server.fault = ""
    tab = own.launch()
    tab.run(1000)
    tab.until("saved")
    whole(own, tab)


def test_a_page_that_was_hidden_while_it_failed_tells_all_when_it_is_back(story):
    """Moodle calls the commit of a hidden page a success whatever becomes of it."""
    own = story()
    tab = begun(own)
    for fault, plan in zip(FAULTS, BETTER, strict=True):
        tab.hand_in(ONE, plan)
        tab.fails(fault)
        tab.hide()
        tab.fails("")
        tab.back()
        tab.hand_in(TWO, WRONG)
        tab.run(16_000)
        tab.until("saved")
        assert own.differences_now() == [], fault
    whole(own, tab)


def test_a_hidden_page_saves_at_once_and_says_so_when_the_line_was_there(story):
    own = story()
    tab = begun(own)
    tab.hand_in(ONE, RIGHT)
    tab.answer(TWO, RIGHT)
    tab.hide()
    tab.until("saved")
    tab.kill()
    tab = own.launch()
    tab.go(TWO)
    assert tab.sco.locator("#b-essay .field").input_value() == RIGHT["b-essay"]
    tab.hand_in(TWO, RIGHT, again=False)
    tab.run(1000)
    whole(own, tab)


def test_no_commit_is_made_while_the_device_is_offline(story):
    own = story()
    tab = begun(own)
    before = len(tab.page.evaluate("lms.commits"))
    tab.fails("offline")
    tab.hand_in(ONE, RIGHT)
    tab.run(60_000)
    assert len(tab.page.evaluate("lms.commits")) == before
    assert tab.light() == "unsaved"
    tab.fails("")
    tab.page.clock.run_for(1)


def test_a_test_that_was_handed_in_is_at_the_lms_within_the_second(story):
    own = story()
    tab = begun(own)
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, RIGHT)
    tab.run(500)
    assert tab.light() == "saved"
    assert own.differences_now() == []
    tab.kill()
    whole(own)


def test_the_end_says_that_the_module_may_be_closed_only_when_all_is_saved(story):
    own = story()
    tab = begun(own)
    for code in tab.sco.evaluate("[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))"):
        tab.sco.evaluate("code => { location.hash = '#/' + code; }", code)
        tab.sco.wait_for_selector(f'#mm-screen[data-code="{code}"]')
    tab.hand_in(ONE, RIGHT)
    tab.fails("503")
    tab.hand_in(TWO, RIGHT)
    tab.sco.evaluate("() => { location.hash = '#/!'; }")
    tab.sco.wait_for_selector(".is-end")
    tab.run(2000)
    assert not tab.sco.get_by_text("menutup modul ini").is_visible()
    tab.fails("")
    tab.run(20_000)
    tab.until("saved")
    assert tab.sco.get_by_text("menutup modul ini").is_visible()
    whole(own, tab)


def test_a_server_that_knows_no_addresses_with_questions_is_trusted(story, place):
    own = story()
    place.strange = True
    tab = begun(own)
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    assert tab.light() == "saved"
    whole(own, tab)


def test_a_busy_quarter_of_an_hour_costs_a_commit_in_ten_seconds(story):
    own = story()
    tab = begun(own)
    before = own.server.asked
    for minute in range(15):
        for test in (ONE, TWO):
            tab.answer(test, (RIGHT, WRONG)[minute % 2])
            tab.run(30_000)
    commits = tab.page.evaluate("lms.commits")
    assert min(b - a for a, b in pairwise(commits)) >= 9_900
    assert own.server.asked - before <= len(commits)
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, RIGHT)
    tab.run(1000)
    assert len(tab.page.evaluate("lms.commits")) - len(commits) <= 2
    whole(own, tab)


def test_what_had_arrived_is_not_told_twice_after_a_visit_that_failed_as_a_whole(story):
    own = story()
    tab = begun(own)
    tab.hand_in(ONE, RIGHT)
    tab.run(12_000)
    tab.leave()
    tab = own.launch()
    tab.go(TWO)
    tab.fails("503 data")
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    tab.leave()
    own.server.fault = ""
    tab = own.launch()
    tab.until("saved")
    assert len(own.records()) == 10
    whole(own, tab)
