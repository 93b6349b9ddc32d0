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

from modmigrate import convert

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
    page.wait_for_function("!!window.modmigrate && !!window.modmigrate.chapter")
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


def matching(page: Any) -> None:
    """A matching question on a wide screen."""
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


def main() -> None:
    """Convert, open, shoot, save."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        zipfile.ZipFile(io.BytesIO(convert(SOURCE).data)).extractall(folder)
        address = (Path(folder) / "index.html").as_uri()
        browser = playwright.chromium.launch(executable_path=chrome(), args=["--no-sandbox", "--disable-gpu"])
        cover = shoot(browser, address, PHONE, lambda _: None)
        quiz = shoot(browser, address, PHONE, answered)
        wide = shoot(browser, address, DESKTOP, matching)
        dark = shoot(browser, address, PHONE, answered, dark=True)
        browser.close()
    picture = side_by_side([cover, quiz, wide, dark])
    picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS).quantize(128).save(
        IMAGES / "result.png", optimize=True
    )


if __name__ == "__main__":
    main()
