"""A part's heading and blocks, with its questions in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ... import module as mod
from ...questions import Question
from ...report import Code, Finding, finding
from ...source import NOWHERE, Where
from ..blocks.convert import Converter
from ..blocks.heading_text import heading_text
from ..blocks.links import Places
from ..exercises.draft import Answer, Asked, Draft, Piece, Slot, place
from ..keys.answering import Answered
from ..keys.missing import Missing
from ..lines.line import Line
from ..objectives.parts import chapter_name, runs_in
from ..outline.heading import Heading
from ..outline.parts import Part
from ..words.words import EXERCISES, Words
from .questions import Builder

SHORT = 60
"""Words of what leads to an exercise; more is a text of its own."""


class Filler:
    """Fills the parts of one document; what it is unsure of stands in `findings` and `missing`."""

    def __init__(self, lines: Sequence[Line], words: Words, ids: mod.Ids, for_trainers: bool) -> None:
        self.lines = lines
        self.words = words
        self.ids = ids
        self.findings: list[Finding] = []
        self.missing: list[Missing] = []
        """Questions without a key: the exercise's headings, place and name."""
        self.places = Places()
        self.convert = Converter(words, ids, self.places)
        self.convert.for_trainers = self.for_trainers = for_trainers
        self.build = Builder(words, ids, self.convert)

    def where(self, at: int) -> Where:
        """Where a line stands."""
        paragraph = self.lines[at].paragraph
        return paragraph.where if paragraph is not None else NOWHERE

    def text(self, heading: Heading) -> str:
        """A heading's title as Markdown, its label left out unless it has nothing else."""
        title = heading.title or (heading.number if heading.level == 1 else "")
        return heading_text(self.lines[heading.at : heading.end], title)

    def blocks(
        self, part: Part, pieces: Sequence[Piece], asked: Sequence[Asked], answered: Answered
    ) -> Iterator[mod.Block]:
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
                yield self._question(piece.draft, asked[piece.draft], answered)
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

    def _question(self, n: int, asked: Asked, answered: Answered) -> Question:
        question = self.build.question(asked.draft, answered.kinds[n], answered.answers.get(n), asked.chapter)
        self.places.put(place(asked.draft), question.id)
        if question.scorable and not question.has_key:
            self._tell(asked, question.number, answered.answers.get(n), answered.doubts.get(n, ""))
        return question

    def _tell(self, asked: Asked, printed: str, answer: Answer | None, doubt: str) -> None:
        """Say why a question will not be scored."""
        where = replace(place(asked.draft), trail=asked.trail)
        name = f"question {printed}" if printed else f"the question “{draft_words(asked.draft)}”"
        if doubt:
            self.findings.append(finding(Code.KEY_UNSURE, where, question=name, reason=doubt))
        elif answer is not None:
            reason = f"its key says “{answer.values[0][1][:40]}”, which fits none of its options"
            self.findings.append(finding(Code.KEY_UNSURE, where, question=name, reason=reason))
        else:
            self.missing.append((asked.trail, where, name.removeprefix("question ")))


def _only_begins(part: Part) -> bool:
    """Whether an exercise begins at a heading with an instruction at most: a story comes before its questions."""
    return part.begins and sum(line.words for line in part.lines) < SHORT


def draft_words(draft: Draft) -> str:
    """The first words of a question."""
    return " ".join(" ".join(line.text for line in draft.stem).split()[:6])
