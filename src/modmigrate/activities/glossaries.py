"""Terms and their meanings: a deck to test oneself with, and pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..module import Glossary, Note, Paragraph
from .pairs import FEWEST, MOST, paired
from .records import Recall, Refused, Verdict
from .texts import bare, wordy

MEANING = 500
"""Letters on the back of a card."""


def of_glossary(block: Glossary) -> Iterator[Verdict]:
    """The activities of a glossary."""
    if any(not wordy(t.meaning) or not wordy(t.term) for t in block.terms):
        yield Refused("recall", block, "a term or meaning holds a picture or a formula")
        return
    yield from _of_pairs(block, [(bare(t.term), bare(t.meaning)) for t in block.terms])


def of_definitions(notes: Sequence[Note]) -> Iterator[Verdict]:
    """The activities of a screen's definitions, behind the last of them."""
    own = [n for n in notes if n.kind == "definition" and bare(n.title)]
    told = [[b.text for b in n.content if isinstance(b, Paragraph)] for n in own]
    if len(own) < 2 or not all(told) or not all(wordy(t) for texts in told for t in texts):
        return
    pairs = [(bare(n.title), " ".join(map(bare, texts))) for n, texts in zip(own, told, strict=True)]
    yield from _of_pairs(own[-1], pairs)


def _of_pairs(block: Glossary | Note, pairs: Sequence[tuple[str, str]]) -> Iterator[Verdict]:
    if len(pairs) < 2:
        yield Refused("recall", block, "a single term")
        return
    if any(len(meaning) > MEANING or not meaning for _, meaning in pairs):
        yield Refused("recall", block, "a meaning is missing, or too long for a card")
        return
    yield Recall(block, tuple(pairs))
    if FEWEST <= len(pairs) <= MOST:
        yield paired(block, pairs)
