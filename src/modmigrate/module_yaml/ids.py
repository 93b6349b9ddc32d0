"""Ids for elements that have none: those people add by hand."""

from __future__ import annotations

from collections.abc import Set

from msgspec.structs import replace

from ..module import Block, Chapter, Glossary, Heading, Ids, Module, Objective, Objectives, Term, walk
from ..questions import Question
from ..rebuild import rebuilt
from ..text.inline import plain


def with_ids(module: Module, taken: Set[str] = frozenset()) -> Module:
    """The module with an id, not in `taken`, on every chapter, heading, objective, term and question."""
    if not _lacks(module):
        return module
    made = Ids()

    def make(prefix: str, *parts: str) -> str:
        while (name := made.make(prefix, *(plain(p) for p in parts))) in taken:
            pass
        return name

    def block(old: Block) -> Block:
        match old:
            case Heading(id=""):
                return replace(old, id=make("h", old.text))
            case Objectives(objectives=objectives):
                return replace(old, objectives=tuple(_objective(o) for o in objectives))
            case Glossary(terms=terms):
                return replace(old, terms=tuple(_term(t) for t in terms))
            case Question(id=""):
                return replace(old, id=make("q", old.stem, *old.texts()))
        return old

    def _objective(old: Objective) -> Objective:
        return old if old.id else replace(old, id=make("o", old.text))

    def _term(old: Term) -> Term:
        return old if old.id else replace(old, id=make("g", old.term))

    def chapter(old: Chapter) -> Chapter:
        name = old.id or make("c", old.title)
        return replace(old, id=name, content=rebuilt(old.content, block))

    return replace(
        module,
        id=module.id or make("m", module.title),
        opening=rebuilt(module.opening, block),
        chapters=tuple(chapter(c) for c in module.chapters),
    )


def _lacks(module: Module) -> bool:
    if not module.id or not all(c.id for c in module.chapters):
        return True
    for part in (module.opening, *(c.content for c in module.chapters)):
        for block in walk(part):
            if isinstance(block, Heading | Question) and not block.id:
                return True
            if isinstance(block, Objectives) and not all(o.id for o in block.objectives):
                return True
            if isinstance(block, Glossary) and not all(t.id for t in block.terms):
                return True
    return False
