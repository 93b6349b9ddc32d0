"""How long a learner with a cheap phone and a slow line waits for a 200-page module, and how many bytes that takes.

    python benchmarks/first_screen.py

Chromium, through the DevTools protocol: 400 kbit/s, 400 ms round trip, a processor four times slower, an empty cache,
files sent as they are (many LMSs do not compress). Limits: cover painted within 1.6 s, at most 45 kB before pictures;
the first screen of text, asked for at once, within 3 s. For comparison: a Rise 360 package shows nothing for 14.8 s
and 634 kB.
"""

from __future__ import annotations

import functools
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from measure import verdict
from playwright.sync_api import sync_playwright

from modmigrate.module import Chapter, Heading, Module, Paragraph
from modmigrate.questions import Choice
from modmigrate.renderer import render

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from needs import chrome

RATE, DELAY, SLOWER = 400_000 / 8, 400, 4
SECONDS, TEXT_SECONDS, BYTES = 1.6, 3.0, 45_000
RUNS = 5
PAGE = "Pelatihan ini membahas pengelolaan keuangan usaha kecil secara bertahap dan mudah diikuti. " * 28
TEXT = "() => document.querySelector('#mm-screen h1') && performance.now()"
PAINT = "() => { const p = performance.getEntriesByName('first-contentful-paint')[0]; return p ? p.startTime : 0; }"


def module(pages: int = 200, chapters: int = 13) -> Module:
    """A module of so many pages (2,500 letters each), with practice in each chapter and a final test."""
    each = pages // chapters + 1

    def sections(chapter: int) -> Any:
        for page in range(each):
            yield Heading(text=f"Bagian {page + 1} dari bab {chapter + 1}")
            yield Paragraph(text=PAGE)
        yield Heading(text="Latihan", exercise="practice" if chapter < chapters - 1 else "test")
        for number in range(15):
            stem = f"Soal {number + 1} bab {chapter + 1}: apa langkah pertama?"
            yield Choice(stem=stem, options=("Mencatat", "Menebak", "Menunggu", "Meminjam"), answer=0)

    made = (
        Chapter(title=f"Pokok Bahasan {n + 1}", number=f"BAB {n + 1}", content=tuple(sections(n)))
        for n in range(chapters)
    )
    return Module(title="Modul Pelatihan Dua Ratus Halaman", language="id", chapters=tuple(made))


class Quiet(SimpleHTTPRequestHandler):
    """Files as they are, without a log."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Nothing."""


def one(browser: Any, address: str) -> tuple[float, float, int]:
    """Milliseconds to the painted cover and to the first screen of text, and bytes before the cover is painted."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    cdp.send("Network.enable")
    cdp.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": DELAY, "downloadThroughput": RATE, "uploadThroughput": RATE},
    )
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="commit")
    page.wait_for_function(PAINT)
    painted = page.evaluate(PAINT)
    page.wait_for_function("() => !!window.modmigrate && !!window.modmigrate.pages")
    page.evaluate("() => { location.hash = '#/' + modmigrate.course.sections[0].screens[0][0]; }")
    text = page.wait_for_function(TEXT).json_value()
    sizes = page.evaluate(
        "() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
        ".filter(e => !e.name.includes('/content/')).map(e => [e.name, e.encodedBodySize])"
    )
    context.close()
    print("  " + ", ".join(f"{name.rpartition('/')[2]} {size:,}" for name, size in sizes if size))
    return painted, text, next(size for name, size in sizes if name.endswith("index.html"))


def main() -> None:
    """Build, serve, open a few times, tell the median."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name, data in render(module(), {}).files:
            file = Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chrome(), args=["--no-sandbox", "--disable-gpu"])
        runs = [one(browser, f"http://127.0.0.1:{server.server_port}/index.html") for _ in range(RUNS)]
        browser.close()
        server.shutdown()
    painted, text = (sorted(run[n] for run in runs)[RUNS // 2] / 1000 for n in (0, 1))
    size = runs[0][2]
    print(f"cover painted    {painted:6.2f} s    at most {SECONDS} s     {verdict(painted, SECONDS)}")
    print(f"before it        {size / 1000:6.1f} kB   at most {BYTES / 1000:.0f} kB     {verdict(size, BYTES)}")
    print(f"first text       {text:6.2f} s    at most {TEXT_SECONDS} s     {verdict(text, TEXT_SECONDS)}")


if __name__ == "__main__":
    main()
