"""Which activities a module gets: each screen's blocks are asked in order, and a rhythm is kept.

Never more than one of a kind in a row, unless a question or some two screens' text stand between; none in exercises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from ..languages import load
from ..module import Block, Glossary, Heading, List, Module, Note, Objectives, Table, texts, walk
from ..questions import Question
from . import announced, glossaries, leads, procedures, sections, summaries, tables
from .records import Activity, Parts, Rate, Refused, Verdict
from .texts import bare

FEWEST, MOST = 2, 20
"""Objectives that are ticked."""
APART = 1500
"""Letters that stand between two activities of one kind."""


class Page(Struct, frozen=True):
    """What is shown at once: its heading, if any, its blocks, and those of its chapter."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    chapter: tuple[Block, ...]
    quiet: bool = False
    """An exercise, or a part before or after the chapters: only glossaries give something to do there."""


class Plan(Struct, frozen=True):
    """What was chosen and refused, in reading order."""

    chosen: tuple[Activity, ...] = ()
    refused: tuple[Refused, ...] = ()

    def of(self) -> Mapping[int, tuple[Activity, ...]]:
        """Activities by the identity of the block that they are made of."""
        out: dict[int, tuple[Activity, ...]] = {}
        for activity in self.chosen:
            out[id(activity.block)] = (*out.get(id(activity.block), ()), activity)
        return out


def plan(module: Module, pages: Iterable[Page]) -> Plan:
    """The activities of a module whose screens these are."""
    if module.activities == "none":
        return Plan()
    rhythm = _Rhythm()
    compare = load(module.language).get("activities", {}).get("compare", ())
    glossary = [
        bare(t.term) for c in module.chapters for b in walk(c.content) if isinstance(b, Glossary) for t in b.terms
    ]
    for page in pages:
        for verdict in _of_page(page, compare, glossary):
            rhythm.take(verdict)
        rhythm.pass_by(page.blocks)
    return Plan(tuple(rhythm.chosen), tuple(rhythm.refused))


def _of_page(page: Page, compare: Sequence[str], glossary: Sequence[str]) -> Iterator[Verdict]:
    """What a screen's blocks offer, in reading order."""
    parts = [] if page.quiet else list(sections.of_screen(page.blocks))
    yield from parts
    folded = {id(b) for v in parts if isinstance(v, Parts) for _, own in v.parts for b in own}
    summed: list[Block] = []
    before: Block | None = None
    left = list(_left(page))
    for block, heading, meaning in left:
        if meaning == "summary" and not page.quiet:
            summed.append(block)
        elif id(block) not in folded:
            yield from _of_block(block, before, heading, compare, page.quiet)
        before = block
    if summed:
        yield from summaries.of_blocks(summed)
        yield from summaries.of_text(summed[0], summed, summaries.terms_of(page.chapter, glossary))
    yield from glossaries.of_definitions([b for b, *_ in left if isinstance(b, Note)])


def _left(page: Page) -> Iterator[tuple[Block, Heading | None, str]]:
    """Blocks for which nobody has switched activities off, each with its heading and what that part is."""
    heading = page.heading
    meaning = heading.meaning if heading else ""
    for block in page.blocks:
        if isinstance(block, Heading):
            heading, meaning = block, block.meaning if block.level <= 2 or block.meaning else meaning
            continue
        if getattr(block, "activities", "auto") == "auto" and not (heading and heading.activities == "none"):
            yield block, heading, meaning


def _of_block(
    block: Block, before: Block | None, heading: Heading | None, compare: Sequence[str], quiet: bool
) -> Iterator[Verdict]:
    match block:
        case Glossary():
            yield from glossaries.of_glossary(block)
        case Objectives() if not quiet and FEWEST <= len(block.objectives) <= MOST:
            yield Rate(block)
        case List() if not quiet:
            dated = list(procedures.of_dates(block))
            steps = list(procedures.of_steps(block)) if block.style == "steps" else []
            yield from dated or steps or list(leads.of_list(block)) or announced.of_list(block, before)
        case Table() if not quiet:
            yield from tables.of_table(block, heading.text if heading else "", compare)


class _Rhythm:
    """Takes what the last activities leave room for."""

    def __init__(self) -> None:
        self.chosen: list[Activity] = []
        self.refused: list[Refused] = []
        self._last = ""
        self._letters = APART

    def take(self, verdict: Verdict) -> None:
        if isinstance(verdict, Refused):
            self.refused.append(verdict)
        elif verdict.kind == self._last and self._letters < APART:
            self.refused.append(Refused(verdict.kind, verdict.block, "the activity right before it is of its kind"))
        else:
            self.chosen.append(verdict)
            self._last, self._letters = verdict.kind, 0

    def pass_by(self, blocks: Sequence[Block]) -> None:
        """Counts what is read on a screen."""
        inside = list(walk(tuple(blocks)))
        self._letters += sum(len(t) for b in inside for t in texts(b))
        if any(isinstance(b, Question) for b in inside):
            self._letters = APART
