"""A corrected package in the middle of a course: page and LMS go on saying the same."""

from __future__ import annotations

import nine_types as nine
import pytest
from msgspec.structs import replace
from nine_types import FIRST, PARTLY, RIGHT, SECOND, WRONG
from story import ONE, TWO, begun, whole

from modmigrate.module import Chapter, Heading, Paragraph
from modmigrate.questions import Choice, Multi, TrueFalse

pytestmark = pytest.mark.browser

ADDED = TrueFalse(id="a-new", stem="Baru?", answer=True)
RETYPED = Multi(id="a-choice", stem="Mana saja?", options=("satu", "dua", "tiga"), answer=(1,))
FEWER = replace(FIRST[0], options=("satu", "dua"))
CHAPTER = Chapter(
    id="nol",
    title="Bab nol",
    content=(
        Paragraph(text=nine.TEXT),
        Heading(id="t-nol", text="Tes nol", exercise="test"),
        Choice(id="c-choice", stem="Mana?", options=("a", "b"), answer=1),
    ),
)
READ = Chapter(id="baca", title="Bab baca", content=(Paragraph(text=nine.TEXT),))
CHANGES = {
    "removed": nine.module(first=FIRST[1:]),
    "added": nine.module(first=(*FIRST, ADDED)),
    "one removed, one added": nine.module(first=(ADDED, *FIRST[1:])),
    "moved within": nine.module(first=tuple(reversed(FIRST))),
    "moved to the other test": nine.module(first=FIRST[1:], second=(*SECOND, FIRST[0])),
    "retyped": nine.module(first=(RETYPED, *FIRST[1:])),
    "fewer options": nine.module(first=(FEWER, *FIRST[1:])),
    "chapter added": nine.module(before=(READ,)),
    "chapter with a test added": nine.module(before=(CHAPTER,)),
    "chapters turned round": nine.module(reverse=True),
}
PLAN = RIGHT | {"a-new": "t", "c-choice": 1}


def update(own, packages, of, **look):
    """The trainer uploads a corrected package; what is gone from it counts no more."""
    types = {i: type(q) for i, q in nine.asked(own.module).items()}
    own.module, own.folder = of, own.server.add(packages(of, **look))
    own.handed = {i: v for i, v in own.handed.items() if (q := nine.asked(of).get(i)) and type(q) is types[i]}


def shown(tab, test):
    """The percentage of a test's result, and how many of its questions wait for an answer."""
    tab.go(test)
    waiting = tab.sco.evaluate("() => document.querySelectorAll('.q:not(.is-locked)').length")
    return int(tab.sco.locator(".ring").inner_text().rstrip("%")), waiting


@pytest.mark.parametrize("change", CHANGES)
def test_after_half_the_tests(story, packages, change):
    """Points of a removed question paid for one that was never answered: 100 told, 90 shown."""
    own, plan = story(), PLAN if change == "one removed, one added" else PLAN | PARTLY
    tab = begun(own)
    tab.hand_in(ONE, plan)
    tab.run(1000)
    tab.leave()
    update(own, packages, CHANGES[change])
    plan = plan | {"a-choice": (1,)} if change == "retyped" else plan
    ids = nine.tests(own.module)[ONE]
    late = {i: plan[i] for i in ids if i not in own.handed}
    tab = own.launch()
    ring, waiting = shown(tab, ONE)
    assert (ring, waiting) == (nine.percent(own.module, own.handed, ids), len(late))
    own.rings[ONE] = str(ring)
    for test in nine.tests(own.module):
        if test != ONE:
            tab.hand_in(test, plan)
    tab.run(12_000)
    assert objectives(own)[ONE] == ring
    if late:
        tab.go(ONE)
        tab.touch(late)
        tab.hand_in(ONE, own.handed | late, again=False)
        tab.run(12_000)
        assert shown(tab, ONE) == (objectives(own)[ONE], 0)
    whole(own, tab)


@pytest.mark.parametrize(("number", "change"), list(enumerate(CHANGES)))
def test_after_a_fail_and_after_a_pass(story, packages, number, change):
    """A corrected package makes no other result of an old one until something is handed in again."""
    plan, status = ((WRONG, "failed"), (PLAN, "passed"))[number % 2]
    own = story()
    tab = begun(own)
    tab.hand_in(ONE, plan)
    tab.hand_in(TWO, plan)
    tab.run(1000)
    before = (own.stored["cmi.core.lesson_status"], own.stored["cmi.core.score.raw"])
    assert before[0] == status
    tab.leave()
    update(own, packages, CHANGES[change])
    tab = own.launch()
    tab.run(12_000)
    assert objectives(own)[ONE] == shown(tab, ONE)[0]
    tab.leave()
    assert (own.stored["cmi.core.lesson_status"], own.stored["cmi.core.score.raw"]) == before


def objectives(own):
    """Scores of cmi.objectives by test."""
    ids = {k.split(".")[2]: v for k, v in own.stored.items() if k.startswith("cmi.objectives.") and k.endswith(".id")}
    return {v: own.stored[f"cmi.objectives.{n}.score.raw"] for n, v in ids.items()}


def test_in_chapters_of_their_own(story, packages):
    own = story(sco="chapter")
    own.sco, own.tests = "satu.html", {ONE}
    tab = own.launch()
    tab.run(1000)
    tab.hand_in(ONE, PARTLY)
    tab.run(1000)
    tab.leave()
    assert own.stored["cmi.core.score.raw"] == int(own.rings[ONE])
    update(own, packages, CHANGES["one removed, one added"], sco="chapter")
    tab = own.launch()
    tab.run(1000)
    assert shown(tab, ONE)[1] == 1
    assert objectives(own)[ONE] == nine.percent(own.module, own.handed, nine.tests(own.module)[ONE])
    tab.touch({"a-new": "t"})
    tab.hand_in(ONE, own.handed | {"a-new": "t"}, again=False)
    tab.run(12_000)
    assert own.stored["cmi.core.score.raw"] == int(own.rings[ONE]) == objectives(own)[ONE]
    tab.leave()
