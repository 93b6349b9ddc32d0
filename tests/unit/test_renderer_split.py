"""Chapters as screens: at sections and exercises, at sensible lengths, with ids that never are positions."""

from __future__ import annotations

import pytest
from sample_module import SAMPLE, SECOND

from modmigrate.module import (
    Cell,
    Chapter,
    Code,
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
from modmigrate.questions import Choice, Question
from modmigrate.renderer.outline import outline
from modmigrate.renderer.phone.heights import PHONE, end_of, height
from modmigrate.renderer.split import LEAST, SPARE, TALL

LONG = Paragraph(text="Kata demi kata. " * 40)
SHORT = Paragraph(text="Pendek.")


def h(text, level=2, exercise=None):
    return Heading(id=f"h-{text.lower()}", text=text, level=level, exercise=exercise)


def q(name):
    return Choice(id=f"q-{name}", stem=f"Soal {name}?", options=("ya", "tidak"), answer=0)


def screens(*blocks, **fields):
    chapter = Chapter(id="bab", title="Bab", content=blocks)
    return outline(Module(title="M", chapters=(chapter,), **fields)).sections[0].screens


def test_sections_begin_screens():
    found = screens(LONG, h("A"), LONG, h("B"), LONG, h("C", 3), LONG)
    assert [s.id for s in found] == ["bab", "h-a", "h-b"]


def test_a_very_short_part_takes_the_next_section_in():
    assert [s.id for s in screens(SHORT, h("A"), SHORT, h("B"), LONG, h("C"), LONG)] == ["bab", "h-c"]


def test_a_chapter_that_begins_with_a_heading_has_no_empty_screen():
    assert [s.id for s in screens(h("A"), LONG, h("B"), LONG)] == ["bab", "h-b"]


def test_exercises_stand_alone_at_any_level():
    found = screens(h("A"), SHORT, h("Latihan", 3, "practice"), q("1"), h("Lagi", 3), SHORT)
    assert [(s.id, bool(s.group), len(s.questions)) for s in found] == [
        ("bab", False, 0),
        ("h-latihan", True, 1),
        ("h-lagi", False, 0),
    ]


def test_a_heading_with_nothing_but_an_exercise_below_it_opens_the_exercises_screen():
    assert [s.id for s in screens(LONG, h("Soal", 2, "practice"), h("PG", 2, "practice"), q("1"))] == ["bab", "h-soal"]
    found = screens(SHORT, h("Soal"), h("PG", 3, "practice"), q("1"), h("Isian", 3, "practice"), q("2"))
    assert [(s.id, s.title, s.part.exercise) for s in found] == [
        ("bab", "Bab", None),
        ("h-soal", "Soal", "practice"),
        ("h-isian", "Isian", "practice"),
    ]


def test_an_empty_exercise_does_not_name_the_test_behind_it():
    found = screens(LONG, h("Latihan", 2, "practice"), h("Evaluasi", 2, "test"), q("1"))
    assert [(s.id, s.part.exercise) for s in found][-1] == ("h-evaluasi", "test")


def test_parts_of_a_test_that_are_tests_themselves_are_one_test():
    found = screens(LONG, h("Evaluasi", 2, "test"), h("PG", 3, "test"), q("1"), h("Isian", 3, "test"), q("2"))
    assert [(s.id, len(s.questions), s.part.exercise) for s in found] == [("bab", 0, None), ("h-evaluasi", 2, "test")]


def test_long_reading_is_divided_at_lower_headings_and_then_between_paragraphs():
    at_headings = screens(h("A"), *[LONG] * 2, h("B", 3), *[LONG] * 2, h("C", 3), LONG)
    assert [s.id for s in at_headings] == ["bab", "h-b", "h-c"]
    paragraphs = [Paragraph(text=f"{n}. {LONG.text}") for n in range(10)]
    found = screens(*paragraphs)
    assert all(s.part.continued for s in found[1:])
    assert all(sum(map(height, s.part.blocks)) <= TALL * SPARE for s in found)
    assert [b for s in found for b in s.part.blocks] == paragraphs


def test_what_goes_on_has_the_name_of_its_own_section():
    found = screens(h("A"), SHORT, h("B"), *[LONG] * 6)
    assert [s.title for s in found] == ["Bab", "B (2)", "B (3)"]


@pytest.mark.parametrize("count", [3, 9])
def test_pictures_and_tables_count_by_the_room_they_take(count):
    """Characters would make one screen of nine pictures, twelve phones high."""
    pictures = [Figure(file=f"media/{n}.png") for n in range(count)]
    found = outline(Module(title="M", chapters=(Chapter(id="bab", title="Bab", content=(*pictures,)),)), lambda _: 1.5)
    assert len(found.sections[0].screens) == count // 3
    cells = tuple(Cell(text=text) for text in ("Kata benda", "Sebuah kata yang agak panjang", "Contoh pemakaiannya"))
    table = Table(header=1, rows=(cells,) * 12)
    assert height(table) > 3 * sum(len(c.text) for c in cells) * 12 / 2


def test_an_exercise_without_a_deck_is_divided_like_any_text():
    """A job sheet's «Latihan» is steps and listings; one of them stood 25 phones high."""
    assert len(screens(h("Latihan", 2, "practice"), *[LONG] * 6, q("1"))) > 1
    assert len(screens(h("Latihan", 2, "practice"), *[LONG] * 6, q("1"), q("2"))) == 1
    assert len(screens(h("Tes", 2, "test"), *[LONG] * 6, q("1"))) == 1


def test_a_program_goes_to_the_next_screen_with_the_sentence_that_announces_it():
    """A handout of programs had screens of 3.6 heights: nothing could be divided behind «The program:»."""
    program = Code(text="\n".join(f"baris({n})" for n in range(18)))
    said = Paragraph(text="Programnya seperti ini:")
    found = screens(h("A"), *[LONG, said, program] * 4)
    assert len(found) > 1
    assert all(sum(map(height, s.part.blocks)) <= TALL for s in found)
    assert all(s.part.blocks[-1] != said for s in found)
    assert [b for s in found for b in s.part.blocks][1:] == [LONG, said, program] * 4


def test_a_listing_that_is_higher_than_a_phone_scrolls_in_its_own_box():
    assert height(Code(text="a\n" * 200)) == height(Code(text="a\n" * 30)) < PHONE


def test_a_list_that_is_higher_than_a_screen_goes_on_counting_on_the_next():
    items = tuple(Item(text=f"Butir {n}. {LONG.text}") for n in range(6))
    found = [b for s in screens(List(items=items, style="1", start=3)) for b in s.part.blocks]
    assert len(found) > 1
    assert [i for b in found for i in b.items] == list(items)
    assert [b.start for b in found] == [3 + sum(len(b.items) for b in found[:n]) for n in range(len(found))]


def test_ids_survive_what_comes_before():
    paragraphs = [Paragraph(text=f"{n}. {LONG.text}") for n in range(20)]
    before = {s.id for s in screens(h("A"), LONG, h("B"), *paragraphs, h("Tes", 2, "test"), q("1"))}
    after = {s.id for s in screens(h("Baru"), LONG, h("A"), LONG, h("B"), *paragraphs, h("Tes", 2, "test"), q("1"))}
    assert before - {"bab"} < after


def test_nothing_is_lost_and_no_code_comes_twice():
    plan = outline(SAMPLE)
    blocks = [b for s in plan.sections for x in s.screens for b in x.part.blocks]
    assert blocks == [b for s in plan.sections for b in s.chapter.content]
    codes = [s.code for s in plan.screens()] + [s.code for s in plan.sections]
    assert len(set(codes)) == len(codes)
    questions = [b for b in SECOND.content if isinstance(b, Question)]
    assert [a.question for a in plan.sections[4].screens[-1].questions] == questions


def test_elements_without_ids_get_them_from_their_words_once_each():
    same = Choice(stem="Sama?", options=("a", "b"), answer=0)
    plan = outline(Module(title="M", chapters=(Chapter(title="Bab", content=(same, Paragraph(text="x"), q("1"))),)))
    again = outline(Module(title="M", chapters=(Chapter(title="Bab", content=(q("1"), same)),)))
    first = {a.id for a in plan.questions()}
    assert first == {a.id for a in again.questions()}
    assert len(first) == 2


def test_what_counts_follows_the_modules_scoring():
    blocks = (q("0"), h("L", 2, "practice"), q("1"), h("P", 2, "pretest"), q("2"), h("T", 2, "test"), q("3"))

    def counted(scoring):
        plan = outline(Module(title="M", scoring=scoring, chapters=(Chapter(title="B", content=blocks),)))
        return [a.id for a in plan.questions() if a.points]

    assert counted("tests") == ["q-3"]
    assert counted("all") == ["q-0", "q-1", "q-3"]
    assert counted("none") == []


def test_a_summary_shares_its_screen_with_nothing():
    blocks = (
        Paragraph(text="Awal."),
        Heading(text="Rangkuman", meaning="summary", id="h-r"),
        Paragraph(text="Pendek."),
        Heading(text="Lanjut", id="h-l"),
        Paragraph(text="Isi."),
    )
    module = Module(title="M", chapters=(Chapter(id="c", title="C", content=blocks),))
    assert [s.title for s in outline(module).screens()] == ["C", "Rangkuman", "Lanjut"]


@pytest.mark.parametrize(
    ("language", "number", "label"),
    [
        ("en", "Q7", "7"),
        ("en", "Question 7", "7"),
        ("vi", "Câu 6", "6"),
        ("ar", "س٤", "٤"),
        ("en", "B2", "B2"),
        ("en", "3a", "3a"),
        ("en", "IV", "IV"),
    ],
)
def test_the_word_for_question_stands_once_above_a_question(language, number, label):
    asked = Choice(stem="?", options=("a", "b"), answer=0, number=number)
    module = Module(title="M", language=language, chapters=(Chapter(title="A", content=(asked,)),))
    assert [q.label for q in outline(module).questions()] == [label]


def test_a_short_remainder_that_would_stand_too_high_takes_some_of_what_is_before_it():
    """A handout's part of pictures and a listing stood 3.2 phones high: its last picture went back to it."""
    line = Paragraph(text="Satu baris pendek saja.")
    found = screens(*[LONG] * 4, *[line] * 9)
    assert [b for s in found for b in s.part.blocks] == [*[LONG] * 4, *[line] * 9]
    assert all(sum(map(height, s.part.blocks)) <= TALL * SPARE for s in found)
    assert all(sum(map(height, s.part.blocks)) >= TALL / 6 for s in found)


def test_the_opening_and_the_end_of_a_chapter_count_as_height():
    """Last screens of a statistics module stood above three phones by the check list below them."""
    goals = Objectives(objectives=tuple(Objective(text=f"Menjelaskan hal yang ke-{n} dengan rinci") for n in range(6)))
    content = (h("A"), goals, LONG, h("B"), *[LONG] * 3)
    rest = Chapter(id="lampiran", title="Lampiran", role="back", content=content)
    assert len(outline(Module(title="M", chapters=(rest,))).sections[0].screens) == 2
    assert [s.title for s in screens(*content)] == ["Bab", "B", "B (2)"]


def test_a_lone_bullet_goes_to_the_next_screen_with_what_it_heads():
    """A handout names its parts by single bullets; one stood at the foot of a screen, its text on the next."""
    lone = List(items=(Item(text="Latar"),))
    found = screens(h("A"), *[LONG, lone] * 6)
    assert len(found) > 1
    assert all(s.part.blocks[-1] != lone for s in found[:-1])


def test_the_end_of_a_chapter_is_no_reason_for_a_screen_of_a_single_short_block():
    """A chapter's check list of seven objectives stood below one note, a handout's below one line."""
    goals = Objectives(objectives=tuple(Objective(text=f"Menjelaskan hal yang ke-{n} dengan rinci") for n in range(6)))
    content = (h("A"), goals, LONG, h("B"), *[LONG] * 2, *[SHORT] * 3)
    found = screens(*content)
    assert [b for s in found for b in s.part.blocks] == list(content)
    assert sum(map(height, found[-1].part.blocks)) >= LEAST
    assert sum(map(height, found[-1].part.blocks)) + end_of(content) <= TALL


def test_a_figure_goes_to_the_next_screen_with_the_short_sentence_that_names_it():
    """An example module's sentence stood at the foot of a screen, its picture at the top of the next."""
    named = Paragraph(text="Alurnya tampak pada Gambar 1.1.")
    figure = Figure(file="a.png", caption="**Gambar 1.1** Alur")
    for lines in range(30):
        found = screens(h("A"), *[LONG] * 2, *[SHORT] * lines, named, figure, LONG)
        assert all(s.part.blocks[-1] is not named for s in found)
