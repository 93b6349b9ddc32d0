"""Blanks that somebody filled in: the words on their rules leave the stem, where learners would read them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....document import Inline, Span
from ...lines.line import Line, cut, fold
from ..draft import Draft

BLANK = Span("____")


def with_filled_blanks(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; what stands on rules in the stem of one without options and answer becomes blanks and answer."""
    return [_emptied(d) if not d.options and not d.answer and any(map(_filled, d.stem)) else d for d in drafts]


def _filled(line: Line) -> list[Inline]:
    return [i for i in line.inlines if isinstance(i, Span) and i.look.filled and i.text.strip()]


def _emptied(draft: Draft) -> Draft:
    words = [i.text.strip() for line in draft.stem for i in _filled(line) if isinstance(i, Span)]
    stem = tuple(_with_blanks(line) if _filled(line) else line for line in draft.stem)
    return replace(draft, stem=stem, answer="; ".join(words), answer_source="inline")


def _with_blanks(line: Line) -> Line:
    """The line with a blank for each piece that was filled in."""
    paragraph = line.paragraph
    assert paragraph is not None
    length = len(paragraph.text)
    made: list[Inline] = []
    for inline in cut(paragraph.inlines, line.start, line.end, line.start):
        empty = isinstance(inline, Span) and inline.look.filled and inline.text.strip()
        if empty and made and made[-1] is BLANK:
            continue
        made.append(BLANK if empty else inline)
    before, after = cut(paragraph.inlines, 0, line.start), cut(paragraph.inlines, line.end, length, line.end)
    block = replace(paragraph, inlines=(*before, *made, *after))
    end = line.end + len(block.text) - length
    return replace(line, block=block, text=fold(block.text[line.start : end]), end=end)
