"""Marks of footnotes in the cells of tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ....document import Inline, NoteMark, Span, Table, paragraphs
from ..lines.cells import changed


def raised(table: Table) -> Iterator[str]:
    """The raised pieces of text in a table's cells."""
    for paragraph in paragraphs((table,)):
        yield from (i.text.strip() for i in paragraph.inlines if isinstance(i, Span) and i.look.script == "super")


def tied(table: Table, ids: Mapping[str, str]) -> Table:
    """The table with raised numbers as marks of their notes; the same one where there are none."""
    if ids.keys().isdisjoint(raised(table)):
        return table
    return changed(table, lambda p: replace(p, inlines=tuple(_marked(i, ids) for i in p.inlines)))


def _marked(inline: Inline, ids: Mapping[str, str]) -> Inline:
    if isinstance(inline, Span) and inline.look.script == "super" and (number := inline.text.strip()) in ids:
        return NoteMark(ids[number])
    return inline
