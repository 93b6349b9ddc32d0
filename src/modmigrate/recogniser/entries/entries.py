"""The entries of a key, line by line: number and value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.patterns import lazy
from ..lines.line import Line
from ..words.words import Words
from .runs import counted, listed, ranged
from .tables import table_entries

_FIRST = lazy(r"[(（]?1\s*[)）.\-–:]")
_SPACED = lazy(r"\s*(\d{1,4})\s+([A-Ha-h])[\s.]*$")
_JUDGED = lazy(r"\s*(\d{1,4})\s+(\S+)\s*$")
"""`3 False`: a number and one word, which must be a truth value."""
_ENTRY = lazy(r"\s*(\d{1,4})\s*(?:[.):=→．、：]+|[\-–]+>?)\s*(.+)$", re.DOTALL)
_SAID = lazy(r"\s*([^\W\d][^\d:：\n]{1,40}?)\s*[:：]\s*")


def key_run(text: str, words: Words) -> list[tuple[int, str]]:
    """The entries of a line that is nothing but a key: three at least, or two behind `Answers:`; [] for other lines."""
    said = _SAID.match(text)
    if said and (words.role(said[1], extra=0) == "key" or words.answer.fullmatch(said[0].strip())):
        return listed(text[said.end() :]) or counted(text[said.end() :])
    found = listed(text)
    return found if len(found) > 2 else []


def _several(line: Line) -> list[tuple[int, str]]:
    """One entry for several statements: `2. (1) T (2) F`."""
    label = line.label
    if label is None or label.kind != "number" or not _FIRST.match(line.text):
        return []
    return [(label.number, line.text)] if listed(line.text) or counted(line.text) else []


def entries_of(line: Line, words: Words) -> Iterator[tuple[int, str]]:
    """The entries that a line or table of a key holds: number and value."""
    if line.table is not None:
        yield from table_entries(line.table, words)
        return
    if line.label is not None and line.label.auto and line.label.kind == "number":
        yield line.label.number, line.text
    else:
        yield from _typed(line, words)


def _typed(line: Line, words: Words) -> Iterator[tuple[int, str]]:
    label = line.label
    if label is not None and label.kind == "multi":
        yield label.number, line.text  # its section is told by whoever collects the entries
        return
    whole = f"{label.text} {line.text}" if label is not None and not label.auto else line.text
    if run := _several(line) or ranged(whole) or listed(whole) or counted(whole):
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
