"""A question's type: by its shape first, then by what the exercise announces, then by what its words ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...module import folded
from ...text.amounts import HALF, SEVERAL, reaches
from ...text.letters import CAPITALS
from ...text.patterns import lazy
from ...text.signs import SENTENCE, STOPS, asks, breaks_off, gaps, has_gap
from ..words.words import Words
from .draft import Draft
from .question_starts import fills_table

_PREFIX = lazy(r"([^:：]{3,40})[:：]\s*\S")
_STEPS = lazy(r"\s?[,;–→>-]\s?")
_WORD = lazy(r"[^\W\d]{2}")
FEW = 3
"""Words of an answer that makes its question a short one."""
UNIT, VALUE = 4, 5
"""Letters of a unit, and words of a value."""


def kinds_of(drafts: Sequence[Draft], hint: str, words: Words) -> list[str]:
    """The questions' types; among statements with a place to judge them, those that have none are of other types."""
    placed = [_has_place(d, words) for d in drafts]
    mixed = hint == "truefalse" and reaches(placed.count(True), len(drafts), HALF)
    return [
        kind_of(d, "" if mixed and not place and _asks_otherwise(d, words) else hint, words)
        for d, place in zip(drafts, placed, strict=True)
    ]


def _has_place(draft: Draft, words: Words) -> bool:
    """Whether a statement has a place for its judgement: before it, behind it, or `True / False`."""
    stem = draft.stem
    return bool(stem) and (stem[0].slot is not None or words.true_false_tail.search(stem[-1].text) is not None)


def _asks_otherwise(draft: Draft, words: Words) -> bool:
    whole = " ".join(line.text for line in draft.stem)
    return not draft.answer and (has_gap(whole) or _asks(whole, words))


def kind_of(draft: Draft, hint: str, words: Words) -> str:
    """The question's type, by its shape first and then by what the exercise announces."""
    if draft.kind:
        return draft.kind
    if len(draft.options) >= SEVERAL:
        return _with_options(draft, hint, words)
    stem = draft.stem[-1].text if draft.stem else ""
    whole = " ".join(line.text for line in draft.stem)
    if words.true_false_tail.search(stem) or hint == "truefalse" or _own_type(draft, words) == "truefalse":
        return "truefalse"
    if fills_table(draft.stem, words):
        return "task"  # on paper, or in a file of the learner's own
    if "_" * 3 in whole or (hint == "fill" and has_gap(whole)) or gaps(whole) > 1:
        return "fill"
    if (told := _told(draft, whole, hint, words)) is not None:
        return told
    if breaks_off(stem) or has_gap(whole):
        return "short"
    return _asked(draft, whole, words)


def _told(draft: Draft, whole: str, hint: str, words: Words) -> str | None:
    """The type that the exercise announces, where the question's own words do not say otherwise."""
    stem = draft.stem[-1].text if draft.stem else ""
    if hint == "task" and (asks(stem) or words.open_verb.match(whole)):
        return "task" if words.task_verb.match(whole) else "essay"
    if hint == "essay" and words.act_verb.match(whole):
        return "task"
    if hint == "fill" and not has_gap(whole) and not breaks_off(whole):
        # A table to fill in is filled in on paper; what asks is answered.
        if any(line.table is not None for line in draft.stem):
            return "task"
        if asks(stem) or words.open_verb.match(whole):
            return None
    return hint if hint in ("fill", "short", "essay", "task") else None


def _own_type(draft: Draft, words: Words) -> str:
    """The type that a stem names before its colon: `True or false: Shops …`."""
    found = _PREFIX.match(draft.stem[0].text) if draft.stem else None
    return words.question_type(found[1]) if found else ""


def _asked(draft: Draft, whole: str, words: Words) -> str:
    """What a stem asks for where nothing names a type: something to do, a fact, or an explanation."""
    # Lettered parts are told apart before (`a. Hitung …`); what is to be done may stand in them.
    sentences = [s for line in draft.stem for s in SENTENCE.split(line.text) if s]
    if (
        words.task_verb.match(whole)
        or _does(whole, words)
        or (_tells(sentences, words) and not any(_asks(s, words) for s in sentences))
    ):
        return "task"
    if _asks_fact(_last_question(whole).strip(), words):
        return "short"
    if draft.answer_source != "inline" or not draft.answer:
        return "essay"
    few = len(draft.answer.split()) <= FEW and not any(_asks(s, words) for s in sentences)
    return "short" if few or is_value(draft.answer) else "essay"


def _asks_fact(asked: str, words: Words) -> bool:
    """Whether a sentence asks for a fact: not one that asks why or how before it comes to who or when."""
    fact = words.fact.search(asked)
    if fact is None:
        return False
    before = asked[: fact.start()]
    return not before.strip(" ¿") or "," in before or not words.open_verb.search(before)


def is_value(answer: str) -> bool:
    """Whether an answer is a number with its unit, or a few of them: `Rp 1.500`, `22 mm and 15 mm`."""
    tokens = [t for t in answer.split() if any(c.isalnum() for c in t)]
    worded = [t for t in tokens if sum(c.isalpha() for c in t) > UNIT]
    return 0 < len(tokens) <= VALUE and len(worded) <= 1 and any(c.isdigit() for c in answer)


def _last_question(text: str) -> str:
    """The question that a text ends in; '' for a text that ends otherwise."""
    if not asks(text):
        return ""
    body = text.rstrip(" )" + STOPS)
    return text[max(body.rfind(stop) for stop in STOPS) + 1 :]


def _does(text: str, words: Words) -> bool:
    """Whether a text begins by telling to do something that no word for explaining or choosing names."""
    return words.tell_verb.match(text) is not None and not (words.ask_verb.match(text) or words.instruction.match(text))


def _tells(sentences: list[str], words: Words) -> bool:
    return any(words.task_verb.match(s) for s in sentences)


def _asks(sentence: str, words: Words) -> bool:
    return asks(sentence) or words.ask_verb.match(sentence) is not None


def _with_options(draft: Draft, hint: str, words: Words) -> str:
    truths = {words.truth(option.lines[0].text) for option in draft.options}
    said = {folded(option.lines[0].text) for option in draft.options}
    if len(draft.options) == 2 and truths == {True, False} and not said & words.yes_no:
        return "truefalse"
    if hint == "order" or _tells_to_order(draft, words):
        return "order"
    several = len(re.findall(rf"\b[{CAPITALS}]\b", draft.answer)) > 1 and draft.answer_source == "marked"
    return "multi" if hint == "multi" or several else "choice"


def _tells_to_order(draft: Draft, words: Words) -> bool:
    """Whether a stem tells to put its options in order; those that are orders themselves (`2-1-3`) are a choice."""
    texts = [option.lines[0].text for option in draft.options]
    if any(len(_STEPS.findall(text)) > 1 or not _WORD.search(text) for text in texts):
        return False
    return any(words.question_type(line.text) == "order" for line in draft.stem)
