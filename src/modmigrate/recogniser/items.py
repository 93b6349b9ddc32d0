"""An exercise's lines as questions: where each begins, its stem, options, answer and explanation."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..patterns import lazy
from .below import with_answers_below
from .draft import Draft
from .lines import QUESTION, Line, pieces
from .matching import with_matches
from .numbered import with_numbered_options
from .options import is_option
from .question_lines import QuestionLines
from .slots import judged
from .statements import with_statements
from .whole import whole
from .words import Words

_BLANK = lazy(r"_{3,}|\.{5,}|…{2,}|(?:\.\s){4,}")
_BRACKET = lazy(r"[(\[（][\s._…]*[)\]）]\s*\w.*[.。]\s*$")
_ROOM = lazy(r"[\s._…]{3,}|…")
_WHOLE = lazy(r"[?？؟!.。…]\s*$")
_ASKS = lazy(r"(\?|[….]{2,}|…)[\s.:]*$")


class Parsed(Struct, frozen=True):
    """What an exercise's lines say: what stands before the first question, then the questions."""

    lead: tuple[Line, ...]
    drafts: tuple[Draft, ...]


def parse(lines: Sequence[Line], words: Words, hint: str, *, strict: bool, sure: bool = True) -> Parsed:
    """Split an exercise. `strict` (running text): only questions with options, or with `Q1)` labels.

    Where the exercise's heading is not `sure` to be one, most of its lines must ask or tell to do something.
    """
    flat = _without_room([piece for line in lines for piece in pieces(line)])
    if hint == "truefalse" or (not hint and _all_bracketed(flat)):
        flat = [judged(line, words) for line in flat]
    if single := whole(flat, words, hint):
        return Parsed(tuple(single[0]), tuple(single[1]))
    starts = _starts(flat, words, hint)
    if not starts:
        return Parsed(tuple(lines), ())
    drafts = [_draft(flat[start:end], words) for start, end in zip(starts, [*starts[1:], len(flat)], strict=True)]
    drafts = with_matches(with_numbered_options(drafts, words), words)
    drafts = with_answers_below(with_statements(drafts, words), words)
    if (strict and not _surely_questions(drafts, flat, starts, words)) or _guided(drafts, words):
        return Parsed(tuple(lines), ())
    if not sure and sum(_tells(d, words) for d in drafts) * 2 <= len(drafts):
        return Parsed(tuple(lines), ())
    return Parsed(tuple(flat[: starts[0]]), tuple(drafts))


def _without_room(flat: list[Line]) -> list[Line]:
    """The lines without numbered places to write in, where those stand below what they answer: `1. ……`."""
    room = [
        at for at, x in enumerate(flat) if x.label is not None and x.label.kind == "number" and _ROOM.fullmatch(x.text)
    ]
    numbered = sum(1 for x in flat if x.label is not None and x.label.kind == "number")
    return [x for at, x in enumerate(flat) if at not in room] if len(room) > 1 and len(room) == numbered else flat


def _all_bracketed(flat: Sequence[Line]) -> bool:
    """Whether all numbered lines begin at a place for a sign: `1. (   ) Statement.`"""
    numbered = [x for x in flat if x.label is not None and x.label.kind == "number"]
    return bool(numbered) and all(_BRACKET.match(x.text) for x in numbered)


def _surely_questions(drafts: Sequence[Draft], flat: Sequence[Line], starts: Sequence[int], words: Words) -> bool:
    with_options = sum(1 for d in drafts if len(d.options) >= 2)
    before = flat[starts[0] - 1].text if starts[0] else ""
    if before.endswith((":", "：")) and words.box(before.split()[0].rstrip(":：")) == "example":
        return False  # worked examples
    led = any(words.instruction.match(line.text) for line in flat[: starts[0]])
    labelled = sum(1 for at in starts if (label := flat[at].label) is not None and label.style == QUESTION)
    answered = sum(1 for d in drafts if d.answer)
    # Where nothing announces questions, Explain … in a list of bullets tells what a trainer does.
    asked = sum(1 for d in drafts if _asks(d, words) and (d.number or _ASKS.search(d.stem[-1].text)))
    if len(drafts) >= 3 and asked * 10 >= len(drafts) * 6:
        return True
    return ((with_options + answered) * 2 > len(drafts) and asked + answered + led > 0) or labelled * 2 > len(drafts)


def _asks(draft: Draft, words: Words) -> bool:
    """Whether a stem asks: by its end, or by its first word."""
    return bool(draft.stem) and bool(_ASKS.search(draft.stem[-1].text) or words.ask_verb.match(draft.stem[0].text))


def _tells(draft: Draft, words: Words) -> bool:
    """Whether a question shows that it is one: by options, an answer, a blank, or what it asks or tells to do."""
    told = any(p.match(draft.stem[0].text) for p in (words.task_verb, words.instruction)) if draft.stem else False
    blank = any(_BLANK.search(line.text) for line in draft.stem)
    return len(draft.options) > 1 or bool(draft.answer) or blank or told or _asks(draft, words)


def _guided(drafts: Sequence[Draft], words: Words) -> bool:
    """Guided practice: numbered titles with paragraphs of explanation below them, nothing asked."""
    titled = [d for d in drafts if not d.options and not d.answer and len(d.stem) > 2 and d.stem[0].words <= 6
              and not _asks(d, words) and not words.task_verb.match(d.stem[0].text)
              and not d.stem[0].text.endswith(("!", ".", ":"))]  # fmt: skip
    return len(titled) * 2 >= len(drafts)


def _starts(flat: Sequence[Line], words: Words, hint: str) -> list[int]:
    """Indices of the lines that begin a question."""
    numbered = [at for at, line in enumerate(flat) if line.label is not None and line.label.kind in ("number", "multi")]
    if numbered:
        first = flat[numbered[0]].label
        assert first is not None
        starts = _sequence(flat, [at for at in numbered if _same_row(flat[at], flat[numbered[0]])], words)
        return [line for at in starts for line in _with_broken(flat, at)]
    if hint == "truefalse" and (slots := [at for at, line in enumerate(flat) if line.slot is not None]):
        return slots
    before_options = _before_options(flat)
    if len(before_options) > 1 or any(_ASKS.search(flat[at].text) for at in before_options):
        return before_options
    letters = [at for at, line in enumerate(flat) if is_option(line)]
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


def _before_options(flat: Sequence[Line]) -> list[int]:
    """Unnumbered lines right before an option A."""
    return [at - 1 for at, x in enumerate(flat) if at and is_option(x, 1) and not is_option(flat[at - 1])]


def _with_broken(flat: Sequence[Line], at: int) -> list[int]:
    """A start, and the further questions that line breaks set apart in its paragraph, each asking by its end."""
    out = [at]
    while _ASKS.search(flat[out[-1]].text) and out[-1] + 1 < len(flat):
        line = flat[out[-1] + 1]
        if line.block is not flat[at].block or line.label is not None or not _ASKS.search(line.text):
            break
        out.append(out[-1] + 1)
    return out


def _same_row(line: Line, first: Line) -> bool:
    a, b = line.label, first.label
    return a is not None and b is not None and a.style == b.style


def _sequence(flat: Sequence[Line], starts: Sequence[int], words: Words) -> list[int]:
    """Starts whose numbers count on; a list inside a question begins again at 1 and is left to it.

    Numbers may restart after options or at the very next part of an exercise.
    """
    out: list[int] = []
    expected = 0
    for at in starts:
        label = flat[at].label
        assert label is not None
        fresh = label.number <= 1 and (_ended(flat, out, at) or _anew(flat, out, starts, at, expected, words))
        if not out or label.auto or expected <= label.number <= expected + 5 or fresh:
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
    return bool(out) and any(is_option(line) for line in flat[out[-1] : at])


def _unnumbered(flat: Sequence[Line], words: Words, hint: str) -> list[int]:
    """Questions without any label: each line that asks or tells to do something."""
    if not flat:
        return []
    if hint == "task":
        return [at for at, line in enumerate(flat) if line.text][:1]
    asks = [at for at, line in enumerate(flat) if line.text.endswith("?") or _BLANK.search(line.text)]
    if asks:
        return asks
    # A lone task opens its part, perhaps behind one sentence; later imperatives are steps of a procedure.
    told = (words.task_verb, words.ask_verb)
    return [at for at, line in enumerate(flat[:2]) if line.text and any(v.match(line.text) for v in told)][:1]


def _draft(lines: Sequence[Line], words: Words) -> Draft:
    """One question from its lines."""
    label = lines[0].label
    draft = QuestionLines(words).draft_of(lines)
    if _has_parts(draft, lines, words):
        does = any(v.match(o.lines[0].text) for o in draft.options for v in (words.task_verb, words.instruction))
        draft = replace(QuestionLines(words, options=False).draft_of(lines), kind="task" if does else "")
    if not draft.options and not draft.kind and lines[0].slot is not None:
        draft = replace(draft, kind="truefalse")
    return replace(
        draft,
        number=label.number if label is not None and label.kind != "bullet" else 0,
        printed=label.text if label is not None and label.kind != "bullet" else "",
    )


def _has_parts(draft: Draft, lines: Sequence[Line], words: Words) -> bool:
    """Whether the lettered lines below a stem that asks nothing are its parts: `a. Hitung … b. Gambarkan …`."""
    texts = [o.lines[0].text for o in draft.options]
    labels = [line.label for line in lines if is_option(line)]
    # Capitals letter options.
    if not texts or any(x is not None and x.kind == "upper" for x in labels) or draft.answer:
        return False
    if any(o.marked for o in draft.options) or _ASKS.search(draft.stem[-1].text):
        return False
    verbs = (words.task_verb, words.ask_verb, words.instruction)
    told = sum(t.endswith(("?", "？", "!")) or any(v.match(t) for v in verbs) for t in texts)
    return told * 3 >= len(texts) * 2
