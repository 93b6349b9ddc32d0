"""Keys among the parts of a document: put aside, to be paired with their exercises later."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ...module import folded
from ...report import Code, Finding, finding
from ...source import NOWHERE, Where
from ...text.amounts import HALF, reaches
from ...text.letters import OPTIONS
from ...text.patterns import lazy
from ...text.signs import asks, is_open, is_room
from ..entries.entries import key_run
from ..entries.named import by_name
from ..entries.names import names_exercise, prose
from ..entries.runs import counted, listed
from ..exercises.draft import Draft, place
from ..lines.line import Line, unstruck
from ..lines.line import part as part_of
from ..lines.sequences import COUNTING
from ..lines.signs import is_option
from ..outline.heading import Heading
from ..outline.parts import Part
from ..words.words import EXERCISES, Words
from .groups import KeyGroup, groups
from .titles import names_in

_BARE = lazy(rf"[{OPTIONS}?]")
_COUNTED = lazy(r"\s+(?=\d{1,2}\s?[.)．、])")
SEVERAL = 2
ENOUGH = 3
"""Letters in a row that make a key."""


def _is_bare(line: Line) -> bool:
    """Whether Word numbers a line that is one letter, or a question mark where the letter is not known."""
    return (
        line.label is not None and line.label.auto and line.label.kind == "number" and bool(_BARE.fullmatch(line.text))
    )


def _place(line: Line) -> Where:
    return line.paragraph.where if line.paragraph is not None else NOWHERE


class KeyParts:
    """Takes the keys of one document out of its parts: `groups`, and `findings` on what could not be read."""

    def __init__(self, lines: Sequence[Line], words: Words) -> None:
        self.lines = lines
        self.words = words
        self.groups: list[KeyGroup] = []
        self.findings: list[Finding] = []
        self.doubted: set[tuple[str, ...]] = set()
        """Titles below which questions stand among a key's entries: what they hold answers nothing."""

    def without_runs(self, part: Part) -> Part:
        """A part without lines that are nothing but a run of key entries: whoever typed them, they are no text."""
        lines = [(at, line) for at, line in enumerate(part.lines) if not is_option(line)]
        named = {at: own for at, line in lines if (own := self._named(line, part))}
        runs = {
            at: found
            for at, line in lines
            if at not in named and (found := key_run(_whole(unstruck(line)), self.words))
        }
        self.groups += [group for own in named.values() for group in own]
        for at, found in runs.items():
            paragraph = part.lines[at].paragraph
            where = paragraph.where if paragraph is not None else NOWHERE
            self.groups.append(KeyGroup(part.chapter, part.titles, where, found))
        taken = {*named, *runs}
        return replace(part, lines=tuple(x for at, x in enumerate(part.lines) if at not in taken)) if taken else part

    def _named(self, line: Line, part: Part) -> list[KeyGroup]:
        """The keys that one line holds for the exercises which it names; [] unless each of them has its entries.

        Where it stands says nothing then: below the post-test, the key of a pre-test is none of its own.
        """
        if ":" not in line.text and "：" not in line.text:
            return []
        pieces = by_name(unstruck(line), self.words)
        found = [groups([piece], part.chapter, self._standing(piece, part), self.words) for piece in pieces]
        return [group for own in found for group in own] if all(found) else []

    def _standing(self, piece: Line, part: Part) -> tuple[str, ...]:
        return () if names_in(re.split(r"[:：]", piece.text)[0], self.words) else part.titles

    def without_tail(self, part: Part) -> Part:
        """A part without the key at its end that goes on with the numbers of its questions: `11. B`, `12. C`."""
        lines = part.lines
        start = len(lines)
        while start and (_is_bare(lines[start - 1]) or not (lines[start - 1].text or lines[start - 1].table)):
            start -= 1
        tail = [line for line in lines[start:] if line.text]
        styles = {line.label.style for line in tail if line.label is not None}
        asked = sum(1 for x in lines[:start] if x.label is not None and {x.label.style} == styles)
        if len(tail) < ENOUGH or len(tail) != asked:
            return part
        entries = [(line.label.number, line.text) for line in tail if line.label is not None]
        where = tail[0].paragraph.where if tail[0].paragraph is not None else NOWHERE
        self.groups.append(KeyGroup(part.chapter, part.titles, where, entries))
        return replace(part, lines=lines[:start])

    def without_answers(self, part: Part) -> Part:
        """A part without the lists of answers below lines that only say so, each as long as what is asked above it.

        `Jawaban` alone above `1. … 2. … 3. …` heads the answers of all, not that of the question right above it; where
        that one asks for as many things, the list is its own.
        """
        taken: set[int] = set()
        begin = 0
        for at in (n for n, x in enumerate(part.lines) if self._only_says_answer(x)):
            entries = self._answers(part, begin, at)
            if entries:
                found = [(number, part.lines[n].text) for n, number in entries]
                self.groups.append(KeyGroup(part.chapter, part.titles, _place(part.lines[at]), found))
                begin = entries[-1][0] + 1
                taken |= {at, *(n for n, _ in entries)}
        return replace(part, lines=tuple(x for n, x in enumerate(part.lines) if n not in taken)) if taken else part

    def _answers(self, part: Part, begin: int, at: int) -> list[tuple[int, int]]:
        """The lines of the list below `at` that answers what is asked from `begin` on, and their numbers; else []."""
        asked = [x for x in part.lines[begin:at] if x.label is not None and x.label.kind in COUNTING]
        numbers = [x.label.number for x in asked if x.label is not None]
        below = [(n, x) for n, x in enumerate(part.lines[at + 1 : at + 1 + len(asked)], at + 1)]
        told = [x.label.number if x.label is not None and x.label.kind in COUNTING else 0 for _, x in below]
        if len(asked) < SEVERAL or told != numbers or any(is_room(x.text) or asks(x.text) for _, x in below):
            return []
        if any(self._answers_one(x) for x in part.lines[begin:at]):
            return []
        after = part.lines[at + 1 + len(asked)] if at + 1 + len(asked) < len(part.lines) else None
        options = after is not None and is_option(after, 1)
        asking = sum(is_open(x.text) or self.words.ask_verb.match(x.text) is not None for x in asked)
        if (
            options
            or self._asks_for(asked[-1], len(asked))
            or (part.role not in EXERCISES and not reaches(asking, len(asked), HALF))
        ):
            return []
        return [(n, number) for (n, _), number in zip(below, numbers, strict=True)]

    def _answers_one(self, line: Line) -> bool:
        """Whether a line says the answer to the question above it, or that it follows: each question has its own."""
        found = self.words.answer.match(line.text) if line.label is None else None
        return self._only_says_answer(line) or (found is not None and not is_room(line.text[found.end() :]))

    def _asks_for(self, line: Line, count: int) -> bool:
        """Whether a question asks for so many things: `Name three kinds of shops.`"""
        said = folded(line.text).split()
        return any(self.words.numerals.get(w) == count or w == str(count) for w in said)

    def _only_says_answer(self, line: Line) -> bool:
        plain = line.paragraph is not None and line.label is None and 0 < line.words <= ENOUGH
        return plain and self.words.only_says_answer(line.text)

    def without_list(self, draft: Draft, part: Part) -> Draft:
        """`Kunci: 1. A, 2. B` below the last question is the key of the whole exercise, not that question's."""
        entries = listed(draft.answer) if draft.answer_source == "inline" else []
        if not entries:
            return draft
        self.groups.append(KeyGroup(part.chapter, part.titles, place(draft), entries))
        return replace(draft, answer="", answer_source="none")

    def take(self, part: Part) -> None:
        """A part below a key's heading; what cannot be read, or is no key, is reported."""
        standing = part.chapter
        if part.trail and part.trail[0].role in ("key", "back"):
            standing = None
        titles = tuple(self._title(h) for h in part.trail if h.level > 1 or h.role == "key")
        last = self.groups[-1] if self.groups else None
        after = last.entries[-1][0] if last is not None and last.titles[:1] == titles[:1] else 0
        own = self._own_entries(part.heading)
        lines = [unstruck(line) for line in (*own, *part.lines)]
        found = self._named_entry(part, standing, titles) + groups(lines, standing, titles, self.words, after)
        if titles in self.doubted or any(asks(value) for group in found for _, value in group.entries):
            self.doubted.add(titles)
            reason = "questions stand among its entries; what it holds is not shown to learners"
            self.findings.append(finding(Code.KEY_UNSURE, self._first(part), question="a key", reason=reason))
            return
        self.groups += found
        if part.lines and not found and any(line.text for line in part.lines):
            self.findings.append(
                finding(Code.DROPPED, self._first(part), what="a key", reason="its entries could not be read")
            )
        elif count := sum(line.words for line in prose(part.lines, self.words)):
            what = f"a text of {count} words among a key's entries"
            self.findings.append(finding(Code.DROPPED, self._first(part), what=what, reason="learners do not see keys"))

    def _own_entries(self, heading: Heading | None) -> list[Line]:
        """The line of a heading that is a line of a key itself, behind what it names: `Unit 1: 1C 2A 3-false`."""
        if heading is None or heading.end != heading.at + 1 or heading.role == "key":
            return []
        line = self.lines[heading.at]
        if listed(_whole(line)):
            return [line]
        if (named := self._behind_name(line)) is not None:
            return [named[1]]
        found = line.paragraph.text.find(heading.title, line.start) if line.paragraph is not None else -1
        own = part_of(line, found) if heading.number and found > 0 else None
        return [own] if own is not None and (listed(_whole(own)) or counted(_whole(own))) else []

    def _title(self, heading: Heading) -> str:
        """A heading's title without the entries of a key in its line."""
        named = self._behind_name(self.lines[heading.at]) if heading.role in EXERCISES else None
        return named[0].strip() if named is not None and heading.title.startswith(named[0].strip()) else heading.title

    def _behind_name(self, line: Line) -> tuple[str, Line] | None:
        """The name of an exercise and the entries that follow it without any sign: `II. True or false  1. T`."""
        paragraph = line.paragraph
        found = _COUNTED.search(paragraph.text, line.start, line.end) if paragraph is not None else None
        if paragraph is None or found is None:
            return None
        name = paragraph.text[line.start : found.start()]
        # Words for exercises themselves are counted: `Latihan 2. Isian singkat`.
        named = self.words.question_type(name) not in ("", "task")
        return (name, part_of(line, found.end())) if named else None

    def _named_entry(self, part: Part, standing: int | None, titles: tuple[str, ...]) -> list[KeyGroup]:
        """`Task 3: income` in a key looks like a titled exercise and is the answer of that one question."""
        heading = part.heading
        if part.lines and names_exercise(part.lines[0], self.words) is None:
            return []
        if heading is None or len(heading.number.split()) < SEVERAL or heading.role not in EXERCISES:
            return []
        paragraph = self.lines[heading.at].paragraph
        where = paragraph.where if paragraph is not None else NOWHERE
        return [KeyGroup(standing, (*titles[:-1], heading.number), where, [(1, heading.title)])]

    @staticmethod
    def _first(part: Part) -> Where:
        places = (line.paragraph.where for line in part.lines if line.paragraph is not None)
        return next(places, NOWHERE)


def _whole(line: Line) -> str:
    """A line with its typed label."""
    return f"{line.label.text} {line.text}" if line.label is not None and not line.label.auto else line.text
