"""What each part of a document holds, in order: lines, questions, objectives, terms. Keys are put aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from .. import module as mod
from .blocks.inline_text import KEEP_PLAIN, text_of
from .exercises.cuts.activities import as_task
from .exercises.cuts.asked_steps import asked, asking_steps
from .exercises.cuts.by_series import by_series
from .exercises.cuts.labelled_tasks import labelled, telling
from .exercises.cuts.lone_exercises import lone
from .exercises.cuts.lone_tasks import as_one
from .exercises.cuts.siblings import vouched
from .exercises.cuts.sub_exercises import split
from .exercises.draft import Asked, Draft, Exercise, Piece, Slot
from .exercises.exercises import exercises, find
from .exercises.kinds import kinds_of
from .keys.parts import KeyParts
from .lines.boxes import terms
from .lines.line import Line, unlabelled
from .lines.lone_labels import with_lone_labels
from .objectives.parts import ObjectiveParts, chapter_name
from .outline.parts import Part
from .reading import Gathered
from .words.words import EXERCISES, Words

NAME = 4
"""Words of a title that names an example."""


class Gatherer:
    """Takes the parts of one document in order; what it asks and what its keys say is put aside."""

    def __init__(self, lines: Sequence[Line], words: Words, ids: mod.Ids) -> None:
        self.lines = lines
        self.words = words
        self.ids = ids
        self.asked: list[Asked] = []
        self.exercises: list[Exercise] = []
        self.keys = KeyParts(lines, words)
        self.telling = telling(lines, words)
        self.asking_steps = asking_steps(lines)
        self.objectives = ObjectiveParts(lines, words, ids)

    def all(self, parts: Iterable[Part]) -> Gathered:
        """What all parts hold."""
        found = tuple((part, tuple(self.part(part))) for part in vouched(tuple(parts), self.words))
        keys = self.keys
        return Gathered(found, tuple(self.asked), tuple(self.exercises), tuple(keys.groups), tuple(keys.findings))

    def part(self, part: Part) -> list[Piece]:
        """What a part holds, in order."""
        part = replace(part, lines=with_lone_labels(part.lines))
        if part.role == "key":
            self.keys.take(part)
            return []
        if glossary := self._glossary(part):
            return [glossary]
        if taken := self.objectives.take(part):
            return [*taken.pieces, *(self.part(taken.rest) if taken.rest.lines else ())]
        if part.role == "objectives":
            return self.part(replace(part, role=""))
        return self._exercise(part)

    def _glossary(self, part: Part) -> mod.Glossary | None:
        """The part as terms and meanings, if it is called a glossary and is nothing else."""
        if part.heading is None or self.words.meaning(part.heading.title) != "glossary":
            return None
        found = [(text_of(a.inlines, KEEP_PLAIN).strip(), text_of(b.inlines)) for a, b in terms(part.lines)]
        made = tuple(mod.Term(term=t, meaning=m, id=self.ids.make("t", t)) for t, m in found)
        return mod.Glossary(terms=made, id=self.ids.make("g", *(t for t, _ in found))) if made else None

    def _exercise(self, part: Part) -> list[Piece]:
        part = self.keys.without_answers(self.keys.without_tail(self.keys.without_runs(part)))
        if part.role not in EXERCISES and part.heading is not None and self._is_example(part.heading.title):
            return [part.lines]
        alone = lone(part, self.words)
        cut = (
            alone
            if alone != [part]
            else [
                own
                for piece in split(part, self.words)
                for run in by_series(piece, self.words)
                for step in (asked(run) if self.asking_steps else [run])
                for own in labelled(step, self.words, self.telling)
            ]
        )
        return [piece for own in cut for piece in self._questions(own)]

    def _questions(self, part: Part) -> list[Piece]:
        found = find(part, self.words, strict=part.role not in EXERCISES or _is_step(part, self.words))
        if part.heading is not None:
            found = as_one(part, as_task(part, self.lines[part.heading.at], found, self.words), self.words)
        first = len(self.asked)
        drafts = tuple(self._with_title(self.keys.without_list(d, part), part) for d in found.drafts)
        kinds = kinds_of(drafts, found.hint, self.words)
        trail = tuple(h.title or h.number for h in part.trail)
        name = chapter_name(part)
        self.asked += [Asked(d, kind, found.hint, trail, name) for d, kind in zip(drafts, kinds, strict=True)]
        self.exercises += exercises(part, found.hint, kinds, drafts, first)
        numbers = iter(range(first, first + len(drafts)))
        return [Slot(next(numbers)) if isinstance(p, Draft) else p for p in found.pieces]

    def _is_example(self, title: str) -> bool:
        """Whether a short title names an example: what is asked there is answered there."""
        named = title.split()
        return len(named) <= NAME and any(self.words.box(word.strip(":：")) == "example" for word in named)

    def _with_title(self, draft: Draft, part: Part) -> Draft:
        """A question to match without an instruction of its own takes the title that is one: `Match the following`."""
        heading = part.heading
        if draft.stem or draft.kind != "match" or heading is None or part.hint != "match":
            return draft
        line = self.lines[heading.at]
        at = line.paragraph.text.find(heading.title, line.start) if line.paragraph is not None else -1
        return replace(draft, stem=(unlabelled(line, at, line.end),)) if at >= 0 else draft


def _is_step(part: Part, words: Words) -> bool:
    """A heading below an exercise's that names no exercise itself but is numbered, or says `Steps`: guided practice.

    What is below `Steps` is so, too, whatever the headings further down are.
    """
    heading = part.heading
    if heading is None or part.begins or heading.role:
        return False
    numbered = not part.hint and heading.number.strip("().").isdecimal()
    return numbered or any(words.steps.match(h.title) for h in part.trail if not h.role)
