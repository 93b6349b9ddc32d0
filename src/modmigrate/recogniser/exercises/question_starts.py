"""Where the questions of an exercise begin."""

from __future__ import annotations

from collections.abc import Sequence

from ...module import folded
from ...text.signs import asks, ends_sentence, has_gap, is_open, is_room
from ..lines.grid import cell_text, has_room
from ..lines.labels import QUESTION, Label
from ..lines.line import Line, line_labels
from ..lines.sequences import COUNTING, GAP, best_run
from ..lines.signs import begins_list, is_form, is_option
from ..words.words import Words
from .places.slots import boxed

LISTING = 3
"""Numbered lines, below one that leads to them, which may be a program."""
LABEL = 5
"""Words of a label that names a group of problems."""
SLIP = 0.4
"""What a number that is left out, typed twice, or begins anew costs; a question more is worth 1."""
INNER = 0.8
"""What it costs to go on in a list that began in between, which may stand inside a question."""
HAND = 0.1
"""What a label by another hand costs, where it is the next."""


def starts_of(flat: Sequence[Line], words: Words, hint: str) -> list[int]:
    """Indices of the lines that begin a question."""
    inside = _in_answers(flat, words)
    numbered = [at for at, line in enumerate(flat) if line.label is not None and line.label.kind in COUNTING
                and not is_room(line.text) and at not in inside]  # fmt: skip
    lettered = _lettered_below(flat, numbered, words)
    if numbered and not lettered and not (lettered := _grouped(flat, numbered)):
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
    return letters if named and len(letters) > len(numbered) and asking * 10 >= len(letters) * 6 else []


def _in_answers(flat: Sequence[Line], words: Words) -> set[int]:
    """Lines of a list which an answer begins or is: `Answer: 1- levers`, `2- glue`; `Answer:`, `1. solid`, `2. liquid`.

    What asks, is answered or offers options itself, or is the next of the questions as they are counted, is none.
    """
    out: set[int] = set()
    first: Label | None = None
    before: Label | None = None
    due = 0
    for at, line in enumerate(flat):
        label = line.label
        found = words.answer.match(line.text) if label is None else None
        alone = label is None and words.answer.fullmatch(line.text.rstrip(" :：") + ":") is not None
        if found is not None or alone:
            first, due = (begins_list(line.text[found.end() :]), 2) if found is not None else (None, 0)
            due = 1 if first is None else due
        elif (
            due
            and label is not None
            and label.number == due
            and not _asks_itself(flat, at, before, words)
            and (due == 1 or (first is not None and label.style == first.style))
        ):
            out.add(at)
            first, due = first or label, due + 1
        else:
            due = 0
        before = label if label is not None and at not in out and label.kind in COUNTING else before
    return out


def _asks_itself(flat: Sequence[Line], at: int, before: Label | None, words: Words) -> bool:
    """Whether a numbered line behind an answer is a question: by what it says, what follows it, or its number."""
    label, after = flat[at].label, flat[at + 1] if at + 1 < len(flat) else None
    if asks(flat[at].text) or label is None:
        return True
    if after is not None and (is_option(after, 1) or words.answer.match(after.text) is not None):
        return True
    same = before is not None and before.style == label.style and before.text[-1:] == label.text[-1:]
    return same and before is not None and label.number == before.number + 1


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
    return bool(is_open(line.text) or has_gap(line.text) or any(v.match(line.text) for v in verbs))


def _asking_letters(flat: Sequence[Line], letters: Sequence[int]) -> bool:
    """Whether lettered lines count on and most of them ask: problems, no options."""
    asking = sum(is_open(flat[at].text) for at in letters)
    counted = line_labels(flat[at] for at in letters) == list(range(1, len(letters) + 1))
    return len(letters) > 1 and counted and asking * 10 >= len(letters) * 6


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


def _sequence(flat: Sequence[Line], starts: Sequence[int], words: Words) -> list[int]:
    """Starts whose numbers count on, as the best explanation of them all: the longest run from the first on.

    A list inside a question begins again at 1 and is left to it. Numbers may restart after options or at the very next
    part of an exercise; one typed twice or left out is a slip where the question before it is closed. A label of
    another list or by hand (`Question 9:` behind `8.`) must be the next.
    """
    labels = [label for at in starts if (label := flat[at].label) is not None]

    def step(a: int, b: int) -> float | None:
        return _cost(flat, starts, labels, a, b, words)

    return [starts[n] for n in best_run(len(starts), step)]


def _cost(
    flat: Sequence[Line], starts: Sequence[int], labels: Sequence[Label], a: int, b: int, words: Words
) -> float | None:
    """What it costs to take the label `b` for the next question behind the one at `a`; None where it can't be."""
    one, other = labels[a], labels[b]
    due = other.number == one.number + 1
    if other.style != labels[0].style:
        # By hand, or by another list, it goes on where the question before it is closed.
        if not other.kind == one.kind == "number" or not 0 <= other.number - one.number <= GAP:
            return None
        closed = (due and other.style == QUESTION) or _closed(flat, starts[a], starts[b], words)
        return HAND + (0.0 if due else SLIP) if closed else None
    inner = _is_inner(flat, starts, labels, b, words)
    if due or (other.auto and other.number > one.number):
        return INNER if inner else 0.0
    if one.number < other.number <= one.number + GAP:
        return SLIP + (INNER if inner else 0.0)
    if other.number == one.number > 0:
        return SLIP if _closed(flat, starts[a], starts[b], words) else None
    fresh = other.number <= 1 and (_ended(flat, starts[a], starts[b]) or _anew(flat, starts, a, b, words))
    return SLIP if fresh else None


def _is_inner(flat: Sequence[Line], starts: Sequence[int], labels: Sequence[Label], at: int, words: Words) -> bool:
    """Whether a label goes on in a list of its own style that began again at 1 behind a question that is not closed."""
    begin = at
    while (
        begin and labels[begin - 1].style == labels[at].style and labels[begin - 1].number == labels[begin].number - 1
    ):
        begin -= 1
    if not begin or labels[begin].number != 1:
        return False
    return not (_ended(flat, starts[begin - 1], starts[begin]) or _anew(flat, starts, begin - 1, begin, words))


def _closed(flat: Sequence[Line], a: int, b: int, words: Words) -> bool:
    """Whether the question at `a` has its answer, its options or its mark before the line at `b`."""
    told = _ended(flat, a, b) or any(words.answer.match(line.text) for line in flat[a + 1 : b])
    return told or (asks(flat[a].text) and asks(flat[b].text))


def _anew(flat: Sequence[Line], starts: Sequence[int], a: int, b: int, words: Words) -> bool:
    """Whether another list of questions begins: right below a question that is whole, and no number is left open."""
    numbers = [label.number for n in starts[b:] if (label := flat[n].label) is not None]
    last = flat[starts[a]].label
    goes_on = (last is not None and last.number + 1 in numbers) or numbers != list(range(1, len(numbers) + 1))
    before = flat[starts[b] - 1]
    if words.question_type(before.text) in ("match", "order", "truefalse") or words.asks_to_judge(before.text):
        return False  # its entries
    return a > 0 and starts[b] - 1 == starts[a] and not goes_on and len(numbers) > 1 and ends_sentence(before.text)


def _ended(flat: Sequence[Line], a: int, b: int) -> bool:
    return any(is_option(line) or line.table is not None for line in flat[a:b])


def _unnumbered(flat: Sequence[Line], words: Words, hint: str) -> list[int]:
    """Questions without any label: each line that asks or tells to do something."""
    if not flat:
        return []
    if hint == "task":
        return [at for at, line in enumerate(flat) if line.text and not is_form(line)][:1]
    if rooms := _above_room(flat):
        return rooms
    asking = [at for at, x in enumerate(flat) if asks(x.text) or _has_blank(x)]
    if asking:
        return asking
    if fills := [at for at in range(len(flat) - 1) if fills_table(flat[at : at + 2], words)]:
        return fills
    # A lone task opens its part, perhaps behind one sentence; later imperatives are steps of a procedure.
    told = (words.task_verb, words.ask_verb)
    lines = [(at, line) for at, line in enumerate(flat[:2]) if line.text and not is_form(line)]
    return [at for at, line in lines if any(v.match(line.text) for v in told)][:1]


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
    verbs = (words.instruction, words.task_verb, words.ask_verb)
    table = lines[-1].table if len(lines) > 1 else None
    if table is None or not has_room(table) or not any(v.match(lines[0].text) for v in verbs):
        return False
    # Yes and no to tick: what learners think of themselves.
    return not any(folded(cell_text(cell)) in words.yes_no for row in table.rows[:2] for cell in row.cells)


def _has_blank(line: Line) -> bool:
    """Whether a line leaves room in its words: not one that is nothing but room, alone or behind labels."""
    return has_gap(line.text) and not is_room(line.text) and not is_form(line)
