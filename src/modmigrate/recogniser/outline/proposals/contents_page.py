"""The contents page's own entries as chapters: the author's answer to what there is, in which order and on which level.

Entries are aligned with the lines of the text in their order, white space and case folded. The outer ones are those
that stand furthest left, in capitals where others are not, or without the numbers of sections.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from msgspec import Struct

from ....module import folded
from ....text.amounts import SEVERAL
from ....text.patterns import lazy
from ...lines.line import Line
from ...lines.signs import contents_title, is_contents_line
from ..candidate import Candidate
from .proposal import Proposal

ENOUGH = 3
"""Outer entries of a contents page that divides a document."""
MOST = 0.75
"""Of these are found in the text."""
_SECTION = lazy(r"\s*\d{1,2}\.\d")
STEP = 6.0
"""Points by which inner entries are indented."""


class Entry(Struct, frozen=True):
    """An entry: its words with its label and without, folded."""

    whole: str
    title: str


def outer(lines: Sequence[Line], dropped: Set[int]) -> list[Entry]:
    """The outer entries of the document's contents page; [] where it has none, or all entries look alike but count."""
    entries = [line for at, line in enumerate(lines) if at in dropped and is_contents_line(line)]
    for test, least in ((_left, SEVERAL), (_capital, ENOUGH), (_unsectioned, ENOUGH)):
        own = test(entries)
        if least <= len(own) < len(entries):
            return [_entry(line) for line in own]
    return [_entry(line) for line in entries] if len(entries) >= ENOUGH else []


def _entry(line: Line) -> Entry:
    whole, title = contents_title(line)
    return Entry(folded(whole), folded(title))


def _left(entries: Sequence[Line]) -> list[Line]:
    indents = [x.paragraph.layout.indent if x.paragraph is not None else 0.0 for x in entries]
    least = min(indents, default=0.0)
    return [line for line, indent in zip(entries, indents, strict=True) if indent < least + STEP]


def _capital(entries: Sequence[Line]) -> list[Line]:
    return [line for line in entries if contents_title(line)[1].isupper()]


def _unsectioned(entries: Sequence[Line]) -> list[Line]:
    return [line for line in entries if not _SECTION.match(contents_title(line)[0])]


def contents_page(
    found: Sequence[Candidate], lines: Sequence[Line], dropped: Set[int], entries: Sequence[Entry],
    look: Callable[[int], Candidate | None],
) -> Proposal | None:  # fmt: skip
    """The proposal that the contents page makes; None where too few of its entries are found. `look` reads a line."""
    chapters: list[Candidate] = []
    at = max(dropped, default=-1) + 1
    by_line = {c.at: c for c in found}
    for entry in entries:
        match = next((n for n in range(at, len(lines)) if _names(entry, lines, n)), None)
        if match is None:
            continue
        own = by_line.get(match) or look(match)
        if own is not None:
            chapters.append(own)
            at = match + 1
    if len(chapters) < ENOUGH or len(chapters) < MOST * len(entries):
        return None
    taken = {c.at for c in chapters}
    rest = [c for c in found if c.at not in taken]
    return Proposal("contents page", tuple(chapters), tuple(sorted([*rest, *chapters], key=lambda c: c.at)))


def _names(entry: Entry, lines: Sequence[Line], at: int) -> bool:
    """Whether a line is what an entry names: all of it, its title, or a label whose title stands on the next line."""
    line = lines[at]
    if line.paragraph is None or not line.text:
        return False
    own = folded(line.paragraph.text[: line.end])
    label = line.label.text if line.label is not None and line.label.auto else ""
    said = {own, folded(line.text), folded(f"{label} {line.text}")}
    if said & {entry.whole, entry.title} - {""}:
        return True
    after = lines[at + 1] if at + 1 < len(lines) else None
    return after is not None and after.paragraph is not None and folded(f"{own} {after.text}") == entry.whole
