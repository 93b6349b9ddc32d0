"""Tables of questions that no head names: each row holds a question with its lettered options, some the key behind it.

Question banks are written so, numbered or not: `1 | Which …? a. … b. … c. … | b`. A row above them may say what the
table is; other columns hold numbers or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....document import Table
from ....module import folded
from ....text.amounts import MOST, NEARLY_ALL, reaches
from ....text.digits import count, is_count
from ....text.letters import OPTIONS, letter_of
from ....text.patterns import lazy
from ....text.signs import is_open
from ...lines.grid import Grid, cell_lines, cell_text, grid, text_at
from ...lines.line import Line, pieces
from ...lines.signs import is_option
from ...words.words import Words
from ..draft import Draft
from ..question_lines import QuestionLines

LEAST = 3
"""Rows that hold a question each."""
SHOWN = 2
"""Options of a question at least."""
_KEY = lazy(rf"\W*[{OPTIONS}](?:[\s,;/&+]+[{OPTIONS}])*\W*")
"""One letter or several, and nothing else."""


def offered(table: Table, words: Words) -> list[Draft]:
    """The questions of such a table, with their keys; [] for other tables."""
    places = grid(table)
    rows = range(max((row for row, _ in places), default=-1) + 1)
    width = max((column for _, column in places), default=-1) + 1
    for stem in range(width):
        own = [row for row in rows if _offers(places, row, stem)]
        if len(own) < LEAST:
            continue
        below = [row for row in rows if row >= own[0] and _begins(places, row, stem)]
        if not reaches(len(own), len(below), NEARLY_ALL):
            continue
        others = [c for c in range(width) if c != stem and any(text_at(places, row, c) for row in below)]
        key = next((c for c in others if c > stem and _are_keys(places, below, c, stem, words)), None)
        if all(c == key or _are_counts(places, below, c) for c in others):
            first, *more = [_draft(places, row, stem, key, n, words) for n, row in enumerate(below, 1)]
            return [replace(first, lead=_above(places, own[0])), *more]
    return []


def _above(places: Grid, row: int) -> tuple[Line, ...]:
    """What the rows above a row say."""
    cells = [cell for (at, _), (cell, begins) in sorted(places.items(), key=lambda p: p[0]) if at < row and begins]
    return tuple(line for cell in cells for line in cell_lines(cell))


def _draft(places: Grid, row: int, stem: int, key: int | None, number: int, words: Words) -> Draft:
    lines = [piece for line in cell_lines(places[row, stem][0]) for piece in pieces(line)]
    label = text_at(places, row, 0) if stem else ""
    draft = QuestionLines(words).draft_of(lines)
    draft = replace(draft, number=count(label.strip(" .)"), number), printed=label)
    answer = text_at(places, row, key) if key is not None else ""
    return replace(draft, answer=answer, answer_source="inline") if answer and draft.options else draft


def _offers(places: Grid, row: int, column: int) -> bool:
    """Whether a cell holds a text and, below it, lettered options."""
    if not _begins(places, row, column):
        return False
    lines = [piece for line in cell_lines(places[row, column][0]) for piece in pieces(line)]
    return len(lines) > SHOWN and not is_option(lines[0]) and sum(is_option(x) for x in lines) >= SHOWN


def _is_task(places: Grid, row: int, stem: int, words: Words) -> bool:
    """Whether a row tells to do something with all that it lists: `Prepare the tools | a. saw | b. file`."""
    first = next(piece for line in cell_lines(places[row, stem][0]) for piece in pieces(line))
    asked = words.instruction.match(first.text) or words.ask_verb.match(first.text) or is_open(first.text)
    return not asked and words.tells(first.text)


def _begins(places: Grid, row: int, column: int) -> bool:
    """Whether a cell with words begins here; one that spans the row is the table's title."""
    cell, begins = places.get((row, column), (None, False))
    return cell is not None and begins and bool(cell_lines(cell))


def _are_keys(places: Grid, rows: Sequence[int], column: int, stem: int, words: Words) -> bool:
    """Whether all that a column says are letters, and they are keys: no class, level or topic of the questions.

    What stands above a column names it. Keys are letters of their question's options, nearly all. In a column without
    a name they tell the questions apart, and these are no tasks, which have grades behind them. A cell beside several
    questions is what these share.
    """
    said = {row: text for row in rows if (text := text_at(places, row, column))}
    if not said or not all(places[row, column][1] and _KEY.fullmatch(text) for row, text in said.items()):
        return False
    fitting = sum(_letters(text) <= _offered(places, row, stem) for row, text in said.items())
    if not reaches(fitting, len(said), NEARLY_ALL):
        return False
    if name := _name(places, rows[0], column, stem):
        return words.columns.get(folded(name)) == "key" or words.only_says_answer(name)
    tasks = sum(_is_task(places, row, stem, words) for row in rows)
    return not reaches(tasks, len(rows), MOST) and len({frozenset(_letters(text)) for text in said.values()}) > 1


def _name(places: Grid, row: int, column: int, stem: int) -> str:
    """What the nearest row above a row that says anything in a column says there, and not of the questions as well."""
    above = [(at, places[at, column]) for at in range(row) if (at, column) in places]
    said = [(at, cell_text(cell).strip()) for at, (cell, begins) in above if begins and cell_text(cell).strip()]
    return said[-1][1] if said and said[-1][1] != text_at(places, said[-1][0], stem) else ""


def _letters(text: str) -> set[str]:
    return {c.casefold() for c in text if c.isalpha()}


def _offered(places: Grid, row: int, stem: int) -> set[str]:
    """The letters of a question's options."""
    lines = [piece for line in cell_lines(places[row, stem][0]) for piece in pieces(line)]
    return {letter_of(x.label.number).casefold() for x in lines if x.label is not None and is_option(x)}


def _are_counts(places: Grid, rows: Sequence[int], column: int) -> bool:
    """Whether a column holds numbers, or nothing."""
    said = [text.strip(" .)") for row in rows if (text := text_at(places, row, column))]
    return all(is_count(text) for text in said)
