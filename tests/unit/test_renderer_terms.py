"""Terms of glossaries in running text: where they become buttons, and where they must not."""

from __future__ import annotations

import re

import pytest

from modmigrate.module import Chapter, Glossary, Heading, Item, List, Module, Note, Paragraph, Term
from modmigrate.questions import Choice
from modmigrate.renderer import render

TERMS = (("Laba", "sisa"), ("Laba bersih", "sisa akhir"), ("AS", "Amerika Serikat"), ("SOP (Standar)", "aturan"))


def buttons(*blocks, terms=TERMS) -> list[str]:
    listed = Glossary(terms=tuple(Term(term=t, meaning=m) for t, m in terms))
    chapters = (Chapter(id="c", title="Laba", content=blocks), Chapter(id="g", title="G", content=(listed,)))
    text = dict(render(Module(title="Laba", language="id", chapters=chapters), {}).files)["content/c.js"].decode()
    return re.findall(r'class=\\"term\\"[^>]*>(.*?)<', text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Laba naik, laba turun.", ["Laba"]),
        ("Hitung laba bersih dan laba.", ["laba bersih", "laba"]),
        ("Labanya kelaba-laba.", ["laba"]),
        ("Sama as, bukan AS.", ["AS"]),
        ("Ikuti SOP itu.", ["SOP"]),
        ("**Laba** dan *laba*", ["Laba"]),
        ("`laba` [laba](#h) [laba](https://x.id)", []),
        ("laba\nbersih", ["laba\nbersih"]),
    ],
)
def test_a_term_is_found_as_a_word_once_on_a_screen(text, found):
    assert buttons(Paragraph(text=text)) == [f.replace("\n", "\\n") for f in found]


def test_headings_questions_and_meanings_have_no_buttons():
    asked = Choice(id="q", stem="Apa laba?", options=("laba", "rugi"), content=(Paragraph(text="laba"),), hint="laba")
    note = Note(kind="definition", title="laba", content=(Paragraph(text="laba adalah"),))
    assert buttons(Heading(text="Laba"), asked, note) == []


def test_lists_and_notes_have_them():
    listed = List(items=(Item(text="laba"),))
    assert buttons(listed) == ["laba"]
    assert buttons(Note(content=(Paragraph(text="laba"),))) == ["laba"]


def test_hostile_terms_are_escaped_and_empty_ones_ignored():
    assert buttons(Paragraph(text="a <b>x</b> (.*) y"), terms=(("<b>x</b>", "<i>"), ("(.*)", "z"), ("", "e"))) == [
        "&lt;b&gt;x&lt;/b&gt;"
    ]
