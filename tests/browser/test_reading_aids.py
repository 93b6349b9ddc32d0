"""Aids for reading: terms on tap, cards to turn, search, reading aloud; by touch, keyboard and screen reader."""

from __future__ import annotations

import pytest
from acts import acting, end_of_deck, go, title
from msgspec.structs import replace
from rich_module import CHINESE, RICH

from modmigrate.module import Chapter, Glossary, Item, List, Module, Paragraph, Term

pytestmark = pytest.mark.browser


def test_a_term_opens_its_meaning_where_a_screen_first_names_it(learner):
    session = learner(RICH).launch()
    sco = session.sco
    go(sco, "Pencatatan Harian")
    terms = sco.locator("#mm-screen .term")
    assert [t.lower() for t in terms.all_inner_texts()] == ["laba", "omzet", "arus kas"]
    assert sco.locator("h1 .term, h2 .term, h3 .term, a .term, .q .term").count() == 0
    terms.first.focus()
    session.page.keyboard.press("Enter")
    assert terms.first.get_attribute("aria-expanded") == "true"
    meaning = sco.locator(".fn-text:visible")
    assert "Sisa pendapatan" in meaning.inner_text()
    sco.wait_for_function("() => document.getElementById('mm-live').textContent.includes('Sisa pendapatan')")
    terms.first.click()
    assert meaning.count() == 0
    go(sco, "Latihan")
    assert sco.locator(".q .term").count() == 0
    session.close()


def test_terms_of_scripts_without_blanks_are_found(learner):
    session = learner(CHINESE).launch()
    go(session.sco, "项目与项目管理")
    assert session.sco.locator("#mm-screen .term").all_inner_texts() == ["资源", "风险"]
    session.close()


def test_terms_and_definitions_are_cards_to_turn_by_keyboard(learner):
    session = learner(RICH).launch()
    sco, keyboard = session.sco, session.page.keyboard
    for screen, cards in (("Glosarium", 3), ("C. Langkah Mencatat", 2)):
        go(sco, screen)
        acting(sco)
        deck = sco.locator("[data-act=recall]")
        deck.locator("> .btn").focus()
        keyboard.press("Enter")
        assert deck.locator(".act-place").inner_text() == f"1 dari {cards}"
        keyboard.press("Tab")
        assert deck.locator(".act-back").count() == 0
        keyboard.press("Enter")
        assert sco.evaluate("document.activeElement.matches('.act-card.is-open')")
        keyboard.press("Tab")
        keyboard.press("Enter")  # not yet: it comes again, at the end
        for _ in range(cards):
            deck.locator(".act-card > .btn").press("Enter")
            deck.locator(".act-row .primary").press("Enter")
        assert f"{cards - 1} dari {cards}" in deck.locator(".act-result").inner_text()
    assert sco.locator(".note.is-definition").first.is_visible()
    session.close()


def test_the_card_of_a_list_asks_for_what_is_in_the_list(learner):
    """An example module's list of advice was to be recalled by “its meaning”, as a term is."""
    items = tuple(Item(text=text) for text in ("gunting kain", "jarum pentul", "benang jahit"))
    content = (Paragraph(text="Alat yang dipakai:"), List(items=items))
    session = learner(Module(title="M", language="id", chapters=(Chapter(title="Satu", content=content),))).launch()
    go(session.sco, "Satu")
    acting(session.sco)
    deck = session.sco.locator("[data-act=recall]")
    assert deck.locator(".act-lead").inner_text() == "Ingat dulu isi daftarnya, lalu balik kartunya."
    deck.locator("> .btn").click()
    assert deck.locator(".act-place").count() == 0  # “1 of 1” says nothing
    session.close()


def test_search_finds_words_in_chapters_that_were_never_opened(learner):
    # The first chapter's first screens come with the page.
    first = Chapter(id="satu", title="Satu", content=(Paragraph(text="Selamat belajar."),))
    session = learner(replace(RICH, opening=(), chapters=(first, *RICH.chapters))).launch()
    sco = session.sco
    go(sco, "Glosarium")
    assert sco.evaluate("performance.getEntriesByType('resource').some(r => r.name.endsWith('/b1.js'))") is False
    sco.locator("#mm-menu").click()
    field = sco.locator("#mm-find input")
    field.fill("NASI uduk")
    sco.wait_for_selector("#mm-found a")
    assert sco.locator("#mm-found mark").first.inner_text().lower() == "nasi uduk"
    assert sco.locator("#mm-contents").is_hidden()
    sco.locator("#mm-found a").first.click()
    sco.wait_for_function("() => document.querySelector('#mm-screen h1').textContent.includes('Pencatatan')")
    assert sco.evaluate("document.activeElement.textContent.includes('nasi uduk')")
    sco.locator("#mm-menu").click()
    field.fill("tidak ada di mana pun")
    sco.wait_for_selector("#mm-found a", state="detached")
    assert sco.inner_text("#mm-find p") == "Tidak ditemukan."
    field.fill("")
    sco.wait_for_selector("#mm-contents")
    session.close()


def test_what_search_has_found_stays_under_the_finger_while_other_chapters_come_in(learner):
    preface = Chapter(id="kata", title="Kata Pengantar", role="front", content=(Paragraph(text="Selamat belajar."),))
    session = learner(replace(RICH, opening=(), chapters=(preface, *RICH.chapters))).launch()
    sco = session.sco
    go(sco, "Glosarium")
    sco.locator("#mm-menu").click()
    sco.evaluate(
        """() => {
            window.gone = window.painted = 0;
            new MutationObserver(all => all.forEach(m => { window.gone += m.removedNodes.length }))
                .observe(document.querySelector('#mm-found'), {childList: true});
            new MutationObserver(() => { window.painted += 1 })
                .observe(document.querySelector('#mm-find p'), {childList: true});
        }"""
    )
    sco.locator("#mm-find input").fill("nasi")
    sco.wait_for_function("() => performance.getEntriesByType('resource').some(r => r.name.endsWith('/b1.js'))")
    sco.wait_for_selector("#mm-found a:has-text('Pencatatan') .snippet")
    sco.wait_for_function("() => document.querySelectorAll('#mm-found a').length > 1")
    before = sco.evaluate("window.painted")
    sco.locator("#mm-find input").dispatch_event("input")
    sco.wait_for_function("n => window.painted > n", arg=before)
    assert sco.evaluate("window.gone") == 0
    session.close()


def test_the_drawer_names_no_place_twice(learner):
    session = learner(RICH).launch()
    go(session.sco, "Pencatatan Harian")
    targets = session.sco.evaluate("[...document.querySelectorAll('#mm-contents a')].map(a => a.hash)")
    assert len(targets) == len(set(targets))
    assert session.sco.evaluate("document.querySelectorAll('#mm-contents [aria-current]').length") == 1
    session.close()


def test_a_chapter_shows_its_objectives_once_and_ends_with_them_as_a_check_list(learner):
    session = learner(RICH).launch()
    sco = session.sco
    go(sco, "Pencatatan Harian")
    assert sco.locator(".objectives").count() == 0
    sco.locator(".to-objectives a").click()
    sco.wait_for_selector(".objectives li")
    assert title(sco) == "B. Tujuan Pembelajaran"
    assert sco.locator(".objectives li").all_inner_texts() == ["mencatat transaksi;", "menghitung laba bersih."]
    assert sco.locator(".learnt").count() == 0
    go(sco, "Latihan")
    end_of_deck(sco)
    assert sco.locator(".learnt .opt").count() == 2
    sco.locator(".learnt .opt").first.click()
    assert session.cmi("cmi.core.score.raw") is None
    session.close()


VOICES = """
window.spoken = [];
const voices = [{ lang: "%s", localService: true, name: "v" }];
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices, addEventListener() {}, cancel() { window.spoken.push("-"); },
  speak(u) { window.spoken.push(u.text); setTimeout(() => u.onend && u.onend(), 0); } } });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
"""Browsers in tests have no voices: a stand-in for the browser, not for our code."""


@pytest.mark.parametrize(("language", "there"), [("id-ID", True), ("en-US", False)])
def test_reading_aloud_is_offered_where_a_voice_speaks_the_language(learner, language, there):
    someone = learner(RICH)
    session = someone.launch(script=VOICES % language)
    sco = session.sco
    go(sco, "Glosarium")
    acting(sco)
    assert sco.locator("#mm-aloud").is_visible() is there
    if there:
        sco.locator("#mm-aloud").click()
        sco.wait_for_function("() => window.spoken.includes('-') || !document.querySelector('#mm-aloud.is-on')")
        said = sco.evaluate("window.spoken.join(' ').replace(/\\s+/g, ' ')")
        assert said.startswith("Glosarium Laba Sisa pendapatan setelah semua biaya. Omzet")
        sco.wait_for_function("() => !document.querySelector('.is-read')")
    session.close()


def test_no_line_begins_with_the_punctuation_behind_a_term(learner):
    """On a phone `(HPP` stood at the end of a line, `) per bungkus` at the beginning of the next."""
    words = Glossary(terms=(Term(term="HPP", meaning="harga pokok"),))
    chapter = Chapter(id="c", title="Satu", content=(Paragraph(text="Harga pokok produksi (HPP), lalu laba."), words))
    session = learner(Module(id="t", title="T", language="id", chapters=(chapter,))).launch()
    go(session.sco, "Satu")
    torn = session.sco.evaluate("""() => {
        const term = document.querySelector('.term'), p = term.closest('p'), range = document.createRange();
        range.selectNodeContents(term.nextSibling);
        const widths = [...Array(150).keys()].map(n => 120 + n);
        return widths.filter(w => { p.style.width = w + 'px';
            return range.getBoundingClientRect().top > term.getBoundingClientRect().bottom; });
    }""")
    assert torn == []
    session.sco.locator(".term").click()
    assert session.sco.locator(".fn-text").is_visible()
    session.close()
