"""What each part of a document holds, in order: lines, questions, objectives, terms. Keys are put aside."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from .. import module as mod
from ..report import Code, finding
from ..source import NOWHERE, Where
from . import objectives
from .activities import as_task
from .boxes import terms
from .build import place
from .draft import Draft
from .exercises import exercises, find
from .heading import Heading
from .inline_text import KEEP_PLAIN, text_of
from .key_entries import key_run
from .key_runs import listed
from .keys import KeyGroup, groups, names_exercise, prose
from .kinds import kind_of
from .lines import Line
from .lone_exercises import lone
from .objective_tables import listed_in
from .options import is_option
from .parts import Part
from .state import Piece, Slot, State
from .sub_exercises import split
from .words import EXERCISES, Words


class Gatherer:
    """Takes the parts of one document in order; questions and keys go into the state."""

    def __init__(self, lines: Sequence[Line], words: Words, ids: mod.Ids, state: State) -> None:
        self.lines = lines
        self.words = words
        self.ids = ids
        self.state = state

    def part(self, part: Part) -> list[Piece]:
        """What a part holds, in order."""
        if part.role == "key":
            self._key(part)
            return []
        if glossary := self._glossary(part):
            return [glossary]
        if part.role == "objectives":
            found = self._objectives(part)
            made = found.objectives
            if made and not made.lead and part.heading is not None and runs_in(self.lines, part.heading):
                made = replace(made, lead=part.heading.title)
            middle = [made] if made else []
            return [found.before, *middle, found.after]
        if part.role not in EXERCISES:
            at = objectives.announced(part.lines, self.words)
            if at is None and (table := self._objectives_table(part)):
                return table
            if at is not None:
                found = objectives.parse(part.lines[at:], self.words, self.ids, chapter_name(part))
                if found.objectives:
                    return [part.lines[:at], found.before, found.objectives, found.after]
        return self._exercise(part)

    def _glossary(self, part: Part) -> mod.Glossary | None:
        """The part as terms and meanings, if it is called a glossary and is nothing else."""
        if part.heading is None or self.words.meaning(part.heading.title) != "glossary":
            return None
        found = [(text_of(a.inlines, KEEP_PLAIN).strip(), text_of(b.inlines)) for a, b in terms(part.lines)]
        made = tuple(mod.Term(term=t, meaning=m, id=self.ids.make("t", t)) for t, m in found)
        return mod.Glossary(terms=made, id=self.ids.make("g", *(t for t, _ in found))) if made else None

    def _objectives_table(self, part: Part) -> list[Piece]:
        """The part cut at a table that is nothing but its objectives; [] if it has none."""
        for at, line in enumerate(part.lines):
            if line.table is not None and (inside := listed_in(line.table, self.words)):
                found = objectives.parse(inside, self.words, self.ids, chapter_name(part))
                if found.objectives and not found.before and not found.after:
                    after = replace(part, lines=part.lines[at + 1 :])
                    return [part.lines[:at], found.objectives, *self.part(after)]
        return []

    def _objectives(self, part: Part) -> objectives.Found:
        """A label in front of its own sentence announces that sentence, or the list that it announces."""
        lines = part.lines
        end = len(lines)
        if (
            lines
            and part.heading is not None
            and runs_in(self.lines, part.heading)
            and not lines[0].text.endswith((":", "："))
        ):
            end = next((at for at, line in enumerate(lines) if at and line.label is None), end) if lines[0].label else 1
        found = objectives.parse(lines[:end], self.words, self.ids, chapter_name(part))
        return replace(found, after=(*found.after, *lines[end:]))

    def _exercise(self, part: Part) -> list[Piece]:
        part = self._without_key_runs(part)
        alone = lone(part, self.words)
        cut = alone if len(alone) > 1 else split(part, self.words)
        return [piece for own in cut for piece in self._questions(own)]

    def _questions(self, part: Part) -> list[Piece]:
        found = find(part, self.words, strict=part.role not in EXERCISES or _is_step(part))
        if part.heading is not None:
            found = as_task(part, self.lines[part.heading.at], found, self.words)
        state = self.state
        first = len(state.drafts)
        drafts = tuple(self._without_key_list(d, part) for d in found.drafts)
        kinds = [kind_of(d, found.hint, self.words) for d in drafts]
        state.drafts += drafts
        state.kinds += kinds
        state.hints += [found.hint] * len(drafts)
        state.trails += [tuple(h.title for h in part.trail)] * len(drafts)
        state.chapters += [chapter_name(part)] * len(drafts)
        state.exercises += exercises(part, found.hint, kinds, drafts, first)
        numbers = iter(range(first, first + len(drafts)))
        return [Slot(next(numbers)) if isinstance(p, Draft) else p for p in found.pieces]

    def _without_key_runs(self, part: Part) -> Part:
        """A part without lines that are nothing but a run of key entries: whoever typed them, they are no text."""
        lines = [(at, line) for at, line in enumerate(part.lines) if not is_option(line)]
        runs = {at: found for at, line in lines if (found := key_run(_whole(line), self.words))}
        for at, found in runs.items():
            paragraph = part.lines[at].paragraph
            where = paragraph.where if paragraph is not None else NOWHERE
            self.state.groups.append(KeyGroup(part.chapter, part.titles, where, found))
        return replace(part, lines=tuple(x for at, x in enumerate(part.lines) if at not in runs)) if runs else part

    def _without_key_list(self, draft: Draft, part: Part) -> Draft:
        """`Kunci: 1. A, 2. B` below the last question is the key of the whole exercise, not that question's."""
        entries = listed(draft.answer) if draft.answer_source == "inline" else []
        if not entries:
            return draft
        self.state.groups.append(KeyGroup(part.chapter, part.titles, place(draft), entries))
        return replace(draft, answer="", answer_source="none")

    def _key(self, part: Part) -> None:
        standing = part.chapter
        if part.trail and part.trail[0].role in ("key", "back"):
            standing = None
        titles = tuple(h.title for h in part.trail if h.level > 1 or h.role == "key")
        found = self._named_entry(part, standing, titles) + groups(part.lines, standing, titles, self.words)
        self.state.groups += found
        if part.lines and not found and any(line.text for line in part.lines):
            self.state.findings.append(
                finding(Code.DROPPED, self._first(part), what="a key", reason="its entries could not be read")
            )
        elif count := sum(line.words for line in prose(part.lines, self.words)):
            what = f"a text of {count} words among a key's entries"
            self.state.findings.append(
                finding(Code.DROPPED, self._first(part), what=what, reason="learners do not see keys")
            )

    def _named_entry(self, part: Part, standing: int | None, titles: tuple[str, ...]) -> list[KeyGroup]:
        """`Task 3: income` in a key looks like a titled exercise and is the answer of that one question."""
        heading = part.heading
        if part.lines and names_exercise(part.lines[0], self.words) is None:
            return []
        if heading is None or len(heading.number.split()) < 2 or heading.role not in EXERCISES:
            return []
        paragraph = self.lines[heading.at].paragraph
        where = paragraph.where if paragraph is not None else NOWHERE
        return [KeyGroup(standing, (*titles[:-1], heading.number), where, [(1, heading.title)])]

    @staticmethod
    def _first(part: Part) -> Where:
        places = (line.paragraph.where for line in part.lines if line.paragraph is not None)
        return next(places, NOWHERE)


def chapter_name(part: Part) -> str:
    """The label and title of a part's chapter."""
    return f"{part.trail[0].number} {part.trail[0].title}" if part.trail else ""


def runs_in(lines: Sequence[Line], heading: Heading) -> bool:
    """Whether a heading is a label in front of its own text: then it leads that, and heads nothing."""
    line = lines[heading.at]
    paragraph = line.paragraph
    return paragraph is not None and heading.end == heading.at + 1 and line.end < len(paragraph.text.rstrip())


def _whole(line: Line) -> str:
    """A line with its typed label."""
    return f"{line.label.text} {line.text}" if line.label is not None and not line.label.auto else line.text


def _is_step(part: Part) -> bool:
    """A numbered heading below an exercise's that names no exercise itself: a step of guided practice."""
    heading = part.heading
    return (
        heading is not None and not part.begins and not heading.role and not part.hint
        and heading.number.strip("().").isdecimal()
    )  # fmt: skip
