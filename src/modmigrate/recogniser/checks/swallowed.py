"""Questions that hold another: an option with the next one's letter in it, a stem with another's number."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.letters import LETTER, letter_value
from ...text.patterns import lazy
from ...text.signs import asks
from ..exercises.draft import Draft, Option, place
from ..lines.labels import ASKED_RUN
from .fault import Fault, Seen, counted

_LETTERED = lazy(rf"(?<=\s)[(（]?({LETTER})[.)）]\s+(?=\S)")


def swallowed(seen: Seen) -> Fault | None:
    """Questions and options that were not parted."""
    drafts = seen.drafts
    found = [d for d in drafts if _holds_option(d.options) or _holds_question(d)]
    if not found:
        return None
    says = counted("questions with the next question or option in their text", len(found), len(drafts))
    return Fault(says, tuple(place(d) for d in found), len(found) / len(drafts))


def _holds_option(options: Sequence[Option]) -> bool:
    """Whether an option holds the letter that is due behind it."""
    return any(
        letter_value(found[1]) == o.letter + 1 for o in options for x in o.lines for found in _LETTERED.finditer(x.text)
    )


def _holds_question(draft: Draft) -> bool:
    """Whether a stem names another question by number, or asks twice in lines of their own."""
    if any(ASKED_RUN.search(x.text) for x in draft.stem):
        return True
    return not draft.part and sum(asks(x.text) for x in draft.stem) > 1
