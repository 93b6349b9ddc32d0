"""How much of a module gives something to do, with activities and without.

    python benchmarks/activities.py FILE...      # documents or module.yaml

A row for each module: screens of its chapters; those whose document offers structure (questions, lists and tables of
three lines or more, terms, objectives, summaries, sub-sections); of these, those with something to do (a question, an
activity), before and after; words before the first of them, before and after. Limits: 60 per cent, and 300 words.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from modmigrate.activities import Plan
from modmigrate.module import Block, Glossary, Heading, List, Module, Note, Objectives, Table, texts, walk
from modmigrate.pipeline import Extraction, extract, is_yaml, load
from modmigrate.questions import Question
from modmigrate.renderer.active.chosen import chosen, prepared
from modmigrate.renderer.active.tried import tried
from modmigrate.renderer.media import ratios
from modmigrate.renderer.outline import Outline, Screen, outline, start_of
from modmigrate.text import inline

SHARE, WORDS = 60, 300


def offers(screen: Screen) -> bool:
    """Whether a screen's blocks have a structure that an activity could be made of."""
    blocks = screen.part.blocks
    heads = [screen.part.heading, *(b for b in blocks if isinstance(b, Heading))]
    parts = sum(isinstance(b, Heading) and b.level > 2 for b in blocks)
    terms = sum(isinstance(b, Note) and b.kind == "definition" for b in blocks)
    return (
        any(isinstance(b, Question | Glossary | Objectives) for b in walk(blocks))
        or any(isinstance(b, List) and len(b.items) > 2 for b in blocks)
        or any(isinstance(b, Table) and len(b.rows) > 3 for b in blocks)
        or any(h and h.meaning == "summary" for h in heads)
        or parts > 2
        or terms > 1
    )


def busy(screen: Screen, plan: Plan, asked: Mapping[str, object]) -> bool:
    """Whether there is something to do on a screen."""
    own = {id(b) for b in screen.part.blocks}
    return bool(screen.questions) or screen.code in asked or any(id(a.block) in own for a in plan.chosen)


def words_before(shown: Outline, plan: Plan, asked: Mapping[str, object]) -> int:
    """Words that are read from the start of learning up to the first thing to do; all where there is none."""
    first = start_of(shown.sections)
    screens = [s for c in shown.sections[shown.sections.index(first) :] for s in c.screens]
    acting = {id(a.block) for a in plan.chosen}
    count = 0
    for screen in screens:
        for block in screen.part.blocks:
            if isinstance(block, Question) or id(block) in acting:
                return count
            count += _words((block,))
        if screen.code in asked:
            return count
    return count


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(inline.plain(text).split()) for b in walk(tuple(blocks)) for text in texts(b))


def row(found: Extraction) -> list[int]:
    """The figures of a row."""
    module: Module = prepared(found.module)
    shown = outline(module, ratios(found.media))
    screens = [s for c in shown.sections if c.ordinal for s in c.screens]
    offering = [s for s in screens if offers(s)]
    plans: list[tuple[Plan, Mapping[str, object]]] = [(Plan(), {}), (chosen(module, shown), tried(module, shown))]
    return [
        len(screens),
        len(offering),
        *(sum(busy(s, *both) for s in offering) for both in plans),
        *(words_before(shown, *both) for both in plans),
    ]


def main() -> None:
    """The table."""
    print("| module | screens | offer | to do before | after | share | words before first | after |")
    print("|---|---|---|---|---|---|---|---|")
    for given in map(Path, sys.argv[1:]):
        screens, offering, before, after, words, words_after = row(load(given) if is_yaml(given) else extract(given))
        share = round(100 * after / offering) if offering else 100
        name = given.stem if given.stem not in ("module", "source") else given.parent.name
        print(
            f"| {name} | {screens} | {offering} | {before} | {after} | {share} % | {words} | {words_after} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
