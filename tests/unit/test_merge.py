"""Merging by story: what a person corrected stays, what the source changed arrives."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from modmigrate.merge import merge
from modmigrate.module import (
    Block,
    Cell,
    Chapter,
    Figure,
    Heading,
    Item,
    List,
    Module,
    Note,
    Objective,
    Objectives,
    Paragraph,
    Table,
)
from modmigrate.questions import Choice, Essay, Fill, Match, Multi, Order, TrueFalse


def p(text: str) -> Paragraph:
    return Paragraph(text=text)


def chapter(name: str, *content: Block, **front: Any) -> Chapter:
    return Chapter(**{"title": f"Bab {name}", "id": f"c-{name}", "content": content, **front})


def module(*blocks: Block, **front: Any) -> Module:
    return Module(**{"title": "Modul", "id": "m-1", "chapters": (chapter("a", *blocks),), **front})


def merged(base: Module, edited: Module, source: Module) -> Module:
    """The result of a merge that must be free of conflicts."""
    out, findings = merge(base, edited, source)
    assert [f.message for f in findings] == []
    return out


def kept(base: Module, edited: Module, source: Module) -> tuple[Module, list[str]]:
    """The result, and what was in conflict."""
    out, findings = merge(base, edited, source)
    tail = " changed by hand and in the source; your edit was kept"
    assert all(tail in f.message for f in findings)
    return out, [f.message.split(tail)[0] for f in findings]


STEM = "Apa tujuan utama dari kewirausahaan sosial di desa?"
Q = Choice(stem=STEM, options=("laba", "dampak", "pajak"), id="q-1", number="1", source="p.4", unsure=("key",))
HEADING = Heading(text="Latar Belakang", id="h-1", source="p.3")
A, B, C = p("Paragraf pertama tentang pasar desa."), p("Paragraf kedua tentang modal."), p("Paragraf ketiga.")
BASE = module(A, HEADING, B, Q, C)


def blocks(made: Module, at: int = 0) -> tuple[Block, ...]:
    return made.chapters[at].content


def with_blocks(*content: Block) -> Module:
    return module(*content)


# --- nothing to decide


def test_an_untouched_module_becomes_the_new_extraction() -> None:
    source = module(A, HEADING, p("Baru."), Q, C, title="Modul 2")
    assert merged(BASE, BASE, source) == source


def test_an_unchanged_source_leaves_the_edited_module_as_it_is() -> None:
    edited = module(p("Baru."), B, title="Judul saya")
    assert merged(BASE, edited, BASE) == edited


def test_without_a_base_every_difference_is_a_hand_edit() -> None:
    edited = module(p("Baru."), B)
    assert merge(None, edited, BASE) == (edited, ())


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    both = with_blocks(A, HEADING, p("Paragraf kedua tentang modal usaha."), Q)
    assert merged(BASE, both, both) == both


# --- questions


def test_an_answer_set_by_hand_survives_when_the_source_changes_elsewhere() -> None:
    mine = replace(Q, answer=1, unsure=())
    out = merged(BASE, with_blocks(A, HEADING, B, mine, C), with_blocks(A, HEADING, p("Kalimat lain."), Q, C))
    assert blocks(out) == (A, HEADING, p("Kalimat lain."), mine, C)


def test_an_answer_by_hand_and_a_stem_from_the_source_are_both_taken() -> None:
    mine = replace(Q, answer=1, unsure=())
    theirs = replace(Q, stem=STEM + " Pilih satu.", source="p.5")
    out = merged(BASE, with_blocks(A, HEADING, B, mine, C), with_blocks(A, HEADING, B, theirs, C))
    assert blocks(out)[3] == replace(theirs, answer=1, unsure=())


def test_a_question_whose_stem_changed_in_the_source_keeps_its_old_id() -> None:
    theirs = replace(Q, stem="Apa tujuan terutama kewirausahaan sosial di desa?", id="q-new")
    out = merged(BASE, BASE, with_blocks(A, HEADING, B, theirs, C))
    assert blocks(out)[3] == replace(theirs, id="q-1")


def test_a_reworded_stem_with_the_same_options_in_the_same_place_keeps_its_id() -> None:
    old = replace(Q, options=("memperoleh laba besar", "menciptakan dampak bagi warga", "menghindari pajak daerah"))
    theirs = replace(old, stem="Yang dikejar wirausaha sosial ialah …", id="q-new")
    base = with_blocks(A, old, C)
    assert blocks(merged(base, base, with_blocks(A, theirs, C)))[1] == replace(theirs, id="q-1")


def test_a_wholly_different_question_in_the_same_place_gets_its_own_id() -> None:
    theirs = Choice(stem="Siapa presiden pertama?", options=("Soekarno", "Habibie"), id="q-new")
    assert blocks(merged(BASE, BASE, with_blocks(A, HEADING, B, theirs, C)))[3] == theirs


def test_both_sides_changing_an_answer_keeps_the_hand_s_and_says_so() -> None:
    mine, theirs = replace(Q, answer=1, unsure=()), replace(Q, answer=0, unsure=(), source="p.9")
    out, said = kept(BASE, with_blocks(A, HEADING, B, mine, C), with_blocks(A, HEADING, B, theirs, C))
    assert blocks(out)[3] == replace(mine, source="p.9")
    assert said == ["`answer` of question 1"]


def test_a_doubt_of_the_source_does_not_unsettle_an_answer_set_by_hand() -> None:
    base = with_blocks(replace(Q, unsure=()))
    out, said = kept(base, with_blocks(replace(Q, answer=2, unsure=())), with_blocks(replace(Q, answer=0)))
    assert blocks(out) == (replace(Q, answer=2, unsure=()),)
    assert said == ["`answer` of question 1"]


def test_an_answer_by_hand_follows_its_option_when_the_source_adds_one() -> None:
    mine = replace(Q, answer=1, unsure=())
    theirs = replace(Q, options=("utang", "laba", "dampak", "pajak"))
    out = merged(BASE, with_blocks(A, HEADING, B, mine, C), with_blocks(A, HEADING, B, theirs, C))
    assert blocks(out)[3] == replace(theirs, answer=2, unsure=())


def test_a_source_s_answer_follows_its_option_when_the_person_reordered_them() -> None:
    old = replace(Q, answer=0, unsure=())
    mine = replace(old, options=("pajak", "dampak", "laba"), answer=2)
    out = merged(with_blocks(old), with_blocks(mine), with_blocks(replace(old, answer=1)))
    assert blocks(out) == (replace(mine, answer=1),)


def test_two_typing_errors_corrected_in_two_options_are_both_taken() -> None:
    mine, theirs = replace(Q, options=("laba!", "dampak", "pajak")), replace(Q, options=("laba", "dampak", "pajak?"))
    assert blocks(merged(with_blocks(Q), with_blocks(mine), with_blocks(theirs))) == (
        replace(Q, options=("laba!", "dampak", "pajak?")),
    )


def test_an_answer_by_hand_to_an_option_that_the_source_removed_keeps_the_hand_s_options() -> None:
    mine = replace(Q, answer=2, unsure=())
    out, said = kept(with_blocks(Q), with_blocks(mine), with_blocks(replace(Q, options=("laba", "dampak"))))
    assert blocks(out) == (mine,)
    assert said == ["`options` of question 1"]


def test_several_right_answers_order_and_pairs_follow_their_texts() -> None:
    multi = Multi(stem="Pilih semua yang benar", options=("satu", "dua", "tiga"), id="q-2")
    order = Order(stem="Urutkan langkah berikut", options=("satu", "dua", "tiga"), id="q-3")
    match = Match(stem="Jodohkan lajur kiri", left=("Ani", "Budi"), right=("guru", "petani"), id="q-4")
    edited = with_blocks(
        replace(multi, answer=(0, 1)), replace(order, answer=(2, 0, 1)), replace(match, answer=((0,), (1,)))
    )
    theirs = ("tiga", "dua", "satu")
    source = with_blocks(
        replace(multi, options=theirs),
        replace(order, options=theirs),
        replace(match, left=("Budi", "Ani"), right=("dokter", "guru", "petani")),
    )
    got = blocks(merged(with_blocks(multi, order, match), edited, source))
    assert [getattr(q, "answer", None) for q in got] == [(1, 2), (0, 2, 1), ((2,), (1,))]


def test_a_type_changed_by_hand_stays_when_the_source_changes_the_stem() -> None:
    essay = Essay(stem=STEM, id="q-1", number="1", source="p.4", answer="Dampak.")
    theirs = replace(Q, stem=STEM + " Pilih satu.")
    assert blocks(merged(with_blocks(Q), with_blocks(essay), with_blocks(theirs))) == (
        replace(essay, stem=theirs.stem),
    )


def test_accepted_texts_by_hand_keep_their_stem_when_the_source_adds_a_blank() -> None:
    old = Fill(stem="Ibu kota ____", answer=(("Jakarta",),), id="q-1", number="2")
    mine = replace(old, answer=(("Jakarta", "DKI Jakarta"),))
    theirs = replace(old, stem="Ibu kota ____ dan ____")
    out, said = kept(with_blocks(old), with_blocks(mine), with_blocks(theirs))
    assert blocks(out) == (mine,)
    assert said == ["`answer` of question 2"]


def test_a_truth_value_by_hand_stays() -> None:
    old = TrueFalse(stem="Bumi itu datar.", id="q-1", answer=True)
    out = merged(with_blocks(old), with_blocks(replace(old, answer=False)), with_blocks(replace(old, number="3")))
    assert blocks(out) == (replace(old, answer=False, number="3"),)


def test_feedback_written_by_hand_stays_and_the_page_follows_the_source() -> None:
    out = merged(with_blocks(Q), with_blocks(replace(Q, feedback="Benar!")), with_blocks(replace(Q, source="p.7")))
    assert blocks(out) == (replace(Q, feedback="Benar!", source="p.7"),)


# --- deletions, insertions, order


def test_what_a_person_deleted_stays_deleted() -> None:
    out = merged(BASE, with_blocks(A, HEADING, C), with_blocks(A, HEADING, B, replace(Q, source="p.5"), C, p("Baru.")))
    assert blocks(out) == (A, HEADING, C, p("Baru."))


def test_what_a_person_deleted_stays_deleted_when_the_source_changed_it_but_that_is_said() -> None:
    out, said = kept(BASE, with_blocks(A, HEADING, B, C), with_blocks(A, HEADING, B, replace(Q, hint="Ingat!"), C))
    assert blocks(out) == (A, HEADING, B, C)
    assert said == ["question 1"]


def test_what_a_person_inserted_stays_where_it_was_put() -> None:
    mine = p("Catatan saya.")
    source = with_blocks(p("Pembuka baru."), A, HEADING, Q, C)
    out = merged(BASE, with_blocks(A, HEADING, mine, B, Q, C), source)
    assert blocks(out) == (p("Pembuka baru."), A, HEADING, mine, Q, C)


def test_insertions_by_both_in_one_place_are_both_taken() -> None:
    out = merged(BASE, with_blocks(A, HEADING, B, p("Saya."), Q, C), with_blocks(A, HEADING, B, p("Sumber."), Q, C))
    assert blocks(out) == (A, HEADING, B, p("Saya."), p("Sumber."), Q, C)


def test_what_the_source_deleted_goes_if_the_person_left_it_alone() -> None:
    out = merged(BASE, with_blocks(A, HEADING, B, Q, p("Penutup saya.")), with_blocks(A, B, C))
    assert blocks(out) == (A, B, p("Penutup saya."))


def test_what_the_source_deleted_stays_if_the_person_had_changed_it() -> None:
    mine = replace(Q, answer=1, unsure=())
    out, said = kept(BASE, with_blocks(A, HEADING, B, mine, C), with_blocks(A, HEADING, B, C))
    assert blocks(out) == (A, HEADING, B, mine, C)
    assert said == ["question 1"]


def test_a_paragraph_changed_by_both_keeps_the_hand_s_and_says_where() -> None:
    mine, theirs = p("Paragraf kedua tentang modal saya."), p("Paragraf kedua tentang modal usaha.")
    out, findings = merge(BASE, with_blocks(A, HEADING, mine, Q, C), with_blocks(A, HEADING, theirs, Q, C))
    assert blocks(out)[2] == mine
    assert [f.line("modul.docx") for f in findings] == [
        "modul.docx (Bab a): the paragraph 'Paragraf kedua tentang modal saya.' changed by hand and in the source; "
        "your edit was kept (yours: “Paragraf kedua tentang modal saya.”; "
        "the source: “Paragraf kedua tentang modal usaha.”) [merge-conflict]"
    ]


def test_paragraphs_of_the_same_words_are_told_apart_by_place() -> None:
    same = p("Diskusikan dengan teman.")
    base = with_blocks(same, A, same, B, same)
    out = merged(base, with_blocks(same, A, p("Kerjakan sendiri."), B, same), with_blocks(same, A, same, B, same, C))
    assert blocks(out) == (same, A, p("Kerjakan sendiri."), B, same, C)


def test_an_order_by_hand_stays_and_the_source_s_additions_follow_what_they_followed() -> None:
    out = merged(BASE, with_blocks(B, Q, A, HEADING, C), with_blocks(A, p("Baru."), HEADING, B, Q, C))
    assert blocks(out) == (B, Q, A, p("Baru."), HEADING, C)


def test_a_heading_demoted_by_hand_and_retitled_in_the_source_takes_both_and_keeps_its_id() -> None:
    theirs = replace(HEADING, text="Latar Belakang Masalah", id="h-new")
    out = merged(BASE, with_blocks(A, replace(HEADING, level=3), B, Q, C), with_blocks(A, theirs, B, Q, C))
    assert blocks(out)[1] == Heading(text="Latar Belakang Masalah", level=3, id="h-1", source="p.3")


# --- lists, tables, objectives, figures, notes


def test_items_of_a_list_changed_by_both_are_merged_one_by_one() -> None:
    def made(*texts: str) -> Module:
        return with_blocks(A, List(items=tuple(Item(text=t) for t in texts)), C)

    out = merged(
        made("beras", "minyak goreng", "gula"),
        made("beras", "minyak goreng kelapa", "gula", "garam"),
        made("beras merah", "minyak goreng", "gula"),
    )
    assert out == made("beras merah", "minyak goreng kelapa", "gula", "garam")


def test_cells_of_a_table_changed_by_both_are_merged_one_by_one() -> None:
    def made(*rows: str, caption: str = "") -> Module:
        cells = tuple(tuple(Cell(text=t) for t in row.split()) for row in rows)
        return with_blocks(Table(rows=cells, caption=caption, id="t-1"))

    out = merged(made("a b", "c d"), made("a B!", "c d", caption="Saya"), made("a b", "c D!", "e f"))
    assert out == made("a B!", "c D!", "e f", caption="Saya")


def test_a_table_with_a_new_column_in_the_source_and_a_cell_by_hand_keeps_the_hand_s() -> None:
    def made(*rows: str) -> Module:
        cells = tuple(tuple(Cell(text=t) for t in row.split()) for row in rows)
        return with_blocks(Table(rows=cells, id="t-1", caption="Harga"))

    out, said = kept(made("a b", "c d"), made("a B!", "c d"), made("a b x", "c d y"))
    assert out == made("a B!", "c d")
    assert len(said) == 1


def test_objectives_are_merged_one_by_one_and_keep_their_ids() -> None:
    def made(*objectives: tuple[str, str]) -> Module:
        return with_blocks(Objectives(objectives=tuple(Objective(text=t, id=i) for i, t in objectives)))

    out = merged(
        made(("o-1", "menjelaskan konsep dasar"), ("o-2", "menyusun rencana usaha")),
        made(("o-1", "menjelaskan konsep dasar"), ("o-2", "menyusun rencana usaha"), ("o-9", "tujuan saya")),
        made(("o-7", "menjelaskan konsep dasar usaha"), ("o-2", "menyusun rencana usaha")),
    )
    assert out == made(
        ("o-1", "menjelaskan konsep dasar usaha"), ("o-2", "menyusun rencana usaha"), ("o-9", "tujuan saya")
    )


def test_an_alt_text_by_hand_stays_when_the_caption_changes_in_the_source() -> None:
    old = Figure(file="media/a.png", caption="Gambar 1", source="p.2")
    out = merged(
        with_blocks(A, old),
        with_blocks(A, replace(old, alt="Pasar pagi")),
        with_blocks(A, replace(old, caption="Gambar 1. Pasar", source="p.3")),
    )
    assert blocks(out) == (A, Figure(file="media/a.png", alt="Pasar pagi", caption="Gambar 1. Pasar", source="p.3"))


def test_blocks_in_a_note_are_merged_too() -> None:
    def made(*content: Block, title: str) -> Module:
        return with_blocks(Note(content=content, title=title, id="n-1"))

    assert merged(made(A, B, title="Tip"), made(A, B, title="Kiat"), made(A, B, C, title="Tip")) == made(
        A, B, C, title="Kiat"
    )


def test_a_footnote_inserted_in_the_source_does_not_shift_references_in_hand_edits() -> None:
    base = module(p("Satu[^fn1] kata."), p("Dua."), notes=(("fn1", "Sumber pertama."),))
    mine = module(p("Satu[^fn1] kata saya."), p("Dua."), notes=(("fn1", "Sumber pertama."),))
    theirs = module(
        p("Satu[^fn2] kata."), p("Dua[^fn1]."), notes=(("fn1", "Catatan baru sama sekali."), ("fn2", "Sumber pertama."))
    )
    out = merged(base, mine, theirs)
    assert blocks(out) == (p("Satu[^fn1] kata saya."), p("Dua[^fn1-2]."))
    assert dict(out.notes) == {"fn1": "Sumber pertama.", "fn1-2": "Catatan baru sama sekali."}


def test_an_answer_changed_by_hand_no_longer_claims_to_come_from_a_key() -> None:
    keyed = replace(Q, answer=0, answer_source="key", unsure=())
    mine = replace(keyed, answer=2)
    out = merged(with_blocks(A, keyed, C), with_blocks(A, mine, C), with_blocks(A, replace(keyed, number="2"), C))
    assert blocks(out)[1] == replace(mine, number="2", answer_source="none")
    kept_key = merged(with_blocks(A, keyed, C), with_blocks(A, replace(keyed, hint="x"), C), with_blocks(A, keyed))
    assert blocks(kept_key)[1].answer_source == "key"  # type: ignore[union-attr]
