"""Boxes beside the running text, and lists of terms: by the words that open them, never by guess.

`Catatan: …` is a note, `Contoh: …` an example, a table of one cell that begins with such a word a box as well;
what is called a trainer's note is kept apart, for learners do not see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ...document import Span, Table
from ...text.amounts import SEVERAL
from ...text.patterns import lazy
from ...text.signs import ends_sentence, has_gap, is_open
from ..words.words import Words
from .grid import cell_lines
from .line import Line, line_of, unlabelled

_LABEL = lazy(r"\s*+([^:：\n]{2,40}?)\s*+\d{0,2}+\s*+[:：]\s*+(?=\S)")
_ENTRY = lazy(r"\s*+([^:：\n–=]{2,60}?)(?:\s*+[:：=]|\s++[–—-])\s++(\S.*)", re.DOTALL)
MIN_WORDS = 3
"""A shorter text behind a label is a value (`Catatan: tidak ada`)."""
MAX_ASIDE, MIN_ASIDE = 6, 6
"""Lines at most, and words at least, of a remark in a box that no word names."""
MAX_TERM = 8
"""Words of a term."""


class Box(Struct, frozen=True):
    """A box: its kind, the words that open it as printed, and its lines."""

    kind: str
    title: str
    lines: tuple[Line, ...]


def box(line: Line, words: Words) -> Box | None:
    """A paragraph that opens as a box, or a table of one cell that does; None for other lines."""
    if line.table is not None:
        return _cell_box(line.table, words)
    paragraph = line.paragraph
    if paragraph is None or line.label is not None:
        return None
    found = _LABEL.match(paragraph.text, line.start, line.end)
    kind = words.box(found[1]) if found else ""
    if not found or not kind:
        return None
    rest = unlabelled(line, found.end(), line.end)
    return Box(kind, found[0].rstrip(" :：\t\n").strip(), (rest,)) if rest.words >= MIN_WORDS else None


def unframed(lines: Iterable[Line], words: Words | None = None) -> Iterator[Line]:
    """The lines, with those of a one-cell table in its place unless it is a box (of these words)."""
    for line in lines:
        rows = line.table.rows if line.table is not None else ()
        if len(rows) == 1 and len(rows[0].cells) == 1 and (words is None or box(line, words) is None):
            yield from unframed((line_of(b) for b in rows[0].cells[0].blocks), words)
        else:
            yield line


def _cell_box(table: Table, words: Words) -> Box | None:
    if len(table.rows) != 1 or len(table.rows[0].cells) != 1:
        return None
    lines = [line_of(b) for b in table.rows[0].cells[0].blocks]
    lines = [x for x in lines if x.table is not None or x.text or x.inlines]
    if not lines:
        return None
    if opened := box(lines[0], words) if lines[0].paragraph is not None else None:
        return Box(opened.kind, opened.title, (*opened.lines, *lines[1:]))
    kind = words.box(lines[0].text.rstrip(" :：!")) if len(lines) > 1 and lines[0].label is None else ""
    if kind:
        return Box(kind, lines[0].text.rstrip(" :："), tuple(lines[1:]))
    return Box("note", "", tuple(lines)) if table.boxed and _is_aside(lines, words) else None


def _is_aside(lines: Sequence[Line], words: Words) -> bool:
    """Whether a box that no word names holds a remark: sentences, and nothing that is asked, counted or a heading."""
    if len(lines) > MAX_ASIDE or any(x.table is not None or x.label is not None or not x.text for x in lines):
        return False
    text = " ".join(x.text for x in lines)
    asks = any(is_open(x.text) or has_gap(x.text) or x.text.endswith((":", "：")) or "\t" in x.text for x in lines)
    first = lines[0].text.rstrip(" :：.!")
    named = bool(words.meaning(first) or words.role(first))
    return not asks and not named and ends_sentence(lines[-1].text) and len(text.split()) >= MIN_ASIDE


def terms(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Terms and meanings of a glossary's lines; [] unless all of them are entries."""
    if len(lines) == 1 and lines[0].table is not None:
        return _table_terms(lines[0].table)
    found = [_entry(line) for line in lines if line.text or line.table is not None]
    return [f for f in found if f] if len(found) > 1 and all(found) else []


def _entry(line: Line) -> tuple[Line, Line] | None:
    """`Modal: uang untuk …`, `Modal – uang …`, or a bold term before its meaning."""
    paragraph = line.paragraph
    if paragraph is None:
        return None
    found = _ENTRY.match(paragraph.text, line.start, line.end)
    at, end = (found.end(1), found.start(2)) if found else (0, 0)
    if not found:
        at = end = _bold_end(line)
    term, meaning = unlabelled(line, line.start, at), unlabelled(line, end, line.end)
    return (term, meaning) if at > line.start and 0 < term.words <= MAX_TERM and meaning.words > 1 else None


def _bold_end(line: Line) -> int:
    """The offset where a line's bold beginning ends; 0 where all of it is bold, or nothing."""
    at = line.start
    for inline in line.inlines:
        if not isinstance(inline, Span) or not (inline.look.bold or not inline.text.strip()):
            return at
        at += len(inline.text)
    return 0


def _table_terms(table: Table) -> list[tuple[Line, Line]]:
    """A table of two columns (behind numbers, if any), its head left out."""
    rows = [[cell_lines(c) for c in row.cells] for row in table.rows if not row.header]
    width = {len(row) for row in rows}
    if len(rows) < SEVERAL or width not in ({2}, {3}):
        return []
    if width == {3} and not all(
        len(r[0]) < SEVERAL and all(x.text.strip(" .").isdecimal() for x in r[0]) for r in rows[1:]
    ):
        return []
    pairs = [row[-2:] for row in rows]
    if _is_bold(pairs[0][1]) and not any(_is_bold(b) for _, b in pairs[1:]):
        pairs = pairs[1:]  # the head of a table that is not marked as one
    whole = all(len(a) == 1 and len(b) == 1 and a[0].words <= MAX_TERM for a, b in pairs)
    return [(a[0], b[0]) for a, b in pairs] if whole else []


def _is_bold(cell: Sequence[Line]) -> bool:
    return bool(cell) and all(x.paragraph is not None and x.paragraph.layout.bold for x in cell)
