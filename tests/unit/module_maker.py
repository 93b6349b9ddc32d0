"""Random modules from a seed: every block kind, every question type, texts that YAML finds hard."""

from __future__ import annotations

import random

from modmigrate.module import (
    LIST_STYLES,
    Block,
    Cell,
    Chapter,
    Code,
    Equation,
    Figure,
    Glossary,
    Heading,
    Ids,
    Item,
    List,
    Module,
    Note,
    Objective,
    Objectives,
    Paragraph,
    Table,
    Term,
)
from modmigrate.questions import Choice, Essay, Fill, Match, Multi, Order, Question, Short, Task, TrueFalse

WEIRD = (
    "",
    " ",
    "-",
    "- item",
    "-5",
    "--- x",
    "...",
    "? what",
    ": colon",
    "a: b",
    "ends with:",
    "a:b",
    "a #hash",
    "#hash",
    "a#b",
    "'single'",
    "\"double\" and 'single'",
    "it's",
    "back\\slash \\* \\n",
    "tab\there",
    "\tlead",
    "two\nlines",
    "trail \nblank",
    "  lead\n  blanks",
    "\nlead break",
    "break\n",
    "breaks\n\n",
    "\n",
    "\n\n",
    "a\n\nb",
    "a\n \nb",
    "cr\rhere",
    "crlf\r\nhere",
    "😀 emoji\nlines 😀",
    "مرحبا: بالعالم #1",
    "שלום\u200f \u202eabc",
    "中文:冒号 #",
    "nbsp\u00a0 \u00a0",
    "\u00a0lead",
    "nel\x85here",
    "ls\u2028ps\u2029",
    "bom\ufeffin",
    "\ufeff",
    "nul\x00bell\x07esc\x1bdel\x7f",
    "\x0bvt\x0c",
    "\ufffe\uffff\ufffd",
    "yes",
    "No",
    "on",
    "true",
    "False",
    "null",
    "Null",
    "~",
    "1.0",
    "1e3",
    "0x1F",
    "0o7",
    "012",
    "1_000",
    "+1",
    ".inf",
    "NaN",
    ".nan",
    "1:30",
    "2024-01-01",
    "2024-01-01 10:00:00",
    "=",
    "<<",
    "!tag",
    "&anchor x",
    "*alias",
    "**bold** text",
    "[a](b)",
    "[^fn1]",
    "{a: b}",
    "a, b]",
    "> quote",
    "| pipe",
    "|",
    "%percent",
    "@at",
    "`code`",
    "$x^2$",
    "x" * 5000,
    "long words " * 900,
    "key: " * 500,
    "line\n" * 300,
    "$$: #\n- x\n...\n---\n# no comment",
)
WORDS = (
    *("pelatihan", "kewirausahaan", "sosial", "adalah", "tujuan", "indikator", "hasil", "belajar", "modul"),
    *("ini:", "**penting**", "—", "x^2^", "H~2~O"),
)


class Maker:
    """Makes modules; `weird` is the share of texts that are hard, `deep` how far blocks nest."""

    def __init__(self, seed: int, weird: float = 0.5) -> None:
        self.random = random.Random(seed)
        self.weird = weird
        self.ids = Ids()

    def text(self, words: int = 20) -> str:
        if self.random.random() < self.weird:
            return self.random.choice(WEIRD)
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, words)))

    def id(self, prefix: str) -> str:
        return self.ids.make(prefix, str(self.random.random()))

    def where(self) -> str:
        return self.random.choice(("", "p.4", "¶214"))

    def texts(self, low: int, high: int) -> tuple[str, ...]:
        return tuple(self.text(8) for _ in range(self.random.randint(low, high)))

    def question(self, deep: int) -> Question:
        r = self.random
        cls = r.choice((Choice, Multi, TrueFalse, Match, Order, Fill, Short, Essay, Task))
        shared = {
            "stem": self.text(),
            "content": self.inner(deep, 0.2),
            "number": r.choice(("", "1", "3.a")),
            "feedback": r.choice(("", self.text())),
            "hint": r.choice(("", self.text())),
            "answer_source": r.choice(("none", "key", "marked", "inline")),
            "unsure": r.choice(((), ("key",), ("key",))),
            "id": self.id("q"),
            "source": self.where(),
        }
        known = r.random() < 0.8
        options = self.texts(2, 6)
        count = len(options)
        own: dict[type[Question], dict] = {
            Choice: {"options": options, "answer": r.randrange(count) if known else None},
            Multi: {"options": options, "answer": tuple(sorted(r.sample(range(count), 2))) if known else None},
            TrueFalse: {"answer": r.choice((True, False, None))},
            Match: {
                "left": options,
                "right": (*options, "x"),
                "answer": tuple((i, count) if i == 1 else (i,) for i in range(count)) if known else None,
            },
            Order: {"options": options, "answer": tuple(r.sample(range(count), count)) if known else None},
            Fill: {"answer": tuple(self.texts(1, 3) for _ in range(r.randint(1, 3))) if known else None},
            Short: {"answer": self.texts(1, 3) if known else None},
            Essay: {"answer": self.text() if known else None},
            Task: {"checklist": self.texts(0, 4), "answer": self.text() if known else None},
        }
        return cls(**shared, **own[cls])

    def inner(self, deep: int, share: float = 1.0) -> tuple[Block, ...]:
        return self.blocks(2, deep - 1) if deep > 0 and self.random.random() < share else ()

    def block(self, deep: int) -> Block:
        r = self.random
        kind = r.choices(range(11), (50, 8, 8, 3, 4, 4, 3, 3, 17, 3, 3))[0]
        if kind == 1:
            return Heading(
                text=self.text(6),
                level=r.randint(1, 4),
                number=r.choice(("", "A.", "1.1")),
                exercise=r.choice((None, "practice", "pretest", "test")),
                meaning=r.choice(("", "summary", "key", "trainer", "further")),
                id=self.id("h"),
                source=self.where(),
            )
        if kind == 2:
            items = tuple(
                Item(text=self.text(), label=r.choice(("", "", "1.2", "א.", "Pasal 3")), content=self.inner(deep, 0.2))
                for _ in range(r.randint(1, 6))
            )
            return List(items=items, style=r.choice(LIST_STYLES), start=r.choice((1, 1, 0, 3)))
        if kind == 3:
            made = tuple(Objective(text=self.text(), id=self.id("o"), source=self.where()) for _ in range(3))
            return Objectives(objectives=made, lead=self.text())
        if kind == 4:
            return Figure(
                file=f"media/{r.randint(1, 99)} x.png",
                alt=self.text(),
                caption=self.text(),
                width=r.choice((None, 320)),
                id=r.choice(("", self.id("f"))),
                source=self.where(),
            )
        if kind == 5:
            rows = tuple(
                tuple(
                    Cell(
                        text=self.text(6),
                        content=self.inner(deep, 0.1),
                        colspan=r.choice((1, 1, 2)),
                        rowspan=r.choice((1, 1, 2)),
                    )
                    for _ in range(3)
                )
                for _ in range(r.randint(1, 5))
            )
            return Table(rows=rows, header=r.randint(0, 1), caption=self.text(), id=self.id("t"), source=self.where())
        if kind == 6:
            kinds = ("note", "tip", "warning", "example", "case", "definition", "trainer")
            return Note(
                content=self.inner(deep), kind=r.choice(kinds), title=self.text(), id=r.choice(("", self.id("n")))
            )
        if kind == 7:
            return Equation(text=self.text(), mathml=r.choice(("", "<math><mi>x</mi></math>", "<math>\n</math>")))
        if kind == 10:
            return Code(text="for n in x:\n    " + self.text(9))
        if kind == 8:
            return self.question(deep)
        if kind == 9:
            terms = tuple(Term(term=self.text(3), meaning=self.text(), id=self.id("g")) for _ in range(r.randint(1, 4)))
            return Glossary(terms=terms, id=r.choice(("", self.id("n"))))
        return Paragraph(text=self.text(60))

    def blocks(self, count: int, deep: int = 2) -> tuple[Block, ...]:
        return tuple(self.block(deep) for _ in range(count))

    def module(self, chapters: int = 3, blocks: int = 20) -> Module:
        r = self.random
        return Module(
            title=self.text(8),
            id=self.id("m"),
            language=r.choice(("id", "en", "no", "pt-BR", "zh-Hant-TW")),
            mastery=r.randint(1, 100),
            scoring=r.choice(("tests", "all", "none")),
            description=self.text(),
            theme=r.choice(("", "contrast", "tema/kami.yaml")),
            cover=r.choice(("", "media/cover.png")),
            source=self.text(3),
            opening=self.blocks(r.randint(0, 5)),
            chapters=tuple(
                Chapter(
                    title=self.text(6),
                    number=r.choice(("", "BAB I", "1")),
                    role=r.choice(("body", "front", "back")),
                    exercise=r.choice((None, None, "test")),
                    content=self.blocks(blocks),
                    id=self.id("c"),
                    source=self.where(),
                )
                for _ in range(chapters)
            ),
            notes=tuple((f"fn{i}", self.text()) for i in range(r.randint(0, 5))),
        )
