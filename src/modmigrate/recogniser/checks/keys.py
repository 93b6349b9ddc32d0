"""Keys: those that answer nothing, one key throughout an exercise, and answers or their letters left in the text."""

from __future__ import annotations

from ..exercises.draft import place
from ..lines.line import Line
from ..lines.signs import LONE_LETTER
from ..words.words import Words
from .fault import Fault, Seen, counted, quoted, where

ENOUGH = 5
"""Questions that do not all have one key by chance."""
FEW = 2
"""Lines about answers that any text may have."""


def unused(seen: Seen) -> Fault | None:
    """Headings of keys in a document where nothing is answered."""
    found = [h for h in seen.headings if h.role == "key"]
    answered = seen.reading.answered
    # A key that was read and fits nothing is told for itself.
    told = answered.doubts or answered.pairing.unused or answered.pairing.doubtful
    if not found or answered.answers or told:
        return None
    says = f"{quoted(found[0].title)} announces a key, and no question has an answer"
    return Fault(says, seen.places(found), 1.0)


def constant(seen: Seen) -> Fault | None:
    """An exercise to choose from with one key for all its questions."""
    answers = seen.reading.answered.answers
    for e in seen.reading.gathered.exercises:
        own = [n for n in range(e.first, e.first + len(e.numbers)) if n in answers and seen.drafts[n].options]
        if len(own) >= ENOUGH and len({answers[n].values for n in own}) == 1:
            says = f"all {len(own)} questions of an exercise have the same key"
            return Fault(says, (place(seen.drafts[own[0]]),), 1.0)
    return None


def left(seen: Seen) -> Fault | None:
    """Answers that learners see: their word at the beginning of a line, or lines that are a letter and nothing else."""
    found = [x for x in seen.texts if _answers(x, seen.words)]
    if not found:
        return None
    says = counted("lines in learners' sight that look like answers", len(found), first=found[0].text)
    return Fault(says, tuple(map(where, found)), len(found) / (len(found) + len(seen.drafts) + FEW))


def _answers(line: Line, words: Words) -> bool:
    lone = len(line.text) <= FEW and LONE_LETTER.fullmatch(line.text) is not None
    return (lone and line.label is not None) or words.answer.match(line.text) is not None
