"""Keys marked in place: the one option that is bold, underlined, highlighted, coloured, starred or ticked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ....document import Look, Span
from ....text.amounts import HALF, MOST, NEARLY_ALL, SEVERAL, reaches
from ....text.letters import letter_of
from ....text.patterns import lazy
from ...lines.line import Line, cut, unlabelled
from ...words.words import Words
from ..draft import Draft

STARS = "*✓✔√☑✅"
_STAR = lazy(rf"^\s*[{STARS}]\ufe0f?\s*|(?<!\s)\s*+[{STARS}]\ufe0f?\s*$")
_CROSS = lazy(r"(?<!\s)\s*+[❌✘]\ufe0f?\s*$")
"""Behind a wrong option, where the right one is ticked."""
_NOTE = lazy(r"\s*\*{1,3}\s?\w")
_LOOKS = ("highlight", "colour", "underline", "bold")
MARKS = ("asterisk", *_LOOKS, *(f"letter's {look}" for look in _LOOKS))
"""Strongest first: nobody stars or highlights an option for mere emphasis. A typed letter alone may carry the mark."""

MANY = 3
"""Questions with one marked option each that make two of them in one question doubtful."""
SURE = ("asterisk", "highlight", "letter's highlight", "letter's colour", "letter's underline")
"""Marks that nobody uses for emphasis."""


def marks_of(lines: Sequence[Line]) -> frozenset[str]:
    """Looks that all visible text of these lines shares; that of links is theirs."""
    spans = [i for line in lines for i in line.inlines if isinstance(i, Span) and i.text.strip()]
    if not spans or all(s.look.strike for s in spans):
        return frozenset()  # what is crossed out is taken back, whatever marked it
    letter = _letter_look(lines[0])
    linked = ("colour", "underline") if any(s.link for s in spans) else ()
    marks = {mark for mark in _LOOKS if mark not in linked and all(_has(s.look, mark) for s in spans)}
    return frozenset(marks | {f"letter's {mark}" for mark in _LOOKS if letter is not None and _has(letter, mark)})


def _letter_look(line: Line) -> Look | None:
    """How the typed letter before an option looks; None where there is none."""
    paragraph = line.paragraph
    if paragraph is None:
        return None
    before = paragraph.text[: line.start].rstrip(" \t.)、．）")
    at = len(before)
    if not before[-1:].isalpha():
        return None
    for inline in cut(paragraph.inlines, at - 1, at):
        if isinstance(inline, Span) and inline.text.strip():
            return inline.look
    return None


def _has(look: Look, mark: str) -> bool:
    return bool(getattr(look, mark))


def asterisk(line: Line) -> Line | None:
    """The line without its star or tick; None if it has none."""
    return _without(line, _STAR)


def uncrossed(line: Line) -> Line:
    """The line without the cross behind it that says that it is wrong."""
    return _without(line, _CROSS) or line


def judge(options: Sequence[Sequence[Line]]) -> bool:
    """Whether ticks and crosses in a question's options say which is right: where both stand, each option has one.

    `A. a tick ✓  B. a cross ✘  C. a plus +` speaks of signs.
    """
    ticks = [asterisk(lines[0]) is not None for lines in options]
    crosses = [uncrossed(lines[-1]) is not lines[-1] for lines in options]
    return not (any(ticks) and any(crosses)) or all(map(max, ticks, crosses))


def _without(line: Line, sign: re.Pattern[str]) -> Line | None:
    """The line without a sign at its start or end; None if there is none."""
    paragraph = line.paragraph
    if paragraph is None:
        return None
    text = paragraph.text[line.start : line.end]
    found = sign.search(text)
    if found is None or not text.replace(found[0], "", 1).strip():
        return None
    if found.start() == 0:
        return unlabelled(line, line.start + found.end(), line.end)
    return unlabelled(line, line.start, line.start + found.start())


def with_marked_keys(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Read marks as keys where the exercise uses one mark for them throughout.

    One mark must single out some but not all options in most of its questions, and never all of them;
    a mark met in one question only is emphasis unless it is a star or a highlight. What is also used for
    emphasis must mark nearly all questions, one option in each.
    """
    choices = [d for d in drafts if len(d.options) >= SEVERAL and not d.right]
    for mark in MARKS:
        if mark == "asterisk" and _has_footnotes(drafts, words):
            continue
        singled = [d for d in choices if 0 < _count(d, mark) < len(d.options)]
        if singled and _is_key(mark, singled, choices, words):
            unfinished = not reaches(len(singled), len(choices), MOST)
            read = [d for d in singled if not d.answer and not _is_doubtful(d, mark, singled, words, unfinished)]
            return [_marked(d, mark) if d in read else d for d in drafts]
    return list(drafts)


def _is_doubtful(draft: Draft, mark: str, singled: Sequence[Draft], words: Words, unfinished: bool) -> bool:
    """Whether two options of a question are marked that asks for one, as nearly all others here have one."""
    if unfinished and _count(draft, mark) > 1:
        return not _asks_for_several(draft, words)
    one = sum(_count(d, mark) == 1 for d in singled)
    return (
        mark != "asterisk"
        and _count(draft, mark) > 1
        and one >= MANY
        and reaches(one, len(singled), NEARLY_ALL)
        and not _asks_for_several(draft, words)
    )


def _count(draft: Draft, mark: str) -> int:
    return sum(mark in o.marked for o in draft.options)


def _is_key(mark: str, singled: Sequence[Draft], choices: Sequence[Draft], words: Words) -> bool:
    one = [d for d in singled if _count(d, mark) == 1]
    sure = mark in SURE
    # Foreign words underlined, doubtful answers in red: sooner or later two options of a question carry them.
    several = [d for d in singled if d not in one and not _asks_for_several(d, words)]
    if not reaches(len(one), len(singled), HALF) or (several and not sure):
        return False
    if mark == "asterisk" and len(one) > 1:
        return True  # an unfinished key: the other questions stay without
    return reaches(len(singled), len(choices), MOST if sure else NEARLY_ALL) and (len(singled) > 1 or sure)


def _asks_for_several(draft: Draft, words: Words) -> bool:
    return any(words.question_type(line.text) == "multi" for line in draft.stem)


def _has_footnotes(drafts: Sequence[Draft], words: Words) -> bool:
    """Whether a starred line says something else than that stars mark the right answers."""
    notes = [line for d in drafts for line in (*d.rest, *d.feedback, *(x for o in d.options for x in o.lines[1:]))]
    return any(_NOTE.match(_printed(line)) and not words.says_right(line.text) for line in notes)


def _printed(line: Line) -> str:
    return f"{line.label.text} {line.text}" if line.label is not None and not line.label.auto else line.text


def _marked(draft: Draft, mark: str) -> Draft:
    letters = " ".join(letter_of(o.letter) for o in draft.options if mark in o.marked)
    return replace(draft, answer=letters, answer_source="marked")
