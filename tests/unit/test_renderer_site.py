"""The Site as a whole: what is in it, what must not be, how large it is."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from sample_module import ALL, MEDIA, PRACTICE, READING, SAMPLE, TESTS

from modmigrate.errors import ModelError
from modmigrate.module import Chapter, Figure, Heading, Module, Note, Paragraph
from modmigrate.pipeline import load
from modmigrate.questions import TYPES, Choice, Essay, Fill, Match, Multi, Order, Short
from modmigrate.renderer import keys, render
from modmigrate.renderer.outline import outline
from modmigrate.renderer.reading import minutes
from modmigrate.report import Code
from modmigrate.scorm import limits, package
from modmigrate.templating import search_path
from modmigrate.templating.search_path import squeeze, tightened
from modmigrate.templating.themes import BUILT_IN


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
    text = "".join(data.decode() for path, data in files.items() if path.startswith("content/bab-1."))
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
    for path in ("index.html", "runtime.js", "more.js", "course.js"):
        found = set(re.findall(rb"https?://[\w.]+", files[path])) - {b"http://www.w3.org"}
        assert not found, (path, found)
    assert b"Content-Security-Policy" in files["index.html"]
    assert not re.search(rb"<script(?![^>]* src=)", files["index.html"])


def test_the_runtime_keeps_to_what_phones_of_2018_know(files):
    newer = rb"\w\?\.\w|\?\?|\.replaceAll\(|\.flatMap\(|\.flat\(|\.at\(|Object\.fromEntries|\|\|=|^import |^export "
    assert not re.findall(newer, files["runtime.js"] + files["more.js"], re.MULTILINE)


def test_only_types_in_use_are_in_the_runtime(files):
    assert all(f"types.{name}=".encode() in files["more.js"] for name in TYPES)
    reading = dict(render(READING, {}).files)["more.js"]
    assert not any(f"types.{name}=".encode() in reading for name in TYPES)


def test_same_module_same_site(site):
    assert render(SAMPLE, dict(reversed(MEDIA.items()))) == site


@pytest.mark.parametrize("theme", ["default", "contrast"])
def test_a_module_of_200_pages_starts_within_its_budget(theme):
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
    files = dict(render(replace(SAMPLE, chapters=(*chapters, *SAMPLE.chapters)), MEDIA, theme=theme).files)
    assert len(files["index.html"]) <= 45_000
    style = files["index.html"].split(b"<style>")[1].split(b"</style>")[0] + files["rest.css"] + files["more.css"]
    assert len(gzip.compress(files["runtime.js"] + files["more.js"])) + len(gzip.compress(style)) <= 45_000


def test_findings_say_what_will_not_be_scored_shown_or_kept():
    practice = replace(SAMPLE, chapters=SAMPLE.chapters[:3])
    assert [f.code for f in render(practice, MEDIA).findings] == [Code.NOT_SCORED, Code.STATE_SIZE, Code.ACTIVITIES]
    assert " questions with answers stand in no test" in render(practice, MEDIA).findings[0].message
    assert render(practice, MEDIA).scos[0].mastery is None
    asked = Choice(stem="Soal?", options=("a", "b"), answer=0)
    lone = replace(SAMPLE, chapters=(Chapter(title="X", content=(asked,)),))
    assert render(lone, {}).findings[0].message.startswith("1 question with an answer stands in no test")
    assert [f.code for f in render(READING, {}).findings] == [Code.NO_SCORED, Code.STATE_SIZE]
    assert render(ALL, MEDIA).scos[0].mastery == 70
    lost = replace(ALL, chapters=(*ALL.chapters, Chapter(title="X", content=(Figure(file="media/hilang.png"),))))
    assert [f.code for f in render(lost, MEDIA).findings] == [Code.DROPPED, Code.STATE_SIZE]
    many = tuple(Choice(stem=f"Soal {n}?", options=("a", "b"), answer=0) for n in range(700))
    big = replace(SAMPLE, chapters=(Chapter(title="X", content=(Heading(text="Tes", exercise="test"), *many)),))
    finding = render(big, MEDIA).findings[0]
    assert finding.code is Code.STATE_TRIMMED
    assert "of 4096" in finding.message


def questions(*asked, **more):
    return Module(title="M", chapters=(Chapter(id="c", title="C", exercise="test", content=asked),), **more)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (Choice(stem="Mana?", options=("a",), answer=0), "it has fewer than two options"),
        (Choice(stem="Mana?", options=("a", " "), answer=0), "one of its options is empty"),
        (Choice(stem=" ", options=("a", "b"), answer=0), "it has no text"),
        (Multi(stem="Mana?", options=("a", "b"), answer=()), "its answer is empty"),
        (Order(stem="Urutkan.", options=(), answer=()), "it has fewer than two options"),
        (Match(stem="Cocokkan.", left=("a",), right=(), answer=None), "one of its columns is empty"),
        (Short(stem="Apa?", answer=("",)), "its answer is empty"),
        (Fill(stem="____ dan ____", answer=(("a",), (" ",))), "its answer is empty"),
    ],
)
def test_a_question_that_nobody_can_answer_is_told_and_never_scored(question, reason):
    site = render(questions(question), {})
    found = [f for f in site.findings if f.code is Code.QUESTION_UNUSABLE]
    assert [dict(f.values)["reason"] for f in found] == [reason]
    assert site.scos[0].mastery is None
    sealed = re.search(rb'data-sealed=\\"([^\\]+)\\"', dict(site.files)["content/c.js"])
    name = re.search(rb'class=\\"q\\" id=\\"([^\\]+)', dict(site.files)["content/c.js"])
    assert sealed
    assert name
    assert "k" not in keys.unseal(name[1].decode(), sealed[1].decode())


def test_a_stem_or_an_option_that_is_a_picture_is_not_empty():
    question = Choice(stem="![peta](media/a.png)", options=("![a](media/a.png)", "$x$"), answer=0)
    assert Code.QUESTION_UNUSABLE not in [f.code for f in render(questions(question), {}).findings]


def test_a_module_without_any_screen_is_refused():
    with pytest.raises(ModelError, match="no chapters"):
        render(Module(title="M"), {})


def test_more_options_than_letters_or_identifiers():
    options = tuple(f"pilihan {n}" for n in range(1, 751))
    site = render(questions(Multi(stem="Mana?", options=options, answer=(0,))), {})
    assert [f.code for f in site.findings] == [Code.RESPONSE_LEFT_OUT, Code.STATE_SIZE]
    text = dict(site.files)["content/c.js"].decode()
    letters = re.findall(r'"letter\\" aria-hidden=\\"true\\">([A-Z]+)<', text)
    assert [letters[n] for n in (0, 25, 26, 701, 702, 749)] == ["A", "Z", "AA", "ZZ", "AAA", "ABV"]


SVG = b'<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (MEDIA["media/ikon.png"], "png"),
        (b"\xff\xd8\xff\xe0rest", "jpg"),
        (b"GIF89a....", "gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"BM" + bytes(20), "bmp"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "x" "y">\n' + SVG % b"<path/>", "svg"),
        (b"root:x:0:0:root:/root:/bin/bash\n", None),
        (b"", None),
        (b"<html><script>1</script></html>", None),
        (SVG % b"<script>1</script>", None),
        (SVG % b"<s:script>1</s:script>", None),
        (SVG % b"<path onload='x()'/>", None),
        (SVG % b"<foreignObject/>", None),
        (SVG % b"<image href='https://a.id/x.png'/>", None),
        (SVG % b"<style>@import 'x';</style>", None),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG % b"&a;", None),
    ],
)
def test_only_what_is_a_picture_goes_into_a_package(data, kind):
    module = Module(title="M", chapters=(Chapter(id="c", title="C", content=(Figure(file="media/link.png"),)),))
    site = render(module, {"media/link.png": data})
    packed = [path for path, _ in site.files if path.startswith("media/")]
    assert [path.rpartition(".")[2] for path in packed] == ([kind] if kind else [])
    assert (Code.DROPPED in [f.code for f in site.findings]) is (kind is None)
    assert b"DOCTYPE" not in b"".join(data for path, data in site.files if path in packed)


def test_a_table_caption_stands_outside_of_what_scrolls():
    files = render(SAMPLE, MEDIA).files
    text = "".join(data.decode() for name, data in files if name.startswith("content/bab-1."))
    assert re.search(r'<p class=\\"caption\\">Tabel 1.1[^<]*</p>(?:\\n)?<div class=\\"scroll\\"', text)


def test_time_is_counted_by_words_and_questions():
    asked = (*(Choice(stem=f"Soal {n}?", options=("a", "b")) for n in range(20)), Essay(stem="Uraikan!"))
    words = Paragraph(text="kata " * 1500)
    assert minutes(outline(questions(words))) == 10
    assert minutes(outline(questions(*asked))) == 25
    assert minutes(outline(questions(Paragraph(text="\u5b57" * 3000)))) == 10
    assert b"35 menit" in dict(render(questions(words, *asked, language="id"), {}).files)["index.html"]
    assert b"2 jam" in dict(render(questions(*[words] * 10, *asked, language="id"), {}).files)["index.html"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("chapter.html.j2", "a\n{% if %}\n", r"chapter\.html\.j2:2: .*Expected"),
        ("chapter.html.j2", "a\n\n{{ nobody.name }}\n", r"chapter\.html\.j2:3: .*'nobody' is undefined"),
        ("sco.html.j2", "{{ 1 + 'a' }}", r"sco\.html\.j2:1: "),
        ("sco.html.j2", "\n{% include 'nothing.j2' %}", r"sco\.html\.j2:2: .*no template.*nothing\.j2"),
        ("imsmanifest.xml.j2", "{{ nobody }}", r"imsmanifest\.xml\.j2:1: .*'nobody' is undefined"),
        ("theme.yaml", "parent: default\nproperties: {a: [\n", r"theme\.yaml:3:1: this is not YAML"),
        ("theme.yaml", "- a\n", r"theme\.yaml:1:1: keys such as"),
        ("theme.yaml", "properties: [a]\n", r"theme\.yaml:1:13: `properties` must be"),
    ],
)
def test_a_mistake_in_a_users_template_is_one_sentence_with_its_place(tmp_path, file, text, said):
    (tmp_path / file).write_text(text)
    with pytest.raises(ModelError, match=said) as caught:
        package(render(READING, {}, tmp_path), tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_property_cannot_leave_the_style_sheet(tmp_path):
    (tmp_path / "theme.yaml").write_text("properties: {brand: 'red;}</style>'}\n")
    with pytest.raises(Exception, match="CSS cannot hold"):
        render(READING, {}, tmp_path)


def test_an_unknown_parent_theme_is_named(tmp_path):
    (tmp_path / "theme.yaml").write_text("parent: biru\n")
    with pytest.raises(Exception, match="no theme 'biru'"):
        search_path.folders(tmp_path)


def test_scripts_lose_blanks_around_signs_but_not_those_between_two_of_them():
    assert tightened('let a = b + "x + y" - !c;\nd = e + +f - -g;\n') == 'let a=b+"x + y"-!c;d=e + +f - -g;\n'


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ('f(function (x) { return g(x, "a, b"); });\n', 'f((x)=>g(x,"a, b"));'),
        ("f(function (x) { return x, y; });\n", "f((x)=>{return x,y});"),
        ("f(function (x) { return { a: x }; });\n", "f((x)=>{return{a:x}});"),
        ('go("#/" + code); // to it\n', 'go("#/"+code);'),
        ("let a = /; b/;\nlet c; // see d;\n", "let a = /; b/;let c;"),
    ],
)
def test_scripts_are_shortened_where_it_is_sure_what_they_say(written, made):
    assert tightened(written).rstrip("\n") == made


def test_scripts_and_style_sheets_lose_comments_only():
    assert squeeze("// a\n  let x = 'http://y'; // b\n\n/* c\n d */\nz\n") == "let x = 'http://y'; // b\nz\n"


def test_every_question_type_has_its_templates_and_script():
    for name in TYPES:
        folder = search_path.BUILT_IN / "questions" / name
        assert (folder / "question.html.j2").is_file(), name
        assert f"types.{name} = " in (folder / "question.js").read_text(), name


def test_every_word_exists_in_every_language_and_is_used():
    from modmigrate.languages import known, load

    folders = (search_path.BUILT_IN, Path(keys.__file__).parent)
    used = "".join(f.read_text("utf-8") for d in folders for f in d.rglob("*") if f.suffix in (".js", ".j2", ".py"))
    english = load("en")["learner"]
    for code in known():
        assert set(load(code)["learner"]) <= set(english), code
        for word, text in load(code)["learner"].items():
            assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", english[word])), (code, word)
    built = {"note", "tip", "warning", "example", "case", "definition", "trainer", "pretest_lead", "practice_lead"}
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
    # A pre-test between a preface and chapter 1 is no chapter of the document's own counting.
    assert eyebrows("", "BAB I", "BAB II") == ["Bab 1 dari 2", "Bab 2 dari 2"]
    assert eyebrows("", "") == []
    assert eyebrows("BAB I") == ["BAB I"]


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("ar-EG", "rtl"), ("id", "ltr"), ("zh", "ltr")])
def test_the_page_has_the_direction_of_the_modules_text(language, direction):
    files = dict(render(replace(READING, language=language), {}).files)
    assert f'<html lang="{language}" dir="{direction}">'.encode() in files["index.html"]


def test_a_picture_outside_of_the_modules_folder_is_refused(tmp_path):
    (tmp_path / "m/media").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(MEDIA["media/ikon.png"])
    (tmp_path / "m/media/inside.png").write_bytes(MEDIA["media/ikon.png"])
    module = tmp_path / "m/module.yaml"
    module.write_text("format: 1\ntitle: x\nopening:\n- figure: media/link.png\n")
    link = tmp_path / "m/media/link.png"
    try:
        link.symlink_to("inside.png")
    except OSError:  # Windows without the right to make links
        return
    assert list(load(module).media) == ["media/link.png"]
    link.unlink()
    link.symlink_to(tmp_path / "secret.png")
    with pytest.raises(ModelError, match="outside of the module's folder"):
        load(module)


def test_the_programs_second_part_takes_nothing_that_the_first_may_replace():
    """What is shared is handed over once: a `let` at the top of the first part would be out of date in the second."""
    folder = search_path.BUILT_IN / "runtime"
    parts = re.findall(r"\[(.*?)\]", (folder / "parts.j2").read_text("utf-8"))
    first, then, acts = (
        "\n".join((folder / f"{name}.js").read_text("utf-8") for name in re.findall(r"\w+", part)) for part in parts
    )
    then += acts + "\n".join(f.read_text("utf-8") for f in search_path.BUILT_IN.glob("questions/*/question.js"))
    replaced = set(re.findall(r"^let (\w+)", first, re.MULTILINE))
    assert replaced
    assert not replaced & set(re.findall(r"\w+", re.sub(r"//.*", "", then)))


def _screens(*blocks):
    module = Module(title="Pasar", language="id", chapters=(Chapter(title="Pasar", content=blocks),))
    return "".join(data.decode() for path, data in render(module, {}).files if path.startswith("content/"))


def test_a_text_that_begins_with_its_own_title_says_it_once():
    found = _screens(Paragraph(text="**Pasar**"), Paragraph(text="Pasar buka pagi."))
    assert "Pasar buka pagi." in found
    assert "<strong>Pasar" not in found


def test_a_first_line_that_says_more_than_the_title_is_kept():
    assert "<p>Pasar pagi</p>" in _screens(Paragraph(text="Pasar pagi"))


def test_a_numbered_box_has_its_number_in_place_of_its_kind():
    found = _screens(Note(kind="example", title="Contoh 2", content=(Paragraph(text="Ibu Sari menjual kue."),)))
    assert "</svg>Contoh 2</p>" in found
    assert "box-title" not in found


def test_no_two_parts_of_the_program_use_one_name():
    # A second `function` of a name replaces the first without a word.
    folder = BUILT_IN / "runtime"
    sources = [*folder.glob("*.js"), *BUILT_IN.glob("questions/*/*.js")]
    names = [
        n for s in sources for n in re.findall(r"^(?:function|const|let) (\w+)", s.read_text("utf-8"), re.MULTILINE)
    ]
    assert sorted({n for n in names if names.count(n) > 1}) == []
