"""What each part of a document holds, in order: lines, questions, objectives, terms. Keys are put aside."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from .. import module as mod
from . import objectives
from .activities import as_task
from .boxes import terms
from .draft import Draft
from .exercises import exercises, find
from .heading import Heading
from .inline_text import KEEP_PLAIN, text_of
from .key_parts import KeyParts
from .kinds import kind_of
from .lines import Line
from .lone_exercises import lone
from .objective_tables import taken, whole
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
        self.keys = KeyParts(lines, words, state)

    def part(self, part: Part) -> list[Piece]:
        """What a part holds, in order."""
        if part.role == "key":
            self.keys.take(part)
            return []
        if glossary := self._glossary(part):
            return [glossary]
        if part.role == "objectives":
            found = self._objectives(part)
            made = found.objectives if self._are_announced(part, found) else None
            if found.objectives and not made:
                return self.part(replace(part, role=""))  # `Tujuan Normalisasi` heads a text on that
            if made is None and (table := self._objectives_table(part)):
                return table
            if made and not made.lead and part.heading is not None and runs_in(self.lines, part.heading):
                made = replace(made, lead=part.heading.title)
            middle = [made] if made else []
            if not made or not found.after:
                return [found.before, *middle, found.after]
            # Further objectives may be announced in the text below.
            return [found.before, *middle, *self.part(replace(part, lines=found.after, role=""))]
        at = objectives.announced(part.lines, self.words) if part.role not in EXERCISES else None
        if at is None and (table := self._objectives_table(part)):
            return table
        if at is not None:
            found = objectives.parse(part.lines[at:], self.words, self.ids, chapter_name(part))
            if found.objectives:
                return [part.lines[:at], found.before, found.objectives, found.after]
        return self._exercise(part)

    def _are_announced(self, part: Part, found: objectives.Found) -> bool:
        """Whether objectives stand below a heading: it says nothing else, or they are led to or listed."""
        title = part.heading.title if part.heading is not None else ""
        if self.words.role(title, extra=0) == "objectives" or self.words.only_names(title, 1) or not part.lines:
            return True
        listed = any(line.label is not None for line in part.lines[:3])
        led = any(self.words.lead.search(line.text) for line in part.lines[:2])
        return listed or led or (found.objectives is not None and bool(found.objectives.lead))

    def _glossary(self, part: Part) -> mod.Glossary | None:
        """The part as terms and meanings, if it is called a glossary and is nothing else."""
        if part.heading is None or self.words.meaning(part.heading.title) != "glossary":
            return None
        found = [(text_of(a.inlines, KEEP_PLAIN).strip(), text_of(b.inlines)) for a, b in terms(part.lines)]
        made = tuple(mod.Term(term=t, meaning=m, id=self.ids.make("t", t)) for t, m in found)
        return mod.Glossary(terms=made, id=self.ids.make("g", *(t for t, _ in found))) if made else None

    def _objectives_table(self, part: Part) -> list[Piece]:
        """The part cut at a table that holds objectives, which leave it; [] if it has none."""
        for at, line in enumerate(part.lines):
            left, inside = taken(line.table, self.words) if line.table is not None else (None, [])
            if not inside and line.table is not None and part.role == "objectives":
                left, inside = None, whole(line.table)
            found = objectives.parse(inside, self.words, self.ids, chapter_name(part)) if inside else None
            if found is not None and found.objectives and not found.after:
                kept = (replace(line, block=left),) if left is not None else ()
                after = replace(
                    part, lines=(*kept, *part.lines[at + 1 :]), role=part.role if part.role in EXERCISES else ""
                )
                return [part.lines[:at], found.before, found.objectives, *self.part(after)]
        return []

    def _objectives(self, part: Part) -> objectives.Found:
        """A label in front of its own sentence announces that sentence, or the list that it announces."""
        lines = part.lines
        end = len(lines)
        if lines and part.heading is not None and runs_in(self.lines, part.heading) and not _leads(lines):
            end = next((at for at, line in enumerate(lines) if at and line.label is None), end) if lines[0].label else 1
        found = objectives.parse(lines[:end], self.words, self.ids, chapter_name(part))
        return replace(found, after=(*found.after, *lines[end:]))

    def _exercise(self, part: Part) -> list[Piece]:
        part = self.keys.without_runs(part)
        alone = lone(part, self.words)
        cut = alone if len(alone) > 1 else split(part, self.words)
        return [piece for own in cut for piece in self._questions(own)]

    def _questions(self, part: Part) -> list[Piece]:
        found = find(part, self.words, strict=part.role not in EXERCISES or _is_step(part, self.words))
        if part.heading is not None:
            found = as_task(part, self.lines[part.heading.at], found, self.words)
        state = self.state
        first = len(state.drafts)
        drafts = tuple(self.keys.without_list(d, part) for d in found.drafts)
        kinds = [kind_of(d, found.hint, self.words) for d in drafts]
        state.drafts += drafts
        state.kinds += kinds
        state.hints += [found.hint] * len(drafts)
        state.trails += [tuple(h.title for h in part.trail)] * len(drafts)
        state.chapters += [chapter_name(part)] * len(drafts)
        state.exercises += exercises(part, found.hint, kinds, drafts, first)
        numbers = iter(range(first, first + len(drafts)))
        return [Slot(next(numbers)) if isinstance(p, Draft) else p for p in found.pieces]


def _leads(lines: Sequence[Line]) -> bool:
    """Whether the first line leads to the list behind it: by its colon, or as a sentence that is left open."""
    text = lines[0].text
    listed = len(lines) > 1 and lines[0].label is None and lines[1].label is not None
    return text.endswith((":", "：")) or (listed and not text.endswith((".", "。", ";", ",")))


def chapter_name(part: Part) -> str:
    """The label and title of a part's chapter."""
    return f"{part.trail[0].number} {part.trail[0].title}" if part.trail else ""


def runs_in(lines: Sequence[Line], heading: Heading) -> bool:
    """Whether a heading is a label in front of its own text: then it leads that, and heads nothing."""
    line = lines[heading.at]
    paragraph = line.paragraph
    return paragraph is not None and heading.end == heading.at + 1 and line.end < len(paragraph.text.rstrip())


def _is_step(part: Part, words: Words) -> bool:
    """A heading below an exercise's that names no exercise itself but is numbered, or says `Steps`: guided practice."""
    heading = part.heading
    if heading is None or part.begins or heading.role:
        return False
    numbered = not part.hint and heading.number.strip("().").isdecimal()
    return numbered or words.steps.match(heading.title) is not None
