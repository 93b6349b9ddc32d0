"""The entries of a key, line by line: number and value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from ...document import Table
from ...text.amounts import SEVERAL
from ...text.letters import OPTIONS
from ...text.patterns import lazy
from ..lines.grid import cell_lines
from ..lines.line import Line, pieces
from ..words.words import Words
from .runs import counted, listed, ranged
from .tables import table_entries

_FIRST = lazy(r"[(（]?1\s*[)）.\-–:]")
_SPACED = lazy(rf"\s*(\d{{1,4}})\s+([{OPTIONS}])[\s.]*$")
_JUDGED = lazy(r"\s*(\d{1,4})\s+(\S+)\s*$")
_ENTRY = lazy(r"\s*(\d{1,4})\s*(?:[.):=→．、：]+|[\-–]+>?)\s*(.+)$", re.DOTALL)
_PIECE = lazy(r"\s*(\d{1,3})(\s*[.):=→–-]\s*|\s)(\S.*)")
_SAID = lazy(r"\s*([^\W\d][^\d:：\n]{1,40}?)\s*[:：]\s*")


def key_run(text: str, words: Words) -> list[tuple[int, str]]:
    """The entries of a line that is nothing but a key: three at least, or two behind `Answers:`; [] for other lines."""
    said = _SAID.match(text)
    if said and (words.role(said[1], extra=0) == "key" or words.answer.fullmatch(said[0].strip())):
        return listed(text[said.end() :]) or counted(text[said.end() :])
    found = listed(text)
    return found if len(found) > SEVERAL else []


def _several(line: Line) -> list[tuple[int, str]]:
    """One entry for several statements: `2. (1) T (2) F`."""
    label = line.label
    if label is None or label.kind != "number" or not _FIRST.match(line.text):
        return []
    return [(label.number, line.text)] if listed(line.text) or counted(line.text) else []


WHOLE = 0.7
"""The share of a line that is all of it, but for words such as `問` before each number."""


class Entries(Struct, frozen=True):
    """What one notation makes of a key's line: its entries, and the share of the line's letters and digits in them."""

    values: tuple[tuple[int, str], ...]
    explained: float


def entries_of(line: Line, words: Words) -> Iterator[tuple[int, str]]:
    """The entries that a line or table of a key holds: number and value."""
    if line.table is not None:
        yield from table_entries(line.table, words) or cells(line.table, words)
    elif line.label is not None and (line.label.kind == "multi" or (line.label.auto and line.label.kind == "number")):
        # A number by Word is no part of the text; the section of `2.1` is told by whoever collects the entries.
        yield line.label.number, line.text
    else:
        yield from _best(line, words)


def cells(table: Table, words: Words) -> list[tuple[int, str]]:
    """The entries of a table whose cells hold number and value together (`1. A | 4. C`), in their order; else []."""
    lines = [own for row in table.rows for cell in row.cells for whole in cell_lines(cell) for own in pieces(whole)]
    found = [list(_best(line, words)) for line in lines if line.text]
    flat = sorted(entry for own in found for entry in own)
    numbers = {number for number, _ in flat}
    return flat if len(flat) > 1 and all(found) and len(numbers) == len(flat) else []


def _best(line: Line, words: Words) -> tuple[tuple[int, str], ...]:
    """The entries by the notation that explains most of the line; of those that explain as much, the one with most.

    Notations that stand earlier in the table go first where both are alike.
    """
    if several := _several(line):
        return tuple(several)  # what counts inside an entry is part of it
    whole = f"{line.label.text} {line.text}" if line.label is not None and not line.label.auto else line.text
    letters = max(1, sum(map(str.isalnum, whole)))
    found = [_weighed(notation(line, whole, words), letters) for notation in NOTATIONS]
    return max(found, key=lambda entries: (entries.explained, len(entries.values))).values


def _weighed(values: Sequence[tuple[int, str]], letters: int) -> Entries:
    """What a notation explains: all, where no more is left than the signs and words by which it counts."""
    told = sum(len(str(number)) + sum(map(str.isalnum, value)) for number, value in values) / letters
    return Entries(tuple(values), 1.0 if told >= WHOLE else told)


def _run(_line: Line, whole: str, _words: Words) -> list[tuple[int, str]]:
    """`1-5 CBCDC`, `1. A 2. C 3. D`, `1 The car is out of gas. 2 B`."""
    return ranged(whole) or listed(whole) or counted(whole)


def _parted(_line: Line, whole: str, _words: Words) -> list[tuple[int, str]]:
    """`1 wax; 2 extractor.`: entries that a semicolon or a comma parts, each begun by its number and the same sign.

    `1. 1 kg flour, 2 eggs` is one entry: what stands inside it counts by itself.
    """
    for sign in (";", ","):
        found = [_PIECE.fullmatch(piece) for piece in whole.strip(" .;,").split(sign)]
        entries = [(int(m[1]), m[3].strip(" .")) for m in found if m is not None]
        alike = len({m[2].strip() for m in found if m is not None}) == 1
        if len(found) > 1 and alike and len(entries) == len(found) and _counts_on([number for number, _ in entries]):
            return entries
    return []


def _counts_on(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


def _one(_line: Line, whole: str, _words: Words) -> list[tuple[int, str]]:
    """`1. A`, `1 = profit`, `1 A`."""
    found = _ENTRY.match(whole) or _SPACED.match(whole)
    # A further number in the value: where it ends nobody knows.
    if found is None or re.search(rf"\b{int(found[1]) + 1}[.)]\s", found[2]):
        return []
    return [(int(found[1]), found[2].strip())]


def _judged(_line: Line, whole: str, words: Words) -> list[tuple[int, str]]:
    """`3 False`: a number and one word, which must be a truth value."""
    found = _JUDGED.match(whole)
    return [(int(found[1]), found[2])] if found is not None and words.truth(found[2]) is not None else []


def _labelled(line: Line, whole: str, words: Words) -> list[tuple[int, str]]:
    """A typed number and whatever follows it, where no other notation reads more of it."""
    label = line.label
    if label is None or label.kind != "number" or _one(line, whole, words) or _ENTRY.match(whole):
        return []
    return [(label.number, line.text)]


def _part_first(line: Line, _whole: str, _words: Words) -> list[tuple[int, str]]:
    """`II. 4. profit`: the exercise's part, then its first entry."""
    label = line.label
    found = _ENTRY.match(line.text) if label is not None and label.kind in ("roman", "upper") else None
    return [(int(found[1]), found[2].strip())] if found is not None else []


Notation = Callable[[Line, str, Words], Sequence[tuple[int, str]]]
NOTATIONS: tuple[Notation, ...] = (_run, _parted, _one, _judged, _part_first, _labelled)
"""The ways in which a line of a key is written."""
