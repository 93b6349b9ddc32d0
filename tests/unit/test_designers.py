"""Designers' words: every finding and every error has its sentence in every language, and data never change with it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from word import QUIZ, word

import modmigrate
from modmigrate.cli import main
from modmigrate.cli.shown import _reason
from modmigrate.errors import EXIT_CODES
from modmigrate.export import FORMATS
from modmigrate.languages import designers
from modmigrate.report import _ONE, Code, finding

ROOT = Path(modmigrate.__file__).parent
OTHERS = tuple(code for code in designers.KNOWN if code != "en")
ERRORS = {"SourceError", "DamagedError", "ModelError", "OutputError", "BatchError", "StrictError", "QuestionDataError"}
TOOL = {"{}: {}", "{}:{}: {}", "{}{}", "'{}' {}", "{}: `{}` {}", "{}: {} is {}; {}"}
"""Sentences of nothing but what is filled in: their parts are translated, or are another program's words."""
AGREEING = {*_ONE, "it", "has"}
"""Words of English that go with a number."""
FIELD = re.compile(r"\{(\w+)\}")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    designers.use("en")


def call(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], env=environment)


@pytest.mark.parametrize("code", OTHERS)
def test_every_finding_has_its_sentence_with_the_same_fields(code: str) -> None:
    own = designers.table(code)["findings"]
    assert {c.code for c in Code} <= set(own)
    for one in Code:
        fields = set(FIELD.findall(one.sentence))
        said = set(FIELD.findall(own[one.code]))
        assert said == fields - AGREEING, one.code
        assert not own[one.code].endswith(".")


def _template(node: ast.expr) -> Iterator[str]:
    """A sentence with `{}` for what is filled in; each way of one that has two."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=values):
            ways = [""]
            for value in values:
                parts = ["{}"] if isinstance(value, ast.FormattedValue) else [str(getattr(value, "value", ""))]
                if isinstance(value, ast.FormattedValue) and isinstance(value.value, ast.IfExp):
                    parts = [p for way in (value.value.body, value.value.orelse) for p in _template(way)] or parts
                ways = [way + part for way in ways for part in parts]
            yield from ways
        case ast.IfExp(body=one, orelse=other):
            yield from (*_template(one), *_template(other))


def _sentences() -> Iterator[tuple[str, str]]:
    """Every sentence of an error, and of what is wrong in a module.yaml, with its file."""
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            problem = name == "add" and "problems" in ast.unparse(node.func)
            if name in ERRORS or problem:
                at = 1 if problem or name == "QuestionDataError" else 0
                yield from ((text, file.name) for text in _template(node.args[at]) if text not in TOOL)


@pytest.mark.parametrize("code", OTHERS)
def test_every_paragraph_of_help_has_its_sentence(code: str) -> None:
    own = designers.table(code)["help"]
    texts = {" ".join(what.split()) for what in EXIT_CODES.values()}
    for command in (main, *main.commands.values()):
        texts |= {option.help for option in command.params if isinstance(option, click.Option) and option.help}
        paragraphs = cleandoc(command.help or "").split("\n\n")
        texts |= {" ".join(text.split()) for text in paragraphs if "\b" not in text}
    assert {text for text in texts if text not in own} == set()


def test_help_is_in_the_language_of_people_and_its_examples_stay() -> None:
    said = call("--ui-language", "id", "convert", "--help").stdout
    assert "Mengonversi modul" in said
    assert said.startswith("Pemakaian: ")
    assert "\nOpsi:\n" in said
    assert "\nPerintah:\n" in call("--ui-language", "id", "--help").stdout
    assert "  Contoh:\n    modmigrate convert modul-3.docx -o modul-3.zip\n" in said
    assert "Convert modules" in call("convert", "--help").stdout


@pytest.mark.parametrize("code", designers.KNOWN)
def test_the_list_of_commands_says_of_each_what_it_does_to_the_end(code: str) -> None:
    """`check` was told as “Check SCORM 1.2 packages, of modmigrate or not, for what LMSs...”, all others alike."""
    told = call("--ui-language", code, "--help").stdout
    designers.use(code)
    for command in main.commands.values():
        first = cleandoc(designers.helped(command.help or "")).split("\n\n")[0]
        assert " ".join(first.split()) in " ".join(told.split()), command.name


@pytest.mark.slow
@pytest.mark.parametrize("code", OTHERS)
def test_every_error_has_its_sentence(code: str) -> None:
    designers.use(code)
    found = list(_sentences())
    assert len(found) > 100
    missing = [(text, file) for text, file in found if designers._said("sentences", text.replace("{}", "7")) is None]
    assert missing == []


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_filled_in_is_filled_in_by_every_sentence(code: str) -> None:
    for part in ("sentences", "words"):
        for english, own in designers.table(code)[part].items():
            assert set(FIELD.findall(own)) == set(FIELD.findall(english)), english


def test_the_language_is_the_one_that_was_asked_for_else_the_systems() -> None:
    """POSIX: LC_ALL before LC_MESSAGES before LANG."""
    missing = "tidak-ada.docx"
    assert "berkas ini tidak ada" in call("convert", missing, LANG="id_ID.UTF-8", LC_ALL="").stderr
    assert "there is no such file" in call("convert", missing, LANG="id_ID.UTF-8", LC_ALL="C").stderr
    assert "there is no such file" in call("convert", missing, "--ui-language", "en", LANG="id_ID.UTF-8").stderr
    assert "berkas ini tidak ada" in call("convert", missing, "--ui-language", "id", LC_ALL="C").stderr


@pytest.mark.slow
def test_people_are_spoken_to_and_data_stay_as_they_are(tmp_path: Path) -> None:
    source = word(tmp_path / "modul.docx", *QUIZ[:-2])
    ways = {}
    for code in designers.KNOWN:
        report = tmp_path / f"{code}.json"
        out = call("convert", source, "-o", tmp_path / "x.zip", "--report", report, "--ui-language", code)
        inspected = call("inspect", source, "--json", "--ui-language", code).stdout
        ways[code] = (report.read_text("utf-8"), inspected)
        if code == "id":
            said = out.stderr
    assert ways["en"] == ways["id"]
    assert "soal 1, 2: tidak ada jawabannya dalam dokumen, jadi tidak dinilai [key-missing]" in said
    assert re.search(
        r"1 bab, 2 soal \(tidak ada yang dinilai\), 2 keraguan, \d+ kB; selanjutnya: modmigrate todo", said
    )
    assert json.loads(ways["id"][0])[0]["message"].startswith("questions 1, 2 have no answer")


def test_reasons_are_said_as_the_review_page_says_them() -> None:
    designers.use("id")
    found = finding(Code.CHECK_HEADINGS, what="one of 3 chapters holds 96% of the text", places="")
    said = designers.message(found, _reason)
    assert said.startswith("judul-judulnya mungkin keliru: ")
    assert "chapters" not in said


def test_a_slip_in_module_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "module.yaml"
    path.write_text("format: 1\ntitle: A\nchapters: 7\nlanguage: 1\n", "utf-8")
    said = call("build", path, "--ui-language", "id").stderr
    assert "module.yaml:3:11: di sini diharapkan daftar, tiap butir setelah tanda hubung\n" in said


def test_a_list_within_a_finding_is_said_as_a_whole() -> None:
    """In Indonesian stood `20 left out: keys dan answers 20`, `soal that neither ask`, `p.3 dan others`."""
    designers.use("id")
    told = {
        "6,997 kata dibaca; 1,020 ditinggalkan: kunci dan jawaban 1,000, kepala dan kaki halaman 20": finding(
            Code.ACCOUNT, words="6,997", more="; 1,020 left out: keys and answers 1,000, running heads 20", data={}
        ),
        "soal-soalnya mungkin keliru: soal yang tidak bertanya dan tidak menyuruh apa pun (9 dari 14), yang pertama “A”"
        "; lihat juga “B”, “C”": finding(
            Code.CHECK_QUESTIONS,
            what="questions that neither ask nor tell to do anything (9 of 14), first “A”",
            places="; see also “B”, “C”",
        ),
        "2 gambar tanpa teks alternatif, yang dibutuhkan orang yang tidak melihat: p.2, p.3 dan lainnya": finding(
            Code.ALT_MISSING, count=2, places=": p.2, p.3 and others"
        ),
        "3 kegiatan dibuat dari kata-kata dokumen sendiri: mengingat, lalu membalik kartu 2, mengurutkan 1; 0 ditolak; "
        "`inspect --why` menyebut alasannya": finding(
            Code.ACTIVITIES, count=3, kinds="recall, then turn the card 2, put in order 1", refused=0
        ),
        "soal 1, 1–4 dan soal “Jodohkan”: tidak ada jawabannya dalam dokumen, jadi tidak dinilai": finding(
            Code.KEY_MISSING, question="questions 1, 1–4 and the question “Jodohkan”", has="have", it="they"
        ),
        "5 soal tidak ada dalam berkas, karena tidak dapat dimuat H5P: format ini tidak punya soal uraian (1; 2)"
        "; soalnya memuat beberapa gambar, atau pilihannya bergambar (2)": finding(
            Code.EXPORT_LEFT_OUT,
            count=5,
            format="H5P",
            reasons="it has no essay questions (1; 2); they hold several pictures, or some in their options (2)",
        ),
    }
    assert [designers.message(one, _reason) for one in told.values()] == list(told)


def test_what_a_bank_is_for_is_said_in_the_language_of_people() -> None:
    designers.use("id")
    for form in FORMATS.values():
        one = finding(Code.SUMMARY, what="7 questions (none with a key), 22 kB", next=form.where)
        said = designers.message(one, _reason)
        assert said.startswith("7 soal (tidak ada yang berkunci), 22 kB; selanjutnya: ")
        assert form.where not in said


@pytest.mark.slow
def test_what_is_open_and_what_is_faulty_is_told_in_the_language_of_people(tmp_path: Path) -> None:
    """`todo` had its heads, reasons and advice in English, `check` its verdict, `inspect` its decisions."""
    path = tmp_path / "module.yaml"
    path.write_text("format: 1\ntitle: '1'\nunsure: [title]\nchapters:\n- chapter: A\n  content: [Isi.]\n", "utf-8")
    todo = call("todo", path, "--ui-language", "id")
    assert todo.stdout.startswith("Terakhir, agar rapi (1)\n")
    assert todo.stdout.endswith("tulis judulnya, lalu hapus `unsure` [title]\n")
    assert todo.stderr == "1 keraguan: 1 judul modul\n"
    call("build", path, "-o", tmp_path / "a.zip")
    said = call("check", tmp_path / "a.zip", "--ui-language", "id").stdout
    assert said == f"{tmp_path / 'a.zip'}: tidak ada kesalahan; siap diunggah\n"
    assert "no faults; ready to upload" in call("check", tmp_path / "a.zip").stdout


def test_why_a_module_failed_before_is_said_in_the_language_of_people() -> None:
    """A shelf read `rusak.docx: berkas ini not a Word file`, and the second time all but its last words in English."""
    designers.use("id")
    first = "a.docx: the file is not a Word file; save it again in Word"
    own = "a.docx: berkas ini bukan berkas Word; simpanlah lagi di Word"
    assert designers.sentence(first) == own
    again = "seperti sebelumnya; --force mencoba lagi"
    assert designers.sentence(f"{first} (as before; --force tries again)") == f"{own} ({again})"
