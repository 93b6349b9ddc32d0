"""What recognition costs after reading, and how it grows.

    python benchmarks/recognition_cost.py [--rounds 7]

Prints the best time of `recognise` for generated Word modules of 200 and 400 pages, and their ratio.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from measure import verdict
from word_sample import make

from modmigrate.readers import read
from modmigrate.recogniser import recognise

LIMIT = 0.150
GROWTH = 2.2


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        best = {pages: _best(Path(folder) / f"{pages}.docx", pages, rounds) for pages in (200, 400)}
    print(f"200 pages: {best[200] * 1000:.0f} ms, limit {LIMIT * 1000:.0f} ms: {verdict(best[200], LIMIT)}")
    growth = best[400] / best[200]
    print(f"400 pages: {best[400] * 1000:.0f} ms, {growth:.2f} × 200 pages: {verdict(growth, GROWTH)}")


def _best(file: Path, pages: int, rounds: int) -> float:
    make(file, pages)
    document = read(file)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        recognise(document)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
