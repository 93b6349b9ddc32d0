"""Whole readings of a folder of documents, kept outside of the project and compared: is a change neutral?

    python benchmarks/readings.py FOLDER... --kept FILE.json [--accept] [--show 5]

Prints each document whose `inspect --json` (findings included) is another than the one kept, with the first lines that
differ; `--accept` keeps the readings as they are now. Exit code 1 where something differs.
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from modmigrate.commands.inspection import as_data
from modmigrate.errors import ModmigrateError
from modmigrate.pipeline import extract

KINDS = {".docx", ".pdf"}


def reading(path: Path) -> Any:
    """What `inspect --json` says of a file, or why it is refused."""
    try:
        return as_data(extract(path))
    except ModmigrateError as error:
        return f"{type(error).__name__}: {error}"


def main() -> int:
    """Compares, prints, and on request keeps."""
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("folders", nargs="+", type=Path)
    told.add_argument("--kept", type=Path, required=True)
    told.add_argument("--accept", action="store_true")
    told.add_argument("--show", type=int, default=5)
    asked = told.parse_args()
    files = sorted(p for f in asked.folders for p in f.rglob("*") if p.suffix in KINDS)
    with ProcessPoolExecutor(2) as pool:
        found = {f"{p.parent.name}/{p.name}": r for p, r in zip(files, pool.map(reading, files), strict=True)}
    kept = json.loads(asked.kept.read_text("utf-8")) if asked.kept.exists() else {}
    other = [name for name, data in found.items() if json.loads(json.dumps(data)) != kept.get(name)]
    for name in other:
        print(name)
        for line in _difference(kept.get(name), found[name])[: asked.show]:
            print("   ", line[:160])
    print(f"{len(found)} documents, {len(other)} read otherwise")
    if asked.accept:
        asked.kept.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
    return 1 if other else 0


def _difference(before: Any, after: Any) -> list[str]:
    old, new = (json.dumps(x, ensure_ascii=False, indent=1).replace("\\n", "\n").splitlines() for x in (before, after))
    return [d for d in difflib.unified_diff(old, new, lineterm="", n=0) if d[:2] not in ("--", "++", "@@")]


if __name__ == "__main__":
    sys.exit(main())
