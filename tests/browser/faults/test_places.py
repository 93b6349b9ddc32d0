"""Two tabs, two devices, a new attempt: an older place never undoes what a newer one did."""

from __future__ import annotations

import pytest
from nine_types import PARTLY, RIGHT, WRONG
from story import EMPTIED, ONE, TWO, begun, whole

pytestmark = pytest.mark.browser


def test_an_older_tab_turns_no_pass_into_a_fail(story):
    own = story()
    first = begun(own)
    second = own.launch()
    first.hand_in(ONE, RIGHT)
    first.hand_in(TWO, RIGHT)
    first.run(1000)
    assert first.light() == "saved"
    second.until("stopped")
    assert "jendela lain" in second.sco.inner_text("#mm-notice")
    assert second.sco.locator("#mm-notice .btn").inner_text() == "Buka kembali"
    second.hand_in(ONE, WRONG, told=False)
    assert "jendela lain" in second.sco.inner_text(".result")
    second.hand_in(TWO, WRONG, told=False)
    second.run(30_000)
    second.leave()
    whole(own, first)


def test_the_tab_that_goes_on_is_the_one_that_records(story):
    own = story()
    first = begun(own)
    first.hand_in(ONE, RIGHT)
    first.run(12_000)
    second = begun(own)
    second.hand_in(TWO, PARTLY)
    second.run(1000)
    assert second.light() == "saved"
    first.until("stopped")
    first.leave()
    whole(own, second)


def test_the_older_tab_opened_again_goes_on_where_the_newer_one_is(story):
    own = story()
    first = begun(own)
    second = begun(own)
    second.hand_in(ONE, WRONG)
    second.run(1000)
    second.leave()
    first.until("stopped")
    with first.page.expect_navigation():
        first.sco.locator("#mm-notice .btn").click()
    first.sco.wait_for_selector(".result")
    first.hand_in(TWO, RIGHT)
    first.run(12_000)
    assert first.light() == "saved"
    whole(own, first)


@pytest.mark.parametrize("script", ["", EMPTIED], ids=["same login", "new login"])
def test_an_attempt_that_was_reset_starts_empty(story, script):
    own = story()
    tab = begun(own)
    tab.hand_in(ONE, RIGHT)
    tab.run(12_000)
    tab.leave()
    own.server.stored.pop(own.track)
    own.handed, own.rings, own.result = {}, {}, None
    tab = begun(own, script=script)
    tab.go(ONE)
    assert tab.sco.locator(".result").count() == 0
    tab.hand_in(ONE, WRONG)
    tab.hand_in(TWO, WRONG)
    tab.run(12_000)
    whole(own, tab)


def test_an_lms_that_answers_with_what_is_stored_now_stops_the_older_device(story):
    """Two devices; the adapter asks its server (a live one), so that the package can know."""
    own = story()
    first = begun(own)
    other = own.device()
    second = own.launch(context=other)
    second.hand_in(ONE, RIGHT)
    second.hand_in(TWO, RIGHT)
    second.run(12_000)
    first.page.evaluate("lms.refresh()")
    first.hand_in(ONE, WRONG, told=False)
    first.run(12_000)
    assert first.light() == "stopped"
    first.leave()
    second.leave()
    other.close()
    whole(own)


def test_another_learner_on_the_same_device_begins_at_the_beginning(story):
    own = story()
    tab = begun(own)
    tab.fails("503")
    tab.hand_in(ONE, RIGHT)
    tab.run(2000)
    tab.leave()
    tab.story.server.fault = ""
    own.handed, own.rings, own.result = {}, {}, None
    own.server.stored[own.track] = {"cmi.core.student_id": "peserta-2"}
    tab = begun(own)
    tab.go(ONE)
    assert tab.sco.locator(".result").count() == 0
    tab.leave()


def test_without_a_name_nothing_is_kept_and_nothing_promised(story):
    own = story()
    own.stored["cmi.core.student_id"] = ""
    tab = begun(own)
    tab.fails("503")
    tab.hand_in(ONE, RIGHT)
    tab.run(2000)
    assert "Jangan tutup halaman ini" in tab.sco.inner_text("#mm-notice")
    tab.fails("")
    tab.run(16_000)
    tab.until("saved")


NO_STORE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
NO_BASE = "Object.defineProperty(window, 'indexedDB', { value: undefined });"


@pytest.mark.parametrize("script", [NO_STORE + NO_BASE, NO_BASE])
def test_what_survives_no_new_login_is_not_promised(story, script):
    own = story()
    tab = begun(own, script=script)
    tab.hand_in(ONE, RIGHT)
    tab.fails("503")
    tab.hand_in(TWO, RIGHT)
    tab.run(2000)
    assert "Jangan tutup halaman ini" in tab.sco.inner_text("#mm-notice")
    tab.fails("")
    tab.run(16_000)
    tab.until("saved")
    whole(own, tab)


def test_a_base_that_never_answers_holds_nobody_up(story):
    own = story()
    tab = own.launch(script="indexedDB.open = () => ({});")
    tab.run(1500)
    tab.hand_in(ONE, RIGHT)
    tab.hand_in(TWO, RIGHT)
    tab.run(12_000)
    assert tab.light() == "saved"
    whole(own, tab)
