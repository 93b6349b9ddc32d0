"""How a chapter opens and ends: its place among the others, its objectives, its title said once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...module import Block, Heading, Module, Objective, Objectives, Paragraph, folded, texts, walk
from ...questions import Question
from ...text import inline
from ...text.inline import Run, parse
from ...text.numerals import chinese
from ..course import label, roman
from ..outline import Section
from ..split import Part

STORY = 240
"""Letters of a text before questions above which it is folded in a deck (runtime/deck.js), too."""
TICKED = 40
"""Objectives of a chapter whose ticks are kept, as bits of a number."""
_EAST = re.compile(r"(?:第(\d{1,3})|第?([一二三四五六七八九十]{1,3}))[^\W\d_]?")
"""`第2章`, `第十二課`, `三`."""


def place(section: Section, total: int, words: Mapping[str, str]) -> str:
    """`Bab 2 dari 5`; but where the document counts otherwise, what it says itself: `Kegiatan Belajar 1`."""
    number = numbers_of(section)
    if total > 1 and number:
        return words["chapter_n_of"].format(n=number, total=total)
    return label(section)


def counted(sections: Sequence[Section], chapter: str) -> int:
    """How many chapters the document numbers, if its labels are ours (BAB I, BAB II … without a gap); else 0."""
    body = [s for s in sections if s.ordinal and s.chapter.number]
    ours = [{f"{chapter} {n}".casefold(), f"{chapter} {roman(n)}".casefold()} for n in range(1, len(body) + 1)]
    alike = all(
        numbers_of(own) == str(n) and label(own).casefold() in {"", *fit}
        for n, (own, fit) in enumerate(zip(body, ours, strict=True), 1)
    )
    return len(body) if alike else 0


def numbers(sections: Sequence[Section]) -> dict[str, str]:
    """What stands in the circle before each chapter of the contents: its own number, and none where it has none."""
    return {s.id: numbers_of(s) for s in sections}


def numbers_of(section: Section) -> str:
    """The number in a chapter's label, in figures: `BAB IV` → 4, `Kegiatan Belajar 2` → 2, `A.` → A."""
    last = (re.findall(r"[^\W_]+", inline.plain(section.chapter.number)) or [""])[-1]
    if east := _EAST.fullmatch("".join(inline.plain(section.chapter.number).split())):
        last = east[1] or next((str(n) for n in range(1, 100) if chinese(n) == east[2]), last)
    if not section.ordinal or len(last) > 4:
        return ""
    figures = (
        next((str(n) for n in range(1, 60) if roman(n) == last.upper()), "") if len(last) > 1 or last in "IVX" else ""
    )
    return figures or (last if last.isdigit() or len(last) == 1 else "")


def repeats(part: Part, section: Section) -> bool:
    """Whether a chapter begins with its own title again.

    POST TEST, and the heading that makes it a test; or a text without headings, whose first line is its name.
    """
    first = part.blocks[0] if part.first and part.blocks else None
    if not isinstance(first, Heading | Paragraph) or not all(isinstance(p, Run) for p in parse(first.text)):
        return False
    title = folded(section.chapter.title)
    return title != "" and folded(first.text) == title


def later(section: Section) -> str:
    """The code of the chapter's screen that has its objectives, where that is not its first one; else empty."""
    with_ = [s.code for s in section.screens if any(isinstance(b, Objectives) for b in walk(s.part.blocks))]
    return "" if not with_ or with_[0] == section.screens[0].code else with_[0]


def learnt(sections: Sequence[Section], section: Section) -> tuple[tuple[Objective, ...], tuple[Objective, ...]]:
    """What learners tick at a chapter's end: its own objectives, and at the last one's those of the whole module.

    These stand in an introduction: the first chapter, which asks nothing, where later ones have objectives, too.
    """
    body = [s for s in sections if s.ordinal]
    asks = any(screen.questions for screen in body[0].screens) if body else True
    whole = checked(body[0]) if not asks and any(map(checked, body[1:])) else ()
    own = () if whole and section is body[0] else checked(section)
    return own, whole if section is body[-1] else ()


def checked(section: Section) -> tuple[Objective, ...]:
    """What learners tick at the end: the chapter's objectives, without one that stands alone above others."""
    blocks = [b for b in walk(section.chapter.content) if isinstance(b, Objectives)]
    several = [b for b in blocks if len(b.objectives) > 1]
    found = (o for b in several or blocks for o in b.objectives)
    return tuple({folded(o.text): o for o in found}.values())


def ticks(sections: Sequence[Section]) -> Iterator[tuple[str, str]]:
    """Each objective's words, folded, and where ticks for it are kept: its chapter's code, and its place there."""
    for section in reversed([s for s in sections if s.ordinal]):
        yield from ((folded(o.text), f"{section.code}:{n}") for n, o in enumerate(checked(section)[:TICKED]))


def goals(module: Module) -> Iterator[tuple[str, str]]:
    """Id and text of each objective that has an id."""
    for chapter in module.chapters:
        yield from (
            (o.id, o.text) for b in walk(chapter.content) if isinstance(b, Objectives) for o in b.objectives if o.id
        )


def lead_at(blocks: tuple[Block, ...]) -> int:
    """Where questions begin, if a text stands before them: more than headings and what they are about in a line."""
    at = next((n for n, b in enumerate(blocks) if isinstance(b, Question)), 0)
    told = sum(len(text) for b in blocks[:at] for text in texts(b))
    return at if told > STORY else 0
