"""Cover, contents, chapter ends and the end: complete, in order, and for paper."""

from __future__ import annotations

import pytest
from acts import RIGHT, answer, check, end_of_deck, go, take_test, title
from sample_module import FILLER, SAMPLE

from modmigrate.module import Chapter, Heading, Module, Objective, Objectives, Paragraph
from modmigrate.questions import TrueFalse

pytestmark = pytest.mark.browser

P = Paragraph(text=FILLER * 2)
BOOK = Module(
    title="PELATIHAN KEWIRAUSAHAAN SOSIAL",
    language="id",
    opening=tuple(
        Paragraph(text=t) for t in ("**PUSAT PENDIDIKAN DAN PELATIHAN**", "bagi keluarga mandiri", "Jakarta", "2025")
    ),
    chapters=(
        Chapter(id="kata", title="KATA PENGANTAR", role="front", content=(P,)),
        Chapter(
            id="b1",
            number="BAB I",
            title="MENGENAL USAHA",
            content=(
                Heading(id="h-a", number="A.", text="Latar Belakang"),
                Paragraph(text="Pendek."),
                Heading(id="h-b", number="B.", text="Pengertian"),
                P,
                Heading(id="h-c", number="C.", text="Ciri-ciri"),
                P,
            ),
        ),
        Chapter(id="b2", number="BAB II", title="PENUTUP", content=(P,)),
        Chapter(id="pustaka", title="DAFTAR PUSTAKA", role="back", content=(P,)),
    ),
)


def test_the_cover_says_what_the_title_page_says_and_learning_starts_at_the_first_chapter(learner):
    session = learner(BOOK).launch()
    sco = session.sco
    assert sco.inner_text(".hero h1") == "Pelatihan kewirausahaan sosial"
    assert [p.inner_text() for p in sco.locator(".imprint").all()] == [
        "Pusat Pendidikan dan Pelatihan",
        "bagi keluarga mandiri",
        "Jakarta, 2025",
    ]
    assert [n.inner_text() for n in sco.locator(".toc-no").all()] == ["", "1", "2", ""]
    sco.locator("#mm-start").click()
    sco.wait_for_selector("#mm-screen h1")
    assert title(sco) == "Mengenal usaha"
    assert sco.inner_text(".eyebrow") == "Bab 1 dari 2"
    session.close()


def test_the_contents_list_every_heading_and_lead_to_it(learner):
    session = learner(BOOK).launch()
    sco = session.sco
    go(sco, "C. Ciri-ciri")
    sco.locator("#mm-menu").click()
    listed = sco.locator("[data-section] .pages a:visible")
    assert [e.inner_text().split("\n")[0] for e in listed.all()] == [
        "A. Latar Belakang",
        "B. Pengertian",
        "C. Ciri-ciri",
    ]
    assert sco.inner_text("#mm-contents [aria-current]").startswith("C. Ciri-ciri")
    listed.nth(1).click()
    sco.wait_for_selector("#h-b")
    assert title(sco) == "Mengenal usaha"
    assert 0 <= sco.evaluate("document.getElementById('h-b').getBoundingClientRect().top") < 200
    session.close()


def test_the_end_comes_after_the_last_chapter_and_reference_behind_it(learner):
    session = learner(BOOK).launch()
    sco = session.sco
    go(sco, "Mengenal usaha")
    assert "Berikutnya" not in sco.inner_text("#mm-screen")
    go(sco, "C. Ciri-ciri")
    assert "Berikutnya: Penutup" in sco.inner_text(".next-up")
    go(sco, "Penutup")
    sco.locator("#mm-next").click()
    sco.wait_for_selector(".is-end")
    assert sco.locator(".end-list a").all_inner_texts() == ["Daftar pustaka"]
    sco.locator(".end-list a").click()
    sco.wait_for_function("() => document.querySelector('#mm-screen h1').textContent.includes('pustaka')")
    sco.locator("#mm-back").click()
    sco.wait_for_selector(".is-end")
    session.close()


def read_all(sco):
    """Opens every screen and every question, as somebody who reads a module from cover to end."""
    sco.evaluate("location.hash = ''")
    sco.locator("#mm-start").click()
    while not sco.locator(".is-end").count():
        before = sco.evaluate("location.hash")
        sco.locator("#mm-next").click()
        # The address changes at once, the screen when its chapter is there: on a busy machine the old deck was turned.
        sco.wait_for_function(
            """before => location.hash !== before && (document.querySelector('.is-end') ||
                '#/' + document.querySelector('#mm-screen').dataset.code === location.hash)""",
            arg=before,
        )
        end_of_deck(sco)


def test_the_record_names_the_learner_the_result_and_the_learners_own_words(learner):
    session = learner(SAMPLE).launch()
    sco = session.sco
    read_all(sco)
    go(sco, "Latihan")
    answer(sco, "q-uraian", "Agar peti tidak dibuka.")
    check(sco, "q-uraian")
    take_test(sco, RIGHT)
    sco.evaluate("location.hash = '#/!'")
    sco.wait_for_selector(".own-text")
    record = sco.inner_text(".record")
    for said in ("Dewi Sari", "Pemeriksaan Fisik Barang", "Pelaporan Hasil – Evaluasi", "100%", "menjelaskan tujuan"):
        assert said in record
    assert sco.inner_text(".own-text") == "Agar peti tidak dibuka."
    session.page.emulate_media(media="print")
    assert sco.locator(".record").is_visible()
    assert sco.locator(".record .btn").is_hidden()
    session.close()


def test_the_record_claims_no_objectives_of_chapters_that_were_not_read(learner):
    """The last screen can be opened first; what is printed there bears the learner's name."""
    session = learner(SAMPLE).launch()
    sco = session.sco
    sco.evaluate("location.hash = '#/!'")
    sco.wait_for_selector(".record")
    session.page.wait_for_load_state("networkidle")
    assert "menjelaskan tujuan" not in sco.inner_text(".record")
    read_all(sco)
    sco.wait_for_selector(".record li")
    assert "menjelaskan tujuan" in sco.inner_text(".record")
    session.close()


def test_a_chapter_is_done_once_its_test_was_handed_in_and_the_contents_say_so_at_once(learner):
    """They showed a tick at a chapter whose test had only been opened, and its result on the next screen only."""
    session = learner(SAMPLE).launch()
    sco = session.sco
    read_all(sco)
    go(sco, "Evaluasi")
    done = "document.querySelector('#mm-contents > .is-open').classList.contains('is-done')"
    assert not sco.evaluate(done)
    take_test(sco, RIGHT)
    assert sco.evaluate(done)
    assert "100%" in sco.text_content("#mm-contents [aria-current]")
    session.close()


def test_nothing_is_called_learnt_below_a_test_before_it_was_passed(learner):
    """«Yang sudah Anda pelajari» stood right below «Belum lulus»."""
    goals = Objectives(objectives=(Objective(text="menyebut warna"),))
    test = (Heading(id="h-t", text="Evaluasi", exercise="test"), TrueFalse(id="q-1", stem="Benar.", answer=True))
    chapters = tuple(
        Chapter(id=f"c{n}", number=f"BAB {n}", title=f"Bab {n}", content=(goals, P, *rest))
        for n, rest in ((1, test), (2, ()))
    )
    session = learner(Module(id="w", title="W", language="id", chapters=chapters)).launch()
    sco = session.sco
    go(sco, "Bab 1")
    go(sco, "Evaluasi")
    seen = "Yang sudah Anda pelajari"
    for value, passed in (("f", False), ("t", True)):
        assert seen not in sco.inner_text("#mm-screen")
        answer(sco, "q-1", value)
        sco.locator(".submit > .btn").click()
        sco.wait_for_selector(".result")
        assert (seen in sco.inner_text("#mm-screen")) is passed
        assert sco.locator(".next-up").count() == 1
        sco.evaluate("location.hash = '#/!'")
        sco.wait_for_selector(".record")
        if passed:
            sco.wait_for_selector(".record ul:not(.end-list)")
        assert ("menyebut warna" in sco.inner_text(".record")) is passed
        go(sco, "Evaluasi")
        sco.locator(".result .btn").click()
    session.close()


def test_a_picture_opens_as_large_as_fits_and_grows_by_keys_and_taps(learner):
    session = learner(SAMPLE).launch()
    sco, keyboard = session.sco, session.page.keyboard
    go(sco, "Langkah-langkah Pemeriksaan")
    sco.locator(".zoom").click()
    sco.wait_for_selector(".lightbox img[style]")
    width = "document.querySelector('.lightbox img').getBoundingClientRect().width"
    assert 340 <= sco.evaluate(width) <= 360
    assert "Gambar 1.1" in sco.inner_text(".lightbox p")
    keyboard.press("+")
    assert sco.evaluate(width) > 500
    keyboard.press("-")
    assert sco.evaluate(width) <= 360
    sco.locator(".lightbox img").dblclick()
    assert sco.evaluate(width) > 800
    for _ in range(6):  # the tab key stays inside
        keyboard.press("Tab")
        assert sco.evaluate("!!document.activeElement.closest('.lightbox')")
    keyboard.press("Escape")
    assert sco.evaluate("document.activeElement.className") == "zoom"
    session.close()
