"""A part's heading and blocks, with its questions in their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from .. import module as mod
from ..questions import Question
from ..report import Code, finding
from ..source import NOWHERE, Where
from .build import Answer, Builder, place
from .convert import Converter
from .draft import Draft
from .heading import Heading
from .heading_text import heading_text
from .lines import Line
from .links import Places
from .objective_parts import chapter_name, runs_in
from .parts import Part
from .state import Piece, Slot, State
from .words import EXERCISES, Words


class Filler:
    """Fills the parts of one document; what it is unsure of goes into the state."""

    def __init__(self, lines: Sequence[Line], words: Words, ids: mod.Ids, state: State) -> None:
        self.lines = lines
        self.words = words
        self.ids = ids
        self.state = state
        self.places = Places()
        self.convert = Converter(words, ids, self.places)
        self.build = Builder(words, ids, self.convert)
        self.for_trainers = False

    def where(self, at: int) -> Where:
        """Where a line stands."""
        paragraph = self.lines[at].paragraph
        return paragraph.where if paragraph is not None else NOWHERE

    def text(self, heading: Heading) -> str:
        """A heading's title as Markdown, its label left out unless it has nothing else."""
        title = heading.title or (heading.number if heading.level == 1 else "")
        return heading_text(self.lines[heading.at : heading.end], title)

    def blocks(self, part: Part, pieces: list[Piece], answers: Mapping[int, Answer]) -> Iterator[mod.Block]:
        """A part's heading and what it holds; nothing for the book's key."""
        if part.role == "key" and (part.heading is None or part.heading.level == 1):
            return
        has_questions = any(isinstance(p, Slot) for p in pieces)
        heading = part.heading
        led = any(isinstance(p, mod.Objectives) for p in pieces)
        if heading is not None and heading.level > 1 and not (led and runs_in(self.lines, heading)):
            exercise = part.role if part.role in EXERCISES and (has_questions or _only_begins(part)) else None
            yield self._heading(part, exercise)
        for piece in pieces:
            if isinstance(piece, Slot):
                yield self._question(piece.draft, answers.get(piece.draft))
            elif isinstance(piece, mod.Objectives | mod.Glossary):
                yield piece
            else:
                yield from self.convert.blocks(piece)

    def _heading(self, part: Part, exercise: str | None) -> mod.Heading:
        heading = part.heading
        assert heading is not None
        # A key's headings stay, for people who look for it; learners see neither them nor the key.
        named = heading.role if heading.role in ("objectives", "summary") else self.words.meaning(heading.title)
        named = "" if named == "trainer" and self.for_trainers else named
        meaning = "key" if part.role == "key" else named
        name = self.ids.make("h", chapter_name(part), heading.title)
        self.places.put(self.where(heading.at), name)
        return mod.Heading(
            text=self.text(heading), level=heading.level, number=heading.number, meaning=meaning,
            exercise=exercise, id=name,  # type: ignore[arg-type]
            source=str(self.where(heading.at)),
        )  # fmt: skip

    def _question(self, number: int, answer: Answer | None) -> Question:
        state = self.state
        draft = state.drafts[number]
        question = self.build.question(draft, state.kinds[number], answer, state.chapters[number])
        self.places.put(place(draft), question.id)
        if question.scorable and not question.has_key:
            self._tell(number, question.number, answer)
        return question

    def _tell(self, number: int, printed: str, answer: Answer | None) -> None:
        """Say why a question will not be scored."""
        state = self.state
        draft = state.drafts[number]
        where = replace(place(draft), trail=state.trails[number])
        name = f"question {printed}" if printed else f"the question “{draft_words(draft)}”"
        if number in state.doubts:
            state.findings.append(finding(Code.KEY_UNSURE, where, question=name, reason=state.doubts[number]))
        elif answer is not None:
            reason = f"its key says “{answer.values[0][1][:40]}”, which fits none of its options"
            state.findings.append(finding(Code.KEY_UNSURE, where, question=name, reason=reason))
        else:
            state.missing.append((state.trails[number], where, name.removeprefix("question ")))


def _only_begins(part: Part) -> bool:
    """Whether an exercise begins at a heading with an instruction at most: a story comes before its questions."""
    return part.begins and sum(line.words for line in part.lines) < 60


def draft_words(draft: Draft) -> str:
    """The first words of a question."""
    return " ".join(" ".join(line.text for line in draft.stem).split()[:6])
