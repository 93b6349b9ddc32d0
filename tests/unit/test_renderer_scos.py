"""What becomes a SCO of its own, and what each one holds."""

from __future__ import annotations

import json

from msgspec.structs import replace
from sample_module import ALL, MEDIA, READING, SAMPLE, TESTS

from modmigrate.module import Chapter, Heading, Module, Paragraph
from modmigrate.renderer import render
from modmigrate.report import Code

TEXT = (Paragraph(text="Isi."),)
EXAM = (Heading(text="Evaluasi", exercise="test"), *TESTS)


def held(*chapters: Chapter) -> dict[str, list[str]]:
    """SCO → the sections in it."""
    site = render(Module(title="M", language="id", chapters=chapters), {}, sco="chapter")
    files = dict(site.files)
    return {s.id: [own["id"] for own in course(files, s.id)["sections"]] for s in site.scos}


def course(files: dict[str, bytes], sco: str) -> dict[str, object]:
    text = files[f"{sco}.course.js" if sco else "course.js"].decode()
    return json.loads(text[len("window.modmigrate={course:") : -len("};\n")])


def test_front_and_back_parts_go_with_a_chapter_and_tests_stand_alone():
    assert held(
        Chapter(id="kata", title="Kata Pengantar", role="front", content=TEXT),
        Chapter(id="awal", title="Tes Awal", role="front", content=EXAM),
        Chapter(id="satu", title="Satu", content=TEXT),
        Chapter(id="dua", title="Dua", content=TEXT),
        Chapter(id="akhir", title="Evaluasi Akhir", role="back", content=EXAM),
        Chapter(id="pustaka", title="Pustaka", role="back", content=TEXT),
    ) == {"awal": ["awal"], "satu": ["kata", "satu"], "dua": ["dua", "pustaka"], "akhir": ["akhir"]}


def test_a_module_of_one_chapter_is_one_sco():
    assert held(Chapter(id="satu", title="Satu", content=TEXT)) == {"": ["satu"]}
    assert [s.id for s in render(ALL, MEDIA, sco="chapter").scos] == [""]


def test_the_report_says_what_moodle_must_be_told_of_several_scos():
    """Its activity is complete after the first one that was read, unless a setting says otherwise (Moodle 4.5)."""
    told = [f.message for f in render(SAMPLE, MEDIA, sco="chapter").findings if f.code is Code.SEVERAL_SCOS]
    assert len(told) == 1
    assert "Require all SCOs to return completion status" in told[0]
    assert not [f for f in render(SAMPLE, MEDIA).findings if f.code is Code.SEVERAL_SCOS]


def test_only_scos_with_scored_questions_have_a_mastery_score():
    assert [(s.id, s.mastery) for s in render(SAMPLE, MEDIA, sco="chapter").scos] == [
        ("tes-awal", None),
        ("bab-1", None),
        ("bab-2", 70),
    ]


def test_a_sco_without_a_chapter_wants_to_be_read():
    files = dict(render(SAMPLE, MEDIA, sco="chapter").files)
    assert [s["required"] for s in course(files, "tes-awal")["sections"]] == [True]
    assert [s["required"] for s in course(files, "bab-1")["sections"]] == [False, False, True]


def test_codes_are_those_of_the_whole_module():
    whole = course(dict(render(READING, {}).files), "")
    files = dict(render(READING, {}, sco="chapter").files)
    parts = [s for sco in ("satu", "dua") for s in course(files, sco)["sections"]]
    assert parts == whole["sections"]


def test_the_module_says_it_and_the_option_wins():
    asked = replace(READING, sco="chapter")
    assert [s.id for s in render(asked, {}).scos] == ["satu", "dua"]
    assert [s.id for s in render(asked, {}, sco="module").scos] == [""]
    assert dict(render(READING, {}, sco="module").files).keys() >= {"index.html", "course.js"}
