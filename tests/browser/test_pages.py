"""Pages: nothing overflows, nothing is fetched from elsewhere, everything works by keyboard."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from acts import acting, end_of_deck, go, show, submit
from player import Learner
from rich_module import ARABIC, CHINESE, NASTY, RICH
from sample_module import SAMPLE

from modmigrate import pipeline
from modmigrate.module import Cell, Chapter, Code, Equation, Module, Paragraph, Table

pytestmark = pytest.mark.browser

SHOWN = "c => document.querySelector('#mm-screen').dataset.code === c"
"""Whether the screen with this code stands there; the address changes before it does."""


EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/module.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_no_screen_of_the_examples_overflows_on_a_small_phone(browser, server, path):
    session = Learner(browser, server, pipeline.convert(path).data).launch(width=320)
    assert overflowing(session) == {}
    session.close()


def overflowing(session):
    """Screens wider than the phone, and by how much."""
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    found = {"cover": session.sco.evaluate(wide)}
    for code in session.sco.evaluate("[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))"):
        session.sco.evaluate("c => { location.hash = '#/' + c }", code)
        session.sco.wait_for_function(SHOWN, arg=code)
        acting(session.sco)
        session.sco.evaluate(
            "document.querySelectorAll('.act > .btn, .fn, .act-card .btn, summary').forEach(b => b.click())"
        )
        session.sco.evaluate("document.querySelectorAll('.q-foot .btn').forEach(b => b.click())")
        found[code] = session.sco.evaluate(wide)
    return {code: over for code, over in found.items() if over > 0}


@pytest.mark.parametrize("theme", ["default", "contrast"])
@pytest.mark.parametrize("module", [RICH, ARABIC, CHINESE, NASTY], ids=["rich", "ar", "zh", "nasty"])
def test_nothing_overflows_on_a_small_phone_whatever_the_words(learner, module, theme):
    session = learner(module, theme=theme).launch(width=320)
    assert overflowing(session) == {}
    session.sco.locator("#mm-menu").click()
    assert (
        session.sco.evaluate(
            "() => { const d = document.getElementById('mm-contents'); return d.scrollWidth - d.clientWidth; }"
        )
        <= 0
    )
    session.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_screen_overflows(learner, server, width):
    missing = len(server.missing)
    session = learner(SAMPLE).launch(width=width)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert session.sco.evaluate(wide) <= 0
    for code in session.sco.evaluate("[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))"):
        session.sco.evaluate("c => { location.hash = '#/' + c }", code)
        session.sco.wait_for_function(SHOWN, arg=code)
        over = session.sco.evaluate(wide)
        assert over <= 0, (code, over)
    session.close()
    assert server.missing[missing:] == []


def test_touch_targets_are_large_enough(learner):
    session = learner(SAMPLE).launch(width=360)
    small = """() => [...document.querySelectorAll('button, a, .opt, select, .gap, .field, summary')]
        .filter(e => e.offsetParent && !e.closest('p, li > :not(.moves)') && !e.matches('.fn, .skip, .zoom'))
        .filter(e => { const r = e.getBoundingClientRect(); return r.height < 43.9 || r.width < 43.9; })
        .map(e => e.outerHTML.slice(0, 80))"""
    for heading in ("Latihan", "Evaluasi", "Langkah"):
        go(session.sco, heading if heading != "Langkah" else "Langkah-langkah Pemeriksaan")
        assert session.sco.evaluate(small) == []
    session.close()


def test_the_back_button_goes_one_screen_back(learner):
    session = learner(SAMPLE).launch()
    session.sco.locator("#mm-start").click()
    session.sco.wait_for_selector("#mm-screen h1")
    first = session.sco.inner_text("#mm-screen h1")
    session.sco.locator("#mm-next").click()
    session.sco.wait_for_function("t => document.querySelector('#mm-screen h1').textContent !== t", arg=first)
    session.page.evaluate("history.back()")
    session.sco.wait_for_function("t => document.querySelector('#mm-screen h1').textContent === t", arg=first)
    session.close()


def test_links_between_screens_and_notes_open(learner):
    session = learner(SAMPLE).launch()
    sco = session.sco
    go(sco, "Langkah-langkah Pemeriksaan")
    assert sco.locator('a[href^="javascript"]').count() == 0
    assert sco.locator('a[href="https://www.beacukai.go.id"]').get_attribute("rel") == "noopener noreferrer"
    sco.locator(".fn").click()
    assert "satu hari" in sco.inner_text(".fn-text")
    sco.locator(".zoom").click()
    assert sco.locator(".lightbox").is_visible()
    session.page.keyboard.press("Escape")
    assert sco.locator(".lightbox").count() == 0
    sco.locator('a[href="#h-latihan"]').click()
    sco.wait_for_selector("#q-pilih")
    session.close()


def press_until(session, selector, limit=400):
    for _ in range(limit):
        if session.sco.evaluate("s => !!document.activeElement && document.activeElement.matches(s)", selector):
            return
        session.page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by keyboard")


def test_every_question_type_can_be_answered_by_keyboard_alone(learner):
    session = learner(SAMPLE).launch()
    sco, keyboard = session.sco, session.page.keyboard
    go(sco, "Latihan")

    def hand_in(question, verdict):
        press_until(session, f"#{question} .q-foot .btn")
        keyboard.press("Enter")
        assert verdict in sco.inner_text(f"#{question} .fb")
        assert sco.evaluate("q => !!document.activeElement.closest('#' + q)", question)

    press_until(session, "#q-pilih input")
    keyboard.press("Space")
    while sco.locator("#q-pilih :checked").get_attribute("value") != "0":
        keyboard.press("ArrowDown")
    hand_in("q-pilih", "Benar")
    for value in ("0", "2", "3"):
        press_until(session, f'#q-banyak input[value="{value}"]')
        keyboard.press("Space")
    hand_in("q-banyak", "Benar")
    press_until(session, "#q-benar input")
    keyboard.press("ArrowDown")
    hand_in("q-benar", "Benar")
    for number, right in enumerate((1, 0, 2), 1):
        press_until(session, f"#q-jodoh-{number}")
        keyboard.press(sco.inner_text(f'#q-jodoh .rights li[data-i="{right}"] .letter'))
    hand_in("q-jodoh", "Benar")
    for place, entry in enumerate((1, 2, 3, 0)):
        now = sco.evaluate(
            "i => [...document.querySelectorAll('#q-urut li')].findIndex(e => e.dataset.i === i)", str(entry)
        )
        if now > place:
            press_until(session, f'#q-urut li[data-i="{entry}"] .move[data-by="-1"]')
        for _ in range(now - place):
            keyboard.press("Enter")
    hand_in("q-urut", "Benar")
    press_until(session, "#q-isi .gap")
    keyboard.type("pemeriksa")
    keyboard.press("Tab")
    keyboard.type("importir")
    hand_in("q-isi", "Benar")
    press_until(session, "#q-singkat .field")
    keyboard.type("manifes")
    keyboard.press("Enter")
    assert "Benar" in sco.inner_text("#q-singkat .fb")
    press_until(session, "#q-uraian .field")
    keyboard.type("Karena perlu.")
    hand_in("q-uraian", "Contoh jawaban")
    press_until(session, "#q-tugas input")
    keyboard.press("Space")
    hand_in("q-tugas", "tersimpan")
    session.close()


def test_the_drawer_works_by_keyboard(learner):
    session = learner(SAMPLE).launch()
    sco, keyboard = session.sco, session.page.keyboard
    go(sco, "Latihan")
    sco.locator("#mm-menu").focus()
    keyboard.press("Enter")
    assert sco.locator("#mm-drawer").is_visible()
    assert sco.inner_text(":focus").startswith("D. Latihan")
    keyboard.press("Escape")
    sco.wait_for_selector("#mm-drawer", state="hidden")
    assert sco.evaluate("document.activeElement.id") == "mm-menu"
    session.close()


def test_headings_come_in_order_on_every_screen(learner):
    session = learner(SAMPLE).launch()
    for code in session.sco.evaluate("[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))"):
        session.sco.evaluate("c => { location.hash = '#/' + c }", code)
        session.sco.wait_for_function(SHOWN, arg=code)
        levels = session.sco.evaluate(
            "[...document.querySelectorAll('#mm-screen :is(h1,h2,h3,h4)')].map(h => +h.tagName[1])"
        )
        assert levels[0] == 1
        assert all(b <= a + 1 for a, b in pairwise(levels)), levels
    session.close()


def formula(words):
    row = f"<mfrac><mtext>Biaya tetap</mtext><mrow><mtext>{words}</mtext></mrow></mfrac>"
    return Equation(text=f"Biaya tetap / {words}", mathml=f"<math><mi>Q</mi><mo>=</mo>{row}</math>")


CELLS = tuple(Cell(text=f"kolom{n}") for n in range(9))
WIDE = Module(
    title="Lebar",
    language="id",
    chapters=(
        Chapter(
            id="c",
            title="Rumus",
            content=(
                formula("harga"),
                formula("harga jual per unit dikurangi biaya produksi"),
                formula("harga jual per unit dikurangi biaya variabel per unit dan pajak yang berlaku"),
                Table(rows=(CELLS, CELLS), caption="Tabel yang lebar"),
            ),
        ),
    ),
)


LISTING = "for name in shelf:\n    print(name, " + "price, " * 20 + "end='')"


def test_a_wide_listing_keeps_its_lines_and_scrolls_by_itself(learner):
    content = (Code(text=LISTING), Code(text="x = 1"))
    module = Module(title="Kode", language="id", chapters=(Chapter(id="c", title="Program", content=content),))
    session = learner(module).launch(width=360)
    go(session.sco, "Program")
    wide, small = session.sco.evaluate("""() => [...document.querySelectorAll('.code > .scroll')].map(box => ({
        said: box.innerText.trimEnd(), scrolls: box.scrollWidth > box.clientWidth, stop: box.getAttribute('tabindex'),
        role: box.getAttribute('role'), label: box.getAttribute('aria-label') }))""")
    assert wide == {"said": LISTING, "scrolls": True, "stop": "0", "role": "region", "label": "for name in shelf:"}
    assert small == {"said": "x = 1", "scrolls": False, "stop": None, "role": None, "label": None}
    assert session.sco.evaluate("document.documentElement.scrollWidth <= innerWidth")
    session.close()


def test_a_wide_formula_starts_at_its_start_and_shows_that_it_scrolls(learner):
    session = learner(WIDE).launch(width=360)
    go(session.sco, "Rumus")
    found = session.sco.evaluate("""() => [...document.querySelectorAll('.equation > .scroll')].map(box => {
        const inner = box.firstElementChild.getBoundingClientRect(), outer = box.getBoundingClientRect();
        return { wide: box.parentNode.className, stop: box.getAttribute('tabindex'), role: box.getAttribute('role'),
          label: box.getAttribute('aria-label'), start: inner.left >= outer.left, end: inner.right <= outer.right + 1,
          size: box.style.fontSize };
    })""")
    small, smaller, wide = found
    assert (small["wide"], small["stop"], small["role"], small["size"], small["end"]) == (
        "equation",
        None,
        None,
        "",
        True,
    )
    assert (smaller["wide"], smaller["end"]) == ("equation", True)
    assert smaller["size"]
    assert (wide["wide"], wide["stop"], wide["role"], wide["size"]) == ("equation is-wide", "0", "region", "0.75em")
    assert wide["label"].startswith("Biaya tetap")
    assert all(box["start"] for box in found)
    assert session.sco.evaluate("""() => { const box = document.querySelector('.table .scroll');
        box.scrollLeft = 200;
        return box.scrollLeft === 200 &&
            document.querySelector('.table .caption').getBoundingClientRect().left > 0; }""")
    session.close()


def test_while_it_asks_about_gaps_a_test_shows_two_buttons(learner):
    session = learner(SAMPLE).launch()
    sco = session.sco
    go(sco, "Evaluasi")
    submit(sco)
    assert sco.locator(".submit .btn:visible").count() == 2
    assert sco.evaluate("document.activeElement.closest('.gaps') !== null")
    show(sco, "q-t1")
    sco.locator("#q-t1 label").first.click()
    end_of_deck(sco)
    assert sco.locator(".submit .btn:visible").count() == 1
    session.close()


def test_words_of_another_direction_than_the_modules_keep_theirs(learner):
    chapters = tuple(Chapter(id=f"c{n}", title="باب", content=(Paragraph(text="متن۔"),)) for n in range(2))
    urdu = Module(title="ماڈیول", language="ur", chapters=chapters)
    session = learner(urdu).launch()
    sco = session.sco
    direction = "s => getComputedStyle(document.querySelector(s)).direction"
    for line in (".facts", "#mm-start span", ".drawer-head p", ".toc h2", ".nav-word"):
        assert sco.evaluate(direction, line) == "ltr", line
    for line in (".hero h1", ".toc-title"):
        assert sco.evaluate(direction, line) == "rtl", line
    session.close()


def test_an_unanswered_match_asks_to_pick(learner):
    session = learner(SAMPLE).launch()
    sco = session.sco
    code = sco.evaluate("[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))")
    for screen in code:
        sco.evaluate("c => { location.hash = '#/' + c }", screen)
        sco.wait_for_function(SHOWN, arg=screen)
        for select in sco.locator("[data-type=match] select").all():
            assert select.evaluate("s => s.selectedIndex") == 0
    session.close()
