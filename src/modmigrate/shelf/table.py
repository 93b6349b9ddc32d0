"""A row for each module: what it holds, what is open, what it weighs, how long it took; as text, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

COLUMNS = ("module", "state", "pages", "chapters", "questions", "scored", "doubts", "warnings", "kB", "seconds")
SUMS = COLUMNS[2:]
Row = dict[str, Any]


def as_text(rows: Sequence[Row], word: Callable[[str], str] = str) -> str:
    """Columns for people, their sums below; `–` where a thing is not known. `word` is the table's own words as said."""
    sums = {"state": "", **{name: _sum(rows, name) for name in SUMS}}
    rows = [*({**row, "state": word(row["state"])} for row in rows), {**sums, "module": word("in all")}]
    lines = [[word(name) for name in COLUMNS], *([_said(row.get(name)) for name in COLUMNS] for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at < 2 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def as_csv(rows: Sequence[Row]) -> str:
    """The same for a spreadsheet, without the sums."""
    out = io.StringIO(newline="")
    written = csv.writer(out, lineterminator="\r\n")
    written.writerow(COLUMNS)
    for row in rows:
        written.writerow(["" if row.get(name) is None else _cell(row[name]) for name in COLUMNS])
    return "\ufeff" + out.getvalue()


def as_json(rows: Sequence[Row]) -> str:
    """The same for programs, with the sums."""
    data = {"modules": [{n: row.get(n) for n in COLUMNS} for row in rows], "sums": {n: _sum(rows, n) for n in SUMS}}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def form(path: Path, rows: Sequence[Row]) -> bytes:
    """The table as a file of this name ends: .csv, .json, else text."""
    made = {".csv": as_csv, ".json": as_json}.get(path.suffix.lower(), lambda r: as_text(r) + "\n")
    return made(rows).encode("utf-8", "replace")


def _sum(rows: Sequence[Row], name: str) -> float | None:
    values = [row[name] for row in rows if row.get(name) is not None]
    return round(sum(values), 2) if values else None


def _said(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:,.2f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


def _cell(value: object) -> object:
    """No spreadsheet takes a file's name for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value
