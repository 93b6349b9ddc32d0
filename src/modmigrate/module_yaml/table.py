"""The table of module.yaml: every record, its keys in written order, and their kinds."""

from __future__ import annotations

from typing import get_args

from ..module import (
    LIST_STYLES,
    Activities,
    Cell,
    Chapter,
    Code,
    Equation,
    Exercise,
    Figure,
    Glossary,
    Heading,
    Instructions,
    Item,
    List,
    Module,
    Note,
    Objective,
    Objectives,
    Role,
    ScoPer,
    Scoring,
    Table,
    Term,
)
from .blocks import Blocks
from .kinds import PLAIN, TEXT, Each, File, Id, Notes, Number, Rows, Short, Text, Word
from .questions import Questions
from .records import Field, Record

BLOCKS = Blocks()
UNSURE_WORDS = ("key", "question", "heading", "chapter", "words", "picture", "text", "mastery", "title")
UNSURE = Field("unsure", Each(Word(UNSURE_WORDS), line=True))
ACTIVITIES = Field("activities", Word(get_args(Activities)))
ID = Field("id", Id())
FROM = Field("from", TEXT, "source")
LANGUAGE = Text(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", "is no language code; write one such as id, en or pt-BR")

ITEM = Record(Item, Field("item", TEXT, "text"), Field("label", TEXT), Field("content", BLOCKS))
CELL = Record(
    Cell,
    Field("cell", TEXT, "text", always=True),
    Field("content", BLOCKS),
    Field("colspan", Number(1, 1000)),
    Field("rowspan", Number(1, 65534)),
)
OBJECTIVE = Record(Objective, Field("text", TEXT), ID, FROM)

HEADING = Record(
    Heading,
    Field("heading", TEXT, "text"),
    Field("level", Number(1, 9)),
    Field("number", TEXT),
    Field("exercise", Word(get_args(Exercise))),
    Field("meaning", Word(("objectives", "summary", "glossary", "references", "further", "key", "trainer"))),
    ACTIVITIES,
    UNSURE,
    ID,
    FROM,
)
LIST = Record(
    List,
    Field("list", Each(Short(ITEM, Item, "item")), "items"),
    Field("style", Word(LIST_STYLES)),
    Field("start", Number(0, 999_999_999)),
    ACTIVITIES,
)
OBJECTIVES = Record(
    Objectives,
    Field("objectives", Each(Short(OBJECTIVE, Objective, "text"))),
    Field("lead", TEXT),
)
FIGURE = Record(
    Figure,
    Field("figure", File(), "file"),
    Field("alt", TEXT),
    Field("caption", TEXT),
    Field("width", Number(1, 100_000)),
    ID,
    FROM,
)
TABLE = Record(
    Table,
    Field("table", Rows(Short(CELL, Cell, "cell")), "rows"),
    Field("header", Number(0, 1000)),
    Field("caption", TEXT),
    ACTIVITIES,
    ID,
    FROM,
)
NOTE = Record(
    Note,
    Field("note", BLOCKS, "content"),
    Field("kind", Word(("note", "tip", "warning", "example", "case", "definition", "trainer"))),
    Field("title", TEXT),
    ID,
)
TERM = Record(Term, Field("term", TEXT), Field("meaning", TEXT), ID)
GLOSSARY = Record(Glossary, Field("glossary", Each(TERM), "terms"), ACTIVITIES, ID)
EQUATION = Record(Equation, Field("equation", TEXT, "text"), Field("mathml", TEXT))
CODE = Record(Code, Field("code", PLAIN, "text"))
QUESTION = Questions(
    Field("question", TEXT, "stem"),
    Field("number", TEXT),
    Field("content", BLOCKS),
    Field("feedback", TEXT),
    Field("hint", TEXT),
    Field("points", Number(1, 100)),
    Field("objective", TEXT),
    Field("answer-source", Word(("key", "marked", "inline", "none"))),
    UNSURE,
    ID,
    FROM,
    own_after="content",
)
for record in (HEADING, LIST, OBJECTIVES, FIGURE, TABLE, NOTE, GLOSSARY, EQUATION, CODE, QUESTION):
    BLOCKS.know(record)

CHAPTER = Record(
    Chapter,
    Field("chapter", TEXT, "title"),
    Field("number", TEXT),
    Field("role", Word(get_args(Role))),
    Field("exercise", Word(get_args(Exercise))),
    Field("duration", TEXT),
    UNSURE,
    ID,
    FROM,
    Field("content", BLOCKS),
)
MODULE = Record(
    Module,
    Field("title", TEXT),
    ID,
    Field("language", LANGUAGE, always=True),
    Field("mastery", Number(1, 100), always=True),
    Field("scoring", Word(get_args(Scoring)), always=True),
    Field("description", TEXT),
    Field("duration", TEXT),
    Field("source", TEXT),
    Field("theme", File("theme")),
    Field("sco", Word(get_args(ScoPer))),
    Field("instructions", Word(get_args(Instructions))),
    ACTIVITIES,
    Field("cover", File()),
    UNSURE,
    Field("opening", BLOCKS),
    Field("chapters", Each(CHAPTER)),
    Field("notes", Notes()),
)
