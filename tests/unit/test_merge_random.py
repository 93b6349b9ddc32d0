"""What must hold for any three versions of any module."""

from __future__ import annotations

import random

import pytest
from module_maker import Maker
from msgspec.structs import replace

from modmigrate.merge import aligned, merge
from modmigrate.merge.index import index
from modmigrate.module import Block, Module
from modmigrate.module_yaml import dumps, loads


def changed(made: Module, chance: random.Random) -> Module:
    """The module with blocks dropped, changed, inserted and shuffled, and chapters too."""
    maker = Maker(chance.randrange(10**9), 0.1)
    chapters = []
    for chapter in made.chapters:
        content: list[Block] = []
        for block in chapter.content:
            dice = chance.random()
            if dice < 0.04:
                continue
            if dice < 0.1:
                content.append(maker.block(1))
            content.append(_edited(block, chance) if 0.1 < dice < 0.16 else block)
        if chance.random() < 0.1:
            chance.shuffle(content)
        chapters.append(replace(chapter, content=tuple(content)))
    if chance.random() < 0.3:
        chance.shuffle(chapters)
    if chance.random() < 0.2:
        chapters.pop()
    if len(chapters) > 1 and chance.random() < 0.4:
        first, second, *rest = chapters
        moved = (*first.content[:2], *second.content)
        chapters = [replace(first, content=first.content[2:]), replace(second, content=moved), *rest]
    return replace(made, chapters=tuple(chapters))


def _edited(block: Block, chance: random.Random) -> Block:
    name = next((n for n in ("text", "stem", "caption", "title", "lead") if hasattr(block, n)), None)
    return replace(block, **{name: f"{getattr(block, name)} ({chance.randrange(999)})"}) if name else block


@pytest.mark.parametrize("seed", [*range(8), *(pytest.param(n, marks=pytest.mark.slow) for n in range(8, 80))])
def test_a_merge_takes_loses_and_repeats_what_it_should(seed: int) -> None:
    chance = random.Random(seed)
    base = Maker(seed, 0.2).module(4, 12)
    source, edited = changed(base, chance), changed(base, chance)

    out, findings = merge(base, edited, source)

    # No id twice, and the result is a module that can be written and read.
    assert loads(dumps(out)) == out
    had, has, got = index(base).keys(), index(edited).keys(), index(out).keys()
    assert has - had <= got, "what a person added is gone"
    assert not (had - has) & got, "what a person deleted came back"
    # Merged again with the same extraction, nothing changes any more.
    assert merge(aligned(base, source), out, source) == (out, ())
    assert merge(base, edited, source) == (out, findings)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_equal_changes_agree_and_no_change_gives_way(seed: int) -> None:
    chance = random.Random(seed)
    base = Maker(seed, 0.2).module(3, 10)
    other = changed(base, chance)
    assert merge(base, base, other) == (aligned(base, other), ())
    assert merge(base, other, base) == (other, ())
    if aligned(base, other) == other:
        assert merge(base, other, other) == (other, ())
