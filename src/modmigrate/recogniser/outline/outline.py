"""Chapters and sections: the reading of all heading candidates that fits the document as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...module import folded
from ..entries.labelled import by_label
from ..entries.runs import counted, letters, listed
from ..lines.line import Line
from ..lines.signs import body_size
from ..words.words import Words
from .candidate import Candidate, marker_ranks
from .candidates import candidates
from .choose import choose
from .contents import contents
from .cover import cover_of, title_below
from .finder import Finder
from .heading import Heading
from .label_titles import with_titles
from .levels import levels
from .proposals.contents_page import contents_page, outer
from .proposals.divisions import divisions
from .proposals.labels import in_title_block, labelled
from .proposals.labels_and_styles import chapters_of
from .proposals.misspelt import with_misspelt
from .proposals.numbered_sheet import numbered_sheet
from .proposals.one_rank import one_rank
from .proposals.others import others
from .proposals.proposal import Proposal
from .proposals.quiet import above_quiet
from .proposals.tables import beside, title_tables
from .proposals.unknown_words import with_counted
from .settled.closing import with_closing
from .settled.hanging import below_exercises, below_keys
from .settled.in_place import without_in_place
from .settled.keys import settled
from .settled.one_look import one_look
from .settled.programs import without_programs
from .settled.recurring import levelled
from .settled.restarting import nested
from .settled.roomed import without_roomed
from .title import title_of
from .typed_pages import typed_pages


class Outline(Struct, frozen=True):
    """The document's title, its headings in order, and lines that are no content (a contents table)."""

    title: str
    headings: tuple[Heading, ...]
    dropped: frozenset[int]
    cover: int = 0
    """How many lines make up the title pages."""
    only: str = ""
    """The title that opens the text of a document without chapters, behind its title page."""


def outline(lines: Sequence[Line], words: Words, title: str = "") -> Outline:
    """Decide over all candidates at once. `title` is what the file's properties say."""
    found = candidates(lines, words)
    dropped = contents(lines, found) | typed_pages(lines)
    body = body_size(lines)
    cover = cover_of(lines, body)
    found = [c for c in found if c.at not in dropped and c.at >= cover and not _repeats(c, lines, cover)]
    found = without_programs(without_in_place(found, lines, words), lines)
    found = one_look(in_title_block(without_roomed(found, lines)))
    found = nested(settled(with_counted(with_misspelt(found, labelled(found)), words), lines, words))

    def divide(headings: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
        return _chapters(lines, headings, words, body)

    first = Proposal("labels and styles", *map(tuple, divide(found)))
    entries = outer(lines, dropped)
    plain = Finder.plain(words, body)

    def look(at: int) -> Candidate | None:
        return plain.vouched(at, lines[at])

    read = contents_page(first.found, lines, dropped, entries, look)
    sheet = numbered_sheet(lines, first, words, look)
    proposals = [
        first,
        *(p for p in (read, sheet, one_rank(first), above_quiet(first, divide)) if p is not None),
        *others(first.found, first, body),
    ]
    chosen = choose(proposals, entries, first.found)
    chapters, found = list(chosen.best.chapters), list(chosen.best.found)
    cover = 0 if any(c.at < cover for c in chapters) else cover
    only, own = title_below(lines, cover, found) if not chapters else ("", frozenset())
    found = [c for c in found if c.at not in own]
    dropped |= own
    begin = min((c.at for c in chapters), default=len(lines))
    named = title_of(lines, cover or begin, title, found)
    dropped |= named.lines
    # What stands before the first chapter is a cover: its large lines head nothing.
    found = [c for c in found if c.at >= begin or c.role or not (chapters or _same(c.title, named.text))]
    found = _ordinary([c for c in found if c.at not in dropped], chapters, lines, words)
    merged = with_titles(lines, found, {c.at for c in chapters}, words)
    headings = levelled(levels(merged, {c.at for c in chapters}, marker_ranks(found)), found, words)
    return Outline(
        named.text,
        tuple(below_exercises(below_keys(with_closing(headings, {c.at for c in found if c.level}), lines))),
        dropped,
        cover,
        only,
    )


def without_keys(found: Outline) -> Outline:
    """The same outline, its keys' headings ordinary ones."""
    headings = (replace(h, role="") if h.role == "key" else h for h in found.headings)
    return replace(found, headings=tuple(headings))


def _chapters(
    lines: Sequence[Line], found: list[Candidate], words: Words, body: float
) -> tuple[list[Candidate], list[Candidate]]:
    """The headings that begin chapters, and all headings with those that only tables name."""
    chapters = chapters_of(found, _words_below(found, lines))
    if not any(c.word for c in chapters) and (heads := title_tables(lines, words)):
        return sorted([*heads, *beside(heads, found)], key=_at), sorted([*found, *heads], key=_at)
    if not chapters:
        chapters = divisions(found, body)
        read = {c.at: c for c in chapters}
        found = [read.get(c.at, c) for c in found]
    return chapters, found


def _at(c: Candidate) -> int:
    return c.at


def _words_below(found: Sequence[Candidate], lines: Sequence[Line]) -> dict[int, int]:
    """How many words stand below each candidate, before the next."""
    ends = [*(c.at for c in found[1:]), len(lines)]
    return {
        c.at: sum(x.text.count(" ") + 1 for x in lines[c.at + 1 : end]) for c, end in zip(found, ends, strict=False)
    }


def _ordinary(
    found: Sequence[Candidate], chapters: Sequence[Candidate], lines: Sequence[Line], words: Words
) -> list[Candidate]:
    """The headings; a chapter word that numbers no chapters here (Bagian I of an exercise) makes an ordinary one."""
    below = _in_keys(found, chapters)
    out = []
    for c in found:
        if c.word and c not in chapters and by_label(lines[c.at], words):
            continue  # Lesson 1. Part A: 1 a; 2 b
        if c.word and c not in chapters and (letters(c.title) or listed(c.title) or counted(c.title)):
            continue  # BAB I: A B A C
        if c.word and c not in chapters:
            c = replace(c, word=c.word if c in below else "", title=c.title or c.number)
        out.append(c)
    return out


def _in_keys(found: Sequence[Candidate], chapters: Sequence[Candidate]) -> list[Candidate]:
    """Labels of chapters below the book's key: there they head the key's parts, above the names of exercises."""
    inside: list[Candidate] = []
    key = False
    for c in found:
        key = c.role == "key" if c in chapters else key
        inside += [c] if key and c not in chapters else []
    names = [folded(c.title) for c in inside if not c.word]
    # Beside them stand other tests' names; what recurs, or is numbered in each, stands below them.
    below = len(names) > len(set(names)) or any(c.marker for c in inside if not c.word)
    return [c for c in inside if c.word] if below else []


def _repeats(c: Candidate, lines: Sequence[Line], cover: int) -> bool:
    """Whether a heading by looks alone says again what a title page says, as back covers do."""
    # A title that announces something may open the text, too; at the very end nothing follows it.
    able = c.level is None and not c.word and (not c.role or c.at * 10 > len(lines) * 9)
    return able and any(_same(c.title, line.text) for line in lines[:cover])


def _same(a: str, b: str) -> bool:
    return folded(a) == folded(b)
