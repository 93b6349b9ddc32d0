"""Activities by touch, keyboard, screen reader and on paper; nothing of them reaches the LMS."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from active_module import ACTIVE, FAR
from acts import acting, answer, check, go
from test_access import axe, screens

from modmigrate.module import Cell, Chapter, Heading, Module, Objective, Objectives, Paragraph, Table
from modmigrate.questions import Choice, Task, TrueFalse

pytestmark = pytest.mark.browser

CLOSED = ".act > .btn, .act-all, .act-card > .btn"
LOOK = (Path(__file__).parent / "phone/look.js").read_text("utf-8")


def begun(sco, kind):
    """An activity that stands folded below its block, opened; and what it asks, with its choices."""
    box = sco.locator(f"[data-act={kind}]")
    box.locator("> .btn").press("Enter")
    return box, json.loads(box.get_attribute("data-words"))


def text_of(box):
    return box.locator(".act-prompt > span:not(.act-place, .act-gap)").all_text_contents()


@pytest.mark.parametrize(
    ("screen", "kind"),
    [
        ("Istilah", "pairs"),
        ("Langkah", "order"),
        ("Perbandingan", "sort"),
        ("Sejarah", "order"),
        ("Rangkuman", "cloze"),
    ],
)
def test_one_prompt_at_a_time_is_answered_by_keyboard_and_told_to_nobody(learner, screen, kind):
    session = learner(ACTIVE).launch()
    sco = session.sco
    go(sco, screen)
    acting(sco)
    box, (choices, prompts) = begun(sco, kind)
    for n in range(len(prompts)):
        assert sco.evaluate("document.activeElement.className") == "act-prompt"
        said = "____".join(text_of(box)) if kind == "cloze" else text_of(box)[0]
        own = choices[n] if kind == "order" else choices[next(at for text, at in prompts if text == said)]
        if n == 0:  # a wrong one first: it is marked and said, and the others stay
            wrong = box.locator(".act-choice").filter(has_not_text=own).first
            wrong.press("Enter")
            assert box.locator(".act-choice.is-wrong .act-said").inner_text() == "Belum tepat"
            assert box.locator(".act-choice:disabled").count() == 1
            sco.wait_for_function("() => document.querySelector('#mm-live').textContent.startsWith('Belum tepat')")
        box.locator(".act-choice", has_text=own).first.press("Enter")
    assert f"{len(prompts) - 1} dari {len(prompts)}" in box.locator(".act-result").inner_text()
    assert sco.evaluate("document.activeElement.className") == "act-result"
    assert not [c for c in session.lms("calls") if c[0] == "LMSSetValue" and "interactions" in c[1]]
    assert session.cmi("cmi.core.score.raw") is None
    session.close()


def test_lists_open_step_by_step_and_all_at_once(learner):
    session = learner(ACTIVE).launch()
    sco = session.sco
    go(sco, "Istilah")
    acting(sco)
    first = sco.locator(".fold").first
    first.locator("summary").press("Enter")
    assert first.locator("p").is_visible()
    sco.locator(".folds .act-all").click()
    assert sco.locator(".fold[open]").count() == 3
    go(sco, "Langkah")
    acting(sco)
    turning = sco.locator(".is-turning")
    assert turning.locator("li:not(.is-off)").inner_text() == "Buka aplikasi kas"
    turning.locator(".is-main").press("Enter")
    assert turning.locator("li:not(.is-off)").inner_text() == "Ketik jumlah uang"
    assert turning.locator(".act-place").inner_text() == "2 dari 3"
    session.page.emulate_media(media="print")
    assert min(sco.evaluate("[...document.querySelectorAll('.act-steps li')].map(li => li.offsetHeight)")) > 20
    assert not sco.locator(".act-row").is_visible()
    session.page.emulate_media(media="screen")
    go(sco, "Rangkuman")
    acting(sco)
    held = sco.locator(".act-reveal li.is-hidden")
    assert held.count() == 3
    sco.locator(".act-reveal .primary").click()
    assert held.count() == 2
    assert sco.evaluate("document.activeElement.textContent").startswith("Sebelum usaha dimulai")
    session.close()


def test_search_opens_what_is_folded(learner):
    session = learner(ACTIVE).launch()
    sco = session.sco
    go(sco, "Bab")
    sco.wait_for_selector("#mm-find", state="attached")
    sco.locator("#mm-menu").click()
    sco.locator("#mm-find input").fill("tagihan kepada")
    sco.locator("#mm-found a", has_text="tagihan").first.click()
    sco.wait_for_function("() => [...document.querySelectorAll('.fold')].every(f => f.open)")
    session.close()


def test_without_its_file_the_words_stand_as_in_the_document(learner):
    session = learner(ACTIVE).launch()
    session.page.context.route("**/acts.js", lambda route: route.abort())
    sco = session.sco
    go(sco, "Langkah")
    sco.wait_for_function("() => !!modmigrate.acts")
    assert sco.locator(".steps li").last.is_visible()
    assert not sco.locator(".act").first.is_visible()
    session.problems.clear()  # that it did not come is in the console
    session.page.context.unroute("**/acts.js")
    go(sco, "Rangkuman")
    acting(sco)
    session.close()


@pytest.mark.parametrize("theme", ["default", "contrast"])
def test_nothing_is_cut_too_small_or_out_of_a_screen_readers_reach(learner, theme):
    session = learner(ACTIVE, theme=theme).launch()
    found = []
    for code in screens(session):
        for _ in range(2):
            session.sco.evaluate(f"document.querySelectorAll('{CLOSED}').forEach(b => b.hidden || b.click())")
        for width in (320, 1280):
            session.page.set_viewport_size({"width": width, "height": 740})
            # A wide table is moved sideways.
            faults = [f for f in session.sco.evaluate(LOOK) if not f.startswith(("cut: TD", "cut: TH"))]
            found += [(code, width, fault) for fault in faults]
        axe(session, code)
    assert found == []
    session.close()


def test_a_practice_question_is_tried_at_its_section_and_keeps_its_answer(learner):
    """Same question, same answer: what was tried while reading is answered in the exercise, too, and told once."""
    asked = tuple(
        Choice(id=f"q-{n}", stem=stem, options=("Mencatat saldo piutang", "Menebak"), answer=0)
        for n, stem in (("a", "Piutang pembeli ditagih dengan cara apa?"), ("b", "Kapan kas dihitung?"))
    )
    content = (
        *(Heading(text="Pengantar"), FAR),
        *(Heading(text="Piutang"), FAR, Paragraph(text="Piutang pembeli ditagih setiap sore hari. " * 6)),
        *(Heading(text="Lain"), Paragraph(text="Hal lain diatur menurut adat desa setempat. " * 12)),
        *(Heading(text="Latihan", exercise="practice"), *asked),
    )
    session = learner(
        Module(title="M", language="id", chapters=(Chapter(id="c", title="C", content=content),))
    ).launch()
    sco = session.sco
    go(sco, "Piutang")
    sco.wait_for_selector(".try .q-foot", state="attached")
    sco.evaluate("document.querySelector('.try').open = true")
    answer(sco, "q-a", "0")
    check(sco, "q-a")
    assert sco.locator(".try .q.is-right").count() == 1
    go(sco, "Latihan")
    sco.wait_for_selector(".deck")
    assert sco.locator("#q-a.is-right").count() == 1
    sco.locator(".place").click()
    assert sco.locator(".jump-box button").first.get_attribute("aria-label") == "Soal 1, Benar"
    session.close()


def test_wrong_practice_comes_back_at_the_next_chapters_start_until_it_is_right(learner):
    asked = tuple(TrueFalse(id=f"q-{n}", stem=f"Pernyataan {n}.", answer=True) for n in (1, 2))
    first = Chapter(id="a", title="Satu", content=(FAR, Heading(text="Latihan", exercise="practice"), *asked))
    second = Chapter(id="b", title="Dua", content=(FAR,))
    someone = learner(Module(title="M", language="id", chapters=(first, second)))
    session = someone.launch()
    sco = session.sco
    go(sco, "Latihan")
    for question, value in (("q-1", "t"), ("q-2", "f")):
        answer(sco, question, value)
        check(sco, question)
    go(sco, "Dua")
    sco.wait_for_selector(".try .q-foot", state="attached")
    assert [q.get_attribute("id") for q in sco.locator(".try .q").all()] == ["q-2"]
    sco.locator(".try summary").click()
    sco.locator(".try .q-foot .btn").first.click()
    answer(sco, "q-2", "t")
    check(sco, "q-2")
    assert sco.locator(".try .q.is-right").count() == 1
    session.close()
    session = someone.launch()
    go(session.sco, "Satu")
    go(session.sco, "Dua")
    session.sco.wait_for_function("() => modmigrate.course && document.querySelector('.chapter-end')")
    assert session.sco.locator(".try").count() == 0
    session.close()


def test_objectives_ticked_before_and_after_a_chapter_are_compared_and_kept(learner):
    goals = Objectives(objectives=tuple(Objective(text=f"Menjelaskan hal {n}") for n in "ABC"))
    content = (Heading(text="Tujuan", meaning="objectives"), goals, FAR, Heading(text="Isi"), FAR)
    someone = learner(Module(title="M", language="id", chapters=(Chapter(id="c", title="C", content=content),)))
    session = someone.launch()
    sco = session.sco
    go(sco, "C")
    acting(sco)
    sco.locator(".act-rate label").first.click()
    go(sco, "Isi")
    acting(sco)
    for label in sco.locator(".learnt label").all()[1:]:
        label.click()
    assert sco.locator(".act-rated").inner_text() == "Sebelum mulai: 1 dari 3. Sekarang: 2."
    session.close()
    assert someone.cmi["cmi.suspend_data"].split(";")[9][3:] == "1-6"
    session = someone.launch()
    sco = session.sco
    go(sco, "Isi")
    acting(sco)
    assert [box.is_checked() for box in sco.locator(".learnt input").all()] == [False, True, True]
    session.close()


def test_a_tasks_form_is_filled_in_kept_and_taken_along(learner):
    head = ("**Bulan**", "**Kegiatan**", "**Biaya**")
    rows = (tuple(Cell(text=t) for t in head), *((Cell(text=m), Cell(), Cell()) for m in ("Juli", "Agustus")))
    plan = Task(id="q-plan", stem="Isilah rencana Anda.", content=(Table(header=1, rows=rows),))
    content = (FAR, Heading(text="Tugas", exercise="practice"), plan)
    someone = learner(Module(title="M", language="id", chapters=(Chapter(id="c", title="C", content=content),)))
    session = someone.launch()
    sco = session.sco
    go(sco, "Tugas")
    sco.wait_for_selector("#q-plan .q-foot .btn")
    cells = sco.locator("#q-plan .sheet")
    assert [c.get_attribute("aria-label") for c in cells.all()] == ["Kegiatan 1", "Biaya 1", "Kegiatan 2", "Biaya 2"]
    cells.nth(0).fill("Jual kue;\ndi pasar, pagi.")
    cells.nth(3).fill("Rp50.000")
    check(sco, "q-plan")
    session.close()
    assert someone.cmi["cmi.interactions.0.student_response"] == "Jual kue; di pasar, pagi.; Rp50.000"
    session = someone.launch()
    sco = session.sco
    sco.wait_for_selector("#q-plan .q-foot .btn")
    assert [c.input_value() for c in sco.locator("#q-plan .sheet").all()] == [
        "Jual kue; di pasar, pagi.",
        "",
        "",
        "Rp50.000",
    ]
    sco.evaluate("location.hash = '#/!'")
    sco.wait_for_selector(".own-text")
    assert "Rp50.000" in sco.locator(".own-text").inner_text()
    session.close()
