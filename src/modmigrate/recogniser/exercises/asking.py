"""Whether lines ask: evidence that what looks like questions is."""

from __future__ import annotations

from collections.abc import Sequence

from ..lines.labels import QUESTION
from ..lines.line import Line
from ..lines.signs import ASKS, BLANK
from ..words.words import Words
from .draft import Draft

TEST = (4, 5)
"""Options of a question in a test, as a rule."""
SHORT = 20
"""Words of such an option, at most."""
TITLE = 4
"""Words of a stem; titles have fewer."""


def surely_questions(drafts: Sequence[Draft], flat: Sequence[Line], starts: Sequence[int], words: Words) -> bool:
    """Whether drafts in running text, where no heading announces an exercise, are questions without doubt."""
    with_options = sum(1 for d in drafts if len(d.options) >= 2)
    before = flat[starts[0] - 1].text if starts[0] else ""
    if before.endswith((":", "：")) and words.box(before.split()[0].rstrip(":：")) == "example":
        return False  # worked examples
    led = any(words.instruction.match(line.text) for line in flat[: starts[0]])
    labelled = sum(1 for at in starts if (label := flat[at].label) is not None and label.style == QUESTION)
    answered = sum(1 for d in drafts if d.answer)
    # Where nothing announces questions, Explain … in a list of bullets tells what a trainer does.
    asked = sum(1 for d in drafts if asks(d, words) and (d.number or ASKS.search(d.stem[-1].text)))
    if len(drafts) >= 3 and asked * 10 >= len(drafts) * 6:
        return True
    if _are_tests(drafts):
        return True
    return ((with_options + answered) * 2 > len(drafts) and asked + answered + led > 0) or labelled * 2 > len(drafts)


def _are_tests(drafts: Sequence[Draft]) -> bool:
    """Whether questions to choose from show themselves by their shape alone: four or five short options each.

    The entries of a lettered outline differ in number, or hang below mere titles.
    """
    shaped = [d for d in drafts if len(d.options) in TEST and all(o.lines[0].words <= SHORT for o in d.options)]
    told = sum(line.words for d in shaped for line in d.stem[:1])
    return len(shaped) > 1 and len(shaped) * 10 >= len(drafts) * 8 and told >= len(shaped) * TITLE


def asks(draft: Draft, words: Words) -> bool:
    """Whether a stem asks: by its end, or by its first word."""
    return bool(draft.stem) and bool(ASKS.search(draft.stem[-1].text) or words.ask_verb.match(draft.stem[0].text))


def tells(draft: Draft, words: Words) -> bool:
    """Whether a question shows that it is one: by options, an answer, a blank, or what it asks or tells to do."""
    told = any(p.match(draft.stem[0].text) for p in (words.task_verb, words.instruction)) if draft.stem else False
    blank = any(BLANK.search(line.text) for line in draft.stem)
    return len(draft.options) > 1 or bool(draft.answer) or blank or told or asks(draft, words)


def guided(drafts: Sequence[Draft], words: Words) -> bool:
    """Guided practice: numbered titles with paragraphs of explanation below them, nothing asked."""
    titled = [d for d in drafts if not d.options and not d.answer and len(d.stem) > 2 and d.stem[0].words <= 6
              and not asks(d, words) and not words.task_verb.match(d.stem[0].text)
              and not d.stem[0].text.endswith(("!", ".", ":"))]  # fmt: skip
    return len(titled) * 2 >= len(drafts)
