"""How long a module and its chapters take, where the document says so: «Alokasi waktu: 2 x 45 menit», a table of hours.

In: a module as read. Out: it with `duration` in the document's own words. A chapter has what stands behind such a
label, or below a heading of that name, outside its exercises; the module what its title page says, else the total of
the one table whose column of numbers names a unit of time (`Waktu (JP)`). Rows of that table that are called as
chapters are give theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from ..languages import load
from ..module import Block, Chapter, Heading, List, Module, Paragraph, Table, folded, texts, walk
from ..questions import Question
from ..text import inline

LONGEST = 40
"""Letters of `2 JP (2 x 45 menit)` and the like."""


class _Said(Struct, frozen=True):
    label: re.Pattern[str]
    unit: re.Pattern[str]
    total: frozenset[str]


class _Hours(Struct, frozen=True):
    """A table of hours: what its total is, and each row's, by the cells beside it."""

    total: str
    rows: tuple[tuple[frozenset[str], str], ...]


def with_durations(module: Module) -> Module:
    """The module with the durations that its text names."""
    said = _said(module.language)
    tables = list(_tables(module, said))
    hours = tables[0] if len(tables) == 1 else None
    rows = hours.rows if hours else ()
    chapters = tuple(replace(c, duration=d) if (d := _of_chapter(c, said, rows)) else c for c in module.chapters)
    whole = _one(_labelled(module.opening, said)) or (hours.total if hours else "")
    return replace(module, chapters=chapters, duration=whole)


def _of_chapter(chapter: Chapter, said: _Said, rows: Sequence[tuple[frozenset[str], str]]) -> str:
    title = folded(inline.plain(chapter.title))
    return _one(_labelled(chapter.content, said)) or _one(told for cells, told in rows if title in cells)


def _one(found: Iterator[str]) -> str:
    """What is said, if one thing is."""
    values = set(found)
    return values.pop() if len(values) == 1 else ""


def _labelled(blocks: tuple[Block, ...], said: _Said) -> Iterator[str]:
    """Values behind a label, in its line or below it as a heading; in an exercise it is the exercise's time."""
    named = False
    for block in blocks:
        if isinstance(block, Question) or (isinstance(block, Heading) and block.exercise):
            return
        lines = [" ".join(inline.plain(t).split()) for t in texts(block)] if isinstance(block, Paragraph | List) else []
        for line in lines:
            label = said.label.match(line)
            value = line[label.end() :].lstrip(" :：=-–") if label else line if named else ""
            if value and len(value) <= LONGEST and re.search(r"\d", value) and said.unit.search(value):
                yield value.rstrip(".")
        heading = " ".join(inline.plain(block.text).split()) if isinstance(block, Heading) else ""
        named = bool(heading) and said.label.fullmatch(heading) is not None


def _tables(module: Module, said: _Said) -> Iterator[_Hours]:
    for blocks in (module.opening, *(c.content for c in module.chapters)):
        for block in walk(blocks):
            if isinstance(block, Table) and block.header == 1 and (found := _hours(block, said)):
                yield found


def _hours(table: Table, said: _Said) -> _Hours | None:
    head, *body = ([" ".join(inline.plain(c.text).split()) for c in row] for row in table.rows)
    columns = [n for n, text in enumerate(head) if len(text) < LONGEST and said.unit.search(text)]
    if len(columns) != 1 or not body or len({len(row) for row in (head, *body)}) != 1:
        return None
    column = columns[0]
    numbers = [row[column] for row in body]
    if not all(re.fullmatch(r"\d{1,3}", n) for n in numbers) or not said.total & set(map(folded, body[-1])):
        return None
    # A total that is none is a column of something else.
    if int(numbers[-1]) != sum(map(int, numbers[:-1])):
        return None
    found = said.unit.search(head[column])
    unit = found[0] if found else ""
    rows = [(frozenset(map(folded, row)), f"{number} {unit}") for row, number in zip(body, numbers, strict=True)]
    return _Hours(rows[-1][1], tuple(rows[:-1]))


@cache
def _said(language: str) -> _Said:
    data = load(language)["duration"]
    named, unit = ("|".join(map(re.escape, sorted(data[k], key=len, reverse=True))) for k in ("named", "unit"))
    spaced = language.split("-")[0] not in ("zh", "ja")
    before, behind = (r"(?<![^\W\d_])", r"(?![^\W\d_])") if spaced else ("", "")
    return _Said(
        re.compile(rf"(?:{named}){behind}", re.IGNORECASE),
        re.compile(rf"{before}(?:{unit}){behind}", re.IGNORECASE),
        frozenset(map(folded, data["total"])),
    )
