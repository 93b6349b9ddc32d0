"""How a chapter opens and ends: its place among the others, its objectives, its title said once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..module import Heading, Objective, Objectives, Paragraph, folded, walk
from ..text.inline import Run, parse
from .course import label, roman
from .outline import Section
from .split import Part


def place(section: Section, counted: int, words: Mapping[str, str]) -> str:
    """`Bab 2 dari 5`; but where the document counts otherwise, what it says itself: `Kegiatan Belajar 1`."""
    if section.ordinal and counted:
        return words["chapter_n_of"].format(n=section.ordinal, total=counted)
    return label(section)


def counted(sections: Sequence[Section], chapter: str) -> int:
    """How many chapters there are, if the document's own labels are none, or ours (BAB I, BAB II …); else 0."""
    body = [s for s in sections if s.ordinal]
    ours = [{f"{chapter} {n}".casefold(), f"{chapter} {roman(n)}".casefold()} for n in range(1, len(body) + 1)]
    labels = [label(s).casefold() for s in body]
    alike = not any(labels) or all(own in fit for own, fit in zip(labels, ours, strict=True))
    return len(body) if alike else 0


def repeats(part: Part, section: Section) -> bool:
    """Whether a chapter begins with its own title again.

    POST TEST, and the heading that makes it a test; or a text without headings, whose first line is its name.
    """
    first = part.blocks[0] if part.first and part.blocks else None
    if not isinstance(first, Heading | Paragraph) or not all(isinstance(p, Run) for p in parse(first.text)):
        return False
    title = folded(section.chapter.title)
    return title != "" and folded(first.text) == title


def objectives(section: Section) -> tuple[Objective, ...]:
    """The chapter's objectives, each once."""
    found = (b for b in walk(section.chapter.content) if isinstance(b, Objectives))
    return tuple({folded(o.text): o for b in found for o in b.objectives}.values())


def missing(section: Section) -> tuple[Objective, ...]:
    """The same, unless they stand on the chapter's first screen already."""
    there = any(isinstance(b, Objectives) for b in walk(section.screens[0].part.blocks))
    return () if there else objectives(section)
