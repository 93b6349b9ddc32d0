"""Stems that break off for their options to end them: `A guest calls. You say`, `When it rings you should | a. run`."""

from __future__ import annotations

from collections.abc import Sequence
from re import Pattern

from ...text.signs import ENDED, asks, ends_sentence
from ..lines.line import Line
from ..words.words import Words
from .evidence import TITLE

OFFERED = ("choice", "multi")
"""Types that a heading names and whose lettered lines are options."""


def ends_in_options(stem: Sequence[Line], first: Line, words: Words, hint: str) -> bool:
    """Whether a stem goes on in its options, of which this is the first, whatever they ask or tell to do.

    A title breaks off as well, but is short, and parts below it begin as sentences do; what asks goes on with what
    somebody says, where a sentence stands before. An order may break off above what it is to be done with (`Open the
    file and find | a. the total`). Below a heading that names choices (`hint`) all stems that are no whole sentences
    go on: it may name essays as well.
    """
    said = stem[-1].text.rstrip()
    if hint in OFFERED and not ends_sentence(said):
        return True
    if not said[-1:].isalpha() or any(verb.match(stem[0].text) for verb in _orders(words)):
        return False
    small = first.text[:1].islower()
    return (stem[-1].words >= TITLE and small) or ((small or asks(first.text)) and ENDED.search(said) is not None)


def _orders(words: Words) -> tuple[Pattern[str], ...]:
    """Verbs that are known to tell to do something; by their form alone (`-kan`) nouns do."""
    return words.instruction, words.task_verb, words.ask_verb, words.act_verb
