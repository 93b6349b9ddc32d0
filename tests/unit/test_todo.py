"""Doubts stand in module.yaml, are listed with their lines, and are gone when settled."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace
from word import QUIZ, word

from modmigrate.cli import main
from modmigrate.doubts import WORDS, marked, openings
from modmigrate.module import Chapter, Heading, Module, Paragraph
from modmigrate.module_yaml import dumps, loads
from modmigrate.module_yaml.table import UNSURE_WORDS
from modmigrate.questions import Choice, Essay
from modmigrate.report import Code, finding
from modmigrate.source import Where

UNKEYED = (
    "BAB I MODAL", "Modal adalah harta yang dipakai untuk memperoleh hasil.", "Latihan",
    "1. Apa yang disebut modal?", "a. harta", "b. utang", "c. iuran",
    "2. Manakah modal kerja?", "a. gedung", "b. persediaan", "c. tanah",
    "Kunci Jawaban", "1. A",
)  # fmt: skip
"""A key that answers one question of two."""
MODULE = Module(
    title="modul", id="m", source="modul.docx",
    chapters=(
        Chapter(title="Satu", id="c-1", source="p.1", content=(
            Heading(text="Latihan", id="h-1", source="p.1", exercise="test"),
            Choice(stem="Apa itu modal?", options=("harta", "utang"), number="1", id="q-1", source="p.2"),
            Choice(stem="Apa itu laba?", options=("sisa", "utang"), answer=0, number="2", id="q-2", source="p.2"),
            Essay(stem="Ceritakan.", id="q-3", source="p.3"),
            Paragraph(text="Akhir."),
        )),
        Chapter(title="Dua", id="c-2", source="p.5", content=(
            Heading(text="What is Accessibility?", id="h-2", source="p.5"),
            Heading(text="Lain", id="h-3", source="p.5"),
        )),
    ),
)  # fmt: skip


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = word(tmp_path / "modul-1.docx", *UNKEYED)
    assert run("extract", source, "-o", tmp_path / "kept").exit_code == 0
    return tmp_path / "kept"


def test_a_question_without_a_key_waits_for_its_answer(folder: Path) -> None:
    text = (folder / "module.yaml").read_text("utf-8")
    assert text.count("answer:\n") == 1
    assert loads(text).chapters[0].content[-1].unsure == ("key",)  # type: ignore[union-attr]


def test_todo_names_the_line_the_place_and_what_to_do(folder: Path) -> None:
    lines = (folder / "module.yaml").read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(lines, 1) if line.endswith("answer:"))
    result = run("todo", folder)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1] == (
        f"  {folder / 'module.yaml'}:{at}: “Manakah modal kerja?”: question 2 has no answer in the document; "
        "write the answer, or delete the line [key]"
    )
    assert result.stderr == "1 doubt: 1 key\n"


@pytest.mark.parametrize("settled", ["answer: B", ""])
def test_what_is_settled_is_gone_and_stays_so(settled: str, folder: Path) -> None:
    path = folder / "module.yaml"
    path.write_text(re.sub(r" *answer:\n", f"        {settled}\n" if settled else "", path.read_text("utf-8")), "utf-8")
    assert (run("todo", path).exit_code, run("todo", path).stderr) == (0, "nothing is open\n")
    word(folder.parent / "modul-1.docx", UNKEYED[0], "Kalimat baru yang ditambahkan.", *UNKEYED[1:])
    run("extract", folder.parent / "modul-1.docx", "-o", folder)
    assert "Kalimat baru" in path.read_text("utf-8")
    assert run("todo", folder).exit_code == 0


def test_extract_names_the_line_of_each_finding(tmp_path: Path) -> None:
    source, report = word(tmp_path / "modul-1.docx", *UNKEYED), tmp_path / "report.json"
    result = run("extract", source, "-o", tmp_path / "again", "--report", report)
    line = re.search(r"\[key-missing\] → (.+)", result.stderr)
    assert line
    assert re.fullmatch(rf"{re.escape(str(tmp_path / 'again' / 'module.yaml'))}:\d+ “Manakah modal kerja\?”", line[1])
    assert [f["line"] for f in json.loads(report.read_text("utf-8")) if "line" in f] == [line[1]]


def test_a_source_is_looked_at_as_it_would_be_extracted(folder: Path) -> None:
    found = json.loads(run("todo", folder.parent / "modul-1.docx", "--json").stdout)
    kept = json.loads(run("todo", folder, "--json").stdout)
    assert found["open"] == kept["open"] == 1
    (one,), (other,) = found["doubts"], kept["doubts"]
    assert {**one, "file": ""} == {**other, "file": ""}
    assert one.keys() == {"file", "line", "unsure", "gravity", "id", "from", "words", "chapter", "why", "settle"}


def test_a_folder_stands_for_every_module_below_it(folder: Path) -> None:
    run("extract", folder.parent / "modul-1.docx", "-o", folder.parent / "deep" / "er")
    assert json.loads(run("todo", folder.parent, "--json").stdout)["open"] == 2


def test_a_mistake_in_module_yaml_is_told_before_doubts(folder: Path) -> None:
    path = folder / "module.yaml"
    path.write_text(path.read_text("utf-8").replace("type: choice", "type: choise", 1), "utf-8")
    assert run("todo", path).exit_code == 5


def test_doubts_stand_at_the_element_that_a_finding_tells_of() -> None:
    told = [
        finding(Code.KEY_MISSING, Where(page=2), question="question 1", has="has", it="it"),
        finding(Code.CHECK_HEADINGS, Where(page=5), what="headings (3), first “What is Acc…”", places=""),
        finding(Code.WORDS_LOST, Where(page=4), count=9, first="sembilan kata", more=""),
        finding(Code.PASS_MARK, named="70, 80", used=70),
        finding(Code.KEY_UNUSED, Where(page=3), entry="1: A"),
        finding(Code.COMMENTS_LEFT_OUT, count=2),
    ]
    module, doubts = marked(MODULE, told)
    one, two = module.chapters
    assert module.unsure == ("mastery", "title")
    assert [getattr(b, "unsure", ()) for b in one.content] == [("key",), ("key",), (), ("words",), ()]
    assert (two.unsure, two.content[0].unsure, two.content[1].unsure) == ((), ("heading",), ())  # type: ignore[union-attr]
    assert [d.id for d in doubts] == ["", "", "h-1", "q-1", "q-3", "h-2"]
    assert "question 1 has no answer in the document" in next(d for d in doubts if d.id == "q-1").message


def test_a_doubtful_module_is_written_and_read_back() -> None:
    module, _ = marked(MODULE, [finding(Code.NO_CHAPTERS)])
    again = loads(dumps(module))
    assert again == module
    assert [(o.word, o.id) for o in openings(dumps(module))] == [("title", "m"), ("chapter", "c-1"), ("key", "q-1")]


def test_a_doubtful_key_is_kept_and_not_scored() -> None:
    doubtful = Choice(stem="Apa?", options=("a", "b"), answer=1, unsure=("key",), id="q")
    text = dumps(Module(title="x", id="m", opening=(doubtful,)))
    assert "answer: B" in text
    assert "unsure: [key]" in text
    (read,) = loads(text).opening
    assert (read, read.scored) == (doubtful, False)  # type: ignore[union-attr]


def test_every_word_of_unsure_is_explained() -> None:
    assert set(UNSURE_WORDS) == set(WORDS)


def test_convert_ends_with_what_is_in_the_package_and_what_to_do(folder: Path) -> None:
    source = folder.parent / "modul-1.docx"
    said = run("convert", source).stderr.splitlines()[-1]
    counted = r"1 chapter, 2 questions \(none scored\), 1 doubt, \d+ kB"
    assert re.fullmatch(rf"modul-1\.docx: {counted}; next: modmigrate todo {source} \[summary\]", said), said
    whole = word(folder.parent / "modul-2.docx", *QUIZ)
    said = run("convert", whole, "--keep", folder.parent / "k2", "--report", folder.parent / "r.json").stderr
    assert "(2 scored in 1 test), 0 doubts" in said
    assert "next: upload modul-2.zip to your LMS" in said
    data = next(f for f in json.loads((folder.parent / "r.json").read_text("utf-8")) if f["code"] == "summary")["data"]
    assert data.items() >= {"chapters": 1, "questions": 2, "scored": 2, "tests": 1, "doubts": 0}.items()


@pytest.mark.parametrize(
    ("title", "doubted"), [("modul", True), ("1", True), ("Modul 1", False), ("TIK", False), ("会计学", False)]
)
def test_a_title_that_says_nothing_is_doubted(title: str, doubted: bool) -> None:
    module, _ = marked(replace(MODULE, title=title), ())
    assert ("title" in module.unsure) == doubted


def test_extract_ends_with_what_there_is_and_what_to_do(folder: Path) -> None:
    """Who has extracted for the first time does not know of review."""
    again = run("extract", folder.parent / "modul-1.docx", "-o", folder).stderr.splitlines()
    assert again[-1] == f"modul-1.docx: 1 chapter, 2 questions, 1 doubt; next: modmigrate review {folder} [summary]"
    path = folder / "module.yaml"
    path.write_text(path.read_text("utf-8").replace("answer:\n", "answer: B\n"), "utf-8")
    settled = run("extract", folder.parent / "modul-1.docx", "-o", folder).stderr.splitlines()
    assert settled[-1].endswith(f"0 doubts; next: modmigrate preview {folder} [summary]")
