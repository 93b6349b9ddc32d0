"""`--sco chapter`: each chapter and each evaluation is opened, tracked and resumed by itself."""

from __future__ import annotations

import pytest
from acts import RIGHT, WRONG, answer, check, end_of_deck, go, submit, take_test, title
from msgspec.structs import replace
from player import Learner
from sample_module import SAMPLE, SECOND

from modmigrate.module import Chapter, Glossary, Heading, Paragraph, Term

pytestmark = pytest.mark.browser

STATUS, RAW = "cmi.core.lesson_status", "cmi.core.score.raw"
WORDS = Chapter(
    id="kata-sulit",
    title="Glosarium",
    role="back",
    content=(Glossary(terms=(Term(term="Segel", meaning="pengaman pintu peti kemas"),)),),
)
MODULE = replace(SAMPLE, chapters=(*SAMPLE.chapters, WORDS))


@pytest.fixture
def opened(browser, server, packages):
    """opened(page, …): a learner of one SCO of the module."""

    def make(page: str, module=MODULE, **options) -> Learner:
        return Learner(browser, server, packages(module, sco="chapter"), options=options, sco=page)

    return make


def read_all(sco):
    for code in sco.evaluate("[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))"):
        sco.evaluate("c => { location.hash = '#/' + c }", code)
        sco.wait_for_function("c => document.querySelector('#mm-screen').dataset.code === c", arg=code)
        end_of_deck(sco)


def test_a_chapter_without_scored_questions_completes_on_reading(opened):
    someone = opened("bab-1.html", moodle=True)
    assert someone.launch().close()[STATUS] == "incomplete"
    session = someone.launch()
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "0")
    assert "Benar" in check(session.sco, "q-pilih")
    assert session.close()[STATUS] == "incomplete"
    session = someone.launch()
    read_all(session.sco)
    cmi = session.close()
    assert (cmi[STATUS], cmi.get(RAW)) == ("completed", None)


@pytest.mark.parametrize(("answers", "result"), [(RIGHT, ("passed", "100")), (WRONG, ("failed", "0"))])
def test_a_chapter_with_a_test_passes_and_fails_by_itself(opened, answers, result):
    session = opened("bab-2.html", moodle=True).launch()
    take_test(session.sco, answers)
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == result


def test_a_pre_test_is_a_sco_that_never_scores(opened):
    session = opened("tes-awal.html", moodle=True).launch()
    read_all(session.sco)
    answer(session.sco, "q-p1", "0")
    answer(session.sco, "q-p2", "f")
    submit(session.sco)
    session.sco.locator(".result").wait_for()
    cmi = session.close()
    assert (cmi[STATUS], cmi.get(RAW)) == ("completed", None)


def test_each_sco_resumes_its_own_place_and_answers(opened):
    one, other = opened("bab-1.html"), opened("bab-2.html")
    session = one.launch()
    go(session.sco, "Latihan")
    answer(session.sco, "q-pilih", "2")
    session.close()
    session = other.launch()
    assert session.sco.locator("#mm-cover").is_visible()
    go(session.sco, "Ketentuan Rinci")
    session.page.wait_for_function("window.lms.committed['cmi.suspend_data']")
    session.kill()
    sco = one.launch().sco
    sco.wait_for_selector("#q-pilih")
    assert sco.locator('#q-pilih input[value="2"]').is_checked()
    sco = other.launch().sco
    sco.wait_for_selector("#mm-screen h1")
    assert title(sco).startswith("Ketentuan Rinci")


def test_what_the_device_keeps_for_one_sco_is_not_anothers(opened):
    one, other = opened("bab-1.html"), opened("bab-2.html")
    session = one.launch()
    session.page.evaluate("window.lms.offline = true")
    go(session.sco, "Latihan")
    session.close()
    other.store = one.store
    session = other.launch()
    assert session.sco.locator("#mm-cover").is_visible()
    session.close()
    sco = one.launch().sco
    sco.wait_for_selector("#q-pilih")


def test_it_holds_its_own_screens_only_and_ends_clearly(opened):
    session = opened("bab-2.html").launch()
    sco = session.sco
    sections = sco.evaluate("modmigrate.course.sections.map(s => s.id)")
    assert sections == ["bab-2", "pustaka", "kata-sulit"]
    assert sco.inner_text("#mm-cover h1") == "BAB II Pelaporan Hasil"
    last = sco.evaluate("modmigrate.course.sections[2].screens[0][0]")
    sco.evaluate("c => { location.hash = '#/' + c }", last)
    sco.wait_for_function("c => document.querySelector('#mm-screen').dataset.code === c", arg=last)
    sco.locator("#mm-next").click()
    sco.wait_for_selector("#mm-screen.is-end")
    assert title(sco) == "Akhir bagian ini"
    assert not sco.locator("#mm-next").is_visible()
    take_test(sco, RIGHT)
    read_all(sco)
    sco.evaluate("location.hash = '#/!'")
    sco.wait_for_selector("#mm-screen.is-end .is-pass")
    session.close()


def test_links_to_other_scos_are_text_and_terms_open_everywhere(opened):
    far = Chapter(
        id="bab-3",
        number="BAB III",
        title="Tiga",
        content=(Paragraph(text="Periksa segel; ulangi [latihan](#h-latihan), baca [bagian ini](#h-sini)."),
                 Heading(id="h-sini", text="Di Sini"), Paragraph(text="Isi.")),
    )  # fmt: skip
    module = replace(MODULE, chapters=(*MODULE.chapters, far))
    session = opened("bab-3.html", module).launch()
    go(session.sco, "Tiga")
    assert session.sco.locator("#mm-screen .body a").all_inner_texts() == ["bagian ini"]
    assert "ulangi latihan" in session.sco.inner_text("#mm-screen .body")
    session.sco.locator(".term").click()
    assert "pengaman pintu" in session.sco.inner_text("#mm-screen .fn-text")
    session.close()


def test_a_new_build_finds_each_scos_state_by_its_id(opened):
    someone = opened("bab-2.html", moodle=True)
    session = someone.launch()
    take_test(session.sco, RIGHT)
    before = session.close()
    new = Chapter(id="bab-0", title="Bab Baru", content=(Heading(id="h-baru", text="Baru"), Paragraph(text="Isi.")))
    renamed = replace(SECOND, title="Melaporkan Hasil", number="BAB III")
    changed = replace(MODULE, chapters=(new, *(renamed if c is SECOND else c for c in MODULE.chapters)))
    again = opened("bab-2.html", changed, moodle=True)
    again.cmi = before
    session = again.launch()
    session.sco.wait_for_selector(".result.is-pass")
    cmi = session.close()
    assert (cmi[STATUS], cmi[RAW]) == ("passed", "100")
