"""Whether Word files and what LibreOffice prints of them give the same modules.

    python benchmarks/printed.py FOLDER [--keep DIR] [--only NAME]

Prints each .docx below FOLDER as PDF (once, with --keep), extracts both, and shows where chapters, sections,
objectives and questions differ: `-` as Word file alone, `+` as PDF alone. Numbers at the end of titles and answers'
places are compared too. Needs LibreOffice.
"""

from __future__ import annotations

import argparse
import difflib
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from modmigrate.commands.inspection import as_data
from modmigrate.errors import ModmigrateError
from modmigrate.module import folded
from modmigrate.pipeline import extract

PARTS = ("chapters", "sections", "objectives", "questions")
SHOWN = 12
"""Differences per part."""


def main() -> None:
    """Print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path, help="where printed files stay")
    parser.add_argument("--only", default="", help="files whose names hold this")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = arguments.keep or Path(name)
        same = total = 0
        for file in sorted(f for f in arguments.folder.rglob("*.docx") if arguments.only in f.name):
            found = compared(file, folder)
            if found is None:
                continue
            total, same = total + 1, same + (not found)
            print(f"{file.name[:50]:52}{'the same' if not found else 'differs'}")
            for line in found:
                print("   ", line)
        print(f"{same} of {total} the same")


def compared(file: Path, folder: Path) -> list[str] | None:
    """The differences; None for a file that neither form opens."""
    try:
        word = told(file)
        pdf = told(printed(file, folder))
    except (ModmigrateError, OSError) as error:
        print(f"{file.name[:50]:52}{error}")
        return None
    return [line for part in PARTS for line in _differences(part, word[part], pdf[part])]


def printed(file: Path, folder: Path) -> Path:
    """The file as PDF."""
    out = folder / f"{file.stem}.pdf"
    if not out.exists():
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
        subprocess.run(command, check=True, capture_output=True)
    return out


def told(file: Path) -> dict[str, list[str]]:
    """What the module of a file says, part by part, a line for each."""
    data = as_data(extract(file))
    asked = ("chapter", "type", "stem", "options", "answer", "answer_source")
    return {
        "chapters": [f"{c['number'] or ''} {folded(c['title'])} ({c['role']})" for c in data["chapters"]],
        "sections": [f"{at} {folded(s)}" for at, c in enumerate(data["chapters"]) for s in c["sections"]],
        "objectives": [f"{o['chapter']} {folded(o['text'])}" for o in data["objectives"]],
        "questions": [json.dumps(_folded([q[k] for k in asked]), ensure_ascii=False) for q in data["questions"]],
    }


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _folded(v) for key, v in value.items()}
    if isinstance(value, list):
        return [_folded(v) for v in value]
    return folded(value) if isinstance(value, str) else value


def _differences(part: str, word: list[str], pdf: list[str]) -> Iterator[str]:
    lines = [x for x in difflib.unified_diff(word, pdf, n=0, lineterm="") if x[:3] not in ("---", "+++", "@@ ")]
    lines = [x for x in lines if not x.startswith("@@")]
    yield from (f"{part}: {line[0]} {line[1:220]}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"{part}: {len(lines) - SHOWN} more"


if __name__ == "__main__":
    main()
