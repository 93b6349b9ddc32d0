"""Chapter labels in tables: the head of a work sheet, `| PRAKTIKUM | P-01 | PENGENALAN JAVA |`.

The title stands in the next cell, or in the cell below where letter-heads put one above the other.

The table stays where it is; its label and title become the chapter's. A table with several labels is a schedule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....document import Table
from ....module import folded
from ....text.amounts import PAIR, SEVERAL
from ....text.patterns import lazy
from ...lines.grid import cell_text
from ...lines.line import Line
from ...words.words import EXERCISES, Words
from ..candidate import Candidate
from ..chapter_labels import ChapterLabel, ChapterLabels, labels_of

MAX_ROWS = 4
MAX_WORDS = 12
"""Words of a title."""
_CODE = lazy(r"([A-Z]{1,3})\s?-\s?(\d{1,2})")
"""`P-01`: how lab sheets number their meetings."""
_FIELD = lazy(r"[^:：]{1,25}[:：]")


def title_tables(lines: Sequence[Line], words: Words) -> list[Candidate]:
    """The chapters that tables name; [] unless their numbers differ and count on."""
    found = list(_found(lines, words, labels_of(words)))
    values = [c.value for c in found]
    same = len({c.word for c in found}) == 1
    return found if same and values == list(range(values[0], values[0] + len(values))) else []


def title_in_table(table: Table, words: Words) -> str:
    """The title in a table right below a chapter's label: `| Judul | : | … |`; '' if it has none."""
    for row in table.rows[:MAX_ROWS]:
        cells = [text for cell in row.cells if (text := cell_text(cell).strip(" :："))]
        if len(cells) == PAIR and words.title_label.fullmatch(f"{cells[0]}: ") and _is_title(cells[1]):
            return cells[1]
    return ""


def _found(lines: Sequence[Line], words: Words, labels: ChapterLabels) -> Iterator[Candidate]:
    for at, line in enumerate(lines):
        rows = line.table.rows if line.table is not None else ()
        if not 0 < len(rows) <= MAX_ROWS:
            continue
        texts = [[cell_text(cell).strip() for cell in row.cells] for row in rows]
        named = [(label, _near(texts, r, n)) for r, cells in enumerate(texts) for n, text in enumerate(cells)
                 if (label := _label(text, words, labels))]  # fmt: skip
        if len(named) == 1 and (title := next(filter(_is_title, named[0][1]), "")):
            label = named[0][0]
            yield Candidate(at, title, label.printed, label.word, label.value, bold=True)


def _near(texts: Sequence[Sequence[str]], row: int, column: int) -> list[str]:
    """What stands beside a cell and below it; beside it may stand what a form asks for (`Code: SMAW-05`)."""
    beside = [t for t in texts[row][column + 1 : column + 2] if not _FIELD.match(t)]
    return beside + [cells[column] for cells in texts[row + 1 : row + 2] if column < len(cells)]


def _label(text: str, words: Words, labels: ChapterLabels) -> ChapterLabel | None:
    """A cell that is nothing but a label."""
    for pattern in (_CODE, words.sheet):
        if found := pattern.fullmatch(text):
            return ChapterLabel(found[1].casefold(), text, "", int(found[2]))
    label = labels.of(text)
    return label if label is not None and not label.title else None


def _is_title(text: str) -> bool:
    return (
        0 < len(text.split()) <= MAX_WORDS
        and sum(c.isalpha() for c in text) > SEVERAL
        and not text.endswith((".", ";", ":"))
    )


def beside(heads: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """What stands beside the chapters that tables name: a preface, sources, the key to exercises of several of them."""
    first, last = heads[0].at, heads[-1].at
    met = {folded(c.title) for c in found if c.at < last and c.role in EXERCISES}
    plain = [c for c in found if not c.marker]
    fronts = [c for c in plain if c.role == "front" and c.at < first]
    backs = [c for c in plain if c.role == "back" and c.at > last]
    keys = [c for c in plain if c.role == "key" and c.at > last
            and any(x.at > c.at and x.role in EXERCISES and folded(x.title) in met for x in found)]  # fmt: skip
    return [*fronts, *keys[:1], *backs]
