"""How chapters open and end: the numbers that learners see, and what they tick."""

from __future__ import annotations

import json
import re
import struct

import pytest

from modmigrate.module import Chapter, Figure, Heading, Module, Objective, Objectives, Paragraph
from modmigrate.questions import TrueFalse
from modmigrate.renderer import render
from modmigrate.renderer.frame import openers
from modmigrate.renderer.outline import outline


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("BAB IV", "4"),
        ("Kegiatan Belajar 2", "2"),
        ("A.", "A"),
        ("第三章", "3"),
        ("第十二課", "12"),
        ("第 2 章", "2"),
        ("二", "2"),
        ("Lampiran", ""),
    ],
)
def test_the_number_in_a_chapters_label(label, number):
    chapter = Chapter(title="Satu", number=label, content=(Paragraph(text="Isi."),))
    section = outline(Module(title="M", chapters=(chapter,))).sections[0]
    assert openers.numbers_of(section) == number


def goals(*said):
    return Objectives(objectives=tuple(Objective(text=text) for text in said))


def learnt(*contents):
    """What is ticked at the end of each chapter: its own objectives, and those of the whole module."""
    chapters = tuple(Chapter(title=f"Bab {n}", content=own) for n, own in enumerate(contents))
    sections = outline(Module(title="M", chapters=chapters)).sections
    return [tuple([o.text for o in group] for group in openers.learnt(sections, s)) for s in sections]


P = Paragraph(text="Isi.")
Q = TrueFalse(stem="Benar?", answer=True)


def test_objectives_of_the_whole_module_are_ticked_at_its_end_and_not_after_its_introduction():
    """LAN-style modules name them in BAB I: «menyusun rencana usaha» was called learnt before anything was taught."""
    assert learnt((goals("semua"), P), (goals("satu"), P, Q), (goals("dua"), P, Q), (P,)) == [
        ([], []),
        (["satu"], []),
        (["dua"], []),
        ([], ["semua"]),
    ]


@pytest.mark.parametrize(
    "contents",
    [
        ((goals("satu"), P, Q), (goals("dua"), P, Q)),  # the first chapter teaches and asks
        ((goals("satu"), P), (P,), (P,)),  # no other names any
        ((goals("satu"), P),),
    ],
)
def test_objectives_of_a_first_chapter_that_is_no_introduction_are_its_own(contents):
    assert learnt(*contents)[0] == (["satu"], [])


STORY = Paragraph(text="Bu Wati menjual jamu keliling kampung. " * 8)
HOW = '<p class="exercise"'


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ((STORY, Heading(text="Pertanyaan", level=3), Q), "before the question"),
        ((Paragraph(text="Bacalah dengan cermat!"), Q), "in the head"),
        ((Q, STORY), "in the head"),
    ],
)
def test_how_to_practise_is_said_where_the_questions_begin(content, place):
    """A case study began with «answer these questions one by one», three screens of a phone above them."""
    chapter = Chapter(id="c", title="Satu", content=(P, Heading(text="Kasus", exercise="practice"), *content))
    html = dict(render(Module(title="M", language="id", chapters=(chapter,)), {}).files)["content/c.js"].decode()
    screen = json.loads(html[html.index("(") + 1 : html.rindex(")")]).popitem()[1]
    assert screen.count(HOW) == 1
    assert (screen.index(HOW) < screen.index("</header>")) is (place == "in the head")
    assert screen.index(HOW) < screen.index("data-q=")
    if place != "in the head":
        assert screen.index("Pertanyaan") < screen.index(HOW)


def test_the_cover_of_a_module_with_one_chapter_lists_what_is_in_it():
    """It listed the chapter alone, a module of 20 screens as one entry; and a single screen needs no contents."""
    long = Paragraph(text="Kata demi kata. " * 40)
    parts = (Heading(text="Alat", number="A."), long, Heading(text="Bahan", number="B."), long)
    for content, listed in ((parts, ["A. Alat", "B. Bahan"]), ((long,), [])):
        site = render(Module(title="M", chapters=(Chapter(title="Satu", content=content),)), {})
        page = dict(site.files)["index.html"].decode()
        assert re.findall(r'<span class="toc-title">(.*?)</span>', page) == listed
        assert ('class="toc"' in page) is bool(listed)


def jpeg(width, height):
    """The head of a photograph, as far as its size is asked for."""
    return b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(40)


@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        (jpeg(800, 500), "img"),
        (jpeg(800, 1200), "svg"),  # upright: a strip of it would show nobody's head
        (jpeg(200, 100), "svg"),
        (b"\x89PNG\r\n\x1a\n" + bytes(8) + struct.pack(">II", 800, 400), "svg"),  # a drawing
        (None, "svg"),
    ],
)
def test_a_chapter_opens_with_its_own_first_photograph_or_a_pattern_of_its_own(picture, shown):
    figure = (Figure(file="media/a.jpg", alt="Kebun"),) if picture else ()
    chapters = tuple(Chapter(id=f"c{n}", title=f"Bab {n}", content=(P, *figure)) for n in range(2))
    site = render(Module(title="M", chapters=chapters), {"media/a.jpg": picture} if picture else {})
    found = [
        re.search(r'<(\w+) class=\\"banner\\".*?>.*?>', dict(site.files)[f"content/c{n}.js"].decode()) for n in (0, 1)
    ]
    assert [f[1] for f in found if f] == [shown, shown]
    assert shown == "img" or found[0][0] != found[1][0]


def test_parts_before_and_after_the_chapters_have_no_banner():
    chapters = (
        Chapter(id="k", title="Kata Pengantar", role="front", content=(P,)),
        Chapter(title="Satu", content=(P,)),
    )
    assert "banner" not in dict(render(Module(title="M", chapters=chapters), {}).files)["content/k.js"].decode()


@pytest.mark.parametrize(
    ("width", "height", "hint"), [(800, 500, True), (60, 60, False), (1200, 150, False), (300, 200, True)]
)
def test_the_sign_that_a_picture_can_be_enlarged_covers_no_small_one(width, height, hint):
    """It hid a piece of a drawing 50 pixels wide, and half of a formula that was a picture."""
    chapter = Chapter(id="c", title="Satu", content=(P, Figure(file="media/a.jpg", alt="Kebun")))
    files = dict(render(Module(title="M", chapters=(chapter,)), {"media/a.jpg": jpeg(width, height)}).files)
    assert ("zoom-hint" in files["content/c.js"].decode()) is hint
