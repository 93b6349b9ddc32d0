"""The gathered parts as one HTML page."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from .. import module as mod
from ..account.inventory import every
from ..document import Paragraph
from ..module import folded
from ..plain_yaml.settings import settings
from ..questions import Question
from ..text.inline import plain
from .coverage import coverage, weights, without_words
from .gathering import Gathered
from .made import Made, of_module, of_question
from .pages import Frame, frames, pictures

ROOM = Path(__file__).parent
AROUND = 2
"""Paragraphs before and behind a place in a Word file."""
ENTRIES = 200
"""Places of the ledger that are listed for a reason."""
DOUBTS = 150


class Doubt(Struct, frozen=True):
    """A doubt beside its place: a page with frames, or the paragraphs around it."""

    todo: Any
    page: int
    frames: tuple[Frame, ...]
    around: tuple[tuple[bool, str], ...]
    made: tuple[Made, ...]
    why: tuple[str, ...]
    lines: tuple[tuple[int, str, bool], ...]
    change: str


class Part(Struct, frozen=True):
    """A part of the source beside what was made of it."""

    name: str
    page: int
    source: tuple[str, ...]
    made: tuple[Made, ...]


def page(found: Gathered, words: str, password: str) -> str:
    """The page in a language."""
    known = cast("dict[str, dict[str, str]]", settings("words.yaml", (ROOM / "words.yaml").read_bytes()))
    language = words or found.module.language.split("-")[0]
    language = language if language in known else "en"
    doubts = list(_doubts(found, password))
    drawn = pictures(found.source, password, {d.page for d in doubts}) if found.source else {}
    env = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, loader=FileSystemLoader(ROOM)
    )
    reasons: Counter[str] = Counter()
    for entry in found.left_out:
        reasons[entry.reason] += len(entry.text.split())
    return env.get_template("page.html.j2").render(
        found=found, words=known[language], language=language, doubts=doubts, drawn=drawn,
        parts=list(_parts(found, drawn)),
        more=len(found.todos) - len(doubts), reasons=reasons.most_common(), entries=ENTRIES,
        covered=list(coverage(found.module)), unsaid=without_words(found.text), plain=plain,
        weights=weights(found.module, found.site), state=_state(found), body=_counts(found),
    )  # fmt: skip


def _counts(found: Gathered) -> dict[str, int]:
    asked = [b for c in found.module.chapters for b in mod.walk(c.content) if isinstance(b, Question)]
    chapters = sum(c.role == "body" for c in found.module.chapters)
    return {"chapters": chapters, "questions": len(asked), "keys": sum(q.scored for q in asked)}


def _state(found: Gathered) -> str:
    return next((f.message for f in found.site.findings if f.code.code in ("state-size", "state-trimmed")), "")


def _doubts(found: Gathered, password: str) -> Iterator[Doubt]:
    todos = found.todos[:DOUBTS]
    wanted: dict[int, tuple[str, ...]] = {}
    for todo in todos:
        if number := _page(todo.open.source):
            wanted[number] = (*wanted.get(number, ()), todo.open.words)
    framed = frames(found.source, password, wanted) if found.source else {}
    elements = {b.id: b for c in found.module.chapters for b in mod.walk(c.content) if isinstance(b, Question)}
    made = {one.id: one for one in of_module(found.module) if one.id}
    paragraphs = list(every(found.document)) if found.document else []
    lines = found.text.split("\n")
    for todo in todos:
        one = todo.open
        element = elements.get(one.id)
        own = tuple(of_question(element)) if element else ((made[one.id],) if one.id in made else ())
        number = _page(one.source)
        around = () if number and found.source and found.source.suffix.lower() == ".pdf" else _around(one, paragraphs)
        yield Doubt(
            todo, number, framed.get((number, one.words), ()), around, own, _why(found, one),
            tuple(_lines(lines, one.line)), _change(lines[one.line - 1], one.word, element),
        )  # fmt: skip


def _page(source: str) -> int:
    return int(source[2:]) if source.startswith("p.") and source[2:].isdecimal() else 0


def _around(one: Any, paragraphs: Sequence[Paragraph]) -> tuple[tuple[bool, str], ...]:
    """The paragraphs around a place, and which of them is meant."""
    words = folded(one.words)
    texts = [" ".join(p.text.split()) for p in paragraphs]
    here = [n for n, p in enumerate(paragraphs) if one.source and str(p.where) == one.source]
    named = [n for n in here or range(len(texts)) if words and words in folded(texts[n])]
    at = next(iter([*named, *here]), None)
    if at is None:
        return ()
    return tuple((n == at, texts[n]) for n in range(max(0, at - AROUND), min(len(texts), at + AROUND + 3)) if texts[n])


def _why(found: Gathered, one: Any) -> tuple[str, ...]:
    """The decisions at a place, with their evidence."""
    words = folded(one.words)
    own = [r for r in found.why if one.source and str(r.where) == one.source]
    fit = [r for r in own if (said := folded(r.what)) and (said.startswith(words[:20]) or words.startswith(said[:20]))]
    return tuple(f"{r.decision} ({r.confidence}): {'; '.join(r.evidence)}" for r in fit[:3])


def _lines(lines: Sequence[str], at: int) -> Iterator[tuple[int, str, bool]]:
    for number in range(max(1, at - 6), min(len(lines), at + 2) + 1):
        yield number, lines[number - 1][:160], number == at


def _change(line: str, word: str, question: Question | None) -> str:
    """The line as it is to be typed: an answer to be completed, or the word of `unsure` gone."""
    pad = line[: len(line) - len(line.lstrip())]
    if line.strip().startswith("answer:"):
        kind = question.type if question else ""
        return f"{pad}answer: " + {"choice": "A", "multi": "[A, B]", "truefalse": "true"}.get(kind, "…")
    left = [w.strip() for w in line.partition("[")[2].rstrip("] ").split(",") if w.strip() not in ("", word)]
    return f"{pad}unsure: [{', '.join(left)}]" if left else ""


def _parts(found: Gathered, drawn: dict[int, Any]) -> Iterator[Part]:
    """The source in pages, or from heading to heading, beside what was made of each."""
    made = list(of_module(found.module))
    marks = sorted({n for one in made if (n := _number(one.source)) and (drawn or one.kind in ("chapter", "heading"))})
    paged = any(one.source.startswith("p.") for one in made)
    if paged:
        last = max(drawn, default=max(marks, default=0))
        marks = list(range(1, last + 1))
    if not marks:
        marks = [1]
    own: dict[int, list[Made]] = {}
    at = marks[0]
    for one in made:
        if number := _number(one.source):
            at = marks[max(0, bisect_right(marks, number) - 1)]
        own.setdefault(at, []).append(one)
    texts: dict[int, list[str]] = {}
    for p in every(found.document) if found.document and not drawn else ():
        number = (p.where.page if paged else p.where.paragraph) or 0
        place = marks[max(0, bisect_right(marks, number) - 1)]
        if text := " ".join(p.text.split()):
            texts.setdefault(place, []).append(text)
    for mark in marks:
        said = tuple(texts.get(mark, ()))
        if mark in own or said or mark in drawn:
            yield Part(f"{'p.' if paged else '¶'}{mark}", mark if mark in drawn else 0, said, tuple(own.get(mark, ())))


def _number(source: str) -> int:
    digits = source.removeprefix("p.").removeprefix("¶")
    return int(digits) if digits.isdecimal() else 0
