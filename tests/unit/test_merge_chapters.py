"""Merging by story: the front matter, and chapters that are added, removed, moved and retitled."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from test_merge import STEM, A, B, C, Q, chapter, kept, merged, module, p

from modmigrate.merge import aligned, merge
from modmigrate.module import Block, Chapter, Heading, List, Module, Note, walk
from modmigrate.module import Item as ListItem


def course(*chapters: Chapter, **front: Any) -> Module:
    return Module(**{"title": "Modul", "id": "m-1", "chapters": chapters, **front})


ONE, TWO, THREE = chapter("a", A, Q), chapter("b", B), chapter("c", C)
BASE = course(ONE, TWO, THREE)


def titles(made: Module) -> list[str]:
    return [c.id for c in made.chapters]


def test_front_matter_is_merged_field_by_field() -> None:
    base = module(A)
    out, said = kept(
        base,
        replace(base, mastery=80, title="Judul saya", cover="media/c.png"),
        replace(base, language="id", title="Judul baru", id="m-2", source="v2.docx"),
    )
    assert out == replace(base, mastery=80, title="Judul saya", cover="media/c.png", language="id", source="v2.docx")
    assert said == ["the module's title"]


def test_a_chapter_added_in_the_source_arrives_in_its_place() -> None:
    edited = course(replace(ONE, title="Judul saya"), TWO, THREE)
    new = chapter("x", p("Isi bab baru."))
    assert merged(BASE, edited, course(ONE, new, TWO, THREE)) == course(edited.chapters[0], new, TWO, THREE)


def test_a_chapter_added_by_hand_stays_in_its_place() -> None:
    mine = chapter("x", p("Isi bab saya."))
    source = course(ONE, replace(TWO, content=(B, C)), THREE)
    assert merged(BASE, course(ONE, mine, TWO, THREE), source) == course(ONE, mine, source.chapters[1], THREE)


def test_a_chapter_deleted_by_hand_stays_deleted_though_its_pages_moved() -> None:
    source = course(replace(ONE, source="p.9", content=(A, replace(Q, source="p.10"))), TWO, THREE)
    assert merged(BASE, course(TWO, THREE), source) == course(TWO, THREE)


def test_a_chapter_deleted_in_the_source_goes_if_untouched_and_stays_whole_if_edited() -> None:
    assert merged(BASE, course(ONE, TWO, replace(THREE, title="x")), course(ONE, THREE)).chapters == (
        ONE,
        replace(THREE, title="x"),
    )
    edited = course(replace(ONE, content=(A, replace(Q, answer=1, unsure=()))), TWO, THREE)
    out, said = kept(BASE, edited, course(TWO, THREE))
    assert out == edited
    assert said == ["the chapter 'Bab a'"]


def test_a_chapter_retitled_in_the_source_keeps_its_id_and_its_hand_edits() -> None:
    theirs = replace(ONE, title="Wirausaha di desa", id="c-new")
    mine = replace(Q, answer=1, unsure=())
    out = merged(BASE, course(replace(ONE, content=(A, mine)), TWO, THREE), course(theirs, TWO, THREE))
    assert out == course(replace(ONE, title="Wirausaha di desa", content=(A, mine)), TWO, THREE)


def test_chapters_reordered_in_the_source_take_their_hand_edits_along() -> None:
    edited = course(ONE, replace(TWO, title="Judul saya"), THREE)
    assert merged(BASE, edited, course(THREE, ONE, TWO)) == course(THREE, ONE, edited.chapters[1])


def test_chapters_reordered_by_hand_stay_so() -> None:
    source = course(ONE, TWO, replace(THREE, content=(C, A)))
    assert merged(BASE, course(THREE, ONE, TWO), source) == course(source.chapters[2], ONE, TWO)


def test_a_question_moved_by_hand_to_another_chapter_still_takes_the_source_s_changes() -> None:
    edited = course(chapter("a", A), chapter("b", B, Q), THREE)
    theirs = replace(Q, stem=STEM + " Pilih satu.")
    out = merged(BASE, edited, course(chapter("a", A, theirs), TWO, THREE))
    assert out == course(chapter("a", A), chapter("b", B, theirs), THREE)


def test_a_question_moved_in_the_source_takes_its_hand_edits_along() -> None:
    mine = replace(Q, answer=1, unsure=())
    source = course(chapter("a", A), chapter("b", B, Q), THREE)
    out = merged(BASE, course(chapter("a", A, mine), TWO, THREE), source)
    assert out == course(chapter("a", A), chapter("b", B, mine), THREE)


def test_a_question_moved_by_both_goes_where_the_person_put_it() -> None:
    out = merged(
        BASE, course(chapter("a", A), TWO, chapter("c", C, Q)), course(chapter("a", A), chapter("b", B, Q), THREE)
    )
    assert out == course(chapter("a", A), TWO, chapter("c", C, Q))


def test_a_question_moved_in_the_source_to_a_chapter_deleted_by_hand_stays() -> None:
    source = course(chapter("a", A), chapter("b", B, Q), THREE)
    out, _ = merge(BASE, course(ONE, THREE), source)
    assert out == course(ONE, THREE)


def test_a_question_moved_in_the_source_into_a_new_chapter_takes_its_hand_edits_along() -> None:
    mine = replace(Q, answer=1, unsure=())
    source = course(chapter("a", A), TWO, THREE, chapter("d", p("Soal latihan"), Q))
    out = merged(BASE, course(chapter("a", A, mine), TWO, THREE), source)
    assert out == course(chapter("a", A), TWO, THREE, chapter("d", p("Soal latihan"), mine))


def test_questions_survive_when_the_source_splits_the_list_that_holds_them() -> None:
    def entry(text: str, *content: Block) -> ListItem:
        return ListItem(text=text, content=content)

    old = List(items=(entry("satu dua tiga"), entry("empat", Q)))
    new = (List(items=(entry("sepuluh"),)), p("Di antara keduanya."), List(items=(entry("sebelas", Q),)))
    out, _ = merge(module(old, A), module(old, A, B), module(*new, A))
    assert [b.id for b in walk(out.chapters[0].content) if b == Q] == ["q-1"]


def test_headings_of_the_same_words_in_each_chapter_keep_their_ids_when_a_chapter_is_inserted() -> None:
    def made(name: str, heading: str, *more: Block) -> Chapter:
        text = p(f"Latihan bab {name}: kerjakan soal tentang {name * 3}.")
        return chapter(name, text, Heading(text="Rangkuman", id=heading), *more)

    base = course(made("a", "h-aaaaaa"), made("b", "h-aaaaaa-2"))
    edited = course(made("a", "h-aaaaaa"), made("b", "h-aaaaaa-2", C))
    source = course(made("x", "h-aaaaaa"), made("a", "h-aaaaaa-2"), made("b", "h-aaaaaa-3"))
    out = merged(base, edited, source)
    assert out == course(made("x", "h-aaaaaa-3"), made("a", "h-aaaaaa"), made("b", "h-aaaaaa-2", C))


def test_a_post_test_keeps_its_id_when_the_same_pre_test_is_removed() -> None:
    before, after = replace(Q, id="q-aaaaaa"), replace(Q, id="q-aaaaaa-2")
    base = course(chapter("pre", before), TWO, chapter("post", after))
    out = merged(base, base, course(TWO, chapter("post", replace(Q, id="q-aaaaaa"))))
    assert out == course(TWO, chapter("post", after))


def test_an_aligned_extraction_is_the_base_of_the_next_merge() -> None:
    first = course(replace(ONE, content=(A, replace(Q, id="q-new", stem=STEM + " Pilih satu."))), TWO, THREE)
    mine, _ = merge(BASE, course(replace(ONE, title="Judul saya"), TWO, THREE), first)
    base = aligned(BASE, first)
    assert base.chapters[0].content[1] == replace(Q, stem=STEM + " Pilih satu.")
    again = replace(first, chapters=(*first.chapters, chapter("d", p("Bab empat."))))
    assert titles(merged(base, mine, again)) == ["c-a", "c-b", "c-c", "c-d"]
    assert merged(base, mine, again).chapters[0] == mine.chapters[0]


def test_a_bare_extraction_as_base_does_no_harm() -> None:
    first = course(replace(ONE, content=(A, replace(Q, id="q-new", stem=STEM + " Pilih satu."))), TWO, THREE)
    mine, _ = merge(BASE, course(replace(ONE, title="Judul saya"), TWO, THREE), first)
    assert merged(first, mine, first) == mine


def test_a_box_added_around_a_question_in_the_source_takes_its_hand_edits_in() -> None:
    mine = replace(Q, answer=1, unsure=())
    source = module(A, Note(content=(p("Latihan"), Q), id="n-1"), C)
    out = merged(module(A, Q, C), module(A, mine, C), source)
    assert out == module(A, Note(content=(p("Latihan"), mine), id="n-1"), C)
