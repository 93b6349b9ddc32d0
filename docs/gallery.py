"""Makes the pictures of docs/gallery.md: every activity in its states, from a small module made for the tests.

    python docs/gallery.py [NAME ...]

Needs what screenshots.py needs.
"""

from __future__ import annotations

import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from screenshots import DESKTOP, PHONE, chrome, saved, shoot, show

from modmigrate.renderer import render
from modmigrate.scorm import package

# Found by way of screenshots.py, which knows the tests' folders.
from active_module import ACTIVE  # isort: skip

ROWS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "fold": ("Istilah", ".folds", ("", ".fold summary")),
    "pairs": ("Istilah", "[data-act=pairs]", ("", "begin", "wrong", "done")),
    "steps": ("Langkah", ".act-steps", ("", ".act-steps .is-main")),
    "order": ("Langkah", "[data-act=order]", ("begin", "wrong", "done")),
    "sort": ("Perbandingan", "[data-act=sort]", ("begin", "wrong", "done")),
    "timeline": ("Sejarah", ".act-timeline", ("",)),
    "cloze": ("Rangkuman", "[data-act=cloze]", ("begin", "wrong", "done")),
    "reveal": ("Rangkuman", ".act-reveal", ("", ".act-reveal .primary", ".act-reveal .act-all")),
    "recall": ("Glosarium", "[data-act=recall]", ("", "begin", "turn")),
    "rate": ("Tujuan", ".objectives", ("", ".act-rate label")),
}
"""Picture → the screen, the activity, and what is done to it for each picture in the row."""


ANSWER = """box => {
    const [choices, prompts] = JSON.parse(box.dataset.words), prompt = box.querySelector('.act-prompt');
    const said = [...prompt.querySelectorAll('span:not(.act-place, .act-gap)')].map(s => s.textContent);
    const at = box.dataset.act === 'order' ? [0, box.querySelectorAll('.act-done li').length]
        : prompts.find(p => p[0] === said.join('____'));
    return at && prompt.textContent ? choices[at[1]] : null;
}"""
"""What the document answers to the prompt on show; null where none is left."""


def state(screen: str, selector: str, act: str) -> Any:
    """What brings a page into a state."""

    def do(page: Any) -> None:
        show(page, screen)
        page.evaluate("Math.random = () => 0.3")  # the same pictures each time
        box = page.locator(selector).first
        if act in ("begin", "wrong", "done", "turn"):
            box.locator("> .btn").click()
        if act == "wrong":
            own = box.evaluate(ANSWER)
            box.locator(".act-choice", has_not_text=own).first.click()
        if act == "turn":
            box.locator(".act-card > .btn").click()
        while act == "done" and (own := box.evaluate(ANSWER)):
            box.locator(".act-choice", has_text=own).first.click()
        if act.startswith("."):
            page.locator(act).first.click()
        box.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 140)")

    return do


def main() -> None:
    """Build, open, shoot, save."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        zipfile.ZipFile(BytesIO(package(render(ACTIVE, {})))).extractall(folder)
        address = (Path(folder) / "index.html").as_uri()
        browser = playwright.chromium.launch(executable_path=chrome(), args=["--no-sandbox", "--disable-gpu"])
        for name in sys.argv[1:] or ROWS:
            screen, selector, acts = ROWS[name]
            pictures = [shoot(browser, address, PHONE, state(screen, selector, act)) for act in acts]
            pictures.append(shoot(browser, address, DESKTOP, state(screen, selector, acts[-1]), dark=name == "sort"))
            saved(pictures, f"gallery-{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
