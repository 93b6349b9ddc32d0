"""Where the questions of an exercise begin."""

from __future__ import annotations

from collections.abc import Sequence

from ...module import folded
from ...text.amounts import MOST, SEVERAL, reaches
from ...text.signs import asks, has_gap, is_open, is_room
from ..lines.grid import cell_text, has_room
from ..lines.line import Line, line_labels
from ..lines.sequences import COUNTING
from ..lines.signs import is_form, is_option
from ..words.words import Words
from .answer_lists import in_answers
from .counted_starts import counted
from .places.slots import boxed
from .shapes.scrambled import before_scrambled

LISTING = 3
"""Numbered lines, below one that leads to them, which may be a program."""
LABEL = 5
"""Words of a label that names a group of problems."""


def starts_of(flat: Sequence[Line], words: Words, hint: str) -> list[int]:
    """Indices of the lines that begin a question."""
    inside = in_answers(flat, words)
    numbered = [at for at, line in enumerate(flat) if line.label is not None and line.label.kind in COUNTING
                and not is_room(line.text) and at not in inside]  # fmt: skip
    lettered = _lettered_below(flat, numbered, words)
    if numbered and not lettered and not (lettered := _grouped(flat, numbered)):
        starts = counted(flat, numbered, words)
        return [line for at in starts for line in _with_broken(flat, at)]
    if lettered:
        return lettered
    if hint == "truefalse" and (slots := [at for at, line in enumerate(flat) if line.slot is not None]):
        return slots
    letters = [at for at, line in enumerate(flat) if is_option(line)]
    if len(letters) > 1 and all(at + 1 < len(flat) and boxed(flat[at + 1]) for at in letters):
        return letters  # the boxes below each are its options
    before_options = _before_options(flat)
    if len(before_options) > 1 or any(_chooses(flat, at, words) for at in before_options):
        return before_options
    if _asking_letters(flat, letters):
        return letters
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


def _grouped(flat: Sequence[Line], numbered: Sequence[int]) -> list[int]:
    """Lettered problems below numbered labels that only name groups of them: `1. Pizzas:`, `A. How many …?`."""
    letters = [at for at, line in enumerate(flat) if is_option(line)]
    named = all(flat[at].text.endswith((":", "：")) and flat[at].words <= LABEL for at in numbered)
    asking = sum(is_open(flat[at].text) for at in letters)
    return letters if named and len(letters) > len(numbered) and reaches(asking, len(letters), MOST) else []


def _lettered_below(flat: Sequence[Line], numbered: Sequence[int], words: Words) -> list[int]:
    """Lettered questions below a numbered listing (a program, a list of facts) that asks and tells nothing itself."""
    letters = [at for at, line in enumerate(flat) if is_option(line)]
    listed = len(numbered) >= LISTING and numbered[0] and flat[numbered[0] - 1].text.endswith((":", "："))
    if not listed or len(letters) < SEVERAL or letters[0] < numbered[-1]:
        return []
    if line_labels(flat[at] for at in letters) != list(range(1, len(letters) + 1)):
        return []
    asking = [at for at in letters if _asks(flat[at], words)]
    return letters if asking == letters and not any(_asks(flat[at], words) for at in numbered) else []


def _asks(line: Line, words: Words) -> bool:
    """Whether a line asks or tells to do something, or leaves room in its words."""
    return bool(is_open(line.text) or has_gap(line.text) or words.tells(line.text))


def _asking_letters(flat: Sequence[Line], letters: Sequence[int]) -> bool:
    """Whether lettered lines count on and most of them ask: problems, no options."""
    asking = sum(is_open(flat[at].text) for at in letters)
    counted = line_labels(flat[at] for at in letters) == list(range(1, len(letters) + 1))
    return len(letters) > 1 and counted and reaches(asking, len(letters), MOST)


def _chooses(flat: Sequence[Line], at: int, words: Words) -> bool:
    """Whether a line before options asks, or is answered below them: structure is stronger than punctuation."""
    below = [x for x in flat[at + 1 :] if not is_option(x)][:1]
    return is_open(flat[at].text) or any(words.answer.match(x.text) for x in below)


def _before_options(flat: Sequence[Line]) -> list[int]:
    """Unnumbered lines right before an option A."""
    return [at - 1 for at, x in enumerate(flat) if at and is_option(x, 1) and not is_option(flat[at - 1])]


def _with_broken(flat: Sequence[Line], at: int) -> list[int]:
    """A start, and the further questions that line breaks set apart in its paragraph, each asking by its end."""
    out = [at]
    while is_open(flat[out[-1]].text) and out[-1] + 1 < len(flat):
        line = flat[out[-1] + 1]
        if line.block is not flat[at].block or line.label is not None or not is_open(line.text):
            break
        out.append(out[-1] + 1)
    return out


def _unnumbered(flat: Sequence[Line], words: Words, hint: str) -> list[int]:
    """Questions without any label: each line that asks or tells to do something."""
    if not flat:
        return []
    if hint == "task":
        return [at for at, line in enumerate(flat) if line.text and not is_form(line)][:1]
    if rooms := _above_room(flat) or before_scrambled(flat):
        return rooms
    asking = [at for at, x in enumerate(flat) if asks(x.text) or _has_blank(x)]
    if asking:
        return asking
    if fills := [at for at in range(len(flat) - 1) if fills_table(flat[at : at + 2], words)]:
        return fills
    # A lone task opens its part, perhaps behind one sentence; later imperatives are steps of a procedure.
    lines = [(at, line) for at, line in enumerate(flat[:2]) if line.text and not is_form(line)]
    return [at for at, line in lines if words.tells(line.text) and not words.instruction.match(line.text)][:1]


def _above_room(flat: Sequence[Line]) -> list[int]:
    """The lines right above room for their answers: `Observation ……`, `Reason ……`, lines to write on.

    Room is written for one reason only; what stands above it asks, wherever it stands, and its labels belong to it.
    """
    room = [_is_labelled_room(x) for x in flat]
    return [at for at in range(len(flat) - 1) if room[at + 1] and not room[at] and flat[at].words > LISTING]


def _is_labelled_room(line: Line) -> bool:
    """Whether a line is room to write in, behind a short label at most."""
    words = line.text.rstrip(" ._…\t")
    return (
        line.paragraph is not None
        and line.label is None
        and is_room(line.text[len(words) :])
        and (len(words.split()) <= LISTING)
        and not is_form(line)
    )


def fills_table(lines: Sequence[Line], words: Words) -> bool:
    """Whether a line tells to do something and the table below it, the last of the lines, has cells to fill in."""
    table = lines[-1].table if len(lines) > 1 else None
    if table is None or not has_room(table) or not words.tells(lines[0].text):
        return False
    # Yes and no to tick: what learners think of themselves.
    return not any(folded(cell_text(cell)) in words.yes_no for row in table.rows[:2] for cell in row.cells)


def _has_blank(line: Line) -> bool:
    """Whether a line leaves room in its words: not one that is nothing but room, alone or behind labels."""
    return has_gap(line.text) and not is_room(line.text) and not is_form(line)
