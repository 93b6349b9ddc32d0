"""Objectives below the heading or sentence that announces them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct

from ... import module as mod
from ...languages import said
from ...source import NOWHERE
from ...text.amounts import SEVERAL
from ...text.patterns import lazy
from ..blocks.inline_text import KEEP_PLAIN, text_of
from ..lines.line import Line, part, pieces
from ..lines.run_in import NUMBERED
from ..words.words import Words

LEAD = 60
"""Words of a sentence that leads to objectives."""
_JOINED = rf"[;,；，،؛]\s*(?:{'|'.join(said('and'))})"
_END = lazy(rf"(?:{_JOINED})?[\s;,；，،؛]*$")
"""What joins an objective to the next in a list."""
_SENTENCE = lazy(r"(?<=[.!?。])\s+(?=\S)")
MAX_WORDS = 70
"""A longer paragraph under such a heading is explanation."""


class Found(Struct, frozen=True):
    """Lines before, the objectives (None if there are none), and lines after them."""

    before: tuple[Line, ...]
    objectives: mod.Objectives | None
    after: tuple[Line, ...]


def parse(lines: Sequence[Line], words: Words, ids: mod.Ids, chapter: str) -> Found:
    """Objectives in the lines below an announcing heading."""
    flat = [piece for line in lines for piece in pieces(line)]
    first = next((at for at, line in enumerate(flat) if line.label is not None or line.table is not None), len(flat))
    if first < len(flat) and flat[first].label is not None:
        return _listed(flat, first, words, ids, chapter)
    end = first
    sentences = [line for line in flat[:end] if line.text and line.words <= MAX_WORDS]
    if len(sentences) != end or not sentences:
        return Found(tuple(lines), None, ())
    lead = ""
    if whole := list(takewhile(lambda line: _is_whole(line, words), sentences)):
        # A sentence that says what learners will be able to is an objective; text follows it.
        sentences, end = whole, len(whole)
    elif len(sentences) > 1 and (_is_lead(sentences[0], words) or sentences[0].text.endswith((":", "："))):
        lead = text_of(sentences.pop(0).inlines)
    found = [x for line in sentences for x in _run_in(line)]
    return Found((), _made(found, lead, ids, chapter), tuple(flat[end:]))


def announced(lines: Sequence[Line], words: Words) -> int | None:
    """The index of a sentence in running text that announces the list right behind it as objectives."""
    for at, line in enumerate(lines[:-1]):
        follower = lines[at + 1].label
        if follower is None or line.label is not None or not line.text.endswith(":"):
            continue
        if line.words <= LEAD and words.lead.match(_SENTENCE.split(line.text)[-1]):
            return at
    return None


def _is_whole(line: Line, words: Words) -> bool:
    return line.text.endswith((".", "。")) and words.lead.match(line.text) is not None


def _is_lead(line: Line, words: Words) -> bool:
    return line.words <= LEAD and bool(
        words.lead.match(line.text) or (words.lead.search(line.text) and line.text.endswith(":"))
    )


def _listed(flat: list[Line], first: int, words: Words, ids: mod.Ids, chapter: str) -> Found:
    head = flat[:first]
    lead = ""
    if head and (_is_lead(head[-1], words) or head[-1].text.endswith(":")):
        lead = text_of(head.pop().inlines)
    style = flat[first].label
    end = first
    found: list[Line] = []
    while end < len(flat) and (label := flat[end].label) is not None and flat[end].table is None:
        alike = style is not None and (label.kind == style.kind or {label.kind, style.kind} == {"number", "multi"})
        if alike or label.auto or (style is not None and label.style == style.style):
            found.append(flat[end])
        end += 1
    return Found(tuple(head), _made(found, lead, ids, chapter), tuple(flat[end:]))


def _run_in(line: Line) -> list[Line]:
    """The parts of a sentence that lists its objectives: `… mampu: 1. …; 2. …`."""
    paragraph = line.paragraph
    if paragraph is None:
        return [line]
    text = paragraph.text[line.start : line.end]
    starts = list(NUMBERED.finditer(text))
    if len(starts) < SEVERAL or starts[0][1] not in ("1", "a"):
        return [line]
    ends = [*(m.start() for m in starts[1:]), len(text)]
    return [part(line, line.start + m.start(), line.start + end) for m, end in zip(starts, ends, strict=True)]


def _made(lines: Sequence[Line], lead: str, ids: mod.Ids, chapter: str) -> mod.Objectives | None:
    found = []
    for line in lines:
        text = _END.sub("", text_of(line.inlines, KEEP_PLAIN))
        if text:
            where = line.paragraph.where if line.paragraph else NOWHERE
            found.append(mod.Objective(text=text, id=ids.make("o", chapter, text), source=str(where)))
    return mod.Objectives(objectives=tuple(found), lead=lead) if found else None
