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


def answered(page: Any) -> None:
    """A practice question, answered and checked."""
    show(page, "Menghitung Harga Pokok")
    card = page.locator("[data-type=choice]").first
    card.scroll_into_view_if_needed()
    card.locator("label").nth(1).click()
    card.locator(".q-foot .btn").first.click()
    card.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 70)")


def opener(page: Any) -> None:
    """A chapter's first screen."""
    show(page, "MENYUSUN RENCANA USAHA")


def passed(page: Any) -> None:
    """A test's result."""
    show(page, "H. Evaluasi")
    for question in (b for c in extract(SOURCE).module.chapters for b in walk(c.content) if isinstance(b, Choice)):
        card = page.locator(f"#{question.id}")
        if card.count():
            card.locator(f'label:has(input[value="{question.answer}"])').click()
    page.locator(".submit > .btn").click()
    page.locator(".result").wait_for()
    page.locator(".result").evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 300)")


def searched(page: Any) -> None:
    """The drawer, looking for a word."""
    show(page, "Menghitung Harga Pokok")
    page.locator("#mm-menu").click()
    page.fill("#mm-find input", "titik impas")
    page.locator("#mm-found a").first.wait_for()
    page.wait_for_timeout(1000)


def glossary(page: Any) -> None:
    """The glossary."""
    show(page, "GLOSARIUM")
    page.evaluate("scrollTo(0, 0)")


def matching(page: Any) -> None:
    """A reading screen on a wide screen."""
    show(page, "Menemukan Peluang dari Masalah di Sekitar")
    page.locator("figure").first.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 200)")


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


def main() -> None:
    """Convert, open, shoot, save."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        plain, high = unpacked(folder, "plain"), unpacked(folder, "high", "contrast")
        browser = playwright.chromium.launch(executable_path=chrome(), args=["--no-sandbox", "--disable-gpu"])
        cover = shoot(browser, plain, PHONE, lambda _: None)
        quiz = shoot(browser, plain, PHONE, answered)
        wide = shoot(browser, plain, DESKTOP, matching)
        dark = shoot(browser, plain, PHONE, answered, dark=True)
        saved([cover, quiz, wide, dark], "result.png")
        acts = (opener, searched, passed, glossary)
        saved(
            [*(shoot(browser, plain, PHONE, act) for act in acts), shoot(browser, high, PHONE, answered)], "screens.png"
        )
        browser.close()


if __name__ == "__main__":
    main()
