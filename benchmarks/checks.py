"""How often the checks on readings are right: true and false alarms, check by check and in all.

    python benchmarks/checks.py FOLDER... [--verbose] [--tsv]

A folder holds documents, each beside its hand-made reading `<name>.gold.yaml`. A reading is good where headings and
questions both have an F1 of .95 at least, bad where one of them has less than .7. Checks should fire on at most 1 in 10
good documents and on at least 8 in 10 bad ones. Prints a table, with `--tsv` as benchmarks/checks.tsv holds it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import yaml
from gold import scores

from modmigrate.commands.inspection import as_data
from modmigrate.pipeline import Extraction
from modmigrate.readers import read
from modmigrate.recogniser.checks.checks import CHECKS, is_told
from modmigrate.recogniser.recognise import Recogniser

GOOD, BAD = 0.95, 0.7
MOST, LEAST = 0.1, 0.8


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--verbose", action="store_true", help="each document with what fired")
    parser.add_argument("--tsv", action="store_true")
    options = parser.parse_args()
    found = list(_documents(options.folders))
    if options.verbose:
        for name, kind, fired in found:
            print(f"{kind:5} {name:50} {', '.join(fired)}")
    _table(found, "\t" if options.tsv else " " * 4)


def _documents(folders: list[Path]) -> Iterator[tuple[str, str, list[str]]]:
    """Each document with a gold: its name, whether its reading is good or bad, and the checks that fire."""
    for gold in sorted(path for folder in folders for path in folder.rglob("*.gold.yaml")):
        name = gold.name.removesuffix(".gold.yaml")
        file = next(f for end in (".docx", ".pdf") if (f := gold.with_name(name + end)).exists())
        recogniser = Recogniser(read(file), "")
        module, findings = recogniser.run()
        values = scores(yaml.safe_load(gold.read_text("utf-8")), as_data(Extraction(module, {}, findings)))
        kind = "good" if all(v >= GOOD for v in values) else "bad" if min(values) < BAD else "fair"
        yield name, kind, [check.name for check, fault in recogniser.faults if is_told(check, fault)]


def _table(found: list[tuple[str, str, list[str]]], between: str) -> None:
    kinds = ("good", "fair", "bad")
    print(between.join((f"{'check':12}", *kinds)).replace(" \t", "\t"))
    rows = [(c.name, {k: sum(c.name in fired for _, kind, fired in found if kind == k) for k in kinds}) for c in CHECKS]
    rows.append(("any", {k: sum(bool(fired) for _, kind, fired in found if kind == k) for k in kinds}))
    rows.append(("documents", {k: sum(kind == k for _, kind, _ in found) for k in kinds}))
    for name, counts in rows:
        print(between.join((name if between == "\t" else f"{name:12}", *(f"{counts[k]}" for k in kinds))))
    fired, documents = rows[-2][1], rows[-1][1]
    false, true = (fired[k] / max(1, documents[k]) for k in ("good", "bad"))
    if between != "\t":
        print(f"false alarms {false:.0%}, at most {MOST:.0%}; true alarms {true:.0%}, at least {LEAST:.0%}")


if __name__ == "__main__":
    main()
