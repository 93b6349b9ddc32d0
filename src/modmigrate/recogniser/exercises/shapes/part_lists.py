"""Lettered lists below a stem that are its parts, no answers to choose from: `a. Draw …`, `sort these: a. wood`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....module import folded
from ....text.letters import OPTIONS, letter_value
from ....text.patterns import lazy
from ....text.signs import asks, is_open
from ...lines.line import Line
from ...lines.signs import is_option
from ...words.words import Words
from ..draft import Draft
from ..going_on import ends_in_options
from ..question_lines import QuestionLines
from .statements import gapped

_ENTRY = lazy(rf"(?:^|(?<=\s))[(（]?([{OPTIONS}])[.)）]\s+(?=\S)")
SEVERAL = 2
"""Entries of an answer that are no single letter."""


def with_parts(drafts: Sequence[Draft], cuts: Sequence[Sequence[Line]], words: Words, hint: str) -> list[Draft]:
    """The drafts, made of these lines; those whose options are parts of the question without options."""
    offering = [d for d in drafts if len(d.options) > 1]
    out: list[Draft] = []
    for draft, lines in zip(drafts, cuts, strict=True):
        others = (sum(d is not draft for d in offering), len(drafts) - 1)
        parts = answered_parts(draft)
        # An answer may also say of each option whether it is right.
        judged = any(words.truth(part.split()[0].strip(",.;:")) is not None for part in parts if part.split())
        shown = not judged and (_tell(draft, words) or bool(parts) or _is_told(draft, words, *others))
        if shown and _may_have_parts(draft, lines, words, hint):
            told = [draft.stem[0].text, *(o.lines[0].text for o in draft.options)]
            does = any(v.match(text) for text in told[1:] for v in (words.task_verb, words.instruction))
            does = does or words.task_verb.match(told[0]) is not None
            whole = QuestionLines(words, options=False).draft_of(lines)
            answer = "; ".join(parts) or whole.answer
            kind = "task" if does and not answer else ""
            draft = replace(whole, kind=kind, number=draft.number, printed=draft.printed, answer=answer)
        out.append(draft)
    return out


def _may_have_parts(draft: Draft, lines: Sequence[Line], words: Words, hint: str) -> bool:
    """Whether small letters stand below a stem that asks nothing, without any sign of a key.

    An answer that goes through the same letters answers the list, part by part.
    """
    labels = [line.label for line in lines if is_option(line)]
    # Capitals letter options; some scripts have none.
    if (
        not draft.options
        or not (labels or _within(draft))
        or any(x is not None and x.kind == "upper" and x.text.isascii() for x in labels)
    ):
        return False
    if gapped(draft):
        return False  # sentences to complete, each a question
    if len(answered_parts(draft)) == len(draft.options):
        return True
    if ends_in_options(draft.stem, draft.options[0].lines[0], words, hint):
        return False
    if _is_told_by_part(draft) and not is_open(draft.stem[-1].text):
        return True
    return not (draft.answer or any(o.marked for o in draft.options) or is_open(draft.stem[-1].text))


def _is_told_by_part(draft: Draft) -> bool:
    """Whether the answer says something of some letters that their options do not: `a. The top layer. c. It is dry.`"""
    options = {o.letter: folded(" ".join(x.text for x in o.lines)) for o in draft.options}
    entries = [(letter_value(letter), folded(said)) for letter, said in _entries(draft.answer)]
    return bool(entries) and all(
        said and options.get(n, said) not in said and said not in options[n] for n, said in entries
    )


def _entries(answer: str) -> list[tuple[str, str]]:
    """The letters that an answer goes through, and what it says behind each."""
    found = list(_ENTRY.finditer(answer))
    ends = [m.start() for m in found[1:]] + [len(answer)] * bool(found)
    return [(m[1], answer[m.end() : end].strip()) for m, end in zip(found, ends, strict=True)]


def answered_parts(draft: Draft) -> list[str]:
    """The entries of an answer that goes through a list's letters: `(a) 200 cm (b) 50 cm`; [] for other answers."""
    found = _entries(draft.answer)
    letters = [letter_value(letter) for letter, _ in found]
    if len(letters) < SEVERAL or letters != list(range(1, len(letters) + 1)):
        return []
    return [said for _, said in found]


def _within(draft: Draft) -> bool:
    """Whether the options stand behind small letters in the stem's own paragraph: `Sort these: a. wood b. steel`."""
    first, paragraph = draft.options[0].lines[0], draft.stem[0].paragraph
    if paragraph is None or first.block is not draft.stem[0].block:
        return False
    return paragraph.text[: first.start].rstrip(" .)").endswith("a")


def _tell(draft: Draft, words: Words) -> bool:
    """Whether the lettered lines tell or ask themselves: `a. Hitung … b. Gambarkan …`."""
    texts = [o.lines[0].text for o in draft.options]
    told = sum(
        (asks(t) or t.endswith("!")) or any(v.match(t) for v in (words.task_verb, words.ask_verb, words.instruction))
        for t in texts
    )
    return told * 3 >= len(texts) * 2


def _is_told(draft: Draft, words: Words, offering: int, others: int) -> bool:
    """Whether a stem tells to do something with each entry, where few or none of the others offer a choice."""
    stem = draft.stem[0].text
    if words.question_type(stem) in ("choice", "multi", "truefalse", "match", "order"):
        return False
    if words.task_verb.match(stem):
        return offering * 2 <= others
    return bool(others and not offering and words.ask_verb.match(stem))
