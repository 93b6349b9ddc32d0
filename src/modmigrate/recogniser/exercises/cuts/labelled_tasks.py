"""Single tasks behind a label of their own in running text: `Actividad 2: Diseñe …`, `**Task:** Label …`.

The label names an exercise by a word and a number, stands out by its look, whatever it says, or recurs before what
asks; what stands behind it asks or tells to do something, or does so behind most labels of its kind.
Steps of a procedure and the speakers of a dialogue ask learners nothing.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise, takewhile

from msgspec.structs import replace

from ....document import Span
from ....module import folded
from ....text.amounts import MOST, reaches
from ....text.patterns import lazy
from ....text.signs import asks, is_room
from ...lines.labels import QUESTION, Label
from ...lines.line import Line, cut, unlabelled
from ...lines.sequences import COUNTING
from ...lines.signs import is_option
from ...outline.parts import Part
from ...words.words import EXERCISES, Words

_HEAD = lazy(
    r"\s*(?P<word>[^\W\d]+(?:\s[^\W\d]+){0,3})(?:\s+(?P<number>\d{1,3}))?"
    r"(?P<end>\s*[:：]|\.(?=\s)|\s[-–—](?=\s)|\s*[\u2600-\u27bf\U0001f300-\U0001faff])\s*(?=\S)"
)
_SIGN = lazy(r"[:：]|\w\.|\s[-–—]\s|[\u2600-\u27bf\U0001f300-\U0001faff]")
"""The cheap sign first: a label ends in one of these."""
LONGEST = 60
"""Letters of a label."""


NEAR = 3
"""Lines before and behind a label in which a dialogue shows: somebody speaks again, of three at most."""
RECURS = 3
"""Labels alike that make a series."""
_BOLD = "**"
"""The series of labels that stand out by their look."""


def telling(lines: Sequence[Line], words: Words) -> frozenset[str]:
    """The series of labels in a document, by their words or their look, most of whose members ask or tell to do."""
    series: dict[str, list[bool]] = {}
    for at, line in enumerate(lines):
        found = _label(line, words)
        if found is None or _speaks(lines, at, found, words):
            continue
        asking = _asking(line, found, words)
        series.setdefault(folded(found["word"]), []).append(asking)
        if stands_out(line, found.end("end")):
            series.setdefault(_BOLD, []).append(asking)
    return frozenset(
        name for name, told in series.items() if len(told) >= RECURS and reaches(sum(told), len(told), MOST)
    )


def labelled(part: Part, words: Words, series: Container[str] = ()) -> list[Part]:
    """The part, cut so that each such task is a part of its own; `series`: the labels that recur before what asks."""
    if part.role not in (*EXERCISES, ""):
        return [part]
    out: list[Part] = []
    start = at = 0
    while at < len(part.lines):
        head = _head(part.lines, at, words, series)
        if head is None:
            at += 1
            continue
        end = at + 1 + sum(1 for _ in takewhile(lambda x: _belongs(x, words), part.lines[at + 1 :]))
        out += [replace(part, lines=part.lines[start:at])] if at > start else []
        out.append(_task(part, at, end, head))
        start = at = end
    rest = [replace(part, lines=part.lines[start:])] if start < len(part.lines) or not out else []
    return out + rest


def _label(line: Line, words: Words) -> re.Match[str] | None:
    """The label that runs into a line; None for one that answers, explains or frames what it leads."""
    paragraph = line.paragraph
    if paragraph is None or line.label is not None or not _SIGN.search(line.text, 0, LONGEST):
        return None
    found = _HEAD.match(paragraph.text, line.start, line.end)
    if found is None or words.box(found["word"]) or words.answer.match(line.text) or words.explanation.match(line.text):
        return None
    return None if words.steps.fullmatch(found["word"]) else found


def _speaks(lines: Sequence[Line], at: int, found: re.Match[str], words: Words) -> bool:
    """Whether a label names who speaks in a dialogue: others speak right before or behind, and one of them again.

    What names an exercise does not speak.
    """
    if found["number"] or words.role(found["word"], extra=0):
        return False
    run = [folded(found["word"])]
    for step, side in ((-1, lines[max(at - NEAR, 0) : at][::-1]), (1, lines[at + 1 : at + 1 + NEAR])):
        for line in side:
            other = _label(line, words)
            if other is None or other["number"]:
                break
            run.insert(0 if step < 0 else len(run), folded(other["word"]))
    turns = [a != b for a, b in pairwise(run)]
    return len(run) > len(set(run)) > 1 and all(turns)


def _asking(line: Line, found: re.Match[str], words: Words) -> bool:
    """Whether what stands behind a label asks, or tells to do something."""
    text = found.string[found.end() : line.end]
    # What begins like a question and does not end like one may define what the label names.
    verbs = (words.task_verb, words.act_verb, words.tell_verb, *([words.ask_verb] if found["number"] else []))
    return asks(text) or any(v.match(text) for v in verbs)


def _head(lines: Sequence[Line], at: int, words: Words, series: Container[str]) -> re.Match[str] | None:
    line = lines[at]
    found = _label(line, words)
    if found is None or _speaks(lines, at, found, words):
        return None
    alone = stands_out(line, found.end("end"))
    recurs = folded(found["word"]) in series or (alone and _BOLD in series)
    after = lines[at + 1].label if at + 1 < len(lines) else None
    if not (recurs or _asking(line, found, words)) or (after is not None and after.kind in COUNTING):
        return None
    known = words.role(found["word"], extra=0) in EXERCISES
    return found if alone or recurs or (known and found["number"]) else None


def stands_out(line: Line, end: int) -> bool:
    """Whether a label is bold and what it leads is not."""
    paragraph = line.paragraph
    assert paragraph is not None
    looks = [
        [i.look.bold for i in cut(paragraph.inlines, a, b) if isinstance(i, Span) and i.text.strip(" :：.\t")]
        for a, b in ((line.start, end), (end, line.end))
    ]
    return bool(looks[0] and looks[1]) and all(looks[0]) and not any(looks[1])


def _belongs(line: Line, words: Words) -> bool:
    """Whether a line below a task is room, a table or an option of it, or says its answer or why."""
    if line.table is not None or is_option(line) or is_room(line.text) or not line.text:
        return True
    return words.answer.match(line.text) is not None or words.explanation.match(line.text) is not None


def _task(part: Part, at: int, end: int, head: re.Match[str]) -> Part:
    line = part.lines[at]
    label = Label("number", 1, head[0].strip(" :：.–—-"), QUESTION)
    asked = replace(unlabelled(line, head.end(), line.end), label=label)
    named = f"{head['word']} {head['number']}" if head["number"] else head["word"]
    return replace(
        part, lines=(asked, *part.lines[at + 1 : end]), named=(named,), role=part.role or "practice", hint=""
    )
