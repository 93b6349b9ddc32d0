"""Module → Bank: the questions that learners meet, with the ids and numbers that they have in the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from ..languages import learner_words
from ..module import Block, Exercise, Figure, Heading, Module, walk
from ..questions import Essay, Question, Task
from ..questions.base import RESPONSES, option_of
from ..renderer.editions import for_edition
from ..renderer.flaws import flaw
from ..renderer.outline import Section, outline
from ..renderer.shuffling import free
from ..text import inline

OPEN = "open"
"""The form of a question that goes out without an answer."""
NAME = 60
"""Signs of a question's name in a list."""


class Entry(Struct, frozen=True):
    """One question: `form` is its type, or `open`; `chapter` its category."""

    question: Question
    id: str
    label: str
    chapter: str
    short: str
    """The chapter's number as printed, or its title."""
    mode: Exercise
    form: str
    shuffles: bool = False
    """Whether the order of its options carries no meaning."""
    exercise: str = ""
    """The heading that it stands below: two exercises of a chapter both have a question 1."""

    @property
    def name(self) -> str:
        """As lists show it: `3. Usaha sosial tetap …`."""
        words = " ".join(inline.plain(self.question.stem).split())
        return f"{self.label}. {words if len(words) <= NAME else words[: NAME - 2].rstrip() + ' …'}"

    @property
    def answerable(self) -> bool:
        """Whether people could answer it; see renderer.flaws."""
        return not flaw(self.question)

    @property
    def points(self) -> int:
        """What it is worth: one point where the document says nothing."""
        return self.question.points or 1

    @property
    def model_answer(self) -> str:
        """The model answer of an open question; never one that is in doubt."""
        question = self.question
        if not isinstance(question, Essay | Task) or "key" in question.unsure:
            return ""
        return question.answer or ""

    def opened(self) -> Entry:
        """The same without its answer."""
        return replace(self, form=OPEN)

    def response(self, verdict: str) -> str:
        """What is said to all who answered `right` or `wrong`, or ''."""
        return dict(self.question.responses).get(verdict, "")

    def of_option(self, index: int) -> str:
        """What is said to those who chose this option (0 and 1 are true and false), or ''."""
        own = ((n, t) for n, t in self.question.responses if n not in RESPONSES)
        return next((text for name, text in own if option_of(self.question, name) == index), "")

    def pictures(self) -> Iterator[str]:
        """The paths of pictures in it, those in its options last."""
        for block in walk(self.question.content):
            if isinstance(block, Figure):
                yield block.file
        texts = (self.question.stem, self.question.feedback, *self.question.texts())
        yield from (p.src for t in texts for p in inline.parse(t) if isinstance(p, inline.Image))


class Bank(Struct, frozen=True):
    """All questions in order, with what their texts need."""

    id: str
    title: str
    language: str
    words: Mapping[str, str]
    entries: tuple[Entry, ...]
    notes: Mapping[str, str]
    media: Mapping[str, bytes]
    mastery: int = 70
    """Per cent needed to pass."""

    def of(self, entries: Sequence[Entry]) -> Bank:
        """The same with these questions."""
        return replace(self, entries=tuple(entries))

    def categories(self) -> list[tuple[str, list[Entry]]]:
        """The chapters that ask something, with their questions; the module's title for what stands in none."""
        return [(name, list(own)) for name, own in groupby(self.entries, key=lambda e: e.chapter or self.title)]


def bank(module: Module, media: Mapping[str, bytes]) -> Bank:
    """The questions of the learners' edition: what is for trainers only is in no bank."""
    shown = for_edition(module, "learner")
    entries = tuple(
        Entry(
            asked.question, asked.id, asked.label, *_titles(section), asked.mode, asked.question.type,
            _shuffles(asked.question, module.language), headings.get(id(asked.question), screen.title),
        )
        for section in outline(shown).sections
        for screen in section.screens
        for headings in (_headings(screen.part.blocks),)
        for asked in screen.questions
    )  # fmt: skip
    title = inline.plain(module.title)
    return Bank(
        module.id, title, module.language, learner_words(module.language), entries, dict(module.notes), media,
        module.mastery,
    )  # fmt: skip


def _headings(blocks: Sequence[Block]) -> dict[int, str]:
    """The heading above each question of a screen, by the question's identity."""
    out: dict[int, str] = {}
    said = ""
    for block in blocks:
        if isinstance(block, Heading):
            said = _numbered(block.number, block.text)
        elif said:
            out |= {id(inner): said for inner in walk((block,)) if isinstance(inner, Question)}
    return out


def _shuffles(question: Question, language: str) -> bool:
    most = getattr(question, "right", getattr(question, "options", ()))
    return bool(most) and free(question, language) == len(most)


def _titles(section: Section) -> tuple[str, str]:
    number, title = section.chapter.number, section.chapter.title
    return _numbered(number, title), " ".join(inline.plain(number or title).split())


def _numbered(number: str, title: str) -> str:
    number, title = (" ".join(inline.plain(t).split()) for t in (number, title))
    return title if not number or title.startswith(number) else f"{number} {title}".strip()
