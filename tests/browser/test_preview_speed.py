"""`modmigrate preview`: a change of a source of any kind shows within a second, measured with the command itself."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pdf import Sheet, pdf
from sample_module import SAMPLE, written
from test_preview_player import inner

pytestmark = pytest.mark.browser
EXAMPLE = Path(__file__).parents[2] / "examples" / "kewirausahaan-sosial" / "source.docx"
SECOND = 1.0
MOST = 12
"""Changes that are waited for; one within the second is enough."""
WORDS = ("Judul satu", "Judul dua")


def of_yaml(folder: Path, word: str) -> bytes:
    path = written(folder / word)
    return path.read_bytes().replace(SAMPLE.title.encode(), word.encode(), 1)


def of_word(folder: Path, word: str) -> bytes:
    with zipfile.ZipFile(EXAMPLE) as old, zipfile.ZipFile(folder / "x", "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            text = old.read(entry)
            if entry.filename == "word/document.xml":
                at = text.find(b" yang ", len(text) // 2)
                text = text[:at] + f" {word} ".encode() + text[at + 1 :]
            new.writestr(entry, text)
    return (folder / "x").read_bytes()


def of_pdf(_folder: Path, word: str) -> bytes:
    sheets = [
        Sheet().text(72, 80, f"BAB {'I' * (n // 10 + 1)}" if n % 10 == 0 else f"Bagian {n}", 18, "bold").lines(
            72, 120, *[f"Baris {line} dari halaman {n} tentang modal usaha dan laba." for line in range(40)],
            word if n == 15 else "sama",
        )
        for n in range(30)
    ]  # fmt: skip
    return pdf(*sheets)


SOURCES: dict[str, Callable[[Path, str], bytes]] = {"module.yaml": of_yaml, "a.docx": of_word, "a.pdf": of_pdf}


def delay() -> float:
    """How many times as long as alone work takes now, on a machine that others keep busy; from 1 on."""
    begun, used = time.perf_counter(), time.process_time()
    while time.process_time() - used < 0.1:
        pass
    return max(1.0, (time.perf_counter() - begun) / 0.1)


def shown(page: Any, before: int) -> int:
    """Waits for another version of the package than this in the frame, with its contents."""
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        url = page.frames[-1].url.split("/p/")
        found = int(url[1].split("/")[0]) if len(url) == 2 else 0
        if found > before:
            inner(page).locator("#mm-contents li").first.wait_for(state="attached")
            return found
        page.wait_for_timeout(5)
    pytest.fail(f"nothing new was shown: {page.locator('#trouble').inner_text()}")


@pytest.mark.parametrize("name", SOURCES)
def test_a_change_shows_within_a_second(browser: Any, tmp_path: Path, name: str) -> None:
    for word in WORDS:
        (tmp_path / word).mkdir()
    versions = [SOURCES[name](tmp_path, word) for word in WORDS]
    target, aside = tmp_path / WORDS[0] / name, tmp_path / "aside"
    target.write_bytes(versions[0])
    command = [sys.executable, "-m", "modmigrate", "preview", str(target), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            page = browser.new_context(viewport={"width": 1300, "height": 900}).new_page()
            page.goto(process.stdout.readline().strip())
            version, took = shown(page, 0), []
            while not took or (min(took) >= SECOND and len(took) < MOST):
                aside.write_bytes(versions[(len(took) + 1) % 2])
                begun = time.perf_counter()
                os.replace(aside, target)
                version = shown(page, version)
                took.append((time.perf_counter() - begun) / delay())
            page.context.close()
        finally:
            process.terminate()
    assert min(took) < SECOND, took
