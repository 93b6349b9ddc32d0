"""How long module.yaml takes: a module of 200 pages, written and read.

python benchmarks/module_yaml_cost.py
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit"))
from module_maker import Maker

from modmigrate.module_yaml import dumps, loads


def median(act: Callable[[], object], runs: int = 5) -> float:
    """Median seconds of several runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print the figures."""
    made = Maker(1, 0.05).module(12, 270)
    text = dumps(made)
    write, read = median(lambda: dumps(made)), median(lambda: loads(text))
    print(f"{len(text) / 1e6:.1f} MB: write {write:.3f} s, read {read:.3f} s")


if __name__ == "__main__":
    main()
