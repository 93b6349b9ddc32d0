"""What a learner does on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from needs import library

if TYPE_CHECKING:
    from playwright.sync_api import Frame

library("playwright")  # every test file of this folder imports this one first

RIGHT: dict[str, Any] = {"q-t1": "1", "q-t2": "t", "q-t3": "pib.", "q-t4": ("0", "1")}
WRONG: dict[str, Any] = {"q-t1": "0", "q-t2": "f", "q-t3": "SKB", "q-t4": ("2",)}


def go(sco: Frame, heading: str) -> None:
    """To the screen of a heading or chapter, by the drawer's link."""
    code = sco.evaluate(
        "title => [].concat(...modmigrate.course.sections.map(s => s.screens))"
        ".filter(s => s[1].endsWith(title)).map(s => s[0]).pop()",
        heading,
    )
    assert code, heading
    sco.evaluate("code => { location.hash = '#/' + code; }", code)
    sco.wait_for_function(
        "title => [...document.querySelectorAll('#mm-screen h1')].some(h => h.textContent.includes(title))", arg=heading
    )


def title(sco: Frame) -> str:
    return sco.inner_text("#mm-screen h1")


def acting(sco: Frame) -> None:
    """Waits until the screen's activities are there, if it has some."""
    sco.wait_for_function(
        "() => [...document.querySelectorAll('#mm-screen [data-act]:not(.act-timeline)')].every(a => a.acting)"
    )


UNFOLDED = """
.deck .is-off { position: static !important; width: auto !important; height: auto !important;
  clip-path: none !important; overflow: visible !important; margin-block: 12px !important; }
.deck-bar { position: static !important; }
"""
"""Shows all questions of a deck, so that one look sees them all."""


def show(sco: Frame, question: str) -> None:
    """Turns the deck to a question, as a learner does by its number."""
    sco.wait_for_selector(f"#{question} .q-foot", state="attached")
    sco.evaluate(
        """id => {
            const stop = document.getElementById(id).closest('.stop');
            if (!stop || !stop.classList.contains('is-off')) return;
            const deck = stop.parentNode, all = [...deck.querySelectorAll('.stop')];
            deck.querySelector('.place').click();
            deck.querySelectorAll('.jump-box button')[all.indexOf(stop)].click();
        }""",
        question,
    )


def end_of_deck(sco: Frame) -> None:
    """Turns the deck, if there is one, to its end: a test's overview and submission, or how practice went."""
    sco.evaluate(
        """() => { const deck = document.querySelector('.deck');
            while (deck && !deck.querySelector('.is-main').hidden) deck.querySelector('.is-main').click(); }"""
    )


def submit(sco: Frame) -> None:
    """Presses the button that hands a test in."""
    end_of_deck(sco)
    sco.locator(".submit > .btn").click()


def answer(sco: Frame, question: str, value: Any) -> None:
    """Answers by touching: a radio button's value, several values, or a text."""
    show(sco, question)
    card = sco.locator(f"#{question}")
    kind = card.get_attribute("data-type")
    if kind in ("choice", "truefalse"):
        card.locator(f'label:has(input[value="{value}"])').click()
    elif kind == "multi":
        for one in value:
            card.locator(f'label:has(input[value="{one}"])').click()
    elif kind == "order":
        # A step at a time, as a learner moves them, but in one go: there may be fifty.
        card.evaluate(
            """(card, places) => places.forEach((place, at) => {
                const entry = card.querySelector(`li[data-i="${place}"]`), up = entry.querySelector('[data-by="-1"]');
                while ([...entry.parentNode.children].indexOf(entry) > at) up.click();
            })""",
            list(value),
        )
        if (keep := card.locator(".as-is .btn")).is_visible():
            keep.click()  # it was shuffled into this order
    elif kind == "match":
        for select, one in zip(card.locator("select").all(), value, strict=True):
            select.select_option(str(one))
    elif kind == "fill":
        for gap, one in zip(card.locator(".gap").all(), value, strict=True):
            gap.fill(one)
    else:
        card.locator(".field").fill(value)


def take_test(sco: Frame, answers: dict[str, Any]) -> None:
    """To the test, answers, and hands in."""
    go(sco, "Evaluasi")
    again = sco.locator(".result .btn")
    if again.count():
        end_of_deck(sco)
        again.click()
    for question, value in answers.items():
        answer(sco, question, value)
    submit(sco)
    sco.locator(".result").wait_for()


def check(sco: Frame, question: str) -> str:
    """Presses a card's button; the words of its feedback."""
    show(sco, question)
    sco.locator(f"#{question} .q-foot .btn").first.click()
    return sco.locator(f"#{question} .fb").inner_text()
