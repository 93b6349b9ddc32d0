"""Exercises that are one question each: `Aufgabe 1: Was gehört …?`, `Exercise 2: Explain …` in plain lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from ....document import Paragraph
from ....module import folded
from ....text.amounts import MOST, reaches
from ....text.patterns import lazy
from ...lines.labels import QUESTION, Label
from ...lines.line import Line, unlabelled
from ...lines.signs import is_option
from ...outline.parts import Part
from ...words.words import EXERCISES, Words
from .labelled_tasks import stands_out

_HEAD = lazy(r"\s*((?:[^\W\d]+\s+){1,2}(\d{1,3}))\s*[:：.)–-]\s*(?=\S)")
_SECTIONED = lazy(r"\s*((?:[^\W\d]+\s+){1,2}\d{1,2}\.(\d{1,2}))\s*[:：.)–-]?\s+(?=\S)")
"""`Aufgabe 2.1 Wie groß …`: counted by chapter."""
_PLAIN = lazy(r"\s*((?P<word>[^\W\d]+(?:\s[^\W\d]+)?)\s+(\d{1,3}))[ \t]+(?=[^\W\d]|[¿¡“\"«])")
"""`Esercizio 7 La mia amica …`: nothing but a blank behind the number."""
ENOUGH = 2
MANY = 3
"""Heads without a sign behind their number; one or two are mentions in a text."""


def lone(part: Part, words: Words) -> list[Part]:
    """The part, cut at such lines, each with its question numbered 1; the part alone where there are none.

    Two at least, counted on, and none with a numbered list below it, whose entries would be its questions.
    """
    if titled := _below_titles(part, words):
        return titled
    heads = [(at, found) for at, line in enumerate(part.lines) if (found := _head(line, words)) is not None]
    if len(heads) < ENOUGH:
        return _run_in(part, words)
    numbers = [int(found[2]) for _, found in heads]
    if len(heads) < ENOUGH or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return [part]
    ends = [*(at for at, _ in heads[1:]), len(part.lines)]
    if not all(_is_one(part.lines[at:end], found, words) for (at, found), end in zip(heads, ends, strict=True)):
        return [part]
    first = [replace(part, lines=part.lines[: heads[0][0]])] if heads[0][0] else []
    if all("." in found[1] for _, found in heads):
        return [*first, _counted(part, heads)]
    return first + [_cut(part, at, end, found) for (at, found), end in zip(heads, ends, strict=True)]


def _head(line: Line, words: Words) -> re.Match[str] | None:
    paragraph = line.paragraph
    if paragraph is None or line.label is not None:
        return None
    found = _SECTIONED.match(paragraph.text, line.start, line.end)
    if found is None:
        found = _HEAD.match(paragraph.text, line.start, line.end)
    elif not stands_out(line, found.end()):
        return None
    return found if found and words.role(found[1], extra=2) in EXERCISES else None


def _run_in(part: Part, words: Words) -> list[Part]:
    """The part, cut where one word counts exercises with nothing behind the number; alone where it does not.

    Several that count up, most of which ask, or have bullets below them to choose from.
    """
    plain = [(at, x) for at, x in enumerate(part.lines) if x.paragraph is not None and x.label is None]
    found = [(at, _PLAIN.match(x.block.text, x.start, x.end)) for at, x in plain if isinstance(x.block, Paragraph)]
    heads = [(at, m) for at, m in found if m is not None and words.role(m["word"], extra=0) in EXERCISES]
    numbers = [int(m[3]) for _, m in heads]
    alike = len({folded(m["word"]) for _, m in heads}) == 1
    if len(heads) < MANY or not alike or any(b <= a for a, b in pairwise(numbers)):
        return [part]
    spans = list(zip(heads, [*(at for at, _ in heads[1:]), len(part.lines)], strict=True))
    asking = sum(_is_one(part.lines[at:end], m, words) or _offers(part.lines[at:end]) for (at, m), end in spans)
    if not reaches(asking, len(spans), MOST):
        return [part]
    lines = list(part.lines)
    for at, m in heads:
        label = Label("number", int(m[3]), m[1], QUESTION)
        lines[at] = replace(unlabelled(lines[at], m.end(), lines[at].end), label=label)
    start = heads[0][0]
    first = [replace(part, lines=part.lines[:start])] if start else []
    return [*first, replace(part, lines=tuple(lines[start:]), role=part.role or "practice")]


def _offers(lines: Sequence[Line]) -> bool:
    """Whether bullets stand below the first of these lines."""
    return sum(x.label is not None and x.label.kind == "bullet" for x in lines) >= ENOUGH


def _counted(part: Part, heads: Sequence[tuple[int, re.Match[str]]]) -> Part:
    """The part from the first of the exercises on, these as questions that one list counts."""
    lines = list(part.lines)
    for at, found in heads:
        label = Label("multi", int(found[2]), found[1].strip(), "typed-multi1")
        lines[at] = replace(unlabelled(lines[at], found.end(), lines[at].end), label=label)
    return replace(part, lines=tuple(lines[heads[0][0] :]), role=part.role or "practice")


def _is_one(lines: Sequence[Line], head: re.Match[str], words: Words) -> bool:
    """Whether a head and what is below it are a question: it asks or tells to do something, or has options."""
    if any(x.label is not None and x.label.kind in ("number", "multi") for x in lines):
        return False
    return _asks(head, lines[0].end, words) or any(is_option(x, 1) for x in lines)


def _asks(head: re.Match[str], end: int, words: Words) -> bool:
    """Whether what stands behind a head asks or tells to do something."""
    return words.poses(head.string[head.end() : end])


def _below_titles(part: Part, words: Words) -> list[Part]:
    """The part below an exercise's heading, counted titles as text and the line below each as its question.

    One word counts them from 1 on, whatever it is, and most lines below them ask or tell; none of the titles does.
    """
    heads = [(at, found) for at, line in enumerate(part.lines) if (found := _title(line, words)) is not None]
    counted = [int(found[2]) for _, found in heads] == list(range(1, len(heads) + 1))
    alike = len({found[1].split()[0] for _, found in heads}) == 1
    if part.role not in EXERCISES or len(heads) <= ENOUGH or not (counted and alike):
        return []
    starts = [at for at, _ in heads]
    ends = [*starts[1:], len(part.lines)]
    own = [part.lines[at:end] for at, end in zip(starts, ends, strict=True)]
    told = sum(_told_below(lines, words) for lines in own)
    if not reaches(told, len(own), MOST) or any(len(x) < ENOUGH or x[1].label or not x[1].text for x in own):
        return []
    out = [replace(part, lines=part.lines[: starts[0] + 1], role="", hint="")]
    for at, end in zip(starts, ends, strict=True):
        asked = replace(part.lines[at + 1], label=Label("number", 1, "", QUESTION))
        out.append(replace(part, lines=(asked, *part.lines[at + 2 : end])))
        out += [replace(part, lines=part.lines[end : end + 1])] if end < len(part.lines) else []
    return out


def _title(line: Line, words: Words) -> re.Match[str] | None:
    """Where a line without label begins with a counted word, names something, and asks nothing."""
    paragraph = line.paragraph
    found = _HEAD.match(paragraph.text, line.start, line.end) if paragraph is not None and not line.label else None
    if found is None or _asks(found, line.end, words) or words.steps.match(found[1]) or words.answer.match(line.text):
        return None
    return found


def _told_below(lines: Sequence[Line], words: Words) -> bool:
    """Whether a head is a title and the line below it asks or tells to do something: `Problem 2: Best customer`."""
    below = lines[1] if len(lines) > 1 else None
    return below is not None and below.label is None and words.poses(below.text)


def _cut(part: Part, start: int, end: int, head: re.Match[str]) -> Part:
    line = part.lines[start]
    label = Label("number", 1, head[0].strip(), QUESTION)
    asked = replace(unlabelled(line, head.end(), line.end), label=label)
    return replace(part, lines=(asked, *part.lines[start + 1 : end]), named=(head[1],))
