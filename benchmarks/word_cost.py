"""What reading and converting Word modules costs, beside its yardsticks, in one run.

    python benchmarks/word_cost.py [--rounds 7]

Prints medians of paired runs: file → Document against unzip + lxml parse of document.xml; the whole
`modmigrate convert` against `pandoc -t html` in time and peak memory; `modmigrate --help` against
`python -c pass`. Needs pandoc on the path; where it is missing those lines are left out.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree
from measure import as_installed, run, verdict
from word_sample import make


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    as_installed()
    with tempfile.TemporaryDirectory() as folder:
        long, short = Path(folder) / "long.docx", Path(folder) / "short.docx"
        make(long, 200)
        make(short, 5)
        reading(long, rounds)
        for name, file, limit in (("200 pages", long, 0.6), ("5 pages", short, 2.0)):
            converting(name, file, limit, rounds)
        helping(rounds)


def reading(file: Path, rounds: int) -> None:
    """File → Document, warm, in this process."""
    from modmigrate.readers import read

    read(file)
    pairs = [(_seconds(lambda: read(file)), _seconds(lambda: _parse(file))) for _ in range(rounds)]
    ours, yardstick = (statistics.median(side) for side in zip(*pairs, strict=True))
    limit = 5 * yardstick + 0.060
    print(f"file to Document  {ours * 1000:6.0f} ms   unzip + parse {yardstick * 1000:.0f} ms   "
          f"limit {limit * 1000:.0f} ms   {verdict(ours, limit)}")  # fmt: skip


def converting(name: str, file: Path, limit: float, rounds: int) -> None:
    """Whole processes, paired."""
    if shutil.which("pandoc") is None:
        return
    package, page = file.with_suffix(".zip"), file.with_suffix(".html")
    ours = [sys.executable, "-m", "modmigrate", "convert", str(file), "-o", str(package), "-q"]
    theirs = ["pandoc", str(file), "-t", "html", "-o", str(page)]
    pairs = [(run(ours), run(theirs)) for _ in range(rounds)]
    (time_a, memory_a), (time_b, memory_b) = (
        [statistics.median(values) for values in zip(*side, strict=True)] for side in zip(*pairs, strict=True)
    )
    print(f"convert {name:10}{time_a * 1000:6.0f} ms   pandoc {time_b * 1000:.0f} ms   "
          f"{time_a / time_b:.2f} ×, limit {limit} ×   {verdict(time_a / time_b, limit)}")  # fmt: skip
    print(f"  peak memory     {memory_a:6.0f} MB   pandoc {memory_b:.0f} MB   {verdict(memory_a, memory_b)}")


def helping(rounds: int) -> None:
    """`modmigrate --help` over an empty Python."""
    pairs = [
        (run([sys.executable, "-m", "modmigrate", "--help"])[0], run([sys.executable, "-c", "pass"])[0])
        for _ in range(rounds)
    ]
    more = statistics.median(a - b for a, b in pairs)
    print(f"--help            {more * 1000:6.0f} ms over python -c pass   limit 120 ms   {verdict(more, 0.120)}")


def _parse(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        etree.fromstring(archive.read("word/document.xml"))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
