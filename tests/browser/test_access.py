"""Accessibility: axe finds nothing on any screen, before and after answering, in light and dark."""

from __future__ import annotations

import pytest
from acts import RIGHT, WRONG, answer, check, go, take_test
from needs import NODE_MODULES, needed
from sample_module import SAMPLE

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe(session):
    """What axe has to say: rule and element."""
    session.page.wait_for_timeout(300)  # the screen has faded in
    session.sco.evaluate(needed(NODE_MODULES / "axe-core/axe.min.js").read_text("utf-8"))
    found = session.sco.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [(v["id"], n["html"][:120]) for v in found["violations"] for n in v["nodes"]]


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_axe_finds_nothing(learner, scheme, width):
    session = learner(SAMPLE).launch(width=width)
    session.page.emulate_media(color_scheme=scheme)
    sco = session.sco
    assert axe(session) == []
    for heading in ("Pemeriksaan Fisik Barang", "Langkah-langkah Pemeriksaan", "Data dan Perhitungan", "Latihan"):
        go(sco, heading)
        assert axe(session) == [], heading
    answer(sco, "q-pilih", "2")
    check(sco, "q-pilih")
    answer(sco, "q-benar", "t")
    check(sco, "q-benar")
    sco.locator("#q-benar .q-foot .quiet").click()
    answer(sco, "q-jodoh", ("1", "0", "3"))
    check(sco, "q-jodoh")
    sco.locator("#q-jodoh .q-foot .quiet").click()
    answer(sco, "q-uraian", "Karena penting.")
    check(sco, "q-uraian")
    assert axe(session) == []
    take_test(sco, WRONG)
    assert axe(session) == []
    take_test(sco, RIGHT)
    assert axe(session) == []
    sco.evaluate("location.hash = '#/!'")
    assert axe(session) == []
    if width < 1000:
        sco.locator("#mm-menu").click()
        assert axe(session) == []
    session.close()
