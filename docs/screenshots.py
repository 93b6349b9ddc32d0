"""Makes the pictures in docs/images: the example module, converted and opened in a browser.

    python docs/screenshots.py

Needs the development environment and a Chromium, Chrome or Edge.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from modmigrate import convert, extract
from modmigrate.module import walk
from modmigrate.questions import Choice

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT / "tests" / "browser"))
from acts import UNFOLDED  # noqa: E402
from needs import chrome  # noqa: E402  (the tests know where browsers are)

IMAGES = ROOT / "docs" / "images"
SOURCE = ROOT / "examples" / "kewirausahaan-sosial" / "source.docx"
PHONE, DESKTOP = (360, 740), (1000, 740)
PAPER = (226, 232, 230)
GAP = 28


def show(page: Any, heading: str) -> None:
    """Go to the screen of a heading."""
    code = page.evaluate(
        "t => [].concat(...modmigrate.course.sections.map(s => s.screens)).filter(s => s[1].includes(t))[0][0]", heading
    )
    page.evaluate("c => { location.hash = '#/' + c }", code)
    page.wait_for_timeout(500)


def shoot(browser: Any, address: str, size: tuple[int, int], act: Any, *, dark: bool = False) -> Image.Image:
    """A picture of the package after an act."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=1.5,
        color_scheme="dark" if dark else "light",
    )
    page.add_init_script("localStorage.clear()")
    page.goto(address)
    page.wait_for_function("!!window.modmigrate && !!window.modmigrate.pages")
    page.add_style_tag(content=".notice, #mm-notice { display: none !important }")
    act(page)
    page.wait_for_timeout(400)
    picture = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    return picture


def turn(page: Any, question: str) -> None:
    """Turn the deck to a question."""
    page.evaluate(
        """id => { const stop = document.getElementById(id).closest('.stop'), deck = stop.parentNode;
            deck.querySelector('.place').click();
            deck.querySelectorAll('.jump-box button')[[...deck.querySelectorAll('.stop')].indexOf(stop)].click(); }""",
        question,
    )
    page.wait_for_timeout(400)


def top(page: Any, selector: str, room: int = 70) -> None:
    """Scroll so that something stands below the bar."""
    page.locator(selector).first.evaluate(
        "(e, room) => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - room)", room
    )


def answered(page: Any) -> None:
    """A practice question, answered and checked."""
    show(page, "Cek pemahaman")
    page.wait_for_selector(".deck")
    card = page.locator(".stop:not(.is-off) .q")
    card.locator("label").nth(0).click()
    card.locator(".q-foot .btn").first.click()
    page.wait_for_timeout(500)
    top(page, ".deck")


def opener(page: Any) -> None:
    """A chapter's first screen."""
    show(page, "Menyusun rencana usaha")


def answers(page: Any) -> None:
    """A test, its first five questions answered as the key says, one of them marked as unsure."""
    show(page, "H. Evaluasi")
    page.wait_for_selector(".deck")
    asked = [b for c in extract(SOURCE).module.chapters for b in walk(c.content) if isinstance(b, Choice)]
    here = [q for q in asked if page.locator(f"#{q.id}").count()]
    for at, question in enumerate(here[:5]):
        turn(page, question.id)
        page.locator(f'#{question.id} label:has(input[value="{question.answer}"])').click()
        if at == 2:
            page.locator(f"#{question.id} .unsure").click()


def question(page: Any) -> None:
    """A question of the test in its deck."""
    answers(page)
    top(page, ".deck")


def review(page: Any) -> None:
    """What is answered, before handing in."""
    answers(page)
    page.locator(".deck-row .btn:visible").last.click()
    page.wait_for_timeout(500)
    top(page, ".submit", 120)


def result(page: Any) -> None:
    """The test's result, by section."""
    answers(page)
    page.locator(".deck-row .btn:visible").last.click()
    page.locator(".submit > .btn").click()
    page.locator(".gaps .btn").last.click()
    page.wait_for_selector(".result")
    page.wait_for_timeout(500)
    top(page, ".result", 90)


def contents(page: Any) -> None:
    """The drawer, on the way."""
    result(page)
    show(page, "D. Menemukan Peluang")
    page.locator("#mm-menu").click()
    page.wait_for_timeout(400)


def end(page: Any) -> None:
    """The record at the end."""
    result(page)
    page.evaluate("location.hash = '#/!'")
    page.wait_for_selector(".record")
    page.wait_for_timeout(500)
    top(page, ".record", 90)


def column(page: Any) -> None:
    """The same test with all its questions below each other, as they were shown once, and are on paper."""
    show(page, "H. Evaluasi")
    page.wait_for_selector(".deck")
    page.add_style_tag(content=".deck-bar, .unsure { display: none !important }" + UNFOLDED)


def matching(page: Any) -> None:
    """A reading screen on a wide screen."""
    show(page, "Usaha biasa, usaha sosial")
    page.evaluate("scrollTo(0, 0)")


def side_by_side(pictures: list[Image.Image]) -> Image.Image:
    """Pictures in a row on a quiet ground."""
    width = sum(p.width for p in pictures) + GAP * (len(pictures) + 1)
    out = Image.new("RGB", (width, max(p.height for p in pictures) + 2 * GAP), PAPER)
    at = GAP
    for picture in pictures:
        out.paste(picture, (at, GAP))
        at += picture.width + GAP
    return out


def saved(pictures: list[Image.Image], name: str) -> None:
    """Pictures side by side, half the size, as a small file."""
    picture = side_by_side(pictures)
    picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS).quantize(
        256, dither=Image.Dither.NONE
    ).save(IMAGES / name, optimize=True)


def unpacked(folder: str, name: str, theme: str = "") -> str:
    """The address of the example's package with a theme."""
    place = Path(folder) / name
    zipfile.ZipFile(io.BytesIO(convert(SOURCE, theme=theme).data)).extractall(place)
    return (place / "index.html").as_uri()


def whole(browser: Any, address: str, act: Any, height: int) -> Image.Image:
    """A whole screen on a phone, cut into columns of this height."""
    page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]}, device_scale_factor=1)
    page.goto(address)
    page.wait_for_function("!!window.modmigrate && !!window.modmigrate.pages")
    page.add_style_tag(content=".notice, #mm-notice { display: none !important }")
    act(page)
    page.wait_for_timeout(400)
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    page.close()
    small = picture.resize((180, picture.height * 180 // picture.width), Image.Resampling.LANCZOS)
    columns = [small.crop((0, y, 180, min(y + height, small.height))) for y in range(0, small.height, height)]
    out = Image.new("RGB", (len(columns) * 190 - 10, height), PAPER)
    for at, part in enumerate(columns):
        out.paste(part, (at * 190, 0))
    return out


def main() -> None:
    """Convert, open, shoot, save."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        plain, high = unpacked(folder, "plain"), unpacked(folder, "high", "contrast")
        browser = playwright.chromium.launch(executable_path=chrome(), args=["--no-sandbox", "--disable-gpu"])
        cover = shoot(browser, plain, PHONE, lambda _: None)
        quiz = shoot(browser, plain, PHONE, answered)
        wide = shoot(browser, plain, DESKTOP, matching)
        dark = shoot(browser, plain, PHONE, question, dark=True)
        saved([cover, quiz, wide, dark], "result.png")
        acts = (contents, review, result, end)
        saved(
            [*(shoot(browser, plain, PHONE, act) for act in acts), shoot(browser, high, PHONE, answered)], "screens.png"
        )
        after = [shoot(browser, plain, PHONE, act) for act in (question, review)]
        saved([whole(browser, plain, column, after[0].height), *after], "before-after.png")
        browser.close()


if __name__ == "__main__":
    main()
