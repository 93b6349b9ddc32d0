"""What a text says of itself by its signs, in every script: that it asks, breaks off, leaves a gap or room to write.

The one definition of each. All look at the ends first or walk once, so that no text makes them slow.
"""

from __future__ import annotations

from .patterns import lazy

QUESTION_MARKS = "?？؟\u037e⸮"
"""Latin, full-width, Arabic and Greek question marks."""
STOPS = ".!。．！｡।۔" + QUESTION_MARKS
"""Signs that end a sentence."""
_CLOSING = " \t\n\r\u3000\xa0\"'”’»」』)）]】"
"""What may stand behind the sign that ends a sentence."""
_ASKS_JA = ("か", "か。", "か.")
"""Japanese sentences ask by their last syllable."""
_ASKING = (*QUESTION_MARKS, *_ASKS_JA)
_TRAIL = " \t\n\r\u3000\xa0.:!" + QUESTION_MARKS + _CLOSING
_TAIL = 80
"""Signs at a text's end that tell how it ends."""
GAP = lazy(r"_{3,}|…{2,}|\.{5,}|(?:\. ?){5,}")
"""A gap in a text, to fill in."""
BRACKETED_ROOM = r"[(（\[][ \t\u3000._…]*[)）\]]"
"""Room to write between brackets, as part of a pattern."""
_ROOM = " \t\n\r\u3000\xa0._…"
SENTENCE = lazy(r"(?<=[.!?。！？؟])\s*(?=\S)")
"""Between two sentences."""
ENDED = lazy(r"[^\W\d]{4}[.!?؟]\s+(?=[^\W\da-z])|[。！？](?=\w)")
"""The end of a sentence before another; abbreviations have fewer letters: `Fig. 3`."""
CLAUSE = lazy(r"[.!?。！？؟,，、:：;；]\s*")
"""Between two clauses."""


def asks(text: str) -> bool:
    """Whether a text ends in a question: `Why?`, `なぜですか。`, `(Why?)`."""
    if text.endswith("."):  # most sentences do: the cheap sign first
        return text.endswith(_ASKS_JA)
    return text[-_TAIL:].rstrip(_CLOSING).endswith(_ASKING)


def breaks_off(text: str) -> bool:
    """Whether a text ends in dots, for learners to go on: `The capital is ….`, `is ......`, `is . . . .`."""
    end = text[-_TAIL:].rstrip(" \t\n\r\u3000\xa0:!" + QUESTION_MARKS)
    return end.endswith(("…", "..", ". .")) or end.rstrip(_TRAIL).endswith("…")


def is_open(text: str) -> bool:
    """Whether a text asks or breaks off: its end calls for an answer."""
    return asks(text) or breaks_off(text)


def gaps(text: str) -> int:
    """How many gaps a text leaves: rows of low lines, dots or ellipses."""
    return len(GAP.findall(text)) if has_gap(text) else 0


def has_gap(text: str) -> bool:
    """Whether a text leaves a gap."""
    return ("_" in text or "…" in text or ".." in text or ". ." in text) and GAP.search(text) is not None


def is_room(text: str) -> bool:
    """Whether a text is nothing but room to write in: `......`, `____`, `…`."""
    return bool(text) and not text.strip(_ROOM) and (len(text) > 2 or "…" in text)


def is_blank(text: str) -> bool:
    """Whether nothing is said, though room, colons or dashes may stand there."""
    return not text.strip(_ROOM + ":：-–—")


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a sentence ends."""
    return text.rstrip(_CLOSING)[-1:] in (*STOPS, "…")


def asks_in(text: str) -> bool:
    """Whether a question mark stands anywhere in a text."""
    return any(mark in text for mark in QUESTION_MARKS)
