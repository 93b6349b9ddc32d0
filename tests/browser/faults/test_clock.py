"""Time: what is told is time of learning, and no change of the device's clock holds anything up."""

from __future__ import annotations

import pytest
from nine_types import RIGHT
from story import ONE, TWO, begun, whole

pytestmark = pytest.mark.browser


def told(tab):
    """Seconds of session_time as last given to the LMS."""
    hours, minutes, seconds = tab.page.evaluate("lms.given['cmi.core.session_time']").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


HOUR = 3_600_000


@pytest.mark.parametrize("by", [-HOUR, 5 * HOUR, 24 * HOUR])
def test_a_clock_that_is_set_changes_neither_time_nor_saving(story, by):
    """Phones do it when they meet a network: an hour passed without a commit, or 24 hours of learning."""
    own = story()
    tab = begun(own)
    tab.page.clock.set_system_time(tab.page.evaluate("Date.now()") + by)
    tab.hand_in(ONE, RIGHT)
    tab.run(12_000)
    assert tab.light() == "saved"
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    assert tab.light() == "saved"
    assert 20 <= told(tab) <= 60
    whole(own, tab)


def test_a_device_that_sleeps_does_not_learn(story):
    own = story()
    tab = begun(own)
    tab.page.clock.fast_forward(8 * HOUR)
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    assert told(tab) <= 90
    whole(own, tab)


def test_twenty_idle_minutes_are_five_and_cost_the_lms_nothing(story):
    own = story()
    tab = begun(own)
    calls = tab.page.evaluate("lms.calls")
    tab.run(20 * 60_000)
    assert tab.page.evaluate("lms.calls") == calls
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    assert 300 <= told(tab) <= 400
    whole(own, tab)


def test_hidden_time_does_not_count(story):
    own = story()
    tab = begun(own)
    tab.hide()
    tab.run(240_000)
    tab.back()
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    assert told(tab) <= 60
    whole(own, tab)


def test_each_question_has_its_own_latency(story):
    own = story()
    tab = begun(own)
    tab.go(ONE)
    for seconds, question in ((5, "a-choice"), (20, "a-multi"), (7, "a-order")):
        tab.run(seconds * 1000)
        tab.touch({question: RIGHT[question]})
    tab.hand_in(ONE, {q: RIGHT[q] for q in ("a-choice", "a-multi", "a-order")}, again=False)
    tab.run(1000)
    records = {r["id"]: r.get("latency") for r in own.records()}
    assert {q: round(float(t.split(":")[2])) for q, t in records.items()} == {
        "a-choice": 17,  # twelve seconds of begun()
        "a-multi": 20,
        "a-order": 7,
    }


def test_an_answer_of_an_earlier_visit_has_no_made_up_latency(story):
    own = story()
    tab = begun(own)
    tab.answer(ONE, RIGHT)
    tab.run(12_000)
    tab.leave()
    tab = begun(own)
    tab.hand_in(ONE, RIGHT, again=False)
    tab.run(1000)
    assert [r.get("latency") for r in own.records()] == [None] * 5
