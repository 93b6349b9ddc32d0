"""From Document to Module: the passes in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from msgspec.structs import replace

from .. import module as mod
from ..document import Document, Table, paragraphs
from ..report import Code, Finding, finding
from ..text.patterns import lazy
from .blocks import links
from .blocks.notes import notes_of
from .build.filling import Filler
from .checks.checks import faults, told
from .checks.fault import seen
from .duration import with_durations
from .exercises.draft import Slot
from .gather import Gatherer
from .keys.answering import answers_of
from .keys.missing import missing_keys
from .lines.boxes import unframed
from .lines.letter_runs import lettered, with_romans
from .lines.line import line_of
from .lines.run_in import split
from .outline.outline import Outline, outline, without_keys
from .outline.parts import Part, parts
from .pass_mark import with_pass_mark
from .points import with_points
from .printed_pages import with_page_links
from .reading import Gathered, Reading
from .why import Reason, doubts, reasons
from .words.detection import languages_of, weights
from .words.lists import words_for
from .words.words import EXERCISES

_ORDINAL = lazy(r"(?<!\d)\W*+\d++\s?(?:[ªºº°.]|a|st|nd|rd|th|er?|ère|ème)?\s+", re.IGNORECASE)


def recognise(document: Document, language: str = "") -> tuple[mod.Module, tuple[Finding, ...]]:
    """The module a document holds, and what the tool was unsure of. `language` overrides detection."""
    return Recogniser(document, language).run()


def explained(document: Document, language: str = "") -> tuple[mod.Module, tuple[Finding, ...], tuple[Reason, ...]]:
    """What `recognise` gives, and why."""
    recogniser = Recogniser(document, language)
    module, findings = recogniser.run()
    return module, findings, recogniser.why()


class Recogniser:
    """One document on its way: `run` reads it, `reading` and `faults` are what was read and what is odd in it."""

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.lines = [line_of(b) for b in document.blocks]
        tables = " ".join(p.text for b in document.blocks if isinstance(b, Table) for p in paragraphs((b,)))
        text = " ".join(line.text for line in unframed(self.lines))
        self.sample = f"{text} {tables}"
        found = languages_of(text, document.language, tables)
        languages = tuple(dict.fromkeys([language.split("-")[0], *found])) if language else found
        self.language = language or found[0]
        self.words = words_for(languages)
        split_up = list(split(list(unframed(self.lines, self.words)), self.words))
        self.lines = with_romans(list(lettered(split_up)))

    def run(self) -> tuple[mod.Module, tuple[Finding, ...]]:
        """All stages."""
        plan = outline(self.lines, self.words, self.document.title)
        title = plan.title or PurePath(self.document.file).stem
        role = self._role_of(plan.only or title)
        gathered = self._gathered(plan, role)
        answered = answers_of(gathered.asked, gathered.exercises, gathered.groups, self.words)
        self.reading = Reading(plan, gathered, answered)
        self.faults = list(faults(seen(self.lines, self.words, self.reading, self.document.left_out)))
        return self._built(title, role)

    def _gathered(self, plan: Outline, role: str) -> Gathered:
        """What the parts hold. What looks like a key where nothing is asked gives nothing away: it is text."""
        self.ids = mod.Ids()
        gathered = Gatherer(self.lines, self.words, self.ids).all(parts(self.lines, plan, self.words, role))
        if gathered.asked or all(part.role != "key" for part, _ in gathered.found):
            return gathered
        self.ids = mod.Ids()
        plain = parts(self.lines, without_keys(plan), self.words, role)
        return Gatherer(self.lines, self.words, self.ids).all(plain)

    def _built(self, title: str, role: str) -> tuple[mod.Module, tuple[Finding, ...]]:
        """The reading as a module of the model, and all findings."""
        plan = self.reading.outline
        # In a trainer's guide all is for trainers: nothing in it is kept from the readers it is made for.
        self.fill = Filler(self.lines, self.words, self.ids, self.words.is_for_trainers(title))
        opening, front, chapters = self._chapters()
        findings = [*self.reading.gathered.findings, *self.reading.answered.findings, *self.fill.findings]
        if not chapters:
            chapters = [self._whole(plan.only or title, opening[front if plan.cover else 0 :], role)]
            opening = opening[: front if plan.cover else 0]
            findings.append(finding(Code.NO_CHAPTERS))
        module = self._module(plan.title or _lone(chapters) or title, opening, chapters)
        if links.are_in(self.document):
            module = links.led(module, self.fill.places.targets(self.document.blocks))
        module = with_page_links(module, self.document)
        module, marks = with_pass_mark(with_durations(with_points(module)))
        findings += [*marks, *missing_keys(self.fill.missing)]
        if count := sum(_for_trainers(b) for c in module.chapters for b in mod.walk(c.content)):
            findings.append(finding(Code.FOR_TRAINERS, count=count))
        return module, (*findings, *told(self.faults))

    def _role_of(self, title: str) -> str:
        """What a document is as a whole by its title: a test, or a sheet of exercises (`2nd list of exercises – …`)."""
        title = _ORDINAL.sub("", title)
        role = self.words.role(title)
        return role if role == "test" or (role == "practice" and self.words.says_only(title)) else ""

    def _chapters(self) -> tuple[list[mod.Block], int, list[mod.Chapter]]:
        """What stands before the first chapter, how much of that is the title page, and the chapters."""
        opening: list[mod.Block] = []
        front = 0
        chapters: list[mod.Chapter] = []
        gathered = self.reading.gathered
        for part, pieces in gathered.found:
            blocks = list(self.fill.blocks(part, pieces, gathered.asked, self.reading.answered))
            if part.heading is not None and part.heading.level == 1:
                chapters.append(self._chapter(part, tuple(blocks)))
            elif chapters:
                chapters[-1] = replace(chapters[-1], content=(*chapters[-1].content, *blocks))
            else:
                opening += blocks
                front = front or len(opening)
        return opening, front, chapters

    def why(self) -> tuple[Reason, ...]:
        """The decisions of `run`, with their evidence."""
        weighed = weights(self.sample)
        return (*reasons(self.lines, self.language, weighed, self.reading), *doubts(self.faults))

    def _whole(self, title: str, blocks: list[mod.Block], role: str) -> mod.Chapter:
        """The one chapter of a document without any."""
        exercise: mod.Exercise | None = role if role and self.reading.gathered.asked else None  # type: ignore[assignment]
        return mod.Chapter(title=title, exercise=exercise, content=tuple(blocks), id=self.ids.make("c", title))

    def _module(self, title: str, opening: list[mod.Block], chapters: list[mod.Chapter]) -> mod.Module:
        cover = next((b.file for b in opening if isinstance(b, mod.Figure)), "")
        return mod.Module(
            title=title,
            id=self.ids.make("m", title),
            language=self.language,
            source=self.document.file,
            cover=cover,
            opening=tuple(b for b in opening if not (isinstance(b, mod.Figure) and b.file == cover and not b.caption)),
            chapters=tuple(chapters),
            notes=tuple(notes_of(self.document.notes)),
        )

    def _chapter(self, part: Part, content: tuple[mod.Block, ...]) -> mod.Chapter:
        heading = part.heading
        assert heading is not None
        role: mod.Role = "body"
        if heading.role == "front":
            role = "front"
        elif heading.role in ("back", "key"):
            role = "back"
        name = self.ids.make("c", heading.number, heading.title)
        self.fill.places.put(self.fill.where(heading.at), name)
        found = self.reading.gathered.found
        asks = any(isinstance(x, Slot) for p, pieces in found if p.chapter == part.chapter for x in pieces)
        return mod.Chapter(
            title=self.fill.text(heading), role=role,
            number=heading.number if heading.title else "",
            exercise=part.role if asks and part.role in EXERCISES else None,  # type: ignore[arg-type]
            content=content, id=name, source=str(self.fill.where(heading.at)),
        )  # fmt: skip


def _for_trainers(block: mod.Block) -> bool:
    kind = block.kind if isinstance(block, mod.Note) else block.meaning if isinstance(block, mod.Heading) else ""
    return kind == "trainer"


def _lone(chapters: Sequence[mod.Chapter]) -> str:
    """What the only chapter of a document's body is called, with its label, or all of them alike; '' for others."""
    body = [c for c in chapters if c.role == "body"]
    if len(body) > 1 and len({mod.folded(c.title) for c in body}) == 1:
        return body[0].title
    return ": ".join(filter(None, (body[0].number, body[0].title))) if len(body) == 1 else ""
