"""As large as modules come: 300 questions of all nine types on 400 screens in 20 chapters."""

from __future__ import annotations

from collections.abc import Iterator

from modmigrate.module import Block, Chapter, Heading, Module, Paragraph
from modmigrate.questions import Choice, Essay, Fill, Match, Multi, Order, Question, Short, Task, TrueFalse

WORDS = ("satu", "dua", "tiga", "empat", "lima")
LONG = Paragraph(text="Sebuah kalimat yang cukup panjang supaya layar ini berdiri sendiri. " * 8)


def _questions(chapter: int) -> Iterator[Question]:
    """Fifteen; most are choices, as in real modules."""
    for number in range(7):
        yield Choice(id=f"q-{chapter}-c{number}", stem="Mana?", options=WORDS, answer=0)
    yield TrueFalse(id=f"q-{chapter}-t", stem="Benar?", answer=True)
    yield Multi(id=f"q-{chapter}-m", stem="Mana saja?", options=WORDS, answer=(0, 2))
    yield Match(id=f"q-{chapter}-p", stem="Pasangkan.", left=WORDS, right=WORDS, answer=tuple((n,) for n in range(5)))
    yield Order(id=f"q-{chapter}-o", stem="Urutkan.", options=WORDS, answer=(1, 0, 2, 3, 4))
    yield Fill(id=f"q-{chapter}-f", stem="Isi ____.", answer=(("a",),))
    yield Short(id=f"q-{chapter}-s", stem="Apa?", answer=("a",))
    yield Essay(id=f"q-{chapter}-e", stem="Mengapa?")
    yield Task(id=f"q-{chapter}-k", stem="Kerjakan.", checklist=WORDS)


def _content(chapter: int) -> Iterator[Block]:
    for section in range(18):
        yield Heading(id=f"h-{chapter}-{section}", text=f"Bagian {section + 1}")
        yield LONG
    *practice, last, end = _questions(chapter)
    yield Heading(id=f"h-{chapter}-l", text="Latihan", exercise="practice")
    yield from (last, end)
    yield Heading(id=f"h-{chapter}-e", text="Tes", exercise="test")
    yield from practice


BIG = Module(
    id="besar",
    title="Modul Besar",
    language="id",
    chapters=tuple(Chapter(id=f"b{n}", title=f"Bab {n}", content=tuple(_content(n))) for n in range(20)),
)
