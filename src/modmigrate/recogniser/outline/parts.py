"""The document cut at its headings: each part with what it is, seen from all headings above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..lines.line import Line, has_note, pictures
from ..words.words import EXERCISES, Words
from .heading import Heading
from .outline import Outline

_INHERITED = (*EXERCISES, "objectives", "summary", "key")


class Part(Struct, frozen=True):
    """A heading (None before the first) and the lines up to the next. `trail` are the headings above and itself.

    `role` is what the part is in its surroundings: below 'Evaluasi', 'Pilihan Ganda' is a test, too;
    `begins` tells that the role begins at this heading; `chapter` counts from 0, None before the first.
    """

    heading: Heading | None
    lines: tuple[Line, ...]
    role: str
    begins: bool
    hint: str
    sure: bool
    """Whether the heading that gave the role says nothing else: else the lines must show that they ask."""
    chapter: int | None
    chapter_value: int
    trail: tuple[Heading, ...]
    named: tuple[str, ...] = ()
    """The line that introduces an exercise inside the part."""

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles of the exercise or key headings, outermost first."""
        return (*(_name(h) for h in self.trail if h.level > 1 or h.role in (*EXERCISES, "key")), *self.named)


def _name(heading: Heading) -> str:
    """Title with a label that names (`Activity One`), without one that only counts (`A.`)."""
    return f"{heading.number} {heading.title}" if len(heading.number.split()) > 1 else heading.title


def parts(lines: Sequence[Line], outline: Outline, words: Words, default: str) -> Iterator[Part]:
    """All parts in order. `default` is the role of parts that say nothing: 'test' for a quiz as a whole."""
    stack: list[tuple[Heading, str, str, bool]] = []
    chapter: int | None = None
    value = 0
    first = outline.headings[0].at if outline.headings else len(lines)
    if outline.cover:
        yield Part(None, tuple(_kept(lines, 0, outline.cover, outline)), "", False, "", True, None, 0, ())
    yield Part(None, tuple(_kept(lines, outline.cover, first, outline)), default, False, "", True, None, 0, ())
    ends = [*(h.at for h in outline.headings), len(lines)][1:]
    for heading, end in zip(outline.headings, ends, strict=True):
        while stack and stack[-1][0].level >= heading.level:
            stack.pop()
        if heading.level == 1:
            chapter = 0 if chapter is None else chapter + 1
            value = heading.value
        above, hint, sure = stack[-1][1:] if stack else (default, "", True)
        # Equipment or time below the objectives are none; nor are topics that numbers count, whatever their level.
        ended = above == "objectives" and (words.is_part(heading.title) or heading.number.strip("(). ").isdecimal())
        role = _role(heading.role, "" if ended else above)
        own = words.question_type(heading.title) or (hint if role == above else "")
        begins = role in EXERCISES and role != above
        sure = words.says_only(heading.title) if heading.role in EXERCISES else sure
        stack.append((heading, role, own, sure))
        trail = tuple(entry[0] for entry in stack)
        content = (*_shown_with(lines[heading.at : heading.end]), *_kept(lines, heading.end, end, outline))
        yield Part(heading, content, role, begins, own, sure, chapter, value, trail)


def _role(own: str, above: str) -> str:
    if above == "key" and own not in ("front", "back"):
        return "key"
    if own == "practice" and above in EXERCISES:
        return above
    return own or (above if above in _INHERITED else "")


def _shown_with(lines: Sequence[Line]) -> Iterator[Line]:
    """The pictures that stand in these lines."""
    yield from (shown for line in lines if (shown := pictures(line)) is not None)


def _kept(lines: Sequence[Line], start: int, end: int, outline: Outline) -> Iterator[Line]:
    """The lines that are content; of a title's line its pictures, or all of it where it opens a note."""
    for at in range(start, end):
        line = lines[at]
        if at not in outline.dropped or has_note(line):
            yield line
        else:
            yield from _shown_with([line])
