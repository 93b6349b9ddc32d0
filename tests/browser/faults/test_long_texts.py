"""Long answers share 4,096 signs: evenly, and the page says so while they are typed."""

from __future__ import annotations

import re

import pytest
from big_module import BIG

from modmigrate.module import Chapter, Module
from modmigrate.questions import Essay, Fill, Task
from modmigrate.renderer.outline import outline

pytestmark = pytest.mark.browser

ARABIC = "يعتمد التاجر الصغير على سجل يومي للدخل والمصروف، لأنّه يبيّن له أين يذهب المال. "
CHINESE = "小商户每天都应当记账，因为只有账目清楚，才能知道钱花在哪里，也才能决定下个月进什么货。"
EMOJI = "Bagus 👍🏽, “setuju” – é ü ñ. "
KINDS = dict(zip("cmtpofsek", "147adgjmp", strict=True))


def texts(count, length):
    """Long texts in Arabic and Chinese in turn, each beginning in its own way."""
    return [(f"{n} " + (ARABIC, CHINESE)[n % 2] * 60)[:length] for n in range(count)]


def note(tab, question):
    """Letters that the page says the LMS keeps of this answer; None where it says nothing."""
    said = tab.sco.inner_text(f"#{question} .q-room")
    return int(re.search(r"\d+", said)[0]) if said else None


def everything_done(of):
    """The stored state of someone who has seen and answered all but the texts of a module."""
    plan = outline(of)
    short = {"m": "v", "p": "01234", "o": "10234", "k": "v"}
    answers = (f"{a.code}{KINDS[a.id.rstrip('0123456789')[-1]]}1{short.get(a.id.rstrip('0123456789')[-1], '0')}."
               for a in plan.questions() if a.id[-1] != "e")  # fmt: skip
    seen = "".join(screen.code for section in plan.sections for screen in section.screens[1:])
    groups = "".join(f"{g}s10dAA" for g in dict.fromkeys(a.group for a in plan.questions() if a.group))
    return ";".join(("2", "abcde", "zzz", "0", "", "f100", seen, "".join(answers), groups))


def test_five_long_texts_in_the_largest_module(story):
    """300 questions and 400 screens, all done: what is left is shared, and said."""
    own = story(BIG)
    own.judged = False
    own.stored["cmi.suspend_data"] = everything_done(BIG)
    tab = own.launch()
    written = dict(zip([f"q-{n}-e" for n in range(5)], texts(5, 600), strict=True))
    for question, text in written.items():
        show(tab, question)
        tab.sco.fill(f"#{question} .field", text)
        assert note(tab, question) is not None
    tab.run(12_000)
    assert len(own.stored["cmi.suspend_data"]) <= 4096
    tab.leave()
    other = own.device()
    tab = own.launch(context=other)
    for question, text in written.items():
        show(tab, question)
        left = tab.sco.input_value(f"#{question} .field")
        assert text.startswith(left)
        assert len(left) >= 10
        assert "hanya tersimpan lengkap" in tab.sco.inner_text(f"#{question} .q-room")
    other.close()
    tab = own.launch()  # the device where they were typed
    show(tab, "q-3-e")
    assert tab.sco.input_value("#q-3-e .field") == written["q-3-e"].strip()


def show(tab, question):
    """To the screen of a question."""
    code = next(a.code for a in outline(tab.story.module).questions() if a.id == question)
    screen = tab.sco.evaluate(
        "c => [].concat(...modmigrate.course.sections.map(s => s.screens)).find(s => (s[2] || '').includes(c))[0]", code
    )
    tab.sco.evaluate("code => { location.hash = '#/' + code; }", screen)
    tab.sco.wait_for_selector(f"#{question} .q-foot", state="attached")


ESSAYS = Module(
    id="panjang",
    title="Panjang",
    language="id",
    chapters=(Chapter(id="c", title="Satu", content=tuple(Essay(id=f"q-{n}", stem="?") for n in range(5))),),
)


@pytest.mark.parametrize(("length", "said"), [(200, False), (420, False), (900, True)])
def test_five_texts_of_a_usual_length_stay_whole_and_longer_ones_are_cut_alike(story, length, said):
    """Before, 480 Arabic letters each were 7, 1 and 1: one text paid for all."""
    own = story(ESSAYS)
    own.judged = False
    tab = own.launch()
    show(tab, "q-0")
    written = dict(zip([f"q-{n}" for n in range(5)], texts(5, length), strict=True))
    for question, text in written.items():
        tab.sco.fill(f"#{question} .field", text)
    assert (note(tab, "q-4") is not None) == said
    tab.run(12_000)
    assert len(own.stored["cmi.suspend_data"]) <= 4096
    tab.leave()
    tab = own.launch(context=own.device())
    show(tab, "q-0")
    left = {q: tab.sco.input_value(f"#{q} .field") for q in written}
    assert all(text.startswith(left[q]) for q, text in written.items())
    if not said:
        assert left == {q: text.strip() for q, text in written.items()}
    else:
        assert min(map(len, left.values())) >= 200
    tab.page.context.close()


def test_what_is_said_while_typing_is_what_another_device_has(story):
    own = story(ESSAYS)
    own.judged = False
    tab = own.launch()
    show(tab, "q-0")
    for n, text in enumerate(texts(4, 1500)):
        tab.sco.fill(f"#q-{n} .field", text)
    tab.sco.fill("#q-4 .field", "Pendek.")
    said = note(tab, "q-4")
    assert said is not None
    tab.run(12_000)
    tab.leave()
    tab = own.launch(context=own.device())
    show(tab, "q-0")
    lengths = [len(tab.sco.input_value(f"#q-{n} .field")) for n in range(4)]
    assert abs(min(lengths) - said) <= 2
    assert tab.sco.input_value("#q-4 .field") == "Pendek."
    tab.page.context.close()


def test_texts_with_parts_and_signs_of_all_kinds_come_back_as_they_were(story):
    content = (
        Fill(id="q-f", stem="____ dan ____ dan ____", answer=(("a",), ("b",), ("c",))),
        Task(id="q-t", stem="Kerjakan.", checklist=("x", "y")),
        Essay(id="q-e", stem="?"),
    )
    own = story(Module(id="m", title="M", language="id", chapters=(Chapter(id="c", title="C", content=content),)))
    own.judged = False
    tab = own.launch()
    show(tab, "q-f")
    odd = EMOJI + ARABIC + CHINESE + "한국어 ไทย Ελληνικά; a.b,c*d_e`f|g^h~i\\j%k{l}m @$ ﷺ ½\nbaris 2"
    tab.touch({"q-f": ["a,b;c.", "语*言", ""], "q-t": [[1], odd], "q-e": odd})
    tab.run(12_000)
    assert re.fullmatch(r"[ -~]{0,4096}", own.stored["cmi.suspend_data"])
    tab.leave()
    tab = own.launch(context=own.device())
    show(tab, "q-f")
    assert [g.input_value() for g in tab.sco.locator("#q-f .gap").all()] == ["a,b;c.", "语*言", ""]
    assert tab.sco.input_value("#q-t .field") == odd
    assert tab.sco.input_value("#q-e .field") == odd
    tab.page.context.close()
