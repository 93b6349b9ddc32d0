"""module.yaml there and back: lossless, readable, the same bytes, other YAML readers agree."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from module_maker import WEIRD, Maker

from modmigrate.module import (
    Cell,
    Chapter,
    Figure,
    Heading,
    Item,
    List,
    Module,
    Objective,
    Objectives,
    Paragraph,
    Table,
)
from modmigrate.module_yaml import dumps, loads, schema
from modmigrate.module_yaml.table import MODULE
from modmigrate.questions import TYPES, Choice, Essay, Fill, TrueFalse


def module(*blocks: Any, **front: Any) -> Module:
    chapter = Chapter(title="Pendahuluan", number="BAB I", id="c-1", content=blocks)
    return Module(**{"title": "Kewirausahaan", "id": "m-1", "language": "id", "chapters": (chapter,), **front})


@pytest.mark.parametrize("seed", [*range(15), *(pytest.param(n, marks=pytest.mark.slow) for n in range(15, 60))])
def test_any_module_survives_the_way_there_and_back(seed: int) -> None:
    made = Maker(seed).module()
    assert loads(dumps(made)) == made


@pytest.mark.parametrize("text", WEIRD, ids=lambda t: repr(t[:20]))
def test_a_hard_text_survives_in_every_position(text: str) -> None:
    made = module(
        Paragraph(text=text),
        Heading(text=text, number=text, id="h-1", source=text),
        List(items=(Item(text=text), Item(text=text, label=text, content=(Paragraph(text=text),)))),
        Table(rows=((Cell(text=text), Cell(text="x")), (Cell(text=text, colspan=2),)), caption=text),
        Fill(stem=text, answer=((text, text), (text,)), hint=text, unsure=("key",), id="q-1"),
        title=text,
        notes=(("fn1", text),),
    )
    assert loads(dumps(made)) == made


@pytest.mark.parametrize("seed", [*range(15), *(pytest.param(n, marks=pytest.mark.slow) for n in range(15, 20))])
def test_other_yaml_readers_see_the_same_data(seed: int) -> None:
    made = Maker(seed).module(2, 8)
    text = dumps(made)
    want = {"format": 1, **MODULE.write(made)}
    for loader in {yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)}:
        assert yaml.load(text, loader) == want


def test_the_same_module_gives_the_same_bytes() -> None:
    assert dumps(Maker(7).module()) == dumps(Maker(7).module())


def test_it_reads_like_a_document() -> None:
    made = module(
        Paragraph(text="Setiap orang bisa **berusaha**."),
        Heading(text="Latar Belakang", number="A.", id="h-1", source="p.4"),
        List(items=(Item(text="satu"), Item(text="dua", content=(Paragraph(text="lagi"),)))),
        Objectives(objectives=(Objective(text="menjelaskan", id="o-1"),)),
        Figure(file="media/x.png", alt="Pasar"),
        Table(rows=((Cell(text="No"), Cell(text="Nama")), (Cell(text="1"), Cell(text="a", colspan=2))), header=1),
        Choice(stem="Mana?", number="1", options=("ya", "tidak"), answer=1, unsure=("key",), id="q-1", source="p.18"),
        notes=(("fn1", "Baris satu.\n\nBaris dua."),),
    )
    assert dumps(made) == (
        """\
# modmigrate module: edit freely, then `modmigrate build module.yaml -o package.zip`
format: 1
title: Kewirausahaan
id: m-1
language: id
mastery: 70
scoring: tests
chapters:
  - chapter: Pendahuluan
    number: BAB I
    id: c-1
    content:
      - Setiap orang bisa **berusaha**.
      - heading: Latar Belakang
        number: A.
        id: h-1
        from: p.4
      - list:
          - satu
          - item: dua
            content:
              - lagi
      - objectives:
          - text: menjelaskan
            id: o-1
      - figure: media/x.png
        alt: Pasar
      - table:
          - ["No", Nama]
          - - "1"
            - cell: a
              colspan: 2
        header: 1
      - question: Mana?
        type: choice
        number: "1"
        options:
          - ya
          - tidak
        answer: B
        unsure: [key]
        id: q-1
        from: p.18
notes:
  fn1: |-
    Baris satu.

    Baris dua.
"""
    )


def test_emoji_and_other_scripts_stay_readable() -> None:
    assert "- 😀 مرحبا 中文\n" in dumps(module(Paragraph(text="😀 مرحبا 中文")))


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    text = dumps(module(Paragraph(text="a\ud800b"), Paragraph(text="\ud800: x\ny")))
    assert text.encode()
    assert loads(text).chapters[0].content == (Paragraph(text="a\ufffdb"), Paragraph(text="\ufffd: x\ny"))


def test_bare_numbers_dates_and_truth_values_are_text_where_text_is_meant() -> None:
    made = loads(
        "format: 1\ntitle: 1.50\nlanguage: no\nopening:\n- true\n- null\n- 2024-01-01\n- 0x1F\n"
        "- question: 007\n  type: choice\n  number: 3\n  options: [1.0, yes, ~]\n  answer: 2\n"
        "- question: x ___ ___\n  type: fill\n  answer: [1.0, [yes, 1_000]]\n"
    )
    assert (made.title, made.language) == ("1.50", "no")
    assert [b.text for b in made.opening[:4] if isinstance(b, Paragraph)] == ["true", "null", "2024-01-01", "0x1F"]
    choice, fill = made.opening[4:]
    assert isinstance(choice, Choice)
    assert isinstance(fill, Fill)
    assert (choice.stem, choice.number, choice.options, choice.answer) == ("007", "3", ("1.0", "yes", "~"), 1)
    assert fill.answer == (("1.0",), ("yes", "1_000"))


@pytest.mark.parametrize(("written", "answer"), [("true", True), ("False", False), ("TRUE", True), ("", None)])
def test_a_truefalse_answer_is_true_or_false(written: str, answer: bool | None) -> None:
    made = loads(f"format: 1\ntitle: x\nopening:\n- question: a\n  type: truefalse\n  answer: {written}\n")
    assert isinstance(made.opening[0], TrueFalse)
    assert made.opening[0].answer is answer


def test_keys_left_empty_count_as_not_given() -> None:
    made = loads("format: 1\ntitle: x\nmastery:\nopening:\n- question: a\n  type: essay\n  hint:\n  answer:\n")
    assert isinstance(made.opening[0], Essay)
    assert (made.mastery, made.opening[0].answer) == (70, None)


def test_elements_added_by_hand_get_ids_from_their_words() -> None:
    text = (
        "format: 1\ntitle: x\nchapters:\n- chapter: Satu\n  content:\n  - heading: A\n  - objectives: [bisa, paham]\n"
        "  - list:\n    - item: i\n      content:\n      - {question: Q, type: essay}\n  - {question: Q, type: essay}\n"
    )
    made = loads(text)
    again = loads(text.replace("title: x", "title: x\nopening:\n- Kata pengantar"))
    heading, objectives, entries, question = made.chapters[0].content
    assert isinstance(objectives, Objectives)
    assert isinstance(entries, List)
    assert all(o.id.startswith("o-") for o in objectives.objectives)
    first = entries.items[0].content[0]
    assert isinstance(heading, Heading)
    assert isinstance(first, Essay)
    assert isinstance(question, Essay)
    assert (heading.id[:2], question.id) == ("h-", f"{first.id}-2")
    assert made.chapters == again.chapters


def test_a_made_id_never_takes_one_that_stands_in_the_file() -> None:
    text = "format: 1\ntitle: x\nopening:\n- {question: Q, type: essay}\n"
    taken = loads(text).opening[0]
    assert isinstance(taken, Essay)
    made = loads(f"{text}- question: other\n  type: essay\n  id: {taken.id}\n").opening
    assert [getattr(b, "id", "") for b in made] == [f"{taken.id}-2", taken.id]


def test_windows_line_ends_and_a_byte_order_mark_are_no_matter() -> None:
    text = dumps(Maker(3, 0.0).module(1, 5))
    assert loads("\ufeff" + text.replace("\n", "\r\n")) == loads(text)


def test_the_schema_knows_every_block_and_question_type() -> None:
    made = schema()
    assert made["required"] == ["format", "title"]
    blocks = {ref["$ref"].rsplit("/", 1)[1] for ref in made["$defs"]["block"]["anyOf"] if "$ref" in ref}
    told = {"heading", "list", "objectives", "figure", "table", "note", "glossary", "equation", "code", "question"}
    assert blocks == told
    types = {q["properties"]["type"]["const"]: q for q in made["$defs"]["question"]["oneOf"]}
    assert types.keys() == TYPES.keys()
    assert all(set(cls.own_fields) <= types[name]["properties"].keys() for name, cls in TYPES.items())
    assert types["match"]["required"] == ["question", "type", "left", "right"]
