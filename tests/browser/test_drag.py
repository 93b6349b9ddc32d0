"""Ordering and matching by dragging: the same answers as without."""

from __future__ import annotations

import pytest
from acts import answer, check, go
from sample_module import SAMPLE

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
    for row, right in enumerate((1, 0, 2)):
        drag(session, f'#q-jodoh .rights li[data-i="{right}"] .grip', f"#q-jodoh .pair-row:nth-child({row + 1})")
    assert [s.input_value() for s in sco.locator("#q-jodoh select").all()] == ["1", "0", "2"]
    assert "Benar" in check(sco, "q-jodoh")
    assert session.close()["cmi.interactions.0.student_response"] == "a.2,b.1,c.3"
