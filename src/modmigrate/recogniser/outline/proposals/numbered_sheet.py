"""A document that is one of a series: its title numbers it among others (`Lab 3`, `Exercise 4.2`, `Tugas 5: …`).

Such a sheet is one lesson; its headings divide that, however they look. Sixteen of sixty-four annotated documents of
different sources are read so by people; those that label or number chapters of their own below are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ....module import folded
from ....text.amounts import SEVERAL
from ....text.patterns import lazy
from ....text.signs import ends_sentence
from ...lines.line import Line
from ...words.words import EXERCISES, Words
from ..candidate import Candidate
from ..chapter_labels import ChapterLabel, ChapterLabels, labels_of
from .proposal import Proposal

HOW = "the title numbers the sheet"
BLOCK = 6
"""Lines of a title block at most."""
MAX_WORDS = 14
"""Of each of them; a longer line is text."""
_NAMED_SHEET = 3
"""Headings below a title that numbers an exercise: with fewer it may be all there is, one exercise."""
_NUMBERED = lazy(
    r"(?P<word>[^\W\d][^\d:：–—()/|]{1,30}?)[\s.#'׳’]*+(?P<number>\d{1,2}(?:\.\d{1,2})?)(?![\w%])"
    r"(?P<rest>\s*$|\s*[:：.–—|-]\s*\S.*|\s+\(.*)"
)
_FIELD = lazy(r"[^:：]{1,25}[:：]\s*\S")
"""`Tutor: …`, `Datum: …`: what a title block tells beside the title."""
_TAIL = lazy(r"(?P<title>.*\S)\s*[:：–—|-]\s*(?P<label>\D{2,24}\d{1,2})")


class _Found(Struct, frozen=True):
    """A label in the title block, and its line."""

    at: int
    label: ChapterLabel


def numbered_sheet(
    lines: Sequence[Line], first: Proposal, words: Words, look: Callable[[int], Candidate | None]
) -> Proposal | None:
    """The document as one lesson; None where its title block numbers nothing, or labels divide what is below.

    `look` reads a line as a heading.
    """
    if sum(bool(c.word) for c in first.chapters) >= SEVERAL:
        return None
    labels = labels_of(words)
    block = list(_block(lines, first.found, labels, words))
    read = ((at, _label(lines[at].text, labels, words)) for at in block)
    found = next((_Found(at, label) for at, label in read if label is not None), None)
    # A label that divides the document already has its companions beside it: a final test, the key, sources.
    divides = {c.at for c in first.chapters if c.word}
    if found is None or found.at in divides or _counts_on(found, lines, labels, words):
        return None
    title = found.label.title or _title(found.at, block, lines)
    below = [c for c in first.found if c.at > found.at and not (c.at in block and _FIELD.match(lines[c.at].text))]
    known = words.role(found.label.word) != "practice"
    parts = [c for c in below if c.role != "objectives"]
    if title is None or len(parts) < (1 if known else _NAMED_SHEET):
        return None
    looks = next((c for c in first.found if c.at == found.at), None) or look(found.at)
    if looks is None:
        return None
    chapter = replace(looks, title=title, number=found.label.printed, word=found.label.word, value=found.label.value,
                      role="", marker="", marker_level=0)  # fmt: skip
    return Proposal(HOW, (chapter,), (chapter, *below))


def _block(lines: Sequence[Line], found: Sequence[Candidate], labels: ChapterLabels, words: Words) -> Iterator[int]:
    """The lines of the title block: short ones, up to the first that is text, a list, or announces a part."""
    parts = {c.at for c in found if c.marker or c.level is not None or _announces(c, words)}
    met = 0
    for at, line in enumerate(lines):
        if line.table is None and not line.text:
            continue
        text = line.paragraph is None or line.words > MAX_WORDS or ends_sentence(line.text) or line.label is not None
        heads = met and at in parts and _label(line.text, labels, words) is None
        if met == BLOCK or text or heads:
            return
        met += 1
        yield at


def _announces(c: Candidate, words: Words) -> bool:
    """Whether a heading announces what follows; an exercise's word may begin the title of a lesson, too."""
    return bool(c.role) and (c.role not in EXERCISES or words.says_only(c.title))


def _label(text: str, labels: ChapterLabels, words: Words) -> ChapterLabel | None:
    """The label at a line's beginning, or behind the title that it ends in."""
    tail = _TAIL.fullmatch(text)
    if tail is not None and (last := _at_start(tail["label"].strip(), labels, words)) is not None:
        return last._replace(title=tail["title"].strip())
    return _at_start(text, labels, words)


def _at_start(text: str, labels: ChapterLabels, words: Words) -> ChapterLabel | None:
    if (label := labels.of(text)) is not None and label.word not in words.chapter_parts:
        return label
    found = _NUMBERED.fullmatch(text)
    if found is None:
        return None
    word = folded(found["word"])
    named = words.role(word) == "practice" and words.says_only(word)
    if not named and words.sheet.fullmatch(f"{found['word']} 1") is None:
        return None
    rest = re.sub(r"^[\s:：.–—|-]+", "", found["rest"]).strip()
    return ChapterLabel(word, text[: found.end("number")], rest, int(found["number"].partition(".")[0]))


def _counts_on(found: _Found, lines: Sequence[Line], labels: ChapterLabels, words: Words) -> bool:
    """Whether another line has the same word with another number: then the label is one of several inside."""
    others = (_at_start(x.text, labels, words) for at, x in enumerate(lines) if at != found.at and x.words <= MAX_WORDS)
    return any(o is not None and o.word == found.label.word and o.value != found.label.value for o in others)


def _title(at: int, block: Sequence[int], lines: Sequence[Line]) -> str | None:
    """What names the sheet beside a bare label: '' where that is the next line, else the line before it."""
    place = block.index(at)
    if any(":" not in lines[n].text for n in block[place + 1 : place + 2]):
        return ""
    return next((lines[n].text for n in block[max(place - 1, 0) : place]), None)
