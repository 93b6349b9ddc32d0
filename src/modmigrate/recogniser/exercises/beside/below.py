"""Answers that stand below their questions without any word that announces them, as in worked papers.

Evidence over the exercise: most of its questions ask in a labelled first line and go on in lines that stand out
less far, or look otherwise, and ask nothing. Such words are model answers, shown after a try; they score nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....document import Look, Span
from ....text.amounts import ALMOST_ALL, MOST, PAIR, reaches
from ....text.patterns import lazy
from ....text.signs import asks_in
from ...lines.line import Line
from ...lines.signs import is_code
from ...words.words import Words
from ..draft import Draft

INDENT = 4
"""Points by which a line is set in."""
_QUOTES = lazy(r"\s*[“\"«„「『]")
"""A text that is quoted is what the question is about."""
_EXPLAINED = lazy(r"[^\w\s]?\s*\d[\d.,]*\s*[^\W\d]{0,4}%?\s*\(.{3,}")
"""`10 (because …)`: a value with its reason behind it."""
_BRACKETS = lazy(r"[(（][^()（）\d]+[,;，、][^()（）\d]+[)）][\s.]*")
SEVERAL = 2
"""Questions with a list in brackets below them; a question and its answer are as many lines."""
ENOUGH = 4
"""Questions; fewer may look so by chance."""


def with_answers_below(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """The drafts, their lines below taken as answers where that is how the exercise is written."""
    drafts = _with_bracketed(drafts)
    open_ones = [d for d in drafts if d.stem and not d.options and not d.answer and not d.right]
    answered = [d for d in open_ones if _below(d, words)]
    asking = [d for d in answered if asks_in(d.stem[0].text)]
    enough = len(asking) >= ENOUGH and reaches(len(asking), len(open_ones), MOST)
    if not enough or not reaches(len(open_ones), len(drafts), ALMOST_ALL):
        return list(drafts)
    return [_split(d, words) if d in answered else d for d in drafts]


def _with_bracketed(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, a line in brackets right below each open question taken as its answer where most have one."""
    open_ones = [d for d in drafts if d.stem and not d.options and not d.right]
    found = [d for d in open_ones if _bracketed(d)]
    if len(found) < SEVERAL or not reaches(len(found), len(open_ones), MOST):
        return list(drafts)
    return [
        replace(d, stem=d.stem[:1], answer=d.stem[1].text.strip("()（）. "), answer_source="inline")
        if d in found
        else d
        for d in drafts
    ]


def _bracketed(draft: Draft) -> bool:
    """Whether a question ends in a line that is all in brackets and lists words, no points for the answer."""
    if len(draft.stem) != PAIR or draft.answer or draft.stem[1].label is not None:
        return False
    return _BRACKETS.fullmatch(draft.stem[1].text) is not None


def _below(draft: Draft, words: Words) -> list[Line]:
    """The lines that may answer; [] where the stem goes on in them, or is all there is."""
    first, *rest = draft.stem
    if not rest or any(asks_in(x.text) for x in rest):
        return []
    # A question about what follows it needs that; hiding it would leave nothing to answer by.
    if words.following.search(first.text) or any(_QUOTES.match(x.text) for x in rest):
        return []
    told = [x for x in rest if x.text and x.table is None]
    return rest if told and all(_stands_apart(x, first) and not is_code(x) for x in told) else []


def _stands_apart(line: Line, stem: Line) -> bool:
    a, b = line.paragraph, stem.paragraph
    if a is None or b is None or line.label is not None:
        return False
    return a.layout.indent < b.layout.indent - INDENT or _looks(line) != _looks(stem)


def _looks(line: Line) -> set[tuple[bool, bool, str | None, str | None]]:
    looks: list[Look] = [i.look for i in line.inlines if isinstance(i, Span) and i.text.strip()]
    return {(x.bold, x.italic, x.colour, x.highlight) for x in looks}


def _split(draft: Draft, words: Words) -> Draft:
    rest = _below(draft, words)
    told = tuple(x for x in rest if x.table is None and x.text)
    if _EXPLAINED.match(told[0].text):
        # A value and its reason in one: as unmarked words they score nothing, and nobody types them all.
        others = tuple(x for x in rest if x not in told)
        return replace(draft, stem=(draft.stem[0], *others), feedback=told, kind="short")
    texts = [x.text for x in rest if x.table is None and x.text]
    others = tuple(x for x in rest if x.table is not None or not x.text)
    answer = " ".join(texts)
    return replace(draft, stem=(draft.stem[0], *others), answer=answer, answer_source="inline", kind="essay")
