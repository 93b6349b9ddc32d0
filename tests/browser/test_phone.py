"""A matrix that finds a phone's defects: type × state × width × letters × the longest words of each language × theme.

No word is broken that would fit a line, no text is hidden or cut, no target is too small, nothing scrolls sideways.
All questions of a deck are unfolded, so that one look measures them all; colours are tested in test_access.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from acts import UNFOLDED
from phone_module import FEWER, KINDS, STATES, module
from player import watch

from modmigrate.languages import known
from modmigrate.renderer import render
from modmigrate.scorm import package

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 768, 1280)
HARDEST = ("de", "id", "tr", "ar")
"""Languages of the longest words; other ones are not looked at on a desktop, where a card is as wide as on a tablet."""
LARGEST = "140%"
LOOK = (Path(__file__).parent / "phone/look.js").read_text("utf-8")
ACT = (Path(__file__).parent / "phone/act.js").read_text("utf-8")


@pytest.fixture(scope="module")
def opened(browser, server):
    """A module's page, outside of an LMS; one page for all of a theme."""

    def to(language, theme):
        made = module(language)
        server.files["/favicon.ico"] = b""
        folder = server.add(package(render(made, {}, theme=theme)))
        page = browser.new_page(viewport={"width": 320, "height": 740}, reduced_motion="reduce")
        page.set_default_timeout(10_000)
        problems = []
        watch(page, problems, server.origin)
        page.goto(f"{server.origin}{folder}/index.html")
        page.wait_for_function("!!window.modmigrate && !!modmigrate.first")
        page.evaluate("word => { window.longWord = word }", made.title.split(" ")[1])
        return page, problems

    return to


def show(page, heading, selector):
    code = page.evaluate("h => Object.keys(modmigrate.course.groups)[h]", heading)
    page.evaluate("c => { location.hash = '#/' + c }", code)
    page.wait_for_selector(selector)


def looked(page, found, what, widths=WIDTHS):
    """What is wrong at all widths, with usual and largest letters."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 740})
        for letters in ("100%", LARGEST):
            page.evaluate("s => { document.documentElement.style.fontSize = s }", letters)
            for fault in page.evaluate(LOOK):
                found.append((what, width, letters, fault))
    page.evaluate("document.documentElement.style.fontSize = ''")


@pytest.mark.parametrize("theme", ["default", "contrast"])
def test_no_cell_of_the_matrix_has_a_defect(opened, theme):
    # The second theme differs in its letters' size: the languages of the longest words will do.
    for language in known() if theme == "default" else HARDEST:
        widths = WIDTHS if language in HARDEST else WIDTHS[:3]
        page, problems = opened(language, theme)
        found = []
        looked(page, found, "cover", widths)
        show(page, 0, ".q-foot .btn")
        page.add_style_tag(content=UNFOLDED)
        page.evaluate(ACT, list(STATES + FEWER))
        assert page.locator(".q").count() == 7 * len(STATES) + 2 * len(FEWER)
        states = {
            "wrong": ".q.is-wrong",
            "again": ".is-tried",
            "shown": ".is-key",
            "right": ".q.is-right",
            "kept": ".is-saved",
        }
        assert all(page.locator(f"#mm-screen {s}").count() for s in states.values()), language
        looked(page, found, "practice", widths)
        show(page, 1, ".submit .btn")
        page.evaluate("document.querySelector('.place').click()")
        page.evaluate("document.querySelector('.submit > .btn').click()")
        looked(page, found, "test", widths)
        page.evaluate("document.querySelector('.gaps .quiet').click()")
        page.wait_for_selector(".result")
        looked(page, found, "result", widths)
        page.close()
        assert found == [], (language, len(found))
        assert problems == []


@pytest.mark.parametrize(
    ("defect", "rule"),
    [
        (
            "broken",
            ".pair { display: grid; grid-template-columns: 1fr 1fr }"
            ".pair .opt-text { overflow-wrap: anywhere; min-width: 0 }",
        ),
        ("hidden", ".is-saved span + span { position: absolute; width: 1px; height: 1px; overflow: hidden }"),
        ("small", ".btn { min-height: 20px; padding: 0 }"),
        ("sideways", ".q-stem { white-space: nowrap }"),
    ],
)
def test_the_matrix_finds_the_defects_that_it_is_for(opened, defect, rule):
    """Each was in a package once: `Be/nar`, the check list that went away, and what such rules can do."""
    page, _ = opened("id", "default")
    show(page, 0, ".q-foot .btn")
    # Behind the package's own styles, the last of which stand at the end of the page.
    page.evaluate("css => document.body.appendChild(document.createElement('style')).append(css)", UNFOLDED + rule)
    page.evaluate(ACT, list(STATES + FEWER))
    page.evaluate("document.documentElement.style.fontSize = '140%'")
    assert [fault for fault in page.evaluate(LOOK) if fault.startswith(defect)]
    page.close()


def test_all_types_are_in_it():
    from modmigrate.questions import TYPES

    assert set(KINDS) == set(TYPES)
