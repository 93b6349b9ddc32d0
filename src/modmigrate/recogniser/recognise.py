"""From Document to Module: the passes in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from .. import inline as md
from .. import module as mod
from ..document import Document
from ..questions import Question
from ..report import Code, Finding, finding
from ..source import NOWHERE, Where
from . import links, objectives
from .boxes import terms
from .build import Answer, Builder, fits, kind_of, place
from .convert import KEEP_PLAIN, Converter, text_of
from .detection import languages_of
from .draft import Draft, Exercise
from .exercises import exercises, find
from .keys import KeyGroup, groups, listed
from .lines import Line, line_of
from .objective_tables import listed_in
from .outline import Heading, outline
from .pairing import Pairing, pair
from .parts import Part, parts
from .run_in import split
from .words import EXERCISES, words_for


@dataclass(slots=True)
class _Slot:
    """A question's place in the content, by the number of its draft."""

    draft: int


@dataclass(slots=True)
class _State:
    """What the passes have found so far."""

    drafts: list[Draft] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    trails: list[tuple[str, ...]] = field(default_factory=list)
    chapters: list[str] = field(default_factory=list)
    exercises: list[Exercise] = field(default_factory=list)
    groups: list[KeyGroup] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    doubts: dict[int, str] = field(default_factory=dict)
    """Why a question's key was not taken, by draft."""


_Piece = tuple[Line, ...] | _Slot | mod.Objectives | mod.Glossary
_Found = tuple[Part, list[_Piece]]


def recognise(document: Document, language: str = "") -> tuple[mod.Module, tuple[Finding, ...]]:
    """The module a document holds, and what the tool was unsure of. `language` overrides detection."""
    return _Recogniser(document, language).run()


class _Recogniser:
    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.lines = [line_of(b) for b in document.blocks]
        sample = " ".join(line.text for line in self.lines)
        found = languages_of(sample, document.language)
        languages = tuple(dict.fromkeys([language.split("-")[0], *found])) if language else found
        self.language = language or found[0]
        self.words = words_for(languages)
        self.lines = list(split(self.lines, self.words))
        self.ids = mod.Ids()
        self.places = links.Places()
        self.convert = Converter(self.words, self.ids, self.places)
        self.build = Builder(self.words, self.ids, self.convert)
        self.state = _State()

    def run(self) -> tuple[mod.Module, tuple[Finding, ...]]:
        """All passes."""
        plan = outline(self.lines, self.words, self.document.title)
        title = plan.title or PurePath(self.document.file).stem
        whole = "test" if self.words.role(title) == "test" else ""
        found = [(part, self._part(part)) for part in parts(self.lines, plan, self.words, whole)]
        answers = self._answers()
        opening: list[mod.Block] = []
        chapters: list[mod.Chapter] = []
        for part, pieces in found:
            blocks = list(self._filled(part, pieces, answers))
            if part.heading is not None and part.heading.level == 1:
                chapters.append(self._chapter(part, tuple(blocks), found))
            elif chapters:
                chapters[-1] = replace(chapters[-1], content=(*chapters[-1].content, *blocks))
            else:
                opening += blocks
        module = self._module(title, opening, chapters, whole)
        if links.are_in(self.document):
            module = links.led(module, self.places.targets(self.document.blocks))
        return module, tuple(self.state.findings)

    def _module(self, title: str, opening: list[mod.Block], chapters: list[mod.Chapter], whole: str) -> mod.Module:
        cover = next((b.file for b in opening if isinstance(b, mod.Figure)), "") if chapters else ""
        if not chapters:
            self.state.findings.append(finding(Code.NO_CHAPTERS))
            content = tuple(opening)
            exercise: mod.Exercise | None = "test" if whole and self.state.drafts else None
            chapters = [mod.Chapter(title=title, exercise=exercise, content=content, id=self.ids.make("c", title))]
            opening = []
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

    def _chapter(self, part: Part, content: tuple[mod.Block, ...], found: Sequence[_Found]) -> mod.Chapter:
        heading = part.heading
        assert heading is not None
        role: mod.Role = "body"
        if heading.role == "front":
            role = "front"
        elif heading.role in ("back", "key"):
            role = "back"
        name = self.ids.make("c", heading.number, heading.title)
        self.places.put(self._where(heading.at), name)
        asks = any(isinstance(x, _Slot) for p, pieces in found if p.chapter == part.chapter for x in pieces)
        return mod.Chapter(
            title=md.write([md.Run(heading.title or heading.number)]), role=role,
            number=heading.number if heading.title else "",
            exercise=part.role if asks and part.role in EXERCISES else None,  # type: ignore[arg-type]
            content=content, id=name, source=str(self._where(heading.at)),
        )  # fmt: skip

    def _where(self, at: int) -> Where:
        paragraph = self.lines[at].paragraph
        return paragraph.where if paragraph is not None else NOWHERE

    def _part(self, part: Part) -> list[_Piece]:
        """What a part holds, in order."""
        if part.role == "key":
            self._key(part)
            return []
        if glossary := self._glossary(part):
            return [glossary]
        if part.role == "objectives":
            found = self._objectives(part)
            made = found.objectives
            if made and not made.lead and part.heading is not None and self._runs_in(part.heading):
                made = replace(made, lead=part.heading.title)
            middle = [made] if made else []
            return [found.before, *middle, found.after]
        if part.role not in EXERCISES:
            at = objectives.announced(part.lines, self.words)
            if at is None and (table := self._objectives_table(part)):
                return table
            if at is not None:
                found = objectives.parse(part.lines[at:], self.words, self.ids, self._chapter_name(part))
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

    def _objectives_table(self, part: Part) -> list[_Piece]:
        """The part cut at a table that is nothing but its objectives; [] if it has none."""
        for at, line in enumerate(part.lines):
            if line.table is not None and (inside := listed_in(line.table, self.words)):
                found = objectives.parse(inside, self.words, self.ids, self._chapter_name(part))
                if found.objectives and not found.before and not found.after:
                    after = replace(part, lines=part.lines[at + 1 :])
                    return [part.lines[:at], found.objectives, *self._part(after)]
        return []

    def _objectives(self, part: Part) -> objectives.Found:
        """A label in front of its own sentence announces that sentence, or the list that it announces."""
        lines = part.lines
        end = len(lines)
        if (
            lines
            and part.heading is not None
            and self._runs_in(part.heading)
            and not lines[0].text.endswith((":", "："))
        ):
            end = next((at for at, line in enumerate(lines) if at and line.label is None), end) if lines[0].label else 1
        found = objectives.parse(lines[:end], self.words, self.ids, self._chapter_name(part))
        return replace(found, after=(*found.after, *lines[end:]))

    def _exercise(self, part: Part) -> list[_Piece]:
        part = self._without_key_runs(part)
        found = find(part, self.words, strict=part.role not in EXERCISES or _is_step(part))
        state = self.state
        first = len(state.drafts)
        drafts = tuple(self._without_key_list(d, part) for d in found.drafts)
        kinds = [kind_of(d, found.hint, self.words) for d in drafts]
        state.drafts += drafts
        state.kinds += kinds
        state.trails += [tuple(h.title for h in part.trail)] * len(drafts)
        state.chapters += [self._chapter_name(part)] * len(drafts)
        state.exercises += exercises(part, found.hint, kinds, drafts, first)
        numbers = iter(range(first, first + len(drafts)))
        return [_Slot(next(numbers)) if isinstance(p, Draft) else p for p in found.pieces]

    def _without_key_runs(self, part: Part) -> Part:
        """A part without lines that are nothing but a run of key entries: whoever typed them, they are no text."""
        runs = {at: found for at, line in enumerate(part.lines) if len(found := listed(_whole(line))) > 2}
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

    @staticmethod
    def _chapter_name(part: Part) -> str:
        return f"{part.trail[0].number} {part.trail[0].title}" if part.trail else ""

    def _key(self, part: Part) -> None:
        standing = part.chapter
        if part.trail and part.trail[0].role in ("key", "back"):
            standing = None
        titles = tuple(h.title for h in part.trail if h.level > 1 or h.role == "key")
        found = groups(part.lines, standing, titles, self.words)
        self.state.groups += found
        if part.lines and not found and any(line.text for line in part.lines):
            self.state.findings.append(
                finding(Code.DROPPED, self._first(part), what="a key", reason="its entries could not be read")
            )

    @staticmethod
    def _first(part: Part) -> Where:
        places = (line.paragraph.where for line in part.lines if line.paragraph is not None)
        return next(places, NOWHERE)

    def _answers(self) -> Mapping[int, Answer]:
        """Answers by draft: those beside the question, then those of the key groups."""
        state = self.state
        out = {n: Answer(((0, d.answer),), d.answer_source) for n, d in enumerate(state.drafts) if d.answer}

        def suits(e: Exercise, at: int, value: str) -> bool:
            n = _draft_at(e, at, state.kinds)
            return fits(state.drafts[n], state.kinds[n], value, self.words)

        paired = pair(state.exercises, state.groups, self.words, suits)
        values: dict[int, list[tuple[int, str]]] = {}
        for found in paired.pairs:
            for at, value in found.values:
                n = _draft_at(found.exercise, at, state.kinds)
                values.setdefault(n, []).append((at if state.kinds[n] == "match" else 0, value))
        out |= {n: Answer(tuple(v), "key") for n, v in values.items() if n not in out}
        self._report(paired)
        for e, at in paired.contradicted:
            n = _draft_at(e, at, state.kinds)
            out.pop(n, None)
            state.doubts[n] = "the document gives different keys for it"
        return out

    def _report(self, paired: Pairing) -> None:
        for group, several in paired.doubtful:
            reason = f"the key “{' › '.join(group.titles)}” may belong to several exercises ({len(several)})"
            self.state.findings.append(finding(Code.KEY_UNSURE, group.where, question="a key", reason=reason))
        for group in paired.unused:
            entry = ", ".join(f"{n}: {v[:20]}" for n, v in group.entries[:3])
            self.state.findings.append(finding(Code.KEY_UNUSED, group.where, entry=entry))

    def _filled(self, part: Part, pieces: list[_Piece], answers: Mapping[int, Answer]) -> Iterator[mod.Block]:
        """A part's heading and blocks, its questions in their places."""
        if part.role == "key" and (part.heading is None or part.heading.level == 1):
            return
        has_questions = any(isinstance(p, _Slot) for p in pieces)
        heading = part.heading
        led = any(isinstance(p, mod.Objectives) for p in pieces)
        if heading is not None and heading.level > 1 and not (led and self._runs_in(heading)):
            exercise = part.role if part.role in EXERCISES and (has_questions or _only_begins(part)) else None
            yield self._heading(part, exercise)
        for piece in pieces:
            if isinstance(piece, _Slot):
                yield self._question(piece.draft, answers.get(piece.draft))
            elif isinstance(piece, mod.Objectives | mod.Glossary):
                yield piece
            else:
                yield from self.convert.blocks(piece)

    def _runs_in(self, heading: Heading) -> bool:
        """Whether a heading is a label in front of its own text: then it leads that, and heads nothing."""
        line = self.lines[heading.at]
        paragraph = line.paragraph
        return paragraph is not None and heading.end == heading.at + 1 and line.end < len(paragraph.text.rstrip())

    def _heading(self, part: Part, exercise: str | None) -> mod.Heading:
        heading = part.heading
        assert heading is not None
        # A key's headings stay, for people who look for it; learners see neither them nor the key.
        named = heading.role if heading.role in ("objectives", "summary") else self.words.meaning(heading.title)
        meaning = "key" if part.role == "key" else named
        name = self.ids.make("h", self._chapter_name(part), heading.title)
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
                state.findings.append(finding(Code.KEY_MISSING, where, question=name))
        return question


def _for_trainers(block: mod.Block) -> bool:
    kind = block.kind if isinstance(block, mod.Note) else block.meaning if isinstance(block, mod.Heading) else ""
    return kind == "trainer"


def _only_begins(part: Part) -> bool:
    """Whether an exercise begins at a heading with an instruction at most: a story comes before its questions."""
    return part.begins and sum(line.words for line in part.lines) < 60


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


def draft_words(draft: Draft) -> str:
    """The first words of a question."""
    return " ".join(" ".join(line.text for line in draft.stem).split()[:6])


def _draft_at(e: Exercise, at: int, kinds: list[str]) -> int:
    return e.first if kinds[e.first] == "match" else e.first + at
