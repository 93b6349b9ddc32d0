"""Where the questions of an exercise begin."""

from __future__ import annotations

from collections.abc import Sequence

from ...module import folded
from ...patterns import lazy
from ..lines.grid import cell_text, has_room
from ..lines.labels import QUESTION
from ..lines.line import Line, line_labels
from ..lines.signs import ASKS, BLANK, ROOM, is_form, is_option
from ..words.words import Words
from .places.slots import boxed

LISTING = 3
"""Numbered lines, below one that leads to them, which may be a program."""
_WHOLE = lazy(r"[?？؟!.。…]\s*$")


def starts_of(flat: Sequence[Line], words: Words, hint: str) -> list[int]:
    """Indices of the lines that begin a question."""
    numbered = [at for at, line in enumerate(flat) if line.label is not None and line.label.kind in ("number", "multi")
                and not ROOM.fullmatch(line.text)]  # fmt: skip
    lettered = _lettered_below(flat, numbered, words)
    if numbered and not lettered:
        starts = _sequence(flat, numbered, words)
        return [line for at in starts for line in _with_broken(flat, at)]
    if lettered:
        return lettered
    if hint == "truefalse" and (slots := [at for at, line in enumerate(flat) if line.slot is not None]):
        return slots
    letters = [at for at, line in enumerate(flat) if is_option(line)]
    if len(letters) > 1 and all(at + 1 < len(flat) and boxed(flat[at + 1]) for at in letters):
        return letters  # the boxes below each are its options
    before_options = _before_options(flat)
    if len(before_options) > 1 or any(ASKS.search(flat[at].text) for at in before_options):
        return before_options
    # Lettered steps below a text of their own are a procedure; questions follow an instruction at most.
    if len(letters) > 1 and letters[0] and words.question_type(flat[letters[0] - 1].text) in ("choice", "multi"):
        return [letters[0] - 1]
    if len(letters) > 1 and all(words.instruction.match(line.text) for line in flat[: letters[0]] if line.text):
        return letters
    bullets = [at for at, line in enumerate(flat) if line.label is not None and line.label.kind == "bullet"]
    if bullets:
        style = flat[bullets[0]].label
        return [at for at in bullets if flat[at].label is not None and style and flat[at].label.style == style.style]  # type: ignore[union-attr]
    return _unnumbered(flat, words, hint)


def _lettered_below(flat: Sequence[Line], numbered: Sequence[int], words: Words) -> list[int]:
    """Lettered questions below a numbered listing (a program, a list of facts) that asks and tells nothing itself."""
    letters = [at for at, line in enumerate(flat) if is_option(line)]
    listed = len(numbered) >= LISTING and numbered[0] and flat[numbered[0] - 1].text.endswith((":", "："))
    if not listed or len(letters) < 2 or letters[0] < numbered[-1]:
        return []
    if line_labels(flat[at] for at in letters) != list(range(1, len(letters) + 1)):
        return []
    asking = [at for at in letters if _asks(flat[at], words)]
    return letters if asking == letters and not any(_asks(flat[at], words) for at in numbered) else []


def _asks(line: Line, words: Words) -> bool:
    """Whether a line asks or tells to do something, or leaves room in its words."""
    verbs = (words.ask_verb, words.task_verb, words.instruction)
    return bool(ASKS.search(line.text) or BLANK.search(line.text) or any(v.match(line.text) for v in verbs))


def _before_options(flat: Sequence[Line]) -> list[int]:
    """Unnumbered lines right before an option A."""
    return [at - 1 for at, x in enumerate(flat) if at and is_option(x, 1) and not is_option(flat[at - 1])]


def _with_broken(flat: Sequence[Line], at: int) -> list[int]:
    """A start, and the further questions that line breaks set apart in its paragraph, each asking by its end."""
    out = [at]
    while ASKS.search(flat[out[-1]].text) and out[-1] + 1 < len(flat):
        line = flat[out[-1] + 1]
        if line.block is not flat[at].block or line.label is not None or not ASKS.search(line.text):
            break
        out.append(out[-1] + 1)
    return out


def _same_row(line: Line, first: Line) -> bool:
    a, b = line.label, first.label
    return a is not None and b is not None and a.style == b.style


def _may_go_on(line: Line, first: Line) -> bool:
    """Whether both are numbered: one by hand, another by Word."""
    a, b = line.label, first.label
    return a is not None and b is not None and a.kind == b.kind == "number"


def _sequence(flat: Sequence[Line], starts: Sequence[int], words: Words) -> list[int]:
    """Starts whose numbers count on; a list inside a question begins again at 1 and is left to it.

    Numbers may restart after options or at the very next part of an exercise; one typed twice is a slip where the
    question before it has its options. One that is labelled otherwise (`Question 9:` behind `8.`) must be the next.
    """
    out: list[int] = []
    expected = 0
    first = flat[starts[0]]
    starts = [at for at in starts if _same_row(flat[at], first) or _may_go_on(flat[at], first)]
    for at in starts:
        label = flat[at].label
        assert label is not None
        if not _same_row(flat[at], first):
            answered = any(words.answer.match(line.text) for line in flat[out[-1] + 1 : at]) if out else False
            if label.number == expected and (label.style == QUESTION or answered or _ended(flat, out, at)):
                out.append(at)
                expected += 1
            continue
        fresh = label.number <= 1 and (_ended(flat, out, at) or _anew(flat, out, starts, at, expected, words))
        twice = label.number == expected - 1 > 0 and _ended(flat, out, at)
        if not out or label.auto or expected <= label.number <= expected + 5 or fresh or twice:
            out.append(at)
            expected = label.number + 1
    return out


def _anew(
    flat: Sequence[Line], out: Sequence[int], starts: Sequence[int], at: int, expected: int, words: Words
) -> bool:
    """Whether another list of questions begins: right below a question that is whole, and no number is left open."""
    numbers = [label.number for n in starts if n >= at and (label := flat[n].label) is not None]
    goes_on = expected in numbers or numbers != list(range(1, len(numbers) + 1))
    before = flat[at - 1]
    if words.question_type(before.text) in ("match", "order", "truefalse") or words.asks_to_judge(before.text):
        return False  # its entries
    return len(out) > 1 and at - 1 == out[-1] and not goes_on and len(numbers) > 1 and bool(_WHOLE.search(before.text))


def _ended(flat: Sequence[Line], out: Sequence[int], at: int) -> bool:
    return bool(out) and any(is_option(line) or line.table is not None for line in flat[out[-1] : at])


def _unnumbered(flat: Sequence[Line], words: Words, hint: str) -> list[int]:
    """Questions without any label: each line that asks or tells to do something."""
    if not flat:
        return []
    if hint == "task":
        return [at for at, line in enumerate(flat) if line.text and not is_form(line)][:1]
    asks = [at for at, x in enumerate(flat) if x.text.endswith("?") or _has_blank(x)]
    if asks:
        return asks
    if fills := [at for at in range(len(flat) - 1) if fills_table(flat[at : at + 2], words)]:
        return fills
    # A lone task opens its part, perhaps behind one sentence; later imperatives are steps of a procedure.
    told = (words.task_verb, words.ask_verb)
    lines = [(at, line) for at, line in enumerate(flat[:2]) if line.text and not is_form(line)]
    return [at for at, line in lines if any(v.match(line.text) for v in told)][:1]


def fills_table(lines: Sequence[Line], words: Words) -> bool:
    """Whether a line tells to do something and the table below it, the last of the lines, has cells to fill in."""
    verbs = (words.instruction, words.task_verb, words.ask_verb)
    table = lines[-1].table if len(lines) > 1 else None
    if table is None or not has_room(table) or not any(v.match(lines[0].text) for v in verbs):
        return False
    # Yes and no to tick: what learners think of themselves.
    return not any(folded(cell_text(cell)) in words.yes_no for row in table.rows[:2] for cell in row.cells)


def _has_blank(line: Line) -> bool:
    """Whether a line leaves room in its words: not one that is nothing but room, alone or behind labels."""
    return bool(BLANK.search(line.text)) and not ROOM.fullmatch(line.text) and not is_form(line)
