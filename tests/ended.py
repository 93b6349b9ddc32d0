"""Runs ended by signals at random moments: no child is left, no output is half, no edit is lost, no traceback is said.

python tests/ended.py --runs 300 --seed 1
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from pdf import Sheet, pdf, with_form
from word import QUIZ, word

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
EDIT = "Diubah dengan tangan."
PAGES = 60


def _sheets() -> list[Sheet]:
    return [Sheet().lines(72, 80, *[f"Baris {n} halaman {at} modal." for n in range(45)]) for at in range(PAGES)]


def prepared(folder: Path) -> dict[str, list[str]]:
    """The files, and the arguments of each command that is tried."""
    word(folder / "a.docx", *QUIZ, *["Kalimat tentang modal usaha."] * 600)
    (folder / "b.pdf").write_bytes(pdf(*_sheets()))
    (folder / "c.pdf").write_bytes(with_form(pdf(*_sheets()), "BT /F0 11 Tf 1 0 0 1 72 700 Tm (Isi.) Tj ET"))
    shelf = folder / "shelf"
    shelf.mkdir()
    for name in "abcd":
        word(shelf / f"{name}.docx", *QUIZ)
    word(folder / "d.docx", *QUIZ)
    _run("extract", str(folder / "d.docx"), "-o", str(folder / "kept"))
    edited = folder / "kept" / "module.yaml"
    edited.write_text(edited.read_text("utf-8").replace("opening:", f"opening:\n  - {EDIT}", 1), "utf-8")
    if EDIT not in edited.read_text("utf-8"):
        edited.write_text(edited.read_text("utf-8") + f"  - chapter: Tambahan\n    content:\n      - {EDIT}\n", "utf-8")
    word(folder / "d.docx", *QUIZ, "Paragraf baru.")
    out = str(folder / "out") + "/"
    return {
        "word": ["convert", str(folder / "a.docx"), "-o", out], "pdf": ["convert", str(folder / "b.pdf"), "-o", out],
        "suspect": ["convert", str(folder / "c.pdf"), "-o", out], "batch": ["convert", str(shelf), "-o", out],
        "edited": ["extract", str(folder / "d.docx"), "-o", str(folder / "kept")],
    }  # fmt: skip


def _run(*arguments: str) -> float:
    begun = time.monotonic()
    subprocess.run([sys.executable, "-m", "modmigrate", *arguments], capture_output=True, check=True)
    return time.monotonic() - begun


def wrong(folder: Path, arguments: list[str], number: signal.Signals, after: float) -> list[str]:
    """What is wrong after a run that was ended so many seconds after its beginning."""
    command = [sys.executable, "-m", "modmigrate", *arguments]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    time.sleep(after)
    process.send_signal(number)
    out = []
    try:
        _, said = process.communicate(timeout=20)  # To the end of the last child's stderr.
    except subprocess.TimeoutExpired:
        out.append("a child is left")
        said = ""
    # Python's own beginning, before the first line of ours, is not ours to catch.
    if "Traceback" in said and "modmigrate" in said:
        out.append(f"a traceback: {said[-300:]}")
    half = [p for p in folder.rglob("*") if p.name.startswith(".mm")]
    # SIGKILL leaves no time to tidy; what it leaves is hidden, and never under the name of an output.
    if half and number != signal.SIGKILL:
        out.append(f"left: {[p.name for p in half]}")
    for path in half:
        path.unlink()
    for package in (folder / "out").glob("*.zip"):
        with zipfile.ZipFile(package) as opened:
            if opened.testzip() is not None:
                out.append(f"{package.name} is half")
    if EDIT not in (folder / "kept" / "module.yaml").read_text("utf-8"):
        out.append("an edit is lost")
    return out


def run(runs: int, seed: int, say: Callable[[str], None] = print) -> int:
    """How many of the runs left something wrong."""
    chance = random.Random(seed)
    counted: Counter[str] = Counter()
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = prepared(folder)
        usual = {kind: _run(*arguments) for kind, arguments in commands.items()}
        for at in range(runs):
            kind, number = chance.choice(sorted(commands)), chance.choice(SIGNALS)
            found = wrong(folder, commands[kind], number, chance.random() * 1.1 * usual[kind])
            counted[f"{kind} {number.name}"] += 1
            if found:
                bad += 1
                say(f"run {at}, {kind}, {number.name}: {found}")
    say(f"{runs} runs, {bad} of them wrong: {dict(sorted(counted.items()))}")
    return bad


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.exit(1 if run(given.runs, given.seed) else 0)


if __name__ == "__main__":
    main()
