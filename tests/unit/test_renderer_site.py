"""The Site as a whole: what is in it, what must not be, how large it is."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from pathlib import Path

import pytest
from sample_module import ALL, MEDIA, PRACTICE, READING, SAMPLE, TESTS

from modmigrate.module import Chapter, Figure, Heading, Module, Paragraph
from modmigrate.questions import TYPES, Choice, Essay
from modmigrate.renderer import keys, render, search_path
from modmigrate.renderer.search_path import squeeze
from modmigrate.report import Code
from modmigrate.scorm import limits


@pytest.fixture(scope="module")
def site():
    return render(SAMPLE, MEDIA)


@pytest.fixture(scope="module")
def files(site):
    return dict(site.files)


def test_only_used_pictures_are_in_it_under_our_own_names(files):
    pictures = [path for path in files if path.startswith("media/")]
    assert len(pictures) == 2
    assert all(re.fullmatch(r"media/[0-9a-f]{12}\.png", path) for path in pictures)


def test_paths_are_sorted_and_safe(site):
    paths = [path for path, _ in site.files]
    assert paths == sorted(paths)
    assert all(re.fullmatch(limits.FILE_NAME, part) for path in paths for part in path.split("/"))


def test_keys_and_explanations_are_not_readable(files):
    everything = b"\n".join(data for path, data in files.items() if not path.startswith("media/")).decode()
    for secret in ("Rahasia", "pejabat pemeriksa", "manifest", "membuktikan", "selalu disertai"):
        assert secret not in everything, secret
    assert not re.search(r'answer"?:\s*\d', everything)


def test_a_doubtful_key_is_not_in_the_package_at_all(files):
    text = files["content/bab-1.js"].decode()
    sealed = re.search(r'id=\\"q-ragu\\".*?data-sealed=\\"([^\\]+)\\"', text)
    assert sealed
    assert keys.unseal("q-ragu", sealed[1]) == {}
    sealed = re.search(r'id=\\"q-pilih\\".*?data-sealed=\\"([^\\]+)\\"', text)
    assert sealed
    assert keys.unseal("q-pilih", sealed[1])["k"] == 0


def test_every_word_of_the_module_is_escaped():
    bad = "<img src=x onerror=alert(1)> & \"'"
    chapter = Chapter(
        title=bad,
        number=bad,
        content=(Heading(text=bad), Paragraph(text=bad), Choice(stem=bad, options=(bad, bad), feedback=bad, hint=bad)),
    )
    site = render(Module(title=bad, description=bad, language="id", chapters=(chapter,)), {})
    for path, data in site.files:
        assert b"<img src=x" not in data or path == "course.js", path  # course.js holds data, never HTML
        assert b"</script><" not in data.replace(b"defer></script>\n<script", b"")


def test_nothing_is_fetched_from_elsewhere(files):
    for path in ("index.html", "runtime.js", "course.js"):
        found = set(re.findall(rb"https?://[\w.]+", files[path])) - {b"http://www.w3.org"}
        assert not found, (path, found)
    assert b"Content-Security-Policy" in files["index.html"]
    assert not re.search(rb"<script(?![^>]* src=)", files["index.html"])


def test_the_runtime_keeps_to_what_phones_of_2018_know(files):
    newer = rb"\w\?\.\w|\?\?|\.replaceAll\(|\.flatMap\(|\.flat\(|\.at\(|Object\.fromEntries|\|\|=|^import |^export "
    assert not re.findall(newer, files["runtime.js"], re.MULTILINE)


def test_only_types_in_use_are_in_the_runtime(files):
    assert all(f"types.{name} =".encode() in files["runtime.js"] for name in TYPES)
    reading = dict(render(READING, {}).files)["runtime.js"]
    assert not any(f"types.{name} =".encode() in reading for name in TYPES)


def test_same_module_same_site(site):
    assert render(SAMPLE, dict(reversed(MEDIA.items()))) == site


def test_a_module_of_200_pages_starts_within_its_budget():
    text = "Sebuah paragraf yang cukup panjang untuk mengisi halaman modul pelatihan. " * 8
    chapters = tuple(
        Chapter(
            id=f"bab-{c}",
            number=f"BAB {c}",
            title=f"Bab yang judulnya cukup panjang nomor {c}",
            content=tuple(
                block
                for s in range(15)
                for block in (Heading(id=f"h-{c}-{s}", text=f"Bagian {c}.{s} dengan judul"), Paragraph(text=text * 3))
            ),
        )
        for c in range(1, 14)
    )
    files = dict(render(replace(SAMPLE, chapters=(*chapters, *SAMPLE.chapters)), MEDIA).files)
    assert len(files["index.html"]) <= 60_000
    style = files["index.html"].split(b"<style>")[1].split(b"</style>")[0]
    assert len(gzip.compress(files["runtime.js"])) + len(gzip.compress(style)) <= 40_000


def test_findings_say_what_will_not_be_scored_shown_or_kept():
    practice = replace(SAMPLE, chapters=SAMPLE.chapters[:3])
    assert [f.code for f in render(practice, MEDIA).findings] == [Code.NOT_SCORED]
    assert render(practice, MEDIA).mastery is None
    assert [f.code for f in render(READING, {}).findings] == [Code.NO_SCORED]
    assert render(ALL, MEDIA).mastery == 70
    lost = replace(ALL, chapters=(*ALL.chapters, Chapter(title="X", content=(Figure(file="media/hilang.png"),))))
    assert [f.code for f in render(lost, MEDIA).findings] == [Code.DROPPED]
    many = tuple(Choice(stem=f"Soal {n}?", options=("a", "b"), answer=0) for n in range(700))
    big = replace(SAMPLE, chapters=(Chapter(title="X", content=(Heading(text="Tes", exercise="test"), *many)),))
    finding = render(big, MEDIA).findings[0]
    assert finding.code is Code.STATE_TRIMMED
    assert "of 4096" in finding.message


def test_a_users_folder_overrides_templates_and_sets_properties(tmp_path):
    (tmp_path / "theme.yaml").write_text("properties: {brand: '#7a1f2b', radius: 2px}\n")
    (tmp_path / "icons.svg").write_text("<svg class='sprite mine'></svg>")
    (tmp_path / "questions/essay").mkdir(parents=True)
    (tmp_path / "questions/essay/question.html.j2").write_text(
        '{% extends "builtin/questions/essay/question.html.j2" %}{% block lead %}Tulis bebas.{% endblock %}'
    )
    module = Module(title="M", language="id", chapters=(Chapter(id="c", title="C", content=(Essay(stem="Apa?"),)),))
    files = dict(render(module, {}, tmp_path).files)
    assert b"--brand:#7a1f2b;--radius:2px;" in files["index.html"]
    assert b"sprite mine" in files["index.html"]
    assert b"Tulis bebas." in files["content/c.js"]
    assert b"textarea" in files["content/c.js"]


def test_a_property_cannot_leave_the_style_sheet(tmp_path):
    (tmp_path / "theme.yaml").write_text("properties: {brand: 'red;}</style>'}\n")
    with pytest.raises(Exception, match="CSS cannot hold"):
        render(READING, {}, tmp_path)


def test_an_unknown_parent_theme_is_named(tmp_path):
    (tmp_path / "theme.yaml").write_text("parent: biru\n")
    with pytest.raises(Exception, match="no theme 'biru'"):
        search_path.folders(tmp_path)


def test_scripts_and_style_sheets_lose_comments_only():
    assert squeeze("// a\n  let x = 'http://y'; // b\n\n/* c\n d */\nz\n") == "let x = 'http://y'; // b\nz\n"


def test_every_question_type_has_its_templates_and_script():
    for name in TYPES:
        folder = search_path.BUILT_IN / "questions" / name
        assert (folder / "question.html.j2").is_file(), name
        assert f"types.{name} = " in (folder / "question.js").read_text(), name


def test_every_word_exists_in_every_language_and_is_used():
    from modmigrate.languages import known, load

    folders = (search_path.BUILT_IN, Path(search_path.__file__).parent)
    used = "".join(f.read_text("utf-8") for d in folders for f in d.rglob("*") if f.suffix in (".js", ".j2", ".py"))
    english = load("en")["learner"]
    for code in known():
        assert set(load(code)["learner"]) <= set(english), code
        for word, text in load(code)["learner"].items():
            assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", english[word])), (code, word)
    built = {"note", "tip", "warning", "example", "case", "definition", "pretest_lead", "practice_lead"}
    built |= {"saved_no_key_more", "saved_own_more"}
    unused = {w for w in english if not re.search(rf"\b{w}\b", used)} - built
    assert not unused


def test_the_fixture_has_every_type():
    assert {type(q) for q in PRACTICE + TESTS} == set(TYPES.values())


def test_headings_of_a_key_are_not_shown_and_an_emptied_chapter_is_no_screen():
    key = Heading(text="Kunci", meaning="key")
    chapters = (
        Chapter(id="c", title="C", content=(Heading(text="A"), Paragraph(text="Isi."), key)),
        Chapter(title="Kunci Jawaban", role="back", content=(key,)),
    )
    site = render(Module(title="M", chapters=chapters), {})
    assert not any(b"Kunci" in data for _, data in site.files)
    assert site.chapters == ("C",)


def test_chapters_are_counted_unless_the_document_counts_otherwise():
    def eyebrows(*numbers):
        chapters = tuple(Chapter(id=f"c{i}", number=n, title="T") for i, n in enumerate(numbers))
        files = dict(render(Module(title="M", language="id", chapters=chapters), {}).files)
        text = "".join(files[path].decode() for path in sorted(files) if path.startswith("content/"))
        return re.findall(r'eyebrow\\">(.*?)<', text)

    assert eyebrows("BAB I", "Bab 2") == ["Bab 1 dari 2", "Bab 2 dari 2"]
    assert eyebrows("1", "2") == ["Bab 1 dari 2", "Bab 2 dari 2"]
    assert eyebrows("Kegiatan Belajar 1", "Kegiatan Belajar 2") == ["Kegiatan Belajar 1", "Kegiatan Belajar 2"]
    assert eyebrows("BAB IV", "BAB V") == ["BAB IV", "BAB V"]


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("ar-EG", "rtl"), ("id", "ltr"), ("zh", "ltr")])
def test_the_page_has_the_direction_of_the_modules_text(language, direction):
    files = dict(render(Module(title="M", language=language), {}).files)
    assert f'<html lang="{language}" dir="{direction}">'.encode() in files["index.html"]
