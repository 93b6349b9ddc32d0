"""What converting a PDF module costs, beside its yardsticks, in one run.

    python benchmarks/pdf_cost.py [--rounds 5] [--file MODULE.pdf]

Makes a text PDF of 200 pages (generated prose, headings, lists and tables, printed through LibreOffice) or takes the
file given, and a second one of twice as many pages. Compares, in whole processes run in turns: `modmigrate convert`
with pdfplumber's `extract_words(extra_attrs=["size", "fontname"])` over the same file (limit 0.10 ×) and with
`pdftotext -bbox-layout` (limit 5 ×); the doubled file with the file (limit 2.2 ×); and shows peak memory (limit
300 MB). Needs LibreOffice (unless --file is given), poppler's pdftotext and pdfplumber.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
from measure import as_installed, run, verdict
from word_sample import make

PAGES = 200
_WORDS = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        page.extract_words(extra_attrs=["size", "fontname"])
        page.close()
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--file", type=Path, help="a PDF to measure instead of a generated one")
    arguments = parser.parse_args()
    as_installed()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        single, double = folder / "single.pdf", folder / "double.pdf"
        pages = assemble(arguments.file or printed(folder), single, double, None if arguments.file else PAGES)
        print(f"{pages} pages, {single.stat().st_size // 1024} kB; {os.cpu_count()} processors")
        compare(single, double, arguments.rounds, pages)


def printed(folder: Path) -> Path:
    """A generated Word module of a little over 200 pages, printed as PDF."""
    make(folder / "long.docx", PAGES * 23 // 20)
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "long.docx")]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "long.pdf"


def assemble(source: Path, single: Path, double: Path, pages: int | None) -> int:
    """Write the source's pages (the first so many) once and twice; returns how many pages that is."""
    with pdfium.PdfDocument(source) as document:
        count = min(pages or len(document), len(document))
        for target, times in ((single, 1), (double, 2)):
            with pdfium.PdfDocument.new() as out:
                for _ in range(times):
                    out.import_pages(document, list(range(count)))
                out.save(target)
    return count


def compare(single: Path, double: Path, rounds: int, pages: int) -> None:
    """All processes in turns, medians."""
    commands = {
        "convert": _convert(single),
        "twice": _convert(double),
        "pdftotext": ["pdftotext", "-bbox-layout", str(single), os.devnull] if shutil.which("pdftotext") else [],
    }
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            if command:
                found[name].append(run(command))
    words = run([sys.executable, "-c", _WORDS, str(single)])[0]
    ours, memory = _medians(found["convert"])
    twice, more = _medians(found["twice"])
    print(f"convert, {pages} pages        {ours * 1000:6.0f} ms   peak {memory:.0f} MB   {verdict(memory, 300)}")
    print(f"pdfplumber words         {words * 1000:8.0f} ms   {ours / words:.3f} ×, limit 0.10 ×   "
          f"{verdict(ours / words, 0.10)}")  # fmt: skip
    if found["pdftotext"]:
        theirs, _ = _medians(found["pdftotext"])
        print(f"pdftotext -bbox-layout   {theirs * 1000:8.0f} ms   {ours / theirs:.2f} ×, limit 5 ×   "
              f"{verdict(ours / theirs, 5)}")  # fmt: skip
    print(f"convert, {pages * 2} pages        {twice * 1000:6.0f} ms   {twice / ours:.2f} ×, limit 2.2 ×   "
          f"{verdict(twice / ours, 2.2)}   peak {more:.0f} MB")  # fmt: skip


def _convert(file: Path) -> list[str]:
    return [sys.executable, "-m", "modmigrate", "convert", str(file), "-o", str(file.with_suffix(".zip")), "-q"]


def _medians(runs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    times, memories = zip(*runs, strict=True)
    return statistics.median(times), max(memories)


if __name__ == "__main__":
    main()
