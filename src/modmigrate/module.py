"""The module model: what module.yaml holds, as frozen values. Recognisers end here, renderers start here.

Strings named `text`, `stem`, `options` … hold inline Markdown (see `inline`). `source` is the value
of `from`: the place in the source document, for people. Ids are made once and survive re-extraction.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from .text import inline

if TYPE_CHECKING:
    from .questions.base import Question

Role = Literal["body", "front", "back"]
Scoring = Literal["tests", "all", "none"]
Exercise = Literal["practice", "pretest", "test"]
ScoPer = Literal["module", "chapter"]
"""What an LMS lists and tracks by itself: the whole module, or each chapter."""
Instructions = Literal["hide", "keep"]
"""Whether learners see sentences that only paper can follow (`Lingkari huruf B …`)."""
Activities = Literal["auto", "none"]
"""Whether something to do is made of the document's own words where these offer it."""
Edition = Literal["learner", "trainer"]
"""Who a package is for; what is for trainers leaves no trace in the learner's."""


class Paragraph(Struct, frozen=True, kw_only=True):
    """A plain string in module.yaml."""

    text: str


class Heading(Struct, frozen=True, kw_only=True):
    """A heading inside a chapter; level 2 is a section.

    `exercise` says that the questions below it, up to the next heading of its level or higher,
    are practice, a pre-test or a test; `meaning` names what the part is for the learner.
    """

    text: str
    level: int = 2
    number: str = ""
    exercise: Exercise | None = None
    meaning: str = ""
    """'', objectives, summary, glossary, references, further (reading), key or trainer.

    What stands below a heading that means key or trainer, up to the next heading of its level or higher, is for
    trainers only.
    """
    activities: Activities = "auto"
    """For all that stands below it, up to the next heading."""
    unsure: tuple[str, ...] = ()
    """What a person must look at; see `doubts`."""
    id: str = ""
    source: str = ""


class Item(Struct, frozen=True, kw_only=True):
    """A list item: its line, then blocks that belong to it (sub-lists too)."""

    text: str
    label: str = ""
    """What stands before it where that is not the next number of the list's style: 1.2, Pasal 3, א."""
    content: tuple[Block, ...] = ()


LIST_STYLES = ("bullet", "steps", *(form.replace("1", n) for form in ("1", "1)", "(1)") for n in "1aAiI"))
"""Bullets, a procedure, or the first label as shown; a bare one is shown with a full stop."""


class List(Struct, frozen=True, kw_only=True):
    """A list; `style` is one of `LIST_STYLES`, `start` the first number."""

    items: tuple[Item, ...]
    style: str = "bullet"
    start: int = 1
    activities: Activities = "auto"


class Objective(Struct, frozen=True, kw_only=True):
    """What a learner shall be able to do."""

    text: str
    id: str = ""
    source: str = ""


class Objectives(Struct, frozen=True, kw_only=True):
    """Objectives where the document announces them; `lead` is the sentence before them."""

    objectives: tuple[Objective, ...]
    lead: str = ""


class Figure(Struct, frozen=True, kw_only=True):
    """A picture of its own; `file` is a path below the module's folder (`media/…`)."""

    file: str
    alt: str = ""
    caption: str = ""
    width: int | None = None
    """CSS pixels, as laid out in the source."""
    id: str = ""
    source: str = ""


class Cell(Struct, frozen=True, kw_only=True):
    """A table cell: a line of text, then further blocks."""

    text: str = ""
    content: tuple[Block, ...] = ()
    colspan: int = 1
    rowspan: int = 1


class Table(Struct, frozen=True, kw_only=True):
    """A table; the first `header` rows are its head."""

    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0
    caption: str = ""
    activities: Activities = "auto"
    id: str = ""
    source: str = ""


class Note(Struct, frozen=True, kw_only=True):
    """A box beside the running text: kind is note, tip, warning, example, case, definition, or trainer.

    One of kind trainer is for trainers only.
    """

    content: tuple[Block, ...]
    kind: str = "note"
    title: str = ""
    id: str = ""


class Term(Struct, frozen=True, kw_only=True):
    """A word of the subject and what it means."""

    term: str
    meaning: str
    id: str = ""


class Glossary(Struct, frozen=True, kw_only=True):
    """Terms with their meanings, where the document lists them."""

    terms: tuple[Term, ...]
    activities: Activities = "auto"
    id: str = ""


class Equation(Struct, frozen=True, kw_only=True):
    """A displayed formula: its text, and MathML where it is known."""

    text: str
    mathml: str = ""


class Code(Struct, frozen=True, kw_only=True):
    """Lines of a program or of mark-up as they are: breaks and indents count, and nothing in it is Markdown."""

    text: str


Block: TypeAlias = (
    "Paragraph | Heading | List | Objectives | Figure | Table | Note | Glossary | Equation | Code | Question"
)


class Chapter(Struct, frozen=True, kw_only=True):
    """A chapter; `number` is its label as printed (BAB II), or empty."""

    title: str
    number: str = ""
    role: Role = "body"
    exercise: Exercise | None = None
    """Set for a chapter that is practice, a pre-test or a test as a whole."""
    duration: str = ""
    """How long it takes, as the document says it (`6 JP`), or empty."""
    unsure: tuple[str, ...] = ()
    """What a person must look at; see `doubts`."""
    content: tuple[Block, ...] = ()
    id: str = ""
    source: str = ""


class Module(Struct, frozen=True, kw_only=True):
    """A whole training module. `opening` is what stands before the first chapter (the cover's words)."""

    title: str
    id: str = ""
    language: str = "en"
    mastery: int = 70
    """Per cent of the scored points needed to pass, 1–100."""
    scoring: Scoring = "tests"
    description: str = ""
    duration: str = ""
    """How long it takes, as the document says it (`24 JP`), or empty."""
    cover: str = ""
    """The cover picture's file."""
    theme: str = ""
    """A theme's name, or the path of a theme's YAML file below the module's folder."""
    sco: ScoPer = "module"
    instructions: Instructions = "hide"
    """What becomes of sentences that only paper can follow."""
    activities: Activities = "auto"
    """Whether something to do is made of the document's own words."""
    source: str = ""
    """The source document's file name."""
    unsure: tuple[str, ...] = ()
    """What a person must look at; see `doubts`."""
    opening: tuple[Block, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Foot- and endnotes: id and text."""


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks in reading order, those in lists, tables, notes and questions too."""
    for block in blocks:
        yield block
        if isinstance(block, List):
            for item in block.items:
                yield from walk(item.content)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from walk(cell.content)
        else:
            content: tuple[Block, ...] = getattr(block, "content", ())
            yield from walk(content)


@lru_cache(8192)
def folded(text: str) -> str:
    """Text as ids and comparisons see it: case, spacing and punctuation do not count."""
    # Turkish İ folds to i and a dot above; its ı is the I of other alphabets.
    text = unicodedata.normalize("NFKC", text).casefold().replace("\u0307", "").replace("ı", "i")
    return " ".join(re.findall(r"[^\W_]+", text))


class Ids:
    """Makes ids from content (never from position), each once: `q-3f9a1c`, a twin gets `q-3f9a1c-2`."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def make(self, prefix: str, *parts: str) -> str:
        """An id for an element of this kind with this text."""
        text = "\x1f".join(folded(p) for p in parts)
        stem = f"{prefix}-{hashlib.sha256(text.encode()).hexdigest()[:6]}"
        count = self._seen[stem] = self._seen.get(stem, 0) + 1
        return stem if count == 1 else f"{stem}-{count}"


def files(module: Module) -> tuple[str, ...]:
    """All picture files a module uses, sorted, each once."""
    found = {module.cover} if module.cover else set()
    for blocks in (module.opening, *(c.content for c in module.chapters)):
        for block in walk(blocks):
            if isinstance(block, Figure):
                found.add(block.file)
            for text in texts(block):
                found |= {part.src for part in inline.parse(text) if isinstance(part, inline.Image)}
    for _, text in module.notes:
        found |= {part.src for part in inline.parse(text) if isinstance(part, inline.Image)}
    return tuple(sorted(found))


def texts(block: Block) -> Iterator[str]:
    """The Markdown strings of a block itself, those of the blocks in it not included."""
    if isinstance(block, List):
        yield from (item.text for item in block.items)
    elif isinstance(block, Table):
        yield from (cell.text for row in block.rows for cell in row)
    elif isinstance(block, Objectives):
        yield from (o.text for o in block.objectives)
    elif isinstance(block, Glossary):
        yield from (text for t in block.terms for text in (t.term, t.meaning))
    elif isinstance(block, Paragraph | Heading):
        yield block.text
    else:
        for name in ("stem", "feedback", "hint", "caption"):
            yield getattr(block, name, "")
        yield from (text for _, text in getattr(block, "responses", ()))
        texts = getattr(block, "texts", None)
        if texts is not None:
            yield from texts()
