"""What recognition costs after reading, and how it grows.

    python benchmarks/recognition_cost.py [--rounds 7]

Prints the best time of `recognise` for generated Word modules of 200 and 400 pages, and their ratio, and the share of
it that the checks of the finished reading take.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from measure import verdict
from word_sample import make

from modmigrate.readers import read
from modmigrate.recogniser.checks.checks import faults
from modmigrate.recogniser.checks.fault import seen
from modmigrate.recogniser.recognise import Recogniser

LIMIT = 0.150
GROWTH = 2.2
CHECKS = 0.03


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        best = {pages: _best(Path(folder) / f"{pages}.docx", pages, rounds) for pages in (200, 400)}
    whole, checks = best[200]
    print(f"200 pages: {whole * 1000:.0f} ms, limit {LIMIT * 1000:.0f} ms: {verdict(whole, LIMIT)}")
    growth = best[400][0] / whole
    print(f"400 pages: {best[400][0] * 1000:.0f} ms, {growth:.2f} × 200 pages: {verdict(growth, GROWTH)}")
    print(f"checks: {checks * 1000:.1f} ms, {checks / whole:.1%} of it: {verdict(checks / whole, CHECKS)}")


def _best(file: Path, pages: int, rounds: int) -> tuple[float, float]:
    """Seconds of recognition, and of the checks in it."""
    make(file, pages)
    document = read(file)
    times, checks = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        done = Recogniser(document, "")
        done.run()
        middle = time.perf_counter()
        list(faults(seen(done.lines, done.words, done.reading, document.left_out)))
        times.append(middle - start)
        checks.append(time.perf_counter() - middle)
    return min(times), min(checks)


if __name__ == "__main__":
    main()
