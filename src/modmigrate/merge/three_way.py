"""The merge itself: three versions of an element in, one out, and the conflicts noted."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from ..module import Cell, Chapter, Glossary, Item, List, Module, Note, Objectives, Table
from ..questions import Fill, Question
from ..report import Code, finding
from . import answers
from .choices import Choices, Trio
from .index import CHAPTERS, OPENING, inside
from .labels import sides
from .sequences import Key, keyed, ordered

LISTS: dict[type[Any], str] = {
    Chapter: "content",
    List: "items",
    Item: "content",
    Cell: "content",
    Note: "content",
    Objectives: "objectives",
    Glossary: "terms",
    Question: "content",
}
"""The attribute that holds an element's inner elements."""


class Merger:
    """One merge of three modules."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices

    def module(self, base: Module, edited: Module, source: Module) -> Module:
        """The merged module; its id never changes."""
        own = self._values((base, edited, source), {"id", "opening", "chapters", "notes"})
        opening = self._sequence((base.opening, edited.opening, source.opening), OPENING)
        chapters = self._sequence((base.chapters, edited.chapters, source.chapters), CHAPTERS)
        notes = self._notes(dict(base.notes), dict(edited.notes), dict(source.notes))
        return replace(edited, **own, opening=opening, chapters=chapters, notes=notes)

    def _notes(self, base: dict[str, str], edited: dict[str, str], source: dict[str, str]) -> Any:
        out = {}
        for name in {**source, **edited}:
            was, mine, theirs = base.get(name), edited.get(name), source.get(name)
            kept = theirs if mine in (was, theirs) else mine
            if mine not in (was, theirs) and theirs != was:
                self._choices.findings.append(
                    finding(Code.MERGE_CONFLICT, what=f"the note {name}", sides=sides(mine, theirs))
                )
            if kept is not None:
                out[name] = kept
        return tuple(out.items())

    def _sequence(self, trio: Trio, container: str) -> tuple[Any, ...]:
        """Three versions of a list, merged entry by entry."""
        base, edited, source = trio
        if not edited and not source:
            return ()
        keys = keyed(base, edited, source)
        at = [dict(zip(k, entries, strict=True)) for k, entries in zip(keys, trio, strict=True)]
        chosen: dict[Key, Trio] = {}
        for key in dict.fromkeys((*keys[1], *keys[2], *keys[0])):
            local = (at[0].get(key), at[1].get(key), at[2].get(key))
            found = self._choices.named(key, local, container) if isinstance(key, str) else self._choices.unnamed(local)
            if found:
                chosen[key] = found
        return tuple(self._one(chosen[key], container) for key in ordered(*keys, chosen))

    def _one(self, trio: Trio, container: str) -> Any:
        """Three versions of one element, merged field by field."""
        main = trio[2] if trio[1] is None else trio[1]
        if isinstance(main, Chapter):
            self._choices.chapter = main.title
        if isinstance(main, tuple):
            return self._row(trio, container)
        known = [v for v in trio if v is not None]
        if isinstance(main, Question) and all(isinstance(v, Question) for v in known):
            return self._question(trio, container)
        if any(type(v) is not type(main) for v in known):
            return self._whole(trio)
        inner = LISTS.get(type(main), "")
        if not inner and trio[0] == trio[1] == trio[2] and not isinstance(main, Table):
            return main
        made = replace(main, **self._values(trio, {inner, "id", "rows"}))
        if isinstance(main, Table):
            return replace(made, rows=self._rows(trio, inside(main, container)))
        return replace(made, **{inner: self._inner(trio, inner, container)}) if inner else made

    def _whole(self, trio: Trio) -> Any:
        base, edited, source = trio
        if edited is None or source is None:
            return source if edited is None else edited
        return self._choices.value((source if base is None else base, edited, source), edited)

    def _inner(self, trio: Trio, name: str, container: str) -> tuple[Any, ...]:
        main = trio[2] if trio[1] is None else trio[1]
        base, edited, source = (() if v is None else getattr(v, name) for v in trio)
        # An item's or a cell's blocks count as the list's or the table's: `container` is its name already.
        name = container if isinstance(main, Item | Cell) else inside(main, container)
        return self._sequence((base, edited, source), name)

    def _values(self, trio: Trio, without: set[str]) -> dict[str, Any]:
        """The plain fields of three versions, each merged on its own."""
        base, edited, source = trio
        main = source if edited is None else edited
        if edited is None or source is None:
            return {}
        names = [f for f in main.__struct_fields__ if f not in without]
        base = source if base is None else base
        return {n: self._choices.value(tuple(getattr(v, n) for v in (base, edited, source)), main, n) for n in names}

    def _question(self, trio: Trio, container: str) -> Question:
        base, edited, source = trio
        if edited is None or source is None:
            return self._filled(source if edited is None else edited, trio, container)
        base = source if base is None else base
        cls, own, wrong = answers.merged(base, edited, source)
        if wrong:
            self._choices.conflict(edited, wrong, *(v.to_data().get(wrong) for v in (edited, source)))
        shared = self._values((base, edited, source), set(edited.__struct_fields__) - _SHARED)
        made = cls(**{"stem": edited.stem, "id": edited.id, **shared, **own})
        if _fits(edited) and not _fits(made) and answers.own(edited) != answers.own(base):
            self._choices.conflict(edited, "answer")
            made = replace(made, stem=edited.stem)
        return self._filled(made, trio, container)

    def _filled(self, made: Question, trio: Trio, container: str) -> Question:
        return replace(made, content=self._inner(trio, "content", container))

    def _rows(self, trio: Trio, container: str) -> tuple[Any, ...]:
        tables = [() if v is None else v.rows for v in trio]
        if trio[1] is None or trio[2] is None:
            return self._sequence((tables[0], tables[1], tables[2]), container)
        if trio[0] is None:
            tables[0] = tables[2]
        if len({c for t in tables for c in _shape(t)}) <= 1:
            return self._sequence((tables[0], tables[1], tables[2]), container)
        if _shape(tables[0]) == _shape(tables[1]) == _shape(tables[2]):
            rows = zip(*tables, strict=True)
            return tuple(self._row(row, container) for row in rows)
        whole: tuple[Any, ...] = self._choices.value((tables[0], tables[1], tables[2]), trio[1], "rows")
        return whole

    def _row(self, trio: Trio, container: str) -> tuple[Cell, ...]:
        base, edited, source = trio
        if edited is None or source is None:
            return tuple(edited if source is None else source)
        base = source if base is None else base
        if len({len(base), len(edited), len(source)}) > 1:
            row: tuple[Cell, ...] = self._choices.value((base, edited, source), edited)
            return row
        return tuple(self._one(cells, container) for cells in zip(base, edited, source, strict=True))


_SHARED = set(Question.__struct_fields__) - {"content", "answer_source", "unsure", "id"}


def _fits(question: Question) -> bool:
    """Whether a stem has as many blanks as the answer fills; true for all other types."""
    return not isinstance(question, Fill) or question.answer is None or question.blanks == len(question.answer)


def _shape(rows: tuple[tuple[Cell, ...], ...]) -> tuple[Any, ...]:
    return tuple(tuple((c.colspan, c.rowspan) for c in row) for row in rows)
