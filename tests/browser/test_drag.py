"""Ordering and matching by dragging: the same answers as without."""

from __future__ import annotations

import pytest
from acts import answer, check, go, show
from sample_module import SAMPLE

from modmigrate.module import Chapter, Module
from modmigrate.questions import Match

pytestmark = pytest.mark.browser


def drag(session, source, target):
    """From the middle of one element to that of another, in steps, as a finger goes."""
    sco = session.sco
    sco.locator(source).scroll_into_view_if_needed()
    start, end = (sco.locator(s).bounding_box() for s in (source, target))
    mouse = session.page.mouse
    mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    mouse.down()
    mouse.move(end["x"] + 20, end["y"] + end["height"] / 2, steps=12)
    mouse.up()


def shown(sco):
    return [e.get_attribute("data-i") for e in sco.locator("#q-urut li").all()]


def test_steps_are_ordered_by_their_grips_and_kept(learner):
    someone = learner(SAMPLE)
    session = someone.launch(height=1400)
    go(session.sco, "Latihan")
    answer(session.sco, "q-urut", (0, 1, 2, 3))
    drag(session, '#q-urut li[data-i="0"] .grip', '#q-urut li[data-i="3"]')
    assert shown(session.sco) == ["1", "2", "3", "0"]
    assert session.sco.locator('#q-urut li[data-i="0"] .move').nth(1).is_disabled()
    drag(session, '#q-urut li[data-i="0"] .grip', '#q-urut li[data-i="1"]')
    assert shown(session.sco) == ["0", "1", "2", "3"]
    drag(session, '#q-urut li[data-i="0"] .grip', '#q-urut li[data-i="3"]')
    assert "Benar" in check(session.sco, "q-urut")
    session.close()
    again = someone.launch()
    again.sco.wait_for_selector("#q-urut.is-right")
    assert shown(again.sco) == ["1", "2", "3", "0"]
    again.close()


def test_a_checked_answer_cannot_be_dragged(learner):
    session = learner(SAMPLE).launch(height=1400)
    go(session.sco, "Latihan")
    answer(session.sco, "q-urut", (0, 1, 2, 3))
    check(session.sco, "q-urut")
    assert not session.sco.locator("#q-urut .grip").first.is_visible()
    session.close()


def test_a_match_is_dropped_where_it_belongs(learner):
    session = learner(SAMPLE).launch(height=1600)
    sco = session.sco
    go(sco, "Latihan")
    show(sco, "q-jodoh")
    for row, right in enumerate((1, 0, 2)):
        drag(session, f'#q-jodoh .rights li[data-i="{right}"]', f"#q-jodoh .pair-row:nth-child({row + 1})")
    assert [s.input_value() for s in sco.locator("#q-jodoh select").all()] == ["1", "0", "2"]
    assert "Benar" in check(sco, "q-jodoh")
    assert session.close()["cmi.interactions.0.student_response"] == "a.2,b.1,c.3"


def test_a_word_is_tapped_and_then_its_place(learner):
    """On a phone a list of five selects was all there was, and dragging did not reach the rows below the screen."""
    session = learner(SAMPLE).launch()
    sco = session.sco
    go(sco, "Latihan")
    show(sco, "q-jodoh")
    for row, right in enumerate((1, 0, 2), 1):
        word = sco.locator(f'#q-jodoh .rights li[data-i="{right}"]')
        word.click()
        assert "is-picked" in word.get_attribute("class")
        sco.locator(f"#q-jodoh .pair-row:nth-child({row})").click()
        assert "is-used" in word.get_attribute("class")
        assert sco.locator("#q-jodoh .is-picked").count() == 0
    assert [s.input_value() for s in sco.locator("#q-jodoh select").all()] == ["1", "0", "2"]
    assert "Benar" in check(sco, "q-jodoh")
    sco.locator('#q-jodoh .rights li[data-i="0"]').click()
    assert sco.locator("#q-jodoh .is-picked").count() == 0
    session.close()


MANY = Match(
    id="q-banyak-baris",
    stem="Pasangkan.",
    left=tuple(f"Pernyataan nomor {n} yang cukup panjang" for n in range(10)),
    right=tuple(f"Kata {n}" for n in range(6)),
    answer=tuple((n % 6,) for n in range(10)),
)


def test_the_words_stay_in_sight_and_dragging_reaches_every_row(learner):
    module = Module(title="M", language="id", chapters=(Chapter(id="c", title="Satu", content=(MANY,)),))
    session = learner(module).launch()
    sco, mouse = session.sco, session.page.mouse
    go(sco, "Satu")
    sco.wait_for_selector(".rights li")
    word = sco.locator('.rights li[data-i="3"]')
    last = sco.locator(".pair-row").last
    assert last.bounding_box()["y"] > 1000
    start = word.bounding_box()
    mouse.move(start["x"] + 20, start["y"] + 10)
    mouse.down()
    mouse.move(start["x"] + 30, start["y"] + 60, steps=4)
    mouse.move(180, 730, steps=4)
    sco.wait_for_function(
        "() => document.querySelector('.pair-row:last-child').getBoundingClientRect().bottom < innerHeight"
    )
    # The page has come along, and the words with it.
    bank, bar = sco.locator(".rights").bounding_box(), sco.locator("#mm-bar").bounding_box()
    assert bar["height"] <= bank["y"] - bar["y"] <= bar["height"] + 8
    end = last.bounding_box()
    mouse.move(180, end["y"] + end["height"] / 2, steps=4)
    mouse.up()
    assert last.locator("select").input_value() == "3"
    session.close()


def test_a_row_is_dragged_wherever_a_mouse_takes_it(learner):
    session = learner(SAMPLE).launch(height=1400)
    sco = session.sco
    go(sco, "Latihan")
    answer(sco, "q-urut", (0, 1, 2, 3))
    drag(session, '#q-urut li[data-i="0"] .order-text', '#q-urut li[data-i="3"]')
    assert shown(sco) == ["1", "2", "3", "0"]
    session.close()
