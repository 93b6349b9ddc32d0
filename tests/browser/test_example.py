"""The example module as its learner meets it: converted from Word, read to the end, passed, in a strict LMS."""

from __future__ import annotations

from pathlib import Path

import pytest
from acts import answer, submit
from player import Learner

from modmigrate import pipeline
from modmigrate.module import walk
from modmigrate.questions import Question

pytestmark = pytest.mark.browser

SOURCE = Path(__file__).parents[2] / "examples" / "kewirausahaan-sosial" / "source.docx"
SCREENS = "[].concat(...modmigrate.course.sections.map(s => s.screens.map(x => x[0])))"


@pytest.fixture(scope="module")
def package() -> bytes:
    return pipeline.convert(SOURCE).data


@pytest.fixture(scope="module")
def questions() -> dict[str, Question]:
    module = pipeline.extract(SOURCE).module
    return {b.id: b for c in module.chapters for b in walk(c.content) if isinstance(b, Question)}


def right(question: Question) -> object:
    """The right answer as `acts.answer` types it."""
    key = question.key()
    if question.type == "truefalse":
        return "t" if key else "f"
    if question.type == "multi":
        return tuple(str(k) for k in key)
    if question.type == "fill":
        return key if isinstance(key, list) else [key]
    return str(key)


def test_read_to_the_end_and_pass_every_test(browser, server, package, questions):
    session = Learner(browser, server, package, options={"moodle": True}).launch()
    sco = session.sco
    for code in sco.evaluate(SCREENS):
        sco.evaluate("c => { location.hash = '#/' + c }", code)
        sco.wait_for_function("c => document.querySelector('#mm-screen').dataset.code === c", arg=code)
        assert sco.evaluate("document.documentElement.scrollWidth <= innerWidth"), code
        if sco.locator(".group").count():
            sco.wait_for_selector(".q-foot", state="attached")
        if sco.locator(".submit > .btn").count():
            for card in sco.locator("[data-type]").all():
                question = questions[card.get_attribute("id") or ""]
                if question.scored:
                    answer(sco, question.id, right(question))
            submit(sco)
            sco.locator(".result").first.wait_for()
    cmi = session.close()
    assert (cmi["cmi.core.lesson_status"], cmi["cmi.core.score.raw"]) == ("passed", "100")
    results = [v for k, v in cmi.items() if k.endswith(".result")]
    assert len(results) == 32
    assert set(results) == {"correct"}
    assert len(cmi["cmi.suspend_data"]) <= 4096
