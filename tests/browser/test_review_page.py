"""The review page in a browser: accessible, in light of its own policy, and the copied line is the one to type."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from needs import NODE_MODULES, needed
from pdf import Sheet, saved
from test_access import RULES
from word import word

from modmigrate.review import review

pytestmark = pytest.mark.browser

LINES = (
    "BAB I MODAL", "Modal adalah harta.", "Latihan", "1. Apa yang disebut modal?", "a. harta", "b. utang", "c. iuran",
    "2. Manakah modal kerja?", "a. gedung", "b. persediaan", "c. tanah",
)  # fmt: skip


@pytest.fixture(params=["docx", "pdf"])
def page(request: pytest.FixtureRequest, browser: Any, tmp_path: Path) -> Any:
    if request.param == "docx":
        source = word(tmp_path / "modul.docx", *LINES)
    else:
        source = saved(tmp_path, Sheet().text(72, 60, LINES[0], 18, "bold").lines(72, 100, *LINES[1:], step=18))
    out = tmp_path / "review.html"
    out.write_text(review(source), "utf-8")
    context = browser.new_context(permissions=["clipboard-read"])
    found = context.new_page()
    said: list[str] = []
    found.on("console", lambda m: said.append(m.text))
    found.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else said.append(r.url))
    found.goto(out.as_uri())
    yield found
    assert said == []
    context.close()


def test_axe_finds_nothing(page: Any) -> None:
    page.evaluate(needed(NODE_MODULES / "axe-core/axe.min.js").read_text("utf-8"))
    for width in (360, 1200):
        page.set_viewport_size({"width": width, "height": 900})
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        assert [(v["id"], v["nodes"][0]["html"][:100]) for v in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_line_to_type_is_copied(page: Any) -> None:
    page.locator("[data-copy]").first.click()
    assert page.locator("#told").inner_text().endswith("answer: A")
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'x'}))")
    page.locator("#x").focus()
    page.keyboard.press("Control+V")
    assert page.locator("#x").input_value() == "        answer: A"


def test_paper_shows_the_places_too(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden()
    assert page.locator(".doubt").count() == 2
    assert page.locator(".doubt .here, .doubt .frame").first.is_visible()
