"""Editions: what is for trainers leaves no trace with learners, and lies open for trainers, who are not scored."""

from __future__ import annotations

import pytest

from modmigrate.module import Cell, Chapter, Glossary, Heading, Item, List, Module, Note, Paragraph, Table, Term
from modmigrate.questions import Choice, Essay, Fill, Match, Multi, Order, Short, Task, TrueFalse
from modmigrate.renderer import render

SECRET = Note(kind="trainer", content=(Paragraph(text="RAHASIA: tunjukkan contoh."),), id="n-rahasia")


def module(*blocks, **more) -> Module:
    return Module(
        title="Modul", id="m", language="id", chapters=(Chapter(id="c-1", title="Satu", content=blocks),), **more
    )


def everything(site) -> str:
    return "\n".join(f"{name} {data.decode()}" for name, data in site.files)


HIDING = (
    (SECRET,),
    (List(items=(Item(text="a", content=(SECRET,)),)),),
    (Table(rows=((Cell(text="a", content=(SECRET,)),),)),),
    (Note(content=(Paragraph(text="umum"), SECRET)),),
    (Essay(id="q", stem="Mengapa?", content=(SECRET,)),),
    (Heading(text="RAHASIA", meaning="trainer"), Heading(text="RAHASIA", level=3), Paragraph(text="RAHASIA")),
    (Heading(text="Kunci", meaning="key"), Paragraph(text="1. RAHASIA")),
)  # fmt: skip


@pytest.mark.parametrize("blocks", HIDING, ids=range(len(HIDING)))
def test_what_is_for_trainers_is_in_their_edition_only(blocks):
    after = Heading(text="Sesudahnya"), Paragraph(text="Isi umum.")
    made = module(Paragraph(text="Awal."), *blocks, *after)
    learner, trainer = everything(render(made, {})), everything(render(made, {}, edition="trainer"))
    assert "RAHASIA" not in learner
    assert "rahasia" not in learner
    assert "Isi umum." in learner
    assert "RAHASIA" in trainer
    assert "Isi umum." in trainer


def test_a_chapter_for_trainers_is_no_screen_for_learners():
    guide = Chapter(id="c-2", title="Panduan", content=(Heading(text="Panduan", meaning="trainer"), SECRET))
    made = module(Paragraph(text="Isi."))
    made = Module(**{**{f: getattr(made, f) for f in made.__slots__}, "chapters": (*made.chapters, guide)})
    assert render(made, {}).chapters == ("Satu",)
    assert render(made, {}, edition="trainer").chapters == ("Satu", "Panduan")


def test_a_key_whose_answers_stand_with_the_questions_leaves_no_bare_headings():
    bare = (Heading(text="BAB II", meaning="key"), Heading(text="Pilihan Ganda", level=3, meaning="key"))
    kept = (Heading(text="BAB III", meaning="key"), Paragraph(text="1. RAHASIA"))
    chapters = tuple(
        Chapter(id=f"c-{n}", title=title, role=role, content=content)
        for n, (title, role, content) in enumerate(
            (("Satu", "body", (Paragraph(text="Isi."),)), ("Kunci", "back", bare), ("Kunci lain", "back", bare + kept))
        )
    )
    made = Module(title="Modul", id="m", language="id", chapters=chapters)
    site = render(made, {}, edition="trainer")
    assert site.chapters == ("Satu", "Kunci lain")
    assert "RAHASIA" in everything(site)
    assert "Bab II<" not in everything(site)
    assert "Bab III" in everything(site)


def test_text_left_out_below_a_key_is_told():
    made = module(Heading(text="Kunci Jawaban", meaning="key"), Paragraph(text="1. B"), Heading(text="Lanjut"))
    found = [f for f in render(made, {}).findings if f.code.code == "dropped"]
    assert [f for f in found if "Kunci Jawaban" in str(f)]
    assert not [f for f in render(made, {}, edition="trainer").findings if f.code.code == "dropped"]
    bare = module(Paragraph(text="Isi."), Heading(text="Kunci Jawaban", meaning="key"))
    assert not [f for f in render(bare, {}).findings if f.code.code == "dropped"]


KEYS = (
    (Choice(id="q", stem="S", options=("satu", "dua"), answer=1), ("B. dua",)),
    (Multi(id="q", stem="S", options=("satu", "dua", "tiga"), answer=(0, 2)), ("A. satu", "C. tiga")),
    (TrueFalse(id="q", stem="S", answer=False), ("Salah",)),
    (Match(id="q", stem="S", left=("a", "b"), right=("x", "y"), answer=((1,), (0, 1))), ("a – y", "b – x / y")),
    (Order(id="q", stem="S", options=("x", "y"), answer=(1, 0)), ("1. y", "2. x")),
    (Fill(id="q", stem="S ____", answer=(("p", "q"),)), ("1. p / q",)),
    (Short(id="q", stem="S", answer=("p", "q")), ("p / q",)),
    (Essay(id="q", stem="S", answer="Begini."), ("Begini.",)),
    (Task(id="q", stem="S", answer="Begitu."), ("Begitu.",)),
)


@pytest.mark.parametrize(("question", "lines"), KEYS, ids=[q.type for q, _ in KEYS])
def test_the_trainer_edition_shows_keys_beside_the_questions(question, lines):
    made = module(Heading(text="Tes", exercise="test"), question)
    text = everything(render(made, {}, edition="trainer"))
    assert all(f"<p>{line}</p>" in text for line in lines)
    assert 'q-key\\"' in text
    assert 'q-key\\"' not in everything(render(made, {}))


def test_a_doubtful_key_is_no_trainers_key_either():
    made = module(Choice(id="q", stem="S", options=("satu", "dua"), answer=1, unsure=("key",)))
    assert 'q-key\\"' not in everything(render(made, {}, edition="trainer"))


def test_the_trainer_edition_says_so_and_scores_nothing():
    made = module(Heading(text="Tes", exercise="test"), TrueFalse(id="q", stem="S", answer=True))
    learner, trainer = render(made, {}), render(made, {}, edition="trainer")
    assert learner.scos[0].mastery == 70
    assert trainer.scos[0].mastery is None
    assert trainer.title == "Modul (Edisi pengajar)"
    assert trainer.identifier != learner.identifier
    assert "Edisi pengajar" in dict(trainer.files)["index.html"].decode().split('id="mm-cover"')[1]


def test_a_glossary_is_a_list_of_terms():
    made = module(Glossary(terms=(Term(term="**laba**", meaning="sisa < biaya", id="g-1"),)))
    text = everything(render(made, {}))
    assert "<dt><strong>laba</strong></dt><dd>sisa &lt; biaya</dd>" in text


def test_a_procedure_is_a_list_of_steps():
    text = everything(render(module(List(items=(Item(text="a"),), style="steps", start=3)), {}))
    assert '<ol class=\\"steps\\" start=\\"3\\"' in text


def test_trainers_see_the_time_for_each_chapter():
    made = module(Paragraph(text="kata " * 3000))
    assert "toc-time" in (trainer := dict(render(made, {}, edition="trainer").files)["index.html"].decode())
    assert "20 menit" in trainer.split("toc-time")[-1]
    assert 'class="toc-time"' not in dict(render(made, {}).files)["index.html"].decode()
