"""Module → chapters, screens, exercises and their questions, each with an id and a code. No HTML here.

Ids come from the module; an element without one (a hand-written module.yaml) gets one from its words,
so that learners' progress survives whatever moves around it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..languages import learner_words
from ..module import Block, Chapter, Exercise, Heading, Module, folded, walk
from ..questions import Question
from ..text import inline
from ..text.patterns import lazy
from . import codes
from .flaws import scored
from .linked import remedial
from .phone.heights import Ratio
from .split import Part, split

_NAMED = lazy(r"([^\W\d_]+)\.?\s*(\d{1,4})")
OPENING = "opening"
"""The id of the part before the first chapter."""


class Asked(Struct, frozen=True):
    """A question where it stands: `mode` is its exercise's kind, `points` what it adds to the score (0: nothing)."""

    question: Question
    id: str
    code: str
    label: str
    mode: Exercise
    group: str
    points: int
    read: str = ""
    """The code of the screen to read again after a wrong answer, or empty."""


class Screen(Struct, frozen=True):
    """What is shown at once. `group` is the code of the exercise on it, or empty."""

    id: str
    code: str
    title: str
    part: Part
    group: str
    questions: tuple[Asked, ...]


class Section(Struct, frozen=True):
    """A chapter as screens; `ordinal` counts the body's chapters from 1 and is 0 for others."""

    chapter: Chapter
    id: str
    code: str
    ordinal: int
    screens: tuple[Screen, ...]


class Outline(Struct, frozen=True):
    """The whole module as learners meet it."""

    sections: tuple[Section, ...]
    names: dict[int, str]
    """Ids of headings, figures, tables and questions, by the identity of the object."""
    scored: int
    """Points that can be won; 0 for a module without scored questions."""
    unit: int = 0
    """How many of these a point of the document is; 0 where its points do not count."""

    def screens(self) -> Iterator[Screen]:
        """All screens in order."""
        for section in self.sections:
            yield from section.screens

    def questions(self) -> Iterator[Asked]:
        """All questions in order."""
        for screen in self.screens():
            yield from screen.questions


class Names:
    """Gives each id once, in a form that HTML, file names and cmi.interactions can hold."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def name(self, given: str, prefix: str, *words: str) -> str:
        """The given id where it is safe, else one made from it or from the words."""
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,59}", given):
            text = given or "\x1f".join(folded(w) for w in words)
            given = f"{prefix}-{hashlib.sha256(text.encode()).hexdigest()[:6]}"
        # Ids become file names, which some systems compare without case.
        count = self._seen[given.lower()] = self._seen.get(given.lower(), 0) + 1
        return given if count == 1 else self.name(f"{given}-{count}", prefix)


def outline(module: Module, ratio: Ratio = lambda _: 0) -> Outline:
    """The module's structure; every id and code settled. `ratio` knows the shapes of pictures."""
    names = Names()
    chapters = list(_chapters(module))
    ids = [names.name(c.id, "ch", c.number, c.title) for c in chapters]
    named = {id(b): _named(names, b) for c in chapters for b in walk(c.content)}
    parts = [
        tuple(split(c, i, named, lambda made: names.name(made, "part"), ratio))
        for c, i in zip(chapters, ids, strict=True)
    ]
    # Screens of continued sections have ids of their own; chapters share the first screen's.
    places = codes.table([*(f"chapter {i}" for i in ids), *(p.id for ps in parts for p in ps)])
    asked = codes.table(n for c in chapters for b in walk(c.content) if isinstance(b, Question) for n in [named[id(b)]])
    body = iter(range(1, len(chapters) + 1))
    sections = tuple(
        Section(
            chapter,
            id_,
            places[f"chapter {id_}"],
            next(body) if chapter.role == "body" else 0,
            tuple(_screen(module, part, places, named, asked) for part in own),
        )
        for chapter, id_, own in zip(chapters, ids, parts, strict=True)
    )
    sections = tuple(_with_readings(sections))
    points = sum(q.points for section in sections for s in section.screens for q in s.questions)
    return Outline(sections, named, points)


def start_of(sections: tuple[Section, ...]) -> Section:
    """Where learning starts: the first chapter, or a part before it that asks something; not the preface."""
    asking = (s for s in sections if s.ordinal or any(screen.questions for screen in s.screens))
    return next(asking, sections[0])


def _with_readings(sections: tuple[Section, ...]) -> Iterator[Section]:
    """The sections, each question with the screen that it is about."""
    screens = [
        (n, s.code, remedial.of_blocks(s.part.blocks)) for n, c in enumerate(sections) for s in c.screens if not s.group
    ]
    known = remedial.Sections(screens)
    for n, section in enumerate(sections):
        own = (
            replace(s, questions=tuple(replace(q, read=_other(known.about(q.question, n), s)) for q in s.questions))
            for s in section.screens
        )
        yield replace(section, screens=tuple(own))


def _other(code: str, screen: Screen) -> str:
    return "" if code == screen.code else code


def _chapters(module: Module) -> Iterator[Chapter]:
    if module.opening:
        yield Chapter(title="", role="front", content=module.opening, id=OPENING)
    yield from (c for c in module.chapters if c.content or c.role == "body")


def _named(names: Names, block: Block) -> str:
    match block:
        case Question():
            return names.name(block.id, "q", block.type, block.stem, *block.texts())
        case Heading():
            return names.name(block.id, "h", block.text)
        case _:
            given = getattr(block, "id", "")
            return names.name(given, "b") if given else ""


def _screen(module: Module, part: Part, places: dict[str, str], named: dict[int, str], asked: dict[str, str]) -> Screen:
    code = places[part.id]
    found = [b for b in walk(part.blocks) if isinstance(b, Question)]
    mode: Exercise = part.exercise or "practice"
    group = code if part.exercise and found else ""
    noun = learner_words(module.language)["question"].replace("{n}", "").strip()
    questions = tuple(
        Asked(
            question=q,
            id=named[id(q)],
            code=asked[named[id(q)]],
            label=_label(q, position, noun),
            mode=mode,
            group=group,
            points=weight(q) if _counts(module, q, mode) else 0,
        )
        for position, q in enumerate(found, 1)
    )
    return Screen(part.id, code, part.title, part, group, questions)


def _label(question: Question, position: int, noun: str) -> str:
    """A question's number behind the word for it, which the document may write itself: `Q7`, `Question 7`, `س٤`."""
    number = inline.plain(question.number).strip().rstrip(".):").strip()
    own = _NAMED.fullmatch(number)
    if own and noun.removeprefix("ال").casefold().startswith(own[1].casefold()):
        number = own[2]
    return number if 0 < len(number) <= 8 else str(position)


def _counts(module: Module, question: Question, mode: Exercise) -> bool:
    """A pre-test finds out what learners know before they start: it never counts."""
    if not scored(question) or module.scoring == "none" or mode == "pretest":
        return False
    return module.scoring == "all" or mode == "test"


def weight(question: Question) -> int:
    """Points of a question: one for each answer that it asks for."""
    entries = getattr(question, "left", None)
    return max(1, len(entries) if entries is not None else getattr(question, "blanks", 1))
