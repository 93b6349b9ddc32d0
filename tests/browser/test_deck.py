"""One question at a time: position, jumping, marks for unsure, review, summary; by touch, keyboard and on paper."""

from __future__ import annotations

import pytest
from acts import RIGHT, WRONG, answer, check, end_of_deck, go, show, submit, take_test
from msgspec.structs import replace
from sample_module import FILLER, SAMPLE

from modmigrate.module import Cell, Chapter, Heading, Module, Objective, Objectives, Paragraph, Table
from modmigrate.questions import Choice, TrueFalse

pytestmark = pytest.mark.browser

SHOWN = "[...document.querySelectorAll('.stop:not(.is-off) .q')].map(q => q.id).join()"


def test_a_test_shows_one_question_and_the_way_to_the_others(learner):
    session = learner(SAMPLE).launch()
    sco = session.sco
    go(sco, "Evaluasi")
    sco.wait_for_selector(".deck")
    assert sco.evaluate(SHOWN) == "q-t1"
    back, forth, place = sco.locator(".deck-row .round").first, sco.locator(".is-main"), sco.locator(".place")
    assert back.is_disabled()
    assert place.inner_text().strip() == "1/4"
    forth.click()
    assert sco.evaluate(SHOWN) == "q-t2"
    assert sco.evaluate("document.activeElement.id") == "q-t2"
    sco.locator("#q-t2 label").first.click()
    sco.locator("#q-t2 .unsure").click()
    place.click()
    names = [b.get_attribute("aria-label") for b in sco.locator(".jump-box button").all()]
    assert names == [
        "Soal 1, belum dijawab",
        "Soal 2, terjawab, Ragu",
        "Soal 3, belum dijawab",
        "Soal 4, belum dijawab",
    ]
    sco.locator(".jump-box button").nth(3).click()
    assert sco.evaluate(SHOWN) == "q-t4"
    assert sco.locator(".jump-box").is_hidden()
    # Handing in is in reach from every question, and asks first.
    sco.locator(".deck-row .btn:has-text('Kumpulkan')").click()
    assert "Ditandai ragu: 1" in sco.inner_text(".review")
    assert sco.inner_text(".count") == "Terjawab 1 dari 4"
    sco.locator(".submit > .btn").click()
    sco.locator(".gaps .primary").click()
    assert sco.evaluate(SHOWN) == "q-t1"
    session.close()


def test_styles_of_questions_come_after_those_of_texts(learner):
    """They are fetched later; in the head they stood before them, and margins of texts won."""
    session = learner(SAMPLE).launch()
    sco = session.sco
    go(sco, "Latihan")
    answer(sco, "q-pilih", "2")
    check(sco, "q-pilih")
    assert sco.evaluate("getComputedStyle(document.querySelector('.fb p')).marginBottom") == "4px"
    session.close()


def test_what_is_unanswered_is_said_where_it_is_seen(learner):
    """In a low frame the question whether to hand in all the same opened behind the deck's bar, buttons and all."""
    session = learner(SAMPLE).launch(height=440)
    sco = session.sco
    session.page.emulate_media(reduced_motion="reduce")
    go(sco, "Evaluasi")
    sco.wait_for_selector(".deck")
    submit(sco)
    bar = sco.locator(".deck-bar").bounding_box()["y"]
    for button in sco.locator(".gaps .btn").all():
        box = button.bounding_box()
        assert box["y"] + box["height"] <= bar
    session.close()


def test_no_screen_with_a_test_is_higher_than_three_phones(learner):
    session = learner(SAMPLE).launch()
    for heading in ("Latihan", "Evaluasi"):
        go(session.sco, heading)
        session.sco.wait_for_selector(".deck")
        assert session.sco.evaluate("document.documentElement.scrollHeight / innerHeight") <= 3
    session.close()


def test_practice_ends_in_a_summary_with_the_wrong_ones_again(learner):
    session = learner(SAMPLE).launch()
    sco = session.sco
    go(sco, "Latihan")
    answer(sco, "q-pilih", "0")
    check(sco, "q-pilih")
    sco.locator("#q-pilih .q-foot .on").click()
    assert sco.evaluate(SHOWN) == "q-banyak"
    for question, value in (("q-benar", "t"), ("q-singkat", "salah")):
        answer(sco, question, value)
        check(sco, question)
    end_of_deck(sco)
    assert "1 dari 7 jawaban benar" in sco.inner_text(".sum")
    sco.locator(".sum .btn").click()
    assert sco.evaluate(SHOWN) == "q-benar"
    assert sco.locator(".place").inner_text().strip() == "1/2"
    sco.locator(".is-main").click()
    assert sco.evaluate(SHOWN) == "q-singkat"
    answer(sco, "q-singkat", "manifes")
    assert "Benar" in check(sco, "q-singkat")
    sco.locator(".is-main").click()
    assert "2 dari 7 jawaban benar" in sco.inner_text(".sum")
    session.close()


def test_the_tab_key_goes_from_question_to_question_and_what_has_the_focus_is_shown(learner):
    session = learner(SAMPLE).launch()
    sco = session.sco
    go(sco, "Evaluasi")
    sco.wait_for_selector(".deck")
    for wanted in ("q-t1", "q-t2", "q-t3", "q-t4"):
        for _ in range(12):
            if sco.evaluate("q => !!document.activeElement.closest('#' + q)", wanted):
                break
            session.page.keyboard.press("Tab")
        assert sco.evaluate(SHOWN) == wanted
    session.close()


def test_the_overview_reached_by_the_tab_key_tells_what_is_marked_and_that_no_question_is_on_show(learner):
    """It was that of the last answer: without marks made since, and with that answer's question as the one on show."""
    session = learner(SAMPLE).launch()
    sco = session.sco
    go(sco, "Evaluasi")
    answer(sco, "q-t1", "1")
    sco.locator("#q-t1 .unsure").click()
    for _ in range(30):
        session.page.keyboard.press("Tab")
        if sco.evaluate("!!document.activeElement.closest('.review')"):
            break
    assert "Ditandai ragu: 1" in sco.inner_text(".review")
    assert sco.locator(".review [aria-current]").count() == 0
    session.close()


def test_paper_and_screen_readers_get_all_questions(learner):
    session = learner(SAMPLE).launch()
    go(session.sco, "Evaluasi")
    session.sco.wait_for_selector(".deck")
    # Nothing is taken out of the tree that a screen reader goes by.
    gone = "[...document.querySelectorAll('.q')].filter(q => q.closest('[hidden], [aria-hidden=true]') ||"
    assert session.sco.evaluate(gone + " getComputedStyle(q.parentNode).display === 'none').length") == 0
    session.page.emulate_media(media="print")
    heights = session.sco.evaluate(
        "[...document.querySelectorAll('.q')].map(q => q.getBoundingClientRect().height > 80)"
    )
    assert heights == [True] * 4
    assert session.sco.locator(".deck-bar").is_hidden()
    session.close()


LEAD = Paragraph(text=FILLER)
TABLE = Table(id="t-1", caption="Tabel 1.1 Harga", header=1, rows=((Cell(text="Nama"),), (Cell(text="Sepuluh"),)))
READ = Module(
    title="M",
    language="id",
    chapters=(
        Chapter(
            id="c",
            number="BAB I",
            title="Satu",
            content=(
                Heading(id="h-a", text="Modal alam dan pohon kelapa"),
                Paragraph(text="Pohon kelapa tumbuh di halaman; pohon kelapa termasuk modal alam keluarga. " * 9),
                TABLE,
                Heading(id="h-b", text="Modal sosial dan arisan tetangga"),
                Paragraph(
                    text="Tetangga percaya menitipkan uang arisan; kepercayaan tetangga adalah modal sosial. " * 9
                ),
                Heading(id="h-t", text="Evaluasi", exercise="test"),
                LEAD,
                Choice(
                    id="q-1",
                    stem="Menurut Tabel 1.1, pohon kelapa di halaman keluarga termasuk",
                    options=("modal alam", "modal uang"),
                    answer=0,
                ),
                TrueFalse(id="q-2", stem="Tetangga menitipkan uang arisan karena kepercayaan.", answer=True),
            ),
        ),
    ),
)


def test_the_text_that_questions_share_is_one_tap_away(learner):
    session = learner(READ).launch()
    sco = session.sco
    go(sco, "Evaluasi")
    sco.wait_for_selector(".deck")
    assert sco.locator(".lead-text").bounding_box()["height"] > 100
    show(sco, "q-2")
    assert sco.locator(".lead-text").bounding_box()["height"] <= 1
    sco.locator(".deck-lead > .btn").click()
    assert sco.locator(".lead-text").bounding_box()["height"] > 100
    assert sco.locator(".deck-lead > .btn").get_attribute("aria-expanded") == "true"
    session.close()


def test_a_result_names_the_section_to_read_again_and_leads_there_and_back(learner):
    session = learner(READ).launch()
    sco = session.sco
    take_test(sco, {"q-1": "1", "q-2": "t"})
    told = [" ".join(row.inner_text().split()) for row in sco.locator(".by-section li").all()]
    assert told == ["Modal alam dan pohon kelapa 0 dari 1", "Modal sosial dan arisan tetangga 1 dari 1"]
    show(sco, "q-1")
    sco.locator("#q-1 .read-again").click()
    sco.wait_for_selector(".come-back")
    assert "Pohon kelapa" in sco.inner_text("#mm-screen")
    sco.locator(".come-back a").click()
    sco.wait_for_selector(".deck")
    assert sco.evaluate(SHOWN) == "q-1"
    session.close()


def test_a_result_is_divided_by_the_objectives_that_questions_are_tied_to(learner):
    goals = Objectives(
        objectives=(Objective(id="o-1", text="mengenal **modal** alam"), Objective(id="o-2", text="hemat"))
    )
    *read, one, other = READ.chapters[0].content
    tied = (replace(one, objective="o-1"), replace(other, objective="o-2"), replace(other, id="q-3", objective="o-9"))
    module = replace(READ, chapters=(replace(READ.chapters[0], content=(goals, *read, *tied)),))
    session = learner(module).launch()
    sco = session.sco
    take_test(sco, {"q-1": "1", "q-2": "t", "q-3": "t"})
    told = [" ".join(row.inner_text().split()) for row in sco.locator(".by-section").last.locator("h3, li").all()]
    assert told == ["Tujuan pembelajaran", "mengenal modal alam 0 dari 1", "hemat 1 dari 1"]
    session.close()


def test_a_table_that_a_question_names_opens_over_it(learner):
    session = learner(READ).launch()
    sco, keyboard = session.sco, session.page.keyboard
    go(sco, "Evaluasi")
    sco.wait_for_selector("#q-1 a")
    sco.locator("#q-1 a").focus()
    keyboard.press("Enter")
    assert "Sepuluh" in sco.inner_text(".peek")
    keyboard.press("Escape")
    assert sco.locator(".peek").count() == 0
    assert sco.inner_text(":focus") == "Tabel 1.1"
    assert sco.evaluate(SHOWN) == "q-1"
    session.close()


TAUGHT = Choice(
    id="q-f",
    stem="Biaya mana yang tetap?",
    options=("sewa kios", "tepung", "gula"),
    answer=0,
    feedback="Sewa tidak berubah.",
    responses=(("wrong", "Bayangkan produksi dua kali lipat."), ("B", "Tepung bertambah bersama kue.")),
)


def test_a_wrong_answer_teaches_and_stays_marked(learner):
    module = replace(READ, chapters=(Chapter(id="c", title="Satu", content=(TAUGHT, READ.chapters[0].content[-1])),))
    session = learner(module).launch()
    sco = session.sco
    go(sco, "Satu")
    answer(sco, "q-f", "1")
    said = check(sco, "q-f")
    assert "Tepung bertambah" in said
    assert "Bayangkan" in said
    assert "Sewa tidak berubah" not in said
    sco.locator("#q-f .q-foot .primary").first.click()
    assert sco.locator("#q-f input:checked").count() == 0
    assert "sudah dicoba" in sco.inner_text("#q-f .opt.is-tried")
    answer(sco, "q-f", "0")
    assert "Sewa tidak berubah." in check(sco, "q-f")
    session.close()


PARTLY = {
    "q-banyak": (("0", "2"), "2 dari 3 benar"),
    "q-jodoh": (("1", "0", "3"), "2 dari 3 benar"),
    "q-urut": ((1, 2, 0, 3), "2 dari 4 benar"),
    "q-isi": (("pemeriksa", "eksportir"), "1 dari 2 benar"),
}


def test_all_types_tell_how_many_parts_are_right_and_mark_them(learner):
    session = learner(SAMPLE).launch()
    sco = session.sco
    go(sco, "Latihan")
    for question, (value, told) in PARTLY.items():
        answer(sco, question, value)
        assert told in check(sco, question), question
        assert sco.locator(f"#{question} :is(.is-ok, .is-bad, .is-key)").count() > 1, question
    session.close()


def test_a_failed_test_shows_verdicts_and_no_key(learner):
    session = learner(SAMPLE).launch()
    take_test(session.sco, WRONG)
    assert session.sco.locator("#q-t1.is-wrong .opt.is-bad").count() == 1
    assert session.sco.locator(".q .is-key, .q .is-ok").count() == 0
    go(session.sco, "Latihan")
    take_test(session.sco, RIGHT)
    assert session.sco.locator("#q-t1 .is-key").count() == 1
    session.close()


def test_submitting_takes_the_marks_for_unsure_away(learner):
    session = learner(SAMPLE).launch()
    sco = session.sco
    go(sco, "Evaluasi")
    for question, value in RIGHT.items():
        answer(sco, question, value)
    show(sco, "q-t2")
    sco.locator("#q-t2 .unsure").click()
    submit(sco)
    sco.wait_for_selector(".result")
    assert sco.locator(".is-unsure, .unsure:not([hidden])").count() == 0
    session.close()


def test_a_screen_with_decks_is_seen_once_the_last_question_of_each_was_on_show(learner):
    """A module of unscored questions was `completed` when the first of 54 was looked at (a bank of questions)."""
    questions = [Choice(id=f"q-{n}", stem=f"Warna ke-{n}?", options=("merah", "biru")) for n in range(5)]
    content = (*questions[:3], Paragraph(text="Lalu dua lagi."), *questions[3:])
    module = replace(SAMPLE, chapters=(Chapter(title="Soal", content=content, id="c-soal"),), opening=())
    session = learner(module).launch()
    sco = session.sco
    go(sco, "Soal")
    sco.wait_for_selector(".deck")
    one, other = sco.locator(".deck .is-main").all()
    for deck in (one, other):
        deck.click()
    assert session.cmi("cmi.core.lesson_status") == "incomplete"
    one.click()
    assert session.close()["cmi.core.lesson_status"] == "completed"


TWICE = Module(
    id="twice",
    title="Dua Bagian",
    language="id",
    chapters=(
        Chapter(
            id="c",
            title="Satu",
            content=(
                Paragraph(text=FILLER * 2),
                Heading(id="h-l", text="Latihan", exercise="practice"),
                *(
                    TrueFalse(id=f"q-{part}{n}", number=f"{n}.", stem=f"Pernyataan {part}{n}.", answer=True)
                    for part in "ab"
                    for n in (1, 2)
                ),
                Heading(id="h-p", text="Pre Test", exercise="pretest"),
                *(TrueFalse(id=f"q-p{n}", stem=f"Pernyataan p{n}.", answer=True) for n in (1, 2)),
            ),
        ),
    ),
)


def test_the_list_of_questions_has_the_documents_numbers_a_row_for_each_count(learner):
    """It counted places: number 7 led to question 2 of the second part."""
    session = learner(TWICE).launch()
    sco = session.sco
    go(sco, "Latihan")
    sco.locator(".place").click()
    rows = sco.locator(".jump-box .jump").all()
    assert [row.locator("button").all_inner_texts() for row in rows] == [["1", "2"], ["1", "2"]]
    rows[1].locator("button").first.click()
    assert sco.evaluate(SHOWN) == "q-b1"
    assert sco.inner_text(".place").strip() == "3/4"
    session.close()


def test_the_wrong_ones_again_go_on_after_a_reload(learner):
    someone = learner(TWICE)
    session = someone.launch()
    sco = session.sco
    go(sco, "Latihan")
    for question, value in (("q-a1", "t"), ("q-a2", "f"), ("q-b1", "t"), ("q-b2", "f")):
        answer(sco, question, value)
        check(sco, question)
    end_of_deck(sco)
    sco.locator(".sum .primary").click()
    answer(sco, "q-a2", "t")
    check(sco, "q-a2")
    sco.locator(".is-main").click()
    assert sco.inner_text(".place").strip() == "2/2"
    session.close()
    session = someone.launch()
    sco = session.sco
    sco.wait_for_selector("#q-b2 .q-foot .btn")
    assert sco.evaluate(SHOWN) == "q-b2"
    assert sco.inner_text(".place").strip() == "1/1"  # the other one is right by now
    assert sco.locator(".deck-row .round").first.is_disabled()
    answer(sco, "q-b2", "t")
    check(sco, "q-b2")
    sco.locator(".is-main").click()
    assert "4 dari 4" in sco.inner_text(".sum")
    session.close()


@pytest.mark.parametrize(("second", "said"), [("t", "jawaban Anda tepat"), ("f", "bagian mana yang perlu dipelajari")])
def test_a_pretest_says_what_to_deepen_only_where_something_was_wrong(learner, second, said):
    session = learner(TWICE).launch()
    sco = session.sco
    go(sco, "Pre Test")
    answer(sco, "q-p1", "t")
    answer(sco, "q-p2", second)
    submit(sco)
    assert said in sco.inner_text(".result")
    session.close()


def test_no_rule_is_drawn_where_nothing_follows_it(learner):
    """The last chapter of a module without objectives ended in a line across an empty page."""
    session = learner(TWICE).launch()
    go(session.sco, "Pre Test")
    session.sco.wait_for_selector(".deck")
    assert not session.sco.locator(".learnt").is_visible()
    session.close()


def test_a_chapter_that_ends_with_a_deck_ends_behind_its_last_question(learner):
    """Its check list stood below each question, and screens of two long questions were above three phones high."""
    goals = Objectives(objectives=(Objective(text="Mencatat"), Objective(text="Menghitung")))
    asked = tuple(TrueFalse(id=f"q-{n}", stem=f"Pernyataan {n}.", answer=True) for n in (1, 2))
    content = (goals, Paragraph(text=FILLER), Heading(id="h-l", text="Latihan", exercise="practice"), *asked)
    sco = (
        learner(Module(title="M", language="id", chapters=(Chapter(id="c", title="C", content=content),))).launch().sco
    )
    go(sco, "Latihan")
    sco.wait_for_selector(".deck")
    assert sco.evaluate("!!document.querySelector('.learnt').closest('.is-off')")
    end_of_deck(sco)
    assert sco.locator(".learnt .opt").count() == 2
    assert not sco.evaluate("!!document.querySelector('.learnt').closest('.is-off')")
