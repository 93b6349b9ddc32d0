"""Points that a document gives its questions: «(5 poin)», «[3 marks]», «each question is worth 2 points».

In: a module as read. Out: it with `points` where they are said: at the beginning or end of a stem, in brackets; or for
all questions below a sentence or heading that says so of each, up to the next heading. A number without a word that
names points (`[5]`, `/10`) says nothing. What names them is in `languages/*.yaml`, section `points`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from ..languages import load
from ..module import Block, Heading, Module, Paragraph
from ..questions import Question
from ..text import inline

MOST = 100


class _Said(Struct, frozen=True):
    own: re.Pattern[str]
    number: re.Pattern[str]
    each: re.Pattern[str]


def with_points(module: Module) -> Module:
    """The module with the points that its text names."""
    said = _said(module.language)
    chapters = tuple(replace(c, content=tuple(_with(c.content, said))) for c in module.chapters)
    return replace(module, chapters=chapters)


def _with(blocks: tuple[Block, ...], said: _Said) -> Iterator[Block]:
    each = 0
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            found = _of_each(inline.plain(block.text), said)
            each = found or (0 if isinstance(block, Heading) else each)
            yield block
        elif isinstance(block, Question) and (points := _own(inline.plain(block.stem), said) or each):
            yield replace(block, points=points)
        else:
            yield block


def _own(stem: str, said: _Said) -> int:
    found = said.own.search(stem)
    return _number(found) if found and (found.end() == len(stem.rstrip(" .")) or found.start() == 0) else 0


def _of_each(text: str, said: _Said) -> int:
    """Of a sentence with one number: a range of questions and what they are worth are two."""
    for sentence in re.split(r"(?<=[.!?。])\s+", text):
        numbers = re.findall(r"\d+", sentence)
        found = said.number.search(sentence)
        if len(numbers) == 1 and found and said.each.search(sentence):
            return _number(found)
    return 0


def _number(found: re.Match[str]) -> int:
    number = int(next(group for group in found.groups() if group))
    return number if 1 <= number <= MOST else 0


@cache
def _said(language: str) -> _Said:
    data = load(language)["points"]
    unit, named, each = (_any(data[kind]) for kind in ("unit", "named", "each"))
    edge = "" if language.split("-")[0] in ("zh", "ja") else r"(?![^\W\d_])"
    number = rf"(\d{{1,3}})\s*(?:{unit}){edge}|(?:{named})\s*[:=]?\s*(\d{{1,3}})(?!\d)"
    free = r"(?<![^\W\d_])" if edge else ""
    return _Said(
        re.compile(rf"[(\[（【]\s*(?:{number})\s*[)\]）】]", re.IGNORECASE),
        re.compile(rf"(?<![\d.,])(?:{number})", re.IGNORECASE),
        re.compile(rf"{free}(?:{each}){edge}", re.IGNORECASE),
    )


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
