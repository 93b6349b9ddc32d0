"""Answer keys that stand apart from their questions: entries under titles, ready to be paired."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from ..document import Table
from ..module import folded
from ..patterns import lazy
from ..source import NOWHERE, Where
from .lines import LETTER, Line, line_of, part, pieces
from .words import EXERCISES, Words

_PAIR = lazy(
    rf"(?<![\w.,])(\d{{1,3}})\s*(?:[.)\-–:=→>．、：]+\s*|\s*)\(?([A-H]|(?<![0-9])[a-h]|[BSTF]|[√✓✔×✗○〇]|(?=[^\x00-\x7f]){LETTER})"
    r"\)?(?!\.?\w)(?=[\s,;.)|，；、]|$)"
)
_NUMBERS = lazy(r"\d\D+\d")
"""The cheap sign first: most lines hold no two numbers."""
_FIRST = lazy(r"[(（]?1\s*[)）.\-–:]")
_COUNT = lazy(r"(?:^|(?<=\s))(\d{1,4})\s+")
_POINTED = lazy(r"(?:^|(?<=\s))(\d{1,4})[.)．、]\s*(?=\S)")
_ENOUGH = 3
"""Entries of a run; fewer may be numbers in a sentence, unless each has its point."""
_SHORT = 3
"""Words that name an exercise before its entries: First part, أولاً."""
_SPACED = lazy(r"\s*(\d{1,4})\s+([A-Ha-h])[\s.]*$")
_JUDGED = lazy(r"\s*(\d{1,4})\s+(\S+)\s*$")
"""`3 False`: a number and one word, which must be a truth value."""
_NAMED = lazy(r"\s*(\D[^:：\n]{2,40}?\d{0,2})\s*[:：]\s*(?=\S)")
"""`Latihan 1: 1. A`, `Pilihan ganda: 1. A 2. B`: whose key follows."""
_ENTRY = lazy(r"\s*(\d{1,4})\s*(?:[.):=→．、：]+|[\-–]+>?)\s*(.+)$", re.DOTALL)


_SAID = lazy(r"\s*([^\W\d][^\d:：\n]{1,40}?)\s*[:：]\s*")
_LETTERS = lazy(r"\s*(?:[A-H](?:[\s,;/–-]+[A-H])+|[a-h](?:[\s,;/–-]+[a-h])+|[A-E]{3,10}(?:\s+[A-E]{3,10})*)[\s.]*")
_ORDER = lazy(r"\(?[A-Ha-h]\)?(\s*[,;–>→-]+\s*\(?[A-Ha-h]\)?){2,}[\s.]*")


class KeyGroup(Struct):
    """Key entries under one title. `titles`: headings from the key's own downwards; `chapter`: where it stands."""

    chapter: int | None
    titles: tuple[str, ...]
    where: Where = NOWHERE
    entries: list[tuple[int, str]] = field(default_factory=list)
    whole: bool = False
    """Whether its entry stands for the exercise as a whole, without a number of its own."""
    only: int | None = None
    """The first question of the one exercise that these entries can answer; None where that is open."""


def prose(lines: Sequence[Line], words: Words) -> list[Line]:
    """The lines below a key's heading that are neither entries nor titles."""
    return [x for x in lines if x.words > 10 and not list(entries_of(x, words))]


def groups(lines: Sequence[Line], chapter: int | None, titles: tuple[str, ...], words: Words) -> list[KeyGroup]:
    """The key groups in the lines below one heading; a short line that is no entry titles a new group."""
    where = lines[0].paragraph.where if lines and lines[0].paragraph else NOWHERE
    out = [KeyGroup(chapter, titles, where)]
    last: int | None = None
    for line in (piece for whole in lines for piece in pieces(whole)):
        named = names_exercise(line, words)
        if named is not None:
            out.append(KeyGroup(chapter, (*titles, named[0]), line.paragraph.where if line.paragraph else where))
            last, line = None, named[1]
        if several := _by_exercise(line, words):
            out += [KeyGroup(chapter, (*titles, name), where, entries) for name, entries in several]
            continue
        alone = named is not None or _ORDER.fullmatch(line.text) is not None or bool(letters(line.text))
        found = list(entries_of(line, words))
        if not found and alone:
            found, out[-1].whole = _whole_answer(line), True
        if not found and line.words <= 10 and line.text and line.table is None:
            out.append(KeyGroup(chapter, (*titles, line.text), line.paragraph.where if line.paragraph else where))
            last = None
            continue
        for number, value in found:
            # Numbers that start again at 1 belong to another exercise, titled or not; one that is given twice
            # stays, for its question to be left without a key.
            if last is not None and number <= last and number == 1:
                out.append(KeyGroup(chapter, out[-1].titles, out[-1].where))
            out[-1].entries.append((number, value))
            last = number
    return [g for g in out if g.entries]


def names_exercise(line: Line, words: Words) -> tuple[str, Line] | None:
    """The exercise that a line names before its entries, and the rest of the line."""
    paragraph = line.paragraph
    found = _NAMED.match(paragraph.text, line.start, line.end) if paragraph is not None and not line.label else None
    if found is None:
        return _lettered(line)
    rest = part(line, found.end())
    named = words.role(found[1], extra=1) in EXERCISES or words.question_type(found[1])
    listing = len(found[1].split()) <= _SHORT and (next(entries_of(rest, words), None) or letters(rest.text))
    return (found[1], rest) if named or listing else None


def _lettered(line: Line) -> tuple[str, Line] | None:
    """`C. 4. income`: a part of an exercise by its letter, and its entries."""
    if line.label is None or line.label.kind not in ("upper", "roman") or line.label.auto or line.paragraph is None:
        return None
    rest = part(line, line.start)
    return (line.label.text, rest) if rest.label is not None and rest.label.kind == "number" else None


def _whole_answer(line: Line) -> list[tuple[int, str]]:
    """The key of an exercise that is one question: `Task 2: b`, `Order: b, c, a`."""
    label = f"{line.label.text} " if line.label is not None and not line.label.auto else ""
    return [(1, label + line.text)] if line.text else []


def letters(text: str) -> list[str]:
    """The letters of a run without numbers: `A B A C`, `a, b, b`, `ABACD BCDAB`; [] for other text.

    It answers an exercise of just as many questions.
    """
    return re.findall(r"[A-Ha-h]", text) if _LETTERS.fullmatch(text) else []


def listed(text: str) -> list[tuple[int, str]]:
    """The entries of a run such as `1. A 2. C 3. D`; [] for other text."""
    pairs = _PAIR.findall(text) if _NUMBERS.search(text) else []
    return [(int(n), v) for n, v in pairs] if len(pairs) > 1 and _mostly(pairs, text) else []


def counted(text: str) -> list[tuple[int, str]]:
    """The entries of a run in which values may be sentences: `1 The car is out of gas. 2 B 3 A`; [] for other text.

    Each number must follow once: two places for one leave the cut in doubt.
    """
    found = list((_POINTED if _POINTED.match(text) else _COUNT).finditer(text))
    first = int(found[0][1]) if found and found[0].start() == 0 else 0
    numbers = range(first, first + len(found))
    pointed = len(found) > 1 and found[0][0].rstrip().endswith((".", ")", "．", "、"))
    if (len(found) < _ENOUGH and not pointed) or not first or [int(m[1]) for m in found] != list(numbers):
        return []
    ends = [*(m.start() for m in found[1:]), len(text)]
    values = [text[m.end() : end].strip(" ;,，；、") for m, end in zip(found, ends, strict=True)]
    return list(zip(numbers, values, strict=True)) if all(values) else []


def key_run(text: str, words: Words) -> list[tuple[int, str]]:
    """The entries of a line that is nothing but a key: three at least, or two behind `Answers:`; [] for other lines."""
    said = _SAID.match(text)
    if said and (words.role(said[1], extra=0) == "key" or words.answer.fullmatch(said[0].strip())):
        return listed(text[said.end() :])
    found = listed(text)
    return found if len(found) > 2 else []


def entries_of(line: Line, words: Words) -> Iterator[tuple[int, str]]:
    """The entries that a line or table of a key holds: number and value."""
    if line.table is not None:
        yield from _table(line.table, words)
        return
    label = line.label
    whole = f"{label.text} {line.text}" if label is not None and not label.auto else line.text
    if label is not None and label.auto and label.kind == "number":
        yield label.number, line.text
        return
    if (
        label is not None
        and label.kind == "number"
        and _FIRST.match(line.text)
        and (listed(line.text) or counted(line.text))
    ):
        yield label.number, line.text
    elif run := listed(whole) or counted(whole):
        yield from run
    elif found := _ENTRY.match(whole) or _SPACED.match(whole):
        # A further number in the value: where it ends nobody knows.
        if not re.search(rf"\b{int(found[1]) + 1}[.)]\s", found[2]):
            yield int(found[1]), found[2].strip()
    elif (judged := _JUDGED.match(whole)) and words.truth(judged[2]) is not None:
        yield int(judged[1]), judged[2]
    elif label is not None and label.kind == "number":
        yield label.number, line.text
    elif label is not None and label.kind in ("roman", "upper") and (found := _ENTRY.match(line.text)):
        # `II. 4. laba`: the exercise's part, then its first entry.
        yield int(found[1]), found[2].strip()


def _mostly(pairs: Iterable[tuple[str, str]], text: str) -> bool:
    """Whether the pairs make up most of the line's letters and digits."""
    size = sum(len(n) + len(v) for n, v in pairs)
    return size * 10 >= sum(c.isalnum() for c in text) * 7


def _table(table: Table, words: Words) -> Iterator[tuple[int, str]]:
    """Number and value: in the columns that the head names, side by side in each row, or one row above another."""
    grid = [[_cell_text(c.blocks) for c in row.cells] for row in table.rows]
    if named := _named_columns(grid, words):
        yield from named
        return
    for above, below in pairwise(grid):
        numbers = [(i, int(t.strip(" ."))) for i, t in enumerate(above) if t.strip(" .").isdecimal()]
        if (
            len(numbers) > 1
            and len(below) == len(above)
            and not any(below[i].strip(" .").isdecimal() for i, _ in numbers)
        ):
            yield from ((n, below[i]) for i, n in numbers if below[i])
            return
    found = [entry for row in grid for entry in _side_by_side(row)]
    # Columns of entries are read downwards: 1 and 6 stand in one row.
    yield from sorted(found) if len({n for n, _ in found}) == len(found) else found


def _by_exercise(line: Line, words: Words) -> list[tuple[str, list[tuple[int, str]]]]:
    """The columns of a table that has one for each exercise: `No | Test 1 | Test 2`; [] for other tables."""
    if line.table is None:
        return []
    grid = [[_cell_text(c.blocks) for c in row.cells] for row in line.table.rows]
    heads = grid[0][1:] if grid else []
    if len(heads) < 2 or not all(words.role(head, extra=2) in EXERCISES for head in heads):
        return []
    rows = [row for row in grid[1:] if row and row[0].strip(" .)").isdecimal()]
    return [(head, [(int(row[0].strip(" .)")), row[at]) for row in rows if len(row) > at and row[at]])
            for at, head in enumerate(heads, 1)]  # fmt: skip


def _side_by_side(row: Sequence[str]) -> Iterator[tuple[int, str]]:
    for at in range(len(row) - 1):
        number = row[at].strip(" .)")
        if number.isdecimal() and row[at + 1] and not row[at + 1].strip(" .)").isdecimal():
            yield int(number), row[at + 1] + _explanation(row[at + 2 : at + 3])


def _named_columns(grid: Sequence[Sequence[str]], words: Words) -> list[tuple[int, str]]:
    """The entries below a head that names one column of keys: `No | Bobot | Kunci`."""
    heads = [words.columns.get(folded(text), "") for text in grid[0]] if grid else []
    at = heads.index("key") if heads.count("key") == 1 else 0
    rows = [row for row in grid[1:] if at and len(row) > at and row[at] and row[0].strip(" .)").isdecimal()]
    return [(int(row[0].strip(" .)")), row[at] + _explanation(row[at + 1 : at + 2])) for row in rows]


def _explanation(cells: Sequence[str]) -> str:
    """The words of a column behind the key's: why it is right."""
    return f". {cells[0]}" if cells and len(cells[0].split()) > 1 and not cells[0].strip(" .)").isdecimal() else ""


def _cell_text(blocks: Iterable[object]) -> str:
    lines = [line_of(b) for b in blocks]  # type: ignore[arg-type]
    return " ".join(f"{x.label.text} {x.text}" if x.label else x.text for x in lines).strip()
