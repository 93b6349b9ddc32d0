"""A module with nine types of questions in two tests, plans to answer it, and an oracle: what an LMS must hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from modmigrate.module import Block, Chapter, Heading, Module, Paragraph, walk
from modmigrate.questions import Choice, Essay, Fill, Match, Multi, Order, Question, Short, Task, TrueFalse

FIRST: tuple[Question, ...] = (
    Choice(id="a-choice", stem="Mana?", options=("satu", "dua", "tiga"), answer=1),
    Multi(id="a-multi", stem="Mana saja?", options=("satu", "dua", "tiga", "empat"), answer=(0, 2)),
    TrueFalse(id="a-truefalse", stem="Benar?", answer=False),
    Match(
        id="a-match", stem="Pasangkan.", left=("A", "B", "C"), right=("x", "y", "z", "w"), answer=((1, 3), (0,), (2,))
    ),
    Order(id="a-order", stem="Urutkan.", options=("p", "q", "r", "s"), answer=(2, 0, 3, 1)),
)
SECOND: tuple[Question, ...] = (
    Fill(id="b-fill", stem="Isi ____ dan ____.", answer=(("satu", "esa"), ("dua",))),
    Short(id="b-short", stem="Apa?", answer=("tiga", "3")),
    Essay(id="b-essay", stem="Mengapa?"),
    Task(id="b-task", stem="Kerjakan.", checklist=("satu", "dua")),
    Choice(id="b-choice", stem="Mana?", options=("satu", "dua"), answer=0),
)
TEXT = "Sebuah kalimat yang cukup panjang supaya layar ini berdiri sendiri dan dibaca. " * 8
RIGHT: dict[str, Any] = {
    "a-choice": 1,
    "a-multi": (0, 2),
    "a-truefalse": "f",
    "a-match": (3, 0, 2),
    "a-order": (2, 0, 3, 1),
    "b-fill": ("esa", " Dua. "),
    "b-short": "3",
    "b-essay": "Karena begitu, kata “orang”; 100% benar.\nSelesai.",
    "b-task": ((1,), "Sudah."),
    "b-choice": 0,
}
WRONG: dict[str, Any] = RIGHT | {
    "a-choice": 0,
    "a-multi": (0, 1),
    "a-truefalse": "t",
    "a-match": (0, 1, 3),
    "a-order": (0, 1, 2, 3),
    "b-fill": ("x", "y"),
    "b-short": "salah",
    "b-choice": 1,
}
PARTLY: dict[str, Any] = RIGHT | {"a-choice": 2, "a-match": (1, 1, 2), "b-fill": ("satu", "tiga")}
BLANKS: dict[str, Any] = {k: v for k, v in RIGHT.items() if k not in ("a-multi", "a-order", "b-short", "b-essay")}


def module(
    first: tuple[Question, ...] = FIRST,
    second: tuple[Question, ...] = SECOND,
    before: tuple[Chapter, ...] = (),
    *,
    reverse: bool = False,
) -> Module:
    """The module; other questions, chapters before it, or its chapters the other way round."""
    chapters = (_chapter("satu", first), _chapter("dua", second))
    return Module(
        id="sembilan",
        title="Sembilan Jenis",
        language="id",
        mastery=70,
        chapters=(*before, *(reversed(chapters) if reverse else chapters)),
    )


def _chapter(name: str, questions: tuple[Question, ...]) -> Chapter:
    content: tuple[Block, ...] = (Paragraph(text=TEXT), Heading(id=f"t-{name}", text=f"Tes {name}", exercise="test"))
    return Chapter(id=name, title=f"Bab {name}", content=(*content, *questions))


class Told(Struct, frozen=True):
    """What cmi.interactions must say of an answer, and the points it is worth; no points where nothing is marked."""

    type: str
    response: str
    result: str
    points: int


def told(question: Question, value: Any) -> Told:
    """By SCORM 1.2 RTE 3.4.7 and the question's key alone."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    match question:
        case Choice():
            return _marked("choice", letters[value], int(value == question.answer), 1)
        case Multi():
            return _marked("choice", ",".join(letters[v] for v in value), int(tuple(value) == question.answer), 1)
        case TrueFalse():
            return _marked("true-false", value, int((value == "t") == question.answer), 1)
        case Match():
            pairs = ",".join(f"{letters[n]}.{v + 1}" for n, v in enumerate(value))
            points = sum(v in fits for v, fits in zip(value, question.answer, strict=True))
            return _marked("matching", pairs, points, len(question.left))
        case Order():
            return _marked("sequencing", ",".join(letters[v] for v in value), int(tuple(value) == question.answer), 1)
        case Fill():
            accepted = zip(value, question.answer, strict=True)
            points = sum(v.strip().rstrip(".").lower() in words for v, words in accepted)
            return _marked("fill-in", "; ".join(v.strip() for v in value), points, question.blanks)
        case Short():
            return _marked("fill-in", value, int(value in question.answer), 1)
        case Task():
            return Told("performance", value[1] or "done", "neutral", 0)
        case _:
            return Told("fill-in", " ".join(value.split()), "neutral", 0)


def _marked(type_: str, response: str, points: int, weight: int) -> Told:
    return Told(type_, response, "correct" if points == weight else "wrong", points)


def asked(of: Module) -> dict[str, Question]:
    """The module's questions by id."""
    return {b.id: b for c in of.chapters for b in walk(c.content) if isinstance(b, Question)}


def tests(of: Module) -> dict[str, list[str]]:
    """Ids of each test's questions, by the heading's id."""
    out: dict[str, list[str]] = {}
    for chapter in of.chapters:
        head = next((b.id for b in chapter.content if isinstance(b, Heading) and b.exercise == "test"), "")
        if head:
            out[head] = [b.id for b in chapter.content if isinstance(b, Question)]
    return out


def weight(question: Question) -> int:
    """Points that a question can bring."""
    match question:
        case Match():
            return len(question.left)
        case Fill():
            return question.blanks
        case Essay() | Task():
            return 0
        case _:
            return 1


def percent(of: Module, answers: Mapping[str, Any], ids: list[str]) -> int:
    """Rounded, but never up to the pass mark."""
    questions = asked(of)
    total = sum(weight(questions[i]) for i in ids)
    points = sum(told(questions[i], answers[i]).points for i in ids if i in answers)
    exact = points * 100 / total
    rounded = int(exact + 0.5)
    return int(exact) if exact < of.mastery <= rounded else rounded
