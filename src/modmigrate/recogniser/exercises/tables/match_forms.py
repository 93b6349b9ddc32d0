"""Forms of questions to match, as item banks have them: two columns of codes and names, then the key by code.

`No | Soal | Jenis | Kode | Nama baris | Kode | Nama kolom | Kode baris | Kode kolom` below two rows of heads; a
question takes as many rows as its longer column. Told by its shape: what schools call the columns differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ....document import Table
from ....module import folded
from ....text.amounts import SEVERAL
from ....text.digits import count
from ....text.letters import letter_of
from ....text.patterns import lazy
from ...lines.grid import Grid, cell_lines, grid, text_at
from ...lines.line import Line
from ...words.words import Words
from ..draft import Draft, Option

HEADS = 2
SIX = 6
"""Columns of a form behind the stem's: code and name, code and name, code and codes."""
_CODES = lazy(r"\s*[A-Za-z](\s*[,;]\s*[A-Za-z])*\s*")


def match_form(table: Table, words: Words) -> list[Draft]:
    """The questions of a form; [] for other tables."""
    if len(table.rows) <= HEADS:
        return []
    places = grid(table)
    width = max((column for _, column in places), default=-1) + 1
    stem = next((c for c in range(width - SIX) if words.columns.get(folded(text_at(places, 0, c))) == "stem"), None)
    if stem is None:
        return []
    starts = begins(places, stem, HEADS)
    out: list[Draft] = []
    for start, end in pairwise([*starts, len(table.rows)]):
        out += _draft(places, stem, range(start, end), width - SIX)
    return out


def begins(places: Grid, stem: int, first: int) -> list[int]:
    """The rows that begin a question: by their stem or, where that is left empty, by their number."""
    rows = sorted({row for row, _ in places if row >= first})
    return [row for row in rows if (row, stem) in places and places[row, stem][1]
            and (_lines(places, row, stem) or (stem and text_at(places, row, 0)))]  # fmt: skip


def _draft(places: Grid, stem: int, rows: range, first: int) -> list[Draft]:
    lines = _lines(places, rows[0], stem)
    left = _coded(places, rows, first)
    right = _coded(places, rows, first + 2)
    if not lines or len(left) < SEVERAL or len(right) < SEVERAL:
        return []
    names = [code for code, _ in left]
    key = {text_at(places, row, first + 4): text_at(places, row, first + 5) for row in rows}
    known = all(_CODES.fullmatch(key.get(name, "")) for name in names)
    number = text_at(places, rows[0], 0).strip(" .)") if stem else ""
    return [Draft(
        tuple(lines), count(number, 0), number,
        options=tuple(Option((line,), n) for n, (_, line) in enumerate(left, 1)),
        right=tuple(line for _, line in right), kind="match",
        pairs=tuple((n, key[name]) for n, name in enumerate(names)) if known else (),
        answer_source="key" if known else "none",
    )]  # fmt: skip


def _coded(places: Grid, rows: Sequence[int], column: int) -> list[tuple[str, Line]]:
    """Codes and names of one column; [] unless the codes count on from 1 or A."""
    found = [(text_at(places, row, column), lines[0]) for row in rows if (lines := _lines(places, row, column + 1))]
    codes = [code for code, _ in found]
    numbers, letters = [str(n + 1) for n in range(len(codes))], [letter_of(n + 1) for n in range(len(codes))]
    return found if codes in (numbers, letters) else []


def _lines(places: Grid, row: int, column: int) -> list[Line]:
    return cell_lines(places[row, column][0]) if (row, column) in places else []
