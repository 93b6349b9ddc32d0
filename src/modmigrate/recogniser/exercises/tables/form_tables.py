"""Question forms in tables, as item writers fill them in: a head that names the columns, then a question a row or a
group of rows: `No | Soal | A | B | C | Kunci`, `No | Soal | Opsi | Jawaban | Kunci`, `No | Soal | Jawaban`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from ....document import Table
from ....module import folded
from ....text.amounts import SEVERAL
from ....text.digits import count
from ....text.letters import OPTIONS, letter_of, letter_value
from ....text.patterns import lazy
from ...lines.grid import TICKS, Grid, cell_lines, cell_text, grid, text_at
from ...lines.line import Line, pieces, unlabelled
from ...lines.signs import LONE_LETTER, is_option
from ...words.words import Words
from ..draft import Draft, Option
from ..options import split
from ..question_lines import QuestionLines
from .match_forms import begins

_COUNTED_HEAD = lazy(rf"\s*(?P<word>[^\W\d_]{{2,}}(?:\s[^\W\d_]{{2,}})?)?[\s.:]*\(?(?P<letter>[{OPTIONS}])[\s.)]*")


class _Columns(Struct, frozen=True):
    """Which column holds what; `letters` are options side by side, `option` is one option a row."""

    stem: int
    letters: tuple[int, ...] = ()
    option: int | None = None
    key: int | None = None


def form(table: Table, words: Words) -> list[Draft]:
    """The questions of a form; [] for other tables."""
    places = grid(table)
    columns = _by_cells(_columns(places, words), places, words)
    if columns is None or _is_lettered(places, columns):
        return []
    rows = max(row for row, _ in places) + 1
    starts = begins(places, columns.stem, 1)
    out: list[Draft] = []
    for start, end in pairwise([*starts, rows]):
        draft = _draft(places, columns, start, end, len(out) + 1)
        if draft is not None and LONE_LETTER.fullmatch(draft.answer) and _is_learners(places, columns):
            draft = replace(draft, answer="", answer_source="none")
        if draft is not None:
            out.append(_with_own_options(draft, words))
    return out


def _columns(places: Grid, words: Words) -> _Columns | None:
    width = max((column for row, column in places if row == 0), default=-1) + 1
    heads = [cell_text(places[0, c][0]) if (0, c) in places else "" for c in range(width)]
    roles = [words.columns.get(folded(h), "") for h in heads]
    if roles.count("stem") != 1:
        return None
    stem = roles.index("stem")
    letters, names = _counted_heads(heads)
    key = roles.index("key") if "key" in roles else None
    # Two letters alone head columns of figures, too: Item | A | B | A × B.
    if len(letters) > (1 if key is not None else 2) and names == [letter_of(n + 1) for n in range(len(letters))]:
        return _Columns(stem, tuple(letters), None, key if key is not None else _last(roles, "option"))
    option = _last(roles, "option")
    if option is None and key is not None and key > stem:
        return _Columns(stem, (), None, key)
    if option is None or (key is None and option < stem):
        return None
    return _Columns(stem, (), option, key)


def _by_cells(columns: _Columns | None, places: Grid, words: Words) -> _Columns | None:
    """The columns, as their cells show them: options in one, a letter in a later one called `Answer`: the key.

    `No | Question` alone is a form where its questions hold their options.
    """
    rows = max((row for row, _ in places), default=0) + 1
    width = max((c for row, c in places if row == 0), default=-1) + 1
    roles = [
        words.columns.get(folded(cell_text(places[0, c][0])), "") if (0, c) in places else "" for c in range(width)
    ]
    if columns is None:
        stem = roles.index("stem") if roles.count("stem") == 1 and not set(roles) & {"option", "key"} else -1
        inside = [len(_lettered_in(places, row, stem)) > 1 for row in range(1, rows)] if stem >= 0 else []
        return _Columns(stem) if inside and all(inside) else None
    if columns.option is None or columns.letters or columns.key is not None:
        return columns
    offers = [c for c in range(width) if c != columns.stem
              and all(len(_lettered_in(places, row, c)) > 1 for row in range(1, rows))]  # fmt: skip
    last = [text_at(places, row, columns.option) for row in range(1, rows)]
    if (
        len(offers) == 1
        and offers[0] != columns.option
        and all(LONE_LETTER.fullmatch(text) or not text for text in last)
    ):
        return _Columns(columns.stem, (), offers[0], None if _is_learners(places, columns) else columns.option)
    return columns


def _is_learners(places: Grid, columns: _Columns) -> bool:
    """Whether the answers' column is a learner's: one word names answers, more say whose (`Your answer`)."""
    return columns.key is None and columns.option is not None and " " in text_at(places, 0, columns.option)


def _lettered_in(places: Grid, row: int, column: int) -> tuple[Option, ...]:
    lines = cell_lines(places[row, column][0]) if (row, column) in places else []
    first = next((at for at, line in enumerate(lines) if is_option(line, 1)), 0)
    return _within(lines[first:])


def _counted_heads(heads: Sequence[str]) -> tuple[list[int], list[str]]:
    """The columns whose heads differ in nothing but a letter that counts (`A`, `B`; `Option A`, `Option B`)."""
    found = [(c, m) for c, head in enumerate(heads) if (m := _COUNTED_HEAD.fullmatch(head)) is not None]
    words = Counter(folded(m["word"] or "") for _, m in found)
    most = max(words, key=lambda word: words[word], default="")
    own = [(c, m) for c, m in found if folded(m["word"] or "") == most]
    return [c for c, _ in own], [m["letter"].upper() for _, m in own]


def _is_lettered(places: Grid, columns: _Columns) -> bool:
    """Whether letters run down the column beside the questions: entries to choose from, no answers to their rows."""
    if columns.option is None or columns.key is not None:
        return False
    return any(_runs(places, column) for column in (columns.option, columns.option - 1) if column != columns.stem)


def _runs(places: Grid, column: int) -> bool:
    """Whether letters run down a column, with words behind them or alone."""
    cells = [cell_lines(cell) for (row, at), (cell, begins) in places.items() if row and at == column and begins]
    found = [x.label.text if x.label is not None else x.text for lines in cells if lines for x in lines[:1]]
    letters = [letter_value(name[0]) for text in found if len(name := text.strip(" .()")) == 1 and name.isalpha()]
    return len(letters) > 1 and letters == list(range(1, len(letters) + 1))


def _last(roles: list[str], role: str) -> int | None:
    """The last column of a role: `Opsi | Jawaban` are an option's letter and its words."""
    return len(roles) - 1 - roles[::-1].index(role) if role in roles else None


def _draft(places: Grid, columns: _Columns, start: int, end: int, number: int) -> Draft | None:
    stem = tuple(cell_lines(places[start, columns.stem][0]))
    if not stem:
        return None
    label = cell_text(places[start, 0][0]).strip(" .)") if columns.stem and (start, 0) in places else ""
    draft = Draft(stem, count(label, number), label)
    if columns.letters:
        found = [cell_lines(places[start, c][0]) for c in columns.letters if (start, c) in places]
        options = tuple(Option(tuple(lines), n + 1) for n, lines in enumerate(found) if lines)
        key = _key_text(places, columns, start)
        return _answered(replace(draft, options=options), key, "inline")
    if columns.option is None:
        return _answered(draft, _key_text(places, columns, start), "key")
    if within := _within(cell_lines(places[start, columns.option][0]) if (start, columns.option) in places else []):
        return _answered(replace(draft, options=within), _key_text(places, columns, start), "inline")
    if columns.key is None:
        return _answered(draft, text_at(places, start, columns.option), "key")
    return _listed(draft, places, columns, start, end)


def _with_own_options(draft: Draft, words: Words) -> Draft:
    """The draft with the options that stand in its stem's cell; its answer without the word for answers."""
    said = words.answer.match(draft.answer)
    draft = replace(draft, answer=draft.answer[said.end() :].strip()) if said else draft
    lines = [piece for line in draft.stem for piece in pieces(line)]
    if draft.options or len(lines) < SEVERAL:
        return draft
    own = QuestionLines(words).draft_of(lines)
    if len(own.options) < SEVERAL or own.answer or own.rest or own.feedback:
        return draft
    return replace(draft, stem=own.stem, options=own.options)


def _within(lines: Sequence[Line]) -> tuple[Option, ...]:
    """Options that stand in one cell behind their letters (`a. laba b. rugi`), one below the other or in a row."""
    found = [entry for line in lines for piece in pieces(line) for entry in split(piece)]
    counted = [n for n, _ in found] == list(range(1, len(found) + 1))
    return tuple(Option((line,), n) for n, line in found) if len(found) > 1 and counted else ()


def _listed(draft: Draft, places: Grid, columns: _Columns, start: int, end: int) -> Draft:
    """Options one a row, the right ones ticked in the key's column."""
    options: list[Option] = []
    ticked: list[str] = []
    for row in range(start, end):
        lines: list[Line] = cell_lines(places[row, columns.option or 0][0]) if (row, columns.option) in places else []
        if lines:
            options.append(Option((_whole(lines[0], len(options) + 1), *lines[1:]), len(options) + 1))
            mark = _key_text(places, columns, row).casefold()
            if mark in TICKS:
                ticked.append(letter_of(len(options)))
    answer = " ".join(ticked) or _key_text(places, columns, start)
    return _answered(replace(draft, options=tuple(options)), answer, "marked" if ticked else "inline")


def _whole(line: Line, number: int) -> Line:
    """An option whose letter has a column of its own: another letter before it is an initial (B. J. Habibie)."""
    label, paragraph = line.label, line.paragraph
    if label is None or paragraph is None or label.auto or label.kind not in ("upper", "lower"):
        return line
    return line if label.number == number else unlabelled(line, 0, line.end)


def _key_text(places: Grid, columns: _Columns, row: int) -> str:
    return "" if columns.key is None else text_at(places, row, columns.key)


def _answered(draft: Draft, answer: str, source: str) -> Draft:
    # Dots and lines are room for the learner's words.
    return replace(draft, answer=answer, answer_source=source) if re.search(r"[^\s._…\-]", answer) else draft
