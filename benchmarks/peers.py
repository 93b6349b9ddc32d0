"""Speed and memory side by side with other programs, in one run; the table of docs/performance.md.

    python benchmarks/peers.py [--rounds 5] [--pages 5 200 1000] [--write docs/performance.md]

Whole processes in turns, each with the processor seconds of itself and its children, wall seconds and peak memory;
medians. Programs that are not installed are left out: pandoc and pdftotext on the path, mammoth and markitdown
importable. Needs LibreOffice to print the PDF modules.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from measure import as_installed
from word_sample import make

PYTHON = sys.executable
CALLS = {
    "mammoth": "import sys, mammoth; mammoth.convert_to_html(open(sys.argv[1], 'rb'))",
    "markitdown": "import sys; from markitdown import MarkItDown; MarkItDown().convert(sys.argv[1])",
    "unzip + parse": "import sys, zipfile; from lxml import etree\n"
    "etree.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))",
    "pypdfium2 text": "import sys, pypdfium2\n"
    "for p in pypdfium2.PdfDocument(sys.argv[1]): p.get_textpage().get_text_range()",
    "pdfplumber words": "import sys, pdfplumber\nwith pdfplumber.open(sys.argv[1]) as pdf:\n"
    "    for page in pdf.pages:\n        page.extract_words(extra_attrs=['size', 'fontname'])\n        page.close()",
}
DOCX = ("modmigrate", "pandoc → html", "mammoth", "markitdown", "unzip + parse")
PDF = ("modmigrate", "pdftotext -bbox-layout", "pypdfium2 text", "pdfplumber words")
SLOW = {"pdfplumber words": 300}
"""Programs that are measured up to so many pages."""


class Cost(NamedTuple):
    """Of one process with its children."""

    processor: float
    wall: float
    megabytes: float


def cost(command: Sequence[str]) -> Cost:
    """Run a command to its end."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} failed")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - begun, usage.ru_maxrss / 1024)


def command(name: str, file: Path) -> list[str] | None:
    """How a program is called; None where it is not installed."""
    out = str(file.with_suffix(".out"))
    if name == "modmigrate":
        return [PYTHON, "-m", "modmigrate", "convert", str(file), "-o", str(file.with_suffix(".zip")), "-q"]
    if name.startswith("pandoc"):
        return ["pandoc", str(file), "-t", "html", "-o", out] if shutil.which("pandoc") else None
    if name.startswith("pdftotext"):
        return ["pdftotext", "-bbox-layout", str(file), out] if shutil.which("pdftotext") else None
    library = {"pypdfium2 text": "pypdfium2", "pdfplumber words": "pdfplumber", "unzip + parse": "lxml"}.get(name, name)
    return [PYTHON, "-c", CALLS[name], str(file)] if importlib.util.find_spec(library) else None


def measured(names: Sequence[str], file: Path, pages: int, rounds: int) -> dict[str, Cost]:
    """Medians of all programs, run in turns."""
    commands = {n: c for n in names if pages <= SLOW.get(n, pages) and (c := command(n, file))}
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, called in commands.items():
            found[name].append(cost(called))
    return {n: Cost(*(statistics.median(side) for side in zip(*costs, strict=True))) for n, costs in found.items()}


def files(folder: Path, pages: Sequence[int]) -> dict[tuple[str, int], Path]:
    """Generated modules of so many pages, as Word files and printed."""
    out = {}
    for count in pages:
        place = folder / str(count)
        place.mkdir()
        make(place / "modul.docx", count)
        out["docx", count] = place / "modul.docx"
        called = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(place), str(place / "modul.docx")]
        if shutil.which("soffice") and subprocess.run(called, capture_output=True).returncode == 0:
            out["pdf", count] = place / "modul.pdf"
    return out


def table(kind: str, names: Sequence[str], found: dict[int, dict[str, Cost]]) -> str:
    """Markdown: a row for each length, a column for each program; ratios are ours to theirs."""
    there = [n for n in names if any(n in row for row in found.values())]
    lines = [f"| {kind} | {' | '.join(there)} |", "|---" * (len(there) + 1) + "|"]
    for pages, row in found.items():
        ours = row["modmigrate"]
        cells = [_cell(row.get(n), None if n == "modmigrate" else ours) for n in there]
        lines.append(f"| {pages} pages | {' | '.join(cells)} |")
    first, last = min(found), max(found)
    if len(found) > 1:
        grown = {n: math.log(found[last][n].processor / found[first][n].processor, last / first)
                 for n in there if n in found[last] and n in found[first]}  # fmt: skip
        lines.append(f"| exponent | {' | '.join(f'{grown[n]:.2f}' if n in grown else '–' for n in there)} |")
    return "\n".join(lines)


def _cell(found: Cost | None, ours: Cost | None) -> str:
    if found is None:
        return "–"
    ratio = "" if ours is None else f" ({ours.processor / found.processor:.2f} ×)"
    return f"{found.processor:.2f} / {found.wall:.2f} s / {found.megabytes:.0f} MB{ratio}"


def report(rounds: int, pages: Sequence[int]) -> str:
    """The page."""
    as_installed()
    with tempfile.TemporaryDirectory() as name:
        made = files(Path(name), pages)
        tables = []
        for kind, names in (("docx", DOCX), ("pdf", PDF)):
            found = {n: measured(names, made[kind, n], n, rounds) for n in pages if (kind, n) in made}
            if found:
                tables.append(table(kind, names, found))
    empty = statistics.median(cost([PYTHON, "-c", "pass"]).processor for _ in range(2 * rounds + 1))
    help_ = statistics.median(cost([PYTHON, "-m", "modmigrate", "--help"]).processor for _ in range(2 * rounds + 1))
    load = ", ".join(f"{n:.1f}" for n in os.getloadavg())
    return (
        "# Performance\n\n"
        "`python benchmarks/peers.py --write docs/performance.md`: generated modules, whole processes in turns, "
        f"medians of {rounds}. Each cell: processor seconds (children too) / wall seconds / peak memory of the largest "
        "process, and our processor seconds as a share of theirs. modmigrate reads, recognises and builds a package; "
        "the others only read.\n\n"
        f"{platform.machine()}, {os.cpu_count()} processors, load {load}, Python {platform.python_version()}.\n\n"
        + "\n\n".join(tables)
        + f"\n\n`--help`: {1000 * (help_ - empty):.0f} ms of processor time over `python -c pass`.\n"
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=int, nargs="+", default=[5, 200, 1000])
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    text = report(given.rounds, given.pages)
    print(text)
    if given.write:
        given.write.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
