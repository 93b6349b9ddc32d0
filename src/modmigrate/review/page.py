"""The gathered parts as one HTML page."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from .. import module as mod
from ..account.inventory import every
from ..account.places import beginnings
from ..document import Paragraph
from ..module import folded
from ..plain_yaml.settings import settings
from ..questions import Question
from ..text.inline import plain
from .coverage import coverage, weights, without_words
from .gathering import Gathered
from .made import Made, of_module, of_question
from .pages import Frame, frames, pictures
from .printing import located
from .said import sayer

ROOM = Path(__file__).parent
NAMED = 80
"""Signs of the first words that a part without a page is called by."""
AROUND = 2
"""Paragraphs before and behind a place in a Word file."""
ENTRIES = 200
"""Places of the ledger that are listed for a reason."""
DOUBTS = 150
PLACED = ("chapter", "heading", "question", "figure")
"""What is looked for on printed pages."""


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


def page(found: Gathered, words: str, password: str, sheets: Path | None) -> str:
    """The page in a language; `sheets` is the PDF whose pages are drawn."""
    known = cast("dict[str, dict[str, str]]", settings("words.yaml", (ROOM / "words.yaml").read_bytes()))
    language = words or found.module.language.split("-")[0]
    language = language if language in known else "en"
    say = sayer(language)
    made = list(of_module(found.module))
    pages = _pages(found, made, sheets)
    doubts = list(_doubts(found, password, sheets, pages, say))
    drawn = pictures(sheets, password, {d.page for d in doubts}) if sheets else {}
    env = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, loader=FileSystemLoader(ROOM)
    )
    reasons: Counter[str] = Counter()
    for entry in found.left_out:
        reasons[entry.reason] += len(entry.text.split())
    return env.get_template("page.html.j2").render(
        found=found, words=known[language], language=language, doubts=doubts, drawn=drawn,
        parts=list(_parts(found, made, drawn, pages)), place=_placer(found),
        more=len(found.todos) - len(doubts), reasons=reasons.most_common(), entries=ENTRIES,
        covered=list(coverage(found.module)), unsaid=without_words(found.text), plain=plain,
        weights=weights(found.module, found.site), state=say(_state(found)), body=_counts(found), say=say,
        number=lambda n: f"{n:,}".replace(",", "." if language == "id" else ","),
    )  # fmt: skip


def _placer(found: Gathered) -> Callable[[Any], str]:
    """What says a place as a person finds it: `p.18`, or how the paragraph begins."""
    words = beginnings(found.document) if found.document else {}

    def place(where: Any) -> str:
        said = str(where)
        return words.get(_number(said), "") if said.startswith("¶") else said

    return place


def _counts(found: Gathered) -> dict[str, int]:
    asked = [b for c in found.module.chapters for b in mod.walk(c.content) if isinstance(b, Question)]
    chapters = sum(c.role == "body" for c in found.module.chapters)
    return {"chapters": chapters, "questions": len(asked), "keys": sum(q.scored for q in asked)}


def _state(found: Gathered) -> str:
    return next((f.message for f in found.site.findings if f.code.code in ("state-size", "state-trimmed")), "")


def _pages(found: Gathered, made: Sequence[Made], sheets: Path | None) -> dict[str, int]:
    """Element → the page that it is drawn on: of a PDF its own, of a printed file the one that its words are on."""
    if sheets is None or sheets == found.source:
        return {one.id: _page(one.source) for one in made if one.id}
    texts = {one.id: _bare(one) for one in made if one.id and one.kind in PLACED}
    places = located(sheets, texts.values())
    return {name: places[text] for name, text in texts.items() if text in places}


def _bare(one: Made) -> str:
    """The words without the number before them, which a print may set apart."""
    first, _, rest = one.text.partition(" ")
    return rest if rest and not any(sign.isalpha() for sign in first) else one.text


def _doubts(
    found: Gathered, password: str, sheets: Path | None, pages: dict[str, int], say: Callable[[str], str]
) -> Iterator[Doubt]:
    todos = found.todos[:DOUBTS]
    wanted: dict[int, tuple[str, ...]] = {}
    for todo in todos:
        if number := pages.get(todo.open.id, 0) if sheets else 0:
            wanted[number] = (*wanted.get(number, ()), todo.open.words)
    framed = frames(sheets, password, wanted) if sheets else {}
    elements = {b.id: b for c in found.module.chapters for b in mod.walk(c.content) if isinstance(b, Question)}
    made = {one.id: one for one in of_module(found.module) if one.id}
    paragraphs = list(every(found.document)) if found.document else []
    lines = found.text.split("\n")
    for todo in todos:
        one = todo.open
        element = elements.get(one.id)
        own = tuple(of_question(element)) if element else ((made[one.id],) if one.id in made else ())
        number = pages.get(one.id, 0) if sheets else 0
        around = () if number else _around(one, paragraphs)
        yield Doubt(
            todo, number, framed.get((number, one.words), ()), around, own, _why(found, one, say),
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


def _why(found: Gathered, one: Any, say: Callable[[str], str]) -> tuple[str, ...]:
    """The decisions at a place, with their evidence."""
    words = folded(one.words)
    own = [r for r in found.why if one.source and str(r.where) == one.source]
    fit = [r for r in own if (said := folded(r.what)) and (said.startswith(words[:20]) or words.startswith(said[:20]))]
    return tuple(f"{say(r.decision)} ({say(r.confidence)}): {'; '.join(map(say, r.evidence))}" for r in fit[:3])


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


def _parts(found: Gathered, made: Sequence[Made], drawn: Mapping[int, Any], pages: Mapping[str, int]) -> Iterator[Part]:
    """The source in pages, or from heading to heading, beside what was made of each."""
    paged = bool(drawn) or any(one.source.startswith("p.") for one in made)
    numbers = [pages.get(one.id, 0) if drawn else _number(one.source) for one in made]
    heads = {n for n, one in zip(numbers, made, strict=True) if n and (paged or one.kind in ("chapter", "heading"))}
    marks = list(range(1, max((*drawn, *heads), default=1) + 1)) if paged else sorted(heads) or [1]
    own: dict[int, list[Made]] = {}
    at = marks[0]
    for number, one in zip(numbers, made, strict=True):
        at = _mark(marks, number) if number else at
        own.setdefault(at, []).append(one)
    texts: dict[int, list[str]] = {}
    for p in every(found.document) if found.document and not drawn else ():
        if text := " ".join(p.text.split()):
            texts.setdefault(_mark(marks, (p.where.page if paged else p.where.paragraph) or 0), []).append(text)
    for mark in marks:
        said = tuple(texts.get(mark, ()))
        if mark in own or said or mark in drawn:
            here = tuple(own.get(mark, ()))
            name = f"p.{mark}" if paged else next((m.text for m in here), said[0] if said else "")[:NAMED]
            yield Part(name, mark if mark in drawn else 0, said, here)


def _mark(marks: Sequence[int], number: int) -> int:
    """The last mark that is not beyond a number."""
    return marks[max(0, bisect_right(marks, number) - 1)]


def _number(source: str) -> int:
    digits = source.removeprefix("p.").removeprefix("¶")
    return int(digits) if digits.isdecimal() else 0
