"""Blocks and questions → HTML, by the templates; the Writer is what templates get as `page`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct, field

from ..activities.records import Rate
from ..module import (
    Block,
    Edition,
    Glossary,
    Heading,
    List,
    Module,
    Note,
    Objective,
    Objectives,
    Table,
    folded,
    walk,
)
from ..questions import Question, Task
from ..questions.base import LETTERS
from ..text import inline
from . import keys, markers, weights
from .active import written
from .active.tried import fits
from .answers import gives_away, payload, told
from .direction import spoken
from .frame import openers
from .frame.cover import banner
from .html import html
from .linked import pages as linked_pages
from .linked.references import References, references
from .linked.terms import Terms, terms
from .media import Picture, Shelf
from .outline import Asked, Outline, Screen, Section
from .phone import tables
from .phone.heights import WIDTH
from .shuffling import free


class Writer(Struct):
    """Writes one module's blocks; holds what they need to know of their surroundings."""

    env: Environment
    module: Module
    plan: Outline
    words: Mapping[str, str]
    shelf: Shelf
    edition: Edition = "learner"
    shift: int = 0
    acts: written.Acts = field(default_factory=dict)
    tried: Mapping[str, Asked] = field(default_factory=dict)
    asked: dict[int, Asked] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    macros: Any = None
    activities: Any = None
    terms: Terms = field(default_factory=Terms)
    references: References = field(default_factory=References)
    titles: dict[str, str] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)
    ticks: dict[str, str] = field(default_factory=dict)
    forms: dict[int, frozenset[tuple[int, int]]] = field(default_factory=dict)
    headed: set[int] = field(default_factory=set)
    counted: int = 0
    """How many chapters are counted for learners."""

    def __post_init__(self) -> None:
        self.notes = dict(self.module.notes)
        self.numbers = {id_: at for at, id_ in enumerate(self.notes, 1)}
        self.counted = openers.counted(self.plan.sections, self.words["chapter"])
        self.terms = terms(self.module, self._term)
        self.references = references(self.plan)
        self.titles = linked_pages.titles(self.plan)
        self.goals = {id_: self.plain(text) for id_, text in openers.goals(self.module)}
        if any(isinstance(a, Rate) for own in self.acts.values() for a in own):
            self.ticks = dict(openers.ticks(self.plan.sections))
        self.macros = self.env.get_template("blocks.html.j2").module
        self.activities = self.env.get_template("activities.html.j2").module

    @property
    def ui(self) -> Markup:
        """Attributes of a line of the learner's words, where these run the other way than the module's text."""
        said = spoken(self.module.language)
        return Markup(' lang="{}" dir="{}"').format(*said) if said else Markup()

    def screen(self, section: Section, screen: Screen) -> str:
        """The HTML of a screen."""
        part = screen.part
        tried = self.tried.get(screen.code)
        self.asked = {id(a.question): a for a in (*screen.questions, *((tried,) if tried else ()))}
        self.terms.told.clear()
        self.headed = {id(b) for a, b in pairwise(part.blocks) if isinstance(a, Heading) and isinstance(b, Objectives)}
        titled = part.heading is not None and not part.first
        self.shift = part.heading.level - 1 if titled and part.heading else 0
        template = self.env.get_template("chapter.html.j2")
        blocks = part.blocks[1:] if titled or openers.repeats(part, section) else part.blocks
        return template.render(
            page=self,
            words=self.words,
            module=self.module,
            section=section,
            screen=screen,
            blocks=blocks,
            lead_at=openers.lead_at(blocks) if part.exercise == "practice" else 0,
            scored=sum(q.points for q in screen.questions),
            mastery=self.module.mastery,
            later=openers.later(section) if part.first else "",
            banner=banner(section, self.picture) if part.first and section.ordinal else "",
            last=screen is section.screens[-1] and section.ordinal,
            tried=tried,
            in_sight=tried is not None and fits(screen, tried),
            learnt=self._learnt(section) if screen is section.screens[-1] and section.ordinal else ((), ()),
        )

    def _learnt(self, section: Section) -> tuple[tuple[Objective, ...], tuple[Objective, ...]]:
        return openers.learnt(self.plan.sections, section)

    def text(self, text: str) -> Markup:
        """Inline Markdown as HTML."""
        return html(text, self._image, self._note)

    def prose(self, text: str) -> Markup:
        """Inline Markdown of running text as HTML: terms of the glossary and what is referred to can be opened."""
        text = linked_pages.named(text, self.module, self.titles)
        return html(text, self._image, self._note, words=lambda own: self.references.marked(own, self.terms.marked))

    def asks(self, text: str) -> Markup:
        """A question's stem as HTML: what it refers to can be opened."""
        text = linked_pages.named(text, self.module, self.titles)
        return html(text, self._image, self._note, words=self.references.marked)

    def plain(self, text: str) -> str:
        """Inline Markdown as bare words."""
        return " ".join(inline.plain(text).split())

    def same(self, one: str, other: str) -> bool:
        """Whether two texts say the same, case and punctuation apart."""
        return folded(inline.plain(one)) == folded(inline.plain(other))

    def blocks(self, blocks: tuple[Block, ...]) -> Markup:
        """Blocks as HTML, in order, with the activities made of them."""
        return written.blocks(self, blocks, self.acts, self._block)

    def named(self, block: Objectives) -> bool:
        """Whether a heading right before objectives says already what they are."""
        return id(block) in self.headed

    def rates(self, block: Objectives) -> bool:
        """Whether learners tick objectives before they start."""
        return any(isinstance(a, Rate) for a in self.acts.get(id(block), ()))

    def goal_at(self, objective: Objective) -> str:
        """Where a tick for an objective is kept: its chapter's code and its place in it; empty where it has none."""
        return self.ticks.get(folded(objective.text), "")

    def _block(self, block: Block) -> Markup:
        if isinstance(block, Question):
            return self._quietly(lambda: self.question(block))
        write = getattr(self.macros, type(block).__name__.lower())
        if isinstance(block, Glossary) or (isinstance(block, Note) and block.kind == "definition"):
            return self._quietly(lambda: _safe(write(block, self)))
        return _safe(write(block, self))

    def _quietly(self, write: Callable[[], Markup]) -> Markup:
        """What is written without buttons for terms: questions, and the meanings themselves."""
        self.terms.quiet += 1
        written = write()
        self.terms.quiet -= 1
        return written

    def id(self, block: Block) -> str:
        """The id that links point at; empty where the block has none."""
        return self.plan.names.get(id(block), "")

    def level(self, heading: Heading) -> int:
        """h2–h6, one below the screen's own title."""
        return min(6, max(2, heading.level - self.shift))

    def place(self, section: Section) -> str:
        """Where a chapter stands among the others, in words."""
        return openers.place(section, self.counted, self.words)

    def letter(self, index: int) -> str:
        """A, B … Z, then AA, AB … ZZ, AAA …: an option's letter."""
        out = ""
        while index >= 0:
            out = LETTERS[index % 26] + out
            index = index // 26 - 1
        return out

    def room(self, block: List) -> Markup:
        """The attribute that makes room for a list's long labels."""
        return markers.of_list(block)

    def marker(self, block: List, index: int) -> Markup:
        """The attribute that gives a list item its label."""
        return markers.of_item(block, index)

    def own_label(self, block: List, index: int) -> str:
        """An item's label where no count gives it."""
        return markers.own(block, index)

    def picture(self, path: str) -> Picture | None:
        """The picture's place in the package; None when it is not there."""
        return self.shelf.picture(path)

    def is_large(self, picture: Picture, width: int) -> bool:
        """Whether the sign that it can be enlarged leaves enough of a picture to be seen on a phone."""
        shown = min(width or WIDTH, WIDTH)
        return shown >= 140 and (not picture.width or picture.height * shown / picture.width >= 90)

    def math(self, mathml: str) -> Markup | None:
        """Harmless MathML, or None."""
        from . import formula  # which brings an XML parser

        return formula.mathml(mathml) if mathml else None

    def formula(self, text: str) -> Markup:
        """A displayed formula."""
        from . import formula

        return formula.shown(text.strip().strip("$"), display=True)

    def stacks(self, table: Table) -> bool:
        """Whether a table reads better as cards on a phone."""
        own = self.fields(table)
        return 0 < len(own) <= tables.CARDS if own else tables.stacks(table)

    def fields(self, table: Table) -> frozenset[tuple[int, int]]:
        """Cells of a task's form that learners fill in."""
        return self.forms.get(id(table), frozenset())

    def numeric(self, table: Table) -> frozenset[int]:
        """Columns that hold numbers."""
        return tables.numeric(table)

    def question(self, question: Question) -> Markup:
        """A question as its type's template writes it."""
        asked = self.asked[id(question)]
        if isinstance(question, Task) and self.edition == "learner" and self.module.activities == "auto":
            self.forms = {id(b): tables.fields(b) for b in walk(question.content) if isinstance(b, Table)}
        template = self.env.get_template(f"questions/{question.type}/question.html.j2")
        sealed = keys.seal(asked.id, payload(question, self.text))
        text = template.render(page=self, words=self.words, q=question, asked=asked, sealed=sealed)
        return _safe(text)

    def goal(self, question: Question) -> str:
        """The objective that a question tests, in bare words; empty where it names none of the module."""
        return self.goals.get(question.objective, "") if question.objective else ""

    def worth(self, question: Question) -> str:
        """What the score takes a question for, in words; empty where its stem says so already."""
        points = weights.shown(self.plan, self.asked[id(question)])
        return self.words["points"].replace("{n}", str(points)) if points else ""

    def gives_away(self, question: Question) -> bool:
        """Whether a hint must wait until a try went wrong."""
        return gives_away(question)

    def free(self, question: Question) -> int:
        """How many options, from the first, may change places: none for trainers, whose keys name letters."""
        return free(question, self.module.language) if self.edition == "learner" else 0

    def told(self, question: Question) -> tuple[str, ...]:
        """The key or model answer in words, for trainers; none for learners, and none where it is in doubt."""
        return told(question, self.words, self.letter) if self.edition == "trainer" else ()

    def stem(self, question: Question, blank: str) -> Markup:
        """A stem with an input for each blank; `blank` is the label of an input, with {n} for its number."""
        wanted: int = getattr(question, "blanks", 0)
        written: list[Markup] = []

        def gap() -> Markup:
            written.append(_safe(self.macros.gap(blank.replace("{n}", str(len(written) + 1)))))
            return written[-1]

        stem = html(question.stem, self._image, self._note, gap)
        while len(written) < wanted:
            stem += Markup(" ") + gap()
        return stem

    def _image(self, image: inline.Image) -> Markup:
        return _safe(self.macros.inline_image(image, self))

    def _term(self, words: str, meaning: str, after: str) -> Markup:
        body = html(meaning, self._image, lambda _: Markup())
        return _safe(self.macros.term(words, body, after, self))

    def _note(self, id_: str) -> Markup:
        if id_ not in self.notes:
            return Markup()
        number = self.numbers[id_]
        # A note inside a note would open into itself.
        body = html(self.notes[id_], self._image, lambda _: Markup())
        return _safe(self.macros.footnote(number, body, self))


def _safe(written: str) -> Markup:
    """What a template has written: it has escaped all text itself."""
    return Markup(written.strip())  # noqa: S704
