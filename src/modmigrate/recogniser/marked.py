"""Keys marked in place: the one option that is bold, underlined, highlighted, coloured, starred or ticked."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ..document import Look, Span
from ..patterns import lazy
from .draft import Draft
from .lines import Line, unlabelled

STARS = "*✓✔√☑"
_STAR = lazy(r"^\s*[*✓✔√☑]\s*|\s*[*✓✔√☑]\s*$")
MARKS = ("asterisk", "highlight", "colour", "underline", "bold")
"""Strongest first: nobody stars or highlights an option for mere emphasis."""

SURE = ("asterisk", "highlight")
"""Marks that nobody uses for emphasis."""


def marks_of(lines: Sequence[Line]) -> frozenset[str]:
    """Looks that all visible text of these lines shares."""
    spans = [i for line in lines for i in line.inlines if isinstance(i, Span) and i.text.strip()]
    if not spans:
        return frozenset()
    return frozenset(mark for mark in MARKS[1:] if all(_has(s.look, mark) for s in spans))


def _has(look: Look, mark: str) -> bool:
    return bool(getattr(look, mark))


def asterisk(line: Line) -> Line | None:
    """The line without its star or tick; None if it has none."""
    paragraph = line.paragraph
    if paragraph is None:
        return None
    text = paragraph.text[line.start : line.end]
    found = _STAR.search(text)
    if found is None or not text.replace(found[0], "", 1).strip():
        return None
    if found.start() == 0:
        return unlabelled(line, line.start + found.end(), line.end)
    return unlabelled(line, line.start, line.start + found.start())


def with_marked_keys(drafts: Sequence[Draft]) -> list[Draft]:
    """Read marks as keys where the exercise uses one mark for them throughout.

    One mark must single out some but not all options in most of its questions, and never all of them;
    a mark met in one question only is emphasis unless it is a star or a highlight. What is also used for
    emphasis must mark nearly all questions.
    """
    choices = [d for d in drafts if len(d.options) >= 2 and not d.right]
    for mark in MARKS:
        singled = [d for d in choices if 0 < sum(mark in o.marked for o in d.options) < len(d.options)]
        one = [d for d in singled if sum(mark in o.marked for o in d.options) == 1]
        if not singled or len(one) * 2 < len(singled):
            continue
        sure = mark in SURE
        if len(singled) * 10 < len(choices) * (6 if sure else 8) or (len(singled) < 2 and not sure):
            continue
        return [_marked(d, mark) if d in singled and not d.answer else d for d in drafts]
    return list(drafts)


def _marked(draft: Draft, mark: str) -> Draft:
    letters = " ".join(chr(64 + o.letter) for o in draft.options if mark in o.marked)
    return replace(draft, answer=letters, answer_source="marked")
