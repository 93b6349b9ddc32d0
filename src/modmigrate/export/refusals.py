"""Why a format does not hold a question though it holds its type: each gives a reason that several share, or ''."""

from __future__ import annotations

from ..questions import Choice, Fill, Match, Multi, Order, Short
from ..text import inline
from .bank import OPEN, Entry

SHARES = (*range(1, 11), 20)
"""How many right options Moodle's list of grades divides a question among (100 %, 50 %, 33.33333 % … 5 %)."""
LETTERS = 26
LONGEST_QUESTION, LONGEST_ANSWER, MOST_ANSWERS = 120, 75, 4
"""Signs and answers that Kahoot takes."""


def one_each(entry: Entry) -> str:
    """Whether each entry has one partner."""
    fits = entry.question.answer if isinstance(entry.question, Match) else ()
    return "several entries fit one" if any(len(own) > 1 for own in fits or ()) else ""


def one_blank(entry: Entry) -> str:
    """Whether it has one blank."""
    several = isinstance(entry.question, Fill) and entry.question.blanks > 1
    return "they have several blanks" if several else ""


def answer_for_each_blank(entry: Entry) -> str:
    """Whether each blank has its answer."""
    question = entry.question
    uneven = isinstance(question, Fill) and len(question.answer or ()) != question.blanks
    return "they have not as many answers as blanks" if uneven else ""


def shares(entry: Entry) -> str:
    """Whether Moodle's grades divide it among its right options."""
    uneven = isinstance(entry.question, Multi) and len(entry.question.answer or ()) not in SHARES
    return "they have more right options than its grades divide" if uneven else ""


def bare(entry: Entry) -> str:
    """Whether nothing stands between question and options."""
    return "text or pictures stand between question and options" if entry.question.content else ""


def no_pictures(entry: Entry) -> str:
    """Whether it is text alone."""
    return "they hold pictures" if any(entry.pictures()) else ""


def lettered(entry: Entry) -> str:
    """Whether its options have letters enough."""
    many = isinstance(entry.question, Choice) and len(entry.question.options) > LETTERS
    return "they have more options than letters" if many else ""


def short_enough(entry: Entry) -> str:
    """Whether a quiz game shows it."""
    question = entry.question
    options = [inline.plain(o) for o in question.options] if isinstance(question, Choice | Multi) else []
    if len(options) > MOST_ANSWERS:
        return f"they have more than {MOST_ANSWERS} options"
    long = len(inline.plain(question.stem)) > LONGEST_QUESTION or any(len(o) > LONGEST_ANSWER for o in options)
    return f"they are longer than {LONGEST_QUESTION} signs, or their options than {LONGEST_ANSWER}" if long else ""


def one_picture(entry: Entry) -> str:
    """Whether it has one picture at most, beside its words."""
    own = list(entry.pictures())
    beside = any(isinstance(p, inline.Image) for text in entry.question.texts() for p in inline.parse(text))
    return "they hold several pictures, or some in their options" if len(own) > 1 or beside else ""


def no_arrows(entry: Entry) -> str:
    """GIFT has no way to write an arrow, or a weight, that is a part of a typed answer."""
    question = entry.question
    texts = question.answer or () if isinstance(question, Short) else ()
    if isinstance(question, Fill):
        texts = tuple(text for own in question.answer or () for text in own)
    odd = any("->" in text or text.startswith("%") for text in map(inline.plain, texts))
    return "their answers hold -> or begin with %" if odd else ""


def no_dividing_signs(entry: Entry) -> str:
    """H5P writes answers into the text, `*one/other:tip*`, and knows no way to write these signs in an answer."""
    question = entry.question
    answers: tuple[str, ...] = ()
    if isinstance(question, Fill):
        answers = tuple(text for own in question.answer or () for text in own)
    elif isinstance(question, Short):
        answers = question.answer or ()
    elif isinstance(question, Match | Order):
        answers = question.texts()
    return "their answers hold one of * / :" if any(set("*/:") & set(inline.plain(a)) for a in answers) else ""


def gift_lacks(part: str, entry: Entry) -> bool:
    """GIFT has no feedback to pairs, and none to an open answer."""
    return part == "responses" and entry.form in ("match", "order", OPEN, "essay", "task")


def moodle_lacks(part: str, entry: Entry) -> bool:
    """A cloze question counts what its gaps count, in whole points, and says nothing to right or wrong ones."""
    question = entry.question
    cloze = isinstance(question, Fill) and question.blanks > 1 and entry.form != OPEN
    if part == "responses":
        return cloze or entry.form in (OPEN, "essay", "task")
    return part == "points" and isinstance(question, Fill) and cloze and entry.points % question.blanks > 0
