"""How long after a change `modmigrate preview` shows it, in a real Chromium.

    python benchmarks/preview_cost.py [--rounds 7] [--only NAME]

For the README's example (module.yaml, .docx and .pdf) and generated modules of 50 and 200 pages: starts the command,
opens the player, and replaces the source by one with another word in the middle, back and forth. Counts from the
replacement to the moment when the frame holds the new package with its contents and the screen that was open; prints
medians and the worst, on the clock and divided by how many times as long as alone work took at that moment, and the
processor seconds of the process that builds. Needs a Chromium, and LibreOffice to print the PDF files (without it these
are left out).
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from measure import as_installed
from word_sample import make

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
EXAMPLE = ROOT / "examples" / "kewirausahaan-sosial"
LONGEST = 60


def edited(source: Path, target: Path) -> Path:
    """The Word file with another word in the middle, twenty times as rare as the text is long."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                text = data.decode()
                at = text.find(" yang ", len(text) // 2)
                data = (text[:at] + " yang berubah dan " + text[at + 6 :]).encode()
            new.writestr(entry, data)
    return target


def printed(source: Path) -> Path | None:
    """The PDF that LibreOffice makes of a Word file."""
    called = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(source.parent), str(source)]
    if not shutil.which("soffice") or subprocess.run(called, capture_output=True).returncode:
        return None
    return source.with_suffix(".pdf")


def pairs(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """Name, a file and the same with a change."""
    module = folder / "example"
    shutil.copytree(EXAMPLE, module)
    folder = folder / "sources"
    folder.mkdir()
    text = (module / "module.yaml").read_text("utf-8")
    at = text.find(" yang ", len(text) // 2)
    (module / "other").write_text(text[:at] + " yang berubah dan " + text[at + 6 :], "utf-8")
    shutil.copy(module / "module.yaml", module / "one")
    yield "example, module.yaml", module / "one", module / "other"
    for name, pages in (("example", 0), ("50 pages", 50), ("200 pages", 200)):
        one = folder / f"{pages}.docx"
        if pages:
            make(one, pages)
        else:
            shutil.copy(EXAMPLE / "source.docx", one)
        other = edited(one, folder / f"{pages}-other.docx")
        yield f"{name}, docx", one, other
        first, second = printed(one), printed(other)
        if first and second:
            yield f"{name}, pdf", first, second


@contextmanager
def player(browser: Any, path: Path) -> Iterator[tuple[Any, int]]:
    """A page that shows the player of the command with a path, and the command's process."""
    command = [sys.executable, "-m", "modmigrate", "preview", str(path), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        page = browser.new_context(viewport={"width": 1300, "height": 900}).new_page()
        page.goto(process.stdout.readline().strip())
        try:
            yield page, process.pid
        finally:
            page.context.close()
            process.terminate()


def version(page: Any, screen: str) -> int:
    """The version of the package that the frame holds, with contents and a screen; 0 while there is none."""
    try:
        frame = page.frames[-1]
        parts = frame.url.split("/p/")
        ready = frame.query_selector("#mm-contents li") and frame.query_selector(screen)
        return int(parts[1].split("/")[0]) if len(parts) == 2 and ready else 0
    except Exception:
        return 0  # The frame is just being replaced.


def shown(page: Any, before: int, screen: str = "#mm-screen h1") -> int:
    """Wait until another version than this is shown."""
    begun = time.perf_counter()
    while (found := version(page, screen)) <= before:
        if time.perf_counter() - begun > LONGEST:
            raise SystemExit("nothing was shown")
        page.wait_for_timeout(5)
    return found


def delay() -> float:
    """How many times as long as alone work takes now; from 1 on."""
    begun, used = time.perf_counter(), time.process_time()
    while time.process_time() - used < 0.1:
        pass
    return max(1.0, (time.perf_counter() - begun) / 0.1)


def used(process: int) -> float:
    """Processor seconds of a process's children so far, their own children's included."""
    out = 0.0
    for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
        fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
        out += sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return out


def timed(browser: Any, target: Path, one: Path, other: Path, rounds: int) -> list[tuple[float, float, float]]:
    """From replacing the file to showing it, each time: seconds, seconds if alone, processor seconds of building."""
    shutil.copy(one, target)
    aside = target.parent.parent / "aside"  # Not in a folder that is watched.
    out = []
    with player(browser, target) as (page, process):
        now = shown(page, 0, "body")
        page.frames[-1].evaluate("location.hash = '#/' + modmigrate.course.sections[1].screens[0][0]")
        for number in range(rounds + 1):
            shutil.copy(one if number % 2 else other, aside)
            page.wait_for_timeout(700)
            before, begun = used(process), time.perf_counter()
            os.replace(aside, target)
            now = shown(page, now)
            took = time.perf_counter() - begun
            out.append((took, took / delay(), used(process) - before))
    return out[1:]


def main() -> None:
    """Measure and print."""
    from needs import chrome
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="", help="what the names hold")
    given = parser.parse_args()
    as_installed()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome(), args=["--no-sandbox", "--disable-gpu"])
        for what, one, other in pairs(Path(name)):
            if given.only in what:
                ending = ".yaml" if one.suffix == "" else one.suffix
                target = one.with_name(f"module{ending}")
                found = timed(browser, target, one, other, given.rounds)
                clock, alone, processor = (sorted(side) for side in zip(*found, strict=True))
                told = ", ".join(f"{statistics.median(side):.2f} s (worst {side[-1]:.2f})" for side in (clock, alone))
                load = os.getloadavg()[0]
                print(f"{what:22}{told}, processor {statistics.median(processor):.2f} s, load {load:.1f}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
