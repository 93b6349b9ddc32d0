"""From Document to Module: the passes in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from msgspec.structs import replace

from .. import inline as md
from .. import module as mod
from ..document import Document
from ..questions import Question
from ..report import Code, Finding, finding
from ..source import NOWHERE, Where
from . import links
from .answering import answers_of
from .boxes import unframed
from .build import Answer, Builder, place
from .convert import Converter
from .detection import languages_of, weights
from .draft import Draft
from .gather import Gatherer, chapter_name, runs_in
from .inline_text import text_of
from .lines import line_of
from .missing import missing_keys
from .outline import outline
from .parts import Part, parts
from .run_in import split
from .state import Found, Piece, Slot, State
from .why import Reason, reasons
from .word_lists import words_for
from .words import EXERCISES


def recognise(document: Document, language: str = "") -> tuple[mod.Module, tuple[Finding, ...]]:
    """The module a document holds, and what the tool was unsure of. `language` overrides detection."""
    return _Recogniser(document, language).run()


def explained(document: Document, language: str = "") -> tuple[mod.Module, tuple[Finding, ...], tuple[Reason, ...]]:
    """What `recognise` gives, and why."""
    recogniser = _Recogniser(document, language)
    module, findings = recogniser.run()
    return module, findings, recogniser.why()


class _Recogniser:
    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.lines = [line_of(b) for b in document.blocks]
        self.sample = " ".join(line.text for line in unframed(self.lines))
        found = languages_of(self.sample, document.language)
        languages = tuple(dict.fromkeys([language.split("-")[0], *found])) if language else found
        self.language = language or found[0]
        self.words = words_for(languages)
        self.lines = list(split(list(unframed(self.lines, self.words)), self.words))
        self.ids = mod.Ids()
        self.places = links.Places()
        self.convert = Converter(self.words, self.ids, self.places)
        self.build = Builder(self.words, self.ids, self.convert)
        self.state = State()
        self.for_trainers = False

    def run(self) -> tuple[mod.Module, tuple[Finding, ...]]:
        """All passes."""
        plan = self.plan = outline(self.lines, self.words, self.document.title)
        title = plan.title or PurePath(self.document.file).stem
        # In a trainer's guide all is for trainers: nothing in it is kept from the readers it is made for.
        self.for_trainers = self.words.is_for_trainers(title)
        self.convert.for_trainers = self.for_trainers
        whole = "test" if self.words.role(plan.only or title) == "test" else ""
        gather = Gatherer(self.lines, self.words, self.ids, self.state)
        found = [(part, gather.part(part)) for part in parts(self.lines, plan, self.words, whole)]
        answers = self.answers = answers_of(self.state, self.words)
        opening: list[mod.Block] = []
        front = 0
        chapters: list[mod.Chapter] = []
        for part, pieces in found:
            blocks = list(self._filled(part, pieces, answers))
            if part.heading is not None and part.heading.level == 1:
                chapters.append(self._chapter(part, tuple(blocks), found))
            elif chapters:
                chapters[-1] = replace(chapters[-1], content=(*chapters[-1].content, *blocks))
            else:
                opening += blocks
                front = front or len(opening)
        if not chapters:
            chapters = [self._whole(plan.only or title, opening[front if plan.cover else 0 :], whole)]
            opening = opening[: front if plan.cover else 0]
        module = self._module(title, opening, chapters)
        if links.are_in(self.document):
            module = links.led(module, self.places.targets(self.document.blocks))
        self.state.findings += missing_keys(self.state.missing)
        if count := sum(_for_trainers(b) for c in module.chapters for b in mod.walk(c.content)):
            self.state.findings.append(finding(Code.FOR_TRAINERS, count=count))
        return module, tuple(self.state.findings)

    def why(self) -> tuple[Reason, ...]:
        """The decisions of `run`, with their evidence."""
        weighed = weights(self.sample)
        return tuple(reasons(self.lines, self.language, weighed, self.plan, self.state, self.answers))

    def _whole(self, title: str, blocks: list[mod.Block], role: str) -> mod.Chapter:
        """The one chapter of a document without any."""
        self.state.findings.append(finding(Code.NO_CHAPTERS))
        exercise: mod.Exercise | None = "test" if role and self.state.drafts else None
        return mod.Chapter(title=title, exercise=exercise, content=tuple(blocks), id=self.ids.make("c", title))

    def _module(self, title: str, opening: list[mod.Block], chapters: list[mod.Chapter]) -> mod.Module:
        cover = next((b.file for b in opening if isinstance(b, mod.Figure)), "")
        return mod.Module(
            title=title,
            id=self.ids.make("m", title),
            language=self.language,
            source=self.document.file,
            cover=cover,
            opening=tuple(b for b in opening if not (isinstance(b, mod.Figure) and b.file == cover)),
            chapters=tuple(chapters),
            notes=tuple(self._notes()),
        )

    def _notes(self) -> Iterator[tuple[str, str]]:
        for key, blocks in self.document.notes.items():
            lines = [line_of(b) for b in blocks]
            text = "\n".join(text_of(line.inlines) for line in lines if line.paragraph is not None)
            if text:
                yield key, text

    def _chapter(self, part: Part, content: tuple[mod.Block, ...], found: Sequence[Found]) -> mod.Chapter:
        heading = part.heading
        assert heading is not None
        role: mod.Role = "body"
        if heading.role == "front":
            role = "front"
        elif heading.role in ("back", "key"):
            role = "back"
        name = self.ids.make("c", heading.number, heading.title)
        self.places.put(self._where(heading.at), name)
        asks = any(isinstance(x, Slot) for p, pieces in found if p.chapter == part.chapter for x in pieces)
        return mod.Chapter(
            title=md.write([md.Run(heading.title or heading.number)]), role=role,
            number=heading.number if heading.title else "",
            exercise=part.role if asks and part.role in EXERCISES else None,  # type: ignore[arg-type]
            content=content, id=name, source=str(self._where(heading.at)),
        )  # fmt: skip

    def _where(self, at: int) -> Where:
        paragraph = self.lines[at].paragraph
        return paragraph.where if paragraph is not None else NOWHERE

    def _filled(self, part: Part, pieces: list[Piece], answers: Mapping[int, Answer]) -> Iterator[mod.Block]:
        """A part's heading and blocks, its questions in their places."""
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
        self.places.put(self._where(heading.at), name)
        return mod.Heading(
            text=md.write([md.Run(heading.title)]), level=heading.level, number=heading.number, meaning=meaning,
            exercise=exercise, id=name,  # type: ignore[arg-type]
            source=str(self._where(heading.at)),
        )  # fmt: skip

    def _question(self, number: int, answer: Answer | None) -> Question:
        state = self.state
        draft = state.drafts[number]
        question = self.build.question(draft, state.kinds[number], answer, state.chapters[number])
        self.places.put(place(draft), question.id)
        if question.scorable and not question.has_key:
            where = replace(place(draft), trail=state.trails[number])
            name = f"question {question.number}" if question.number else f"the question “{draft_words(draft)}”"
            if number in state.doubts:
                state.findings.append(finding(Code.KEY_UNSURE, where, question=name, reason=state.doubts[number]))
            elif answer is not None:
                reason = f"its key says “{answer.values[0][1][:40]}”, which fits none of its options"
                state.findings.append(finding(Code.KEY_UNSURE, where, question=name, reason=reason))
            else:
                state.missing.append((state.trails[number], where, name.removeprefix("question ")))
        return question


def _for_trainers(block: mod.Block) -> bool:
    kind = block.kind if isinstance(block, mod.Note) else block.meaning if isinstance(block, mod.Heading) else ""
    return kind == "trainer"


def _only_begins(part: Part) -> bool:
    """Whether an exercise begins at a heading with an instruction at most: a story comes before its questions."""
    return part.begins and sum(line.words for line in part.lines) < 60


def draft_words(draft: Draft) -> str:
    """The first words of a question."""
    return " ".join(" ".join(line.text for line in draft.stem).split()[:6])
