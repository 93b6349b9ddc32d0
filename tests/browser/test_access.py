"""Accessibility: axe finds nothing on any screen or state of a question, in light and dark, in both themes."""

from __future__ import annotations

import pytest
from acts import RIGHT, UNFOLDED, WRONG, acting, answer, check, go, show, submit, take_test
from needs import NODE_MODULES, needed
from rich_module import ARABIC, CHINESE, RICH
from sample_module import SAMPLE

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = "[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))"


def axe(session, what):
    """Nothing that axe has to say, in light and in dark; of all questions of a deck, shown or not."""
    if session.sco.locator(".deck").count():
        session.sco.add_style_tag(content=UNFOLDED)
    for scheme in ("light", "dark"):
        # Without motion nothing is caught half faded in.
        session.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if not session.sco.evaluate("!!window.axe"):
            session.sco.evaluate(needed(NODE_MODULES / "axe-core/axe.min.js").read_text("utf-8"))
        found = session.sco.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        wrong = [(v["id"], n["html"][:120], n["failureSummary"][:200]) for v in found["violations"] for n in v["nodes"]]
        assert wrong == [], (what, scheme)


def screens(session):
    """Every screen, one after the other."""
    for code in session.sco.evaluate(SCREENS):
        session.sco.evaluate("c => { location.hash = '#/' + c }", code)
        session.sco.wait_for_function(
            "c => location.hash === '#/' + c && !!document.querySelector('#mm-screen h1')", arg=code
        )
        # Questions are there once their buttons are.
        ready = "() => [...document.querySelectorAll('#mm-screen .q')].every(q => q.querySelector('.q-foot'))"
        session.sco.wait_for_function(ready)
        acting(session.sco)
        yield code


@pytest.mark.parametrize("theme", ["default", "contrast"])
def test_every_kind_of_screen(learner, theme):
    session = learner(RICH, theme=theme).launch()
    sco = session.sco
    sco.wait_for_load_state("networkidle")  # what the first screen does without, cards among it, comes after it
    axe(session, "cover")
    for code in screens(session):
        sco.evaluate("document.querySelectorAll('.act-all').forEach(b => b.hidden || b.click())")
        for closed in sco.locator("#mm-screen .term, #mm-screen .act > .btn, #mm-screen .q-hint summary").all():
            closed.click()
        for card in sco.locator("#mm-screen .act-card .btn").all()[:1]:
            card.click()
        axe(session, code)
    sco.evaluate("location.hash = '#/!'")
    sco.wait_for_selector(".is-end")
    axe(session, "end")
    sco.locator("#mm-menu").click()
    axe(session, "drawer")
    sco.fill("#mm-find input", "laba")
    sco.wait_for_selector("#mm-found a")
    axe(session, "search")
    session.close()


@pytest.mark.parametrize("module", [ARABIC, CHINESE], ids=["ar", "zh"])
def test_other_scripts_on_a_wide_screen(learner, module):
    session = learner(module).launch(width=1280)
    for code in screens(session):
        axe(session, code)
    session.close()


WRONGLY = {
    "q-pilih": "2",
    "q-banyak": ("0",),
    "q-benar": "t",
    "q-jodoh": ("1", "0", "3"),
    "q-isi": ("a", "b"),
    "q-singkat": "a",
}
RIGHTLY = {
    "q-pilih": "0",
    "q-banyak": ("0", "2", "3"),
    "q-benar": "f",
    "q-jodoh": ("1", "0", "2"),
    "q-urut": (1, 2, 3, 0),
    "q-isi": ("pemeriksa", "importir"),
    "q-singkat": "manifes",
}


@pytest.mark.parametrize("theme", ["default", "contrast"])
def test_every_state_of_a_question(learner, theme):
    someone = learner(SAMPLE, theme=theme)
    session = someone.launch()
    sco = session.sco
    go(sco, "Latihan")
    show(sco, "q-pilih")
    sco.locator("#q-pilih .q-foot .btn").first.click()
    axe(session, "nothing chosen")
    for question, value in WRONGLY.items():
        answer(sco, question, value)
    show(sco, "q-urut")
    sco.locator("#q-urut .move:not([disabled])").first.click()
    for question in (*WRONGLY, "q-urut"):
        check(sco, question)
    answer(sco, "q-uraian", "Karena penting.")
    answer(sco, "q-tanpa-kunci", "0")
    show(sco, "q-tugas")
    sco.locator("#q-tugas label").first.click()
    for question in ("q-uraian", "q-tanpa-kunci", "q-tugas"):
        check(sco, question)
    axe(session, "wrong, model answer, no key")
    for question in (*WRONGLY, "q-urut"):
        show(sco, question)
        sco.locator(f"#{question} .q-foot .look-up").first.click()
    axe(session, "answers looked up")
    for question in RIGHTLY:
        show(sco, question)
        sco.locator(f"#{question} .q-foot .primary").first.click()
    axe(session, "tried again")
    for question in ("q-pilih", "q-banyak", "q-benar"):
        for box in sco.locator(f"#{question} input[type=checkbox]:checked").all():
            box.evaluate("b => b.click()")
    for question, value in RIGHTLY.items():
        answer(sco, question, value)
        assert "Benar" in check(sco, question), question
    axe(session, "right")
    go(sco, "Evaluasi")
    submit(sco)
    axe(session, "gaps in a test")
    take_test(sco, WRONG)
    axe(session, "failed")
    sco.evaluate("location.hash = '#/!'")
    sco.wait_for_selector(".is-end")
    axe(session, "the end, failed")
    session.close()
    session = someone.launch()
    session.sco.wait_for_selector("#mm-screen h1")
    axe(session, "resumed")
    take_test(session.sco, RIGHT)
    axe(session, "passed")
    session.sco.evaluate("location.hash = '#/!'")
    session.sco.wait_for_selector(".is-end")
    axe(session, "the end, passed")
    session.close()


def test_the_trainers_edition(learner):
    session = learner(RICH, edition="trainer").launch()
    axe(session, "cover")
    for code in screens(session):
        axe(session, code)
    session.close()


STOPS = """() => {
    const seen = new Set();
    window.stops = [...document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex="0"]')]
        .filter(e => e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden' && !e.disabled)
        .filter(e => !e.closest('[inert]') && !(e.type === 'radio' && seen.has(e.name)) && (seen.add(e.name) || true));
    window.reached = new Set();
    document.addEventListener('focusin', e => window.reached.add(e.target));
    document.activeElement.blur();
    return window.stops.length;
}"""


def test_everything_on_every_screen_is_reached_by_the_tab_key(learner):
    session = learner(RICH).launch()
    for code in screens(session):
        session.sco.evaluate("document.querySelectorAll('.act > .btn').forEach(b => b.click())")
        count = session.sco.evaluate(STOPS)
        session.sco.locator("#mm-main").focus()
        for _ in range(count + 12):
            session.page.keyboard.press("Tab")
            session.sco.evaluate("document.hasFocus() || window.focus()")
        left = session.sco.evaluate(
            "stops.filter(e => !reached.has(e) && !(e.type === 'radio' && [...reached].some(r => r.name === e.name)))"
            ".map(e => e.outerHTML.slice(0, 90))"
        )
        assert left == [], code
    session.close()
