"""The commands as people and CI meet them: results, sentences, exit codes, whole outputs or none."""

from __future__ import annotations

import json
import os
import runpy
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pdf import Sheet, saved
from word import QUIZ, word

from modmigrate.cli import main


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return word(tmp_path / "modul.docx", *QUIZ)


def test_convert_says_where_the_package_is(source: Path, tmp_path: Path) -> None:
    result = run("convert", source, "-o", tmp_path / "out.zip")
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'out.zip'}\n")
    account, summary = result.stderr.splitlines()
    assert account == "modul.docx: 45 words read [account]"
    assert summary.startswith("modul.docx: 1 chapter, 2 questions (2 scored in 1 test), 0 doubts, ")
    assert run("convert", source, "-o", tmp_path / "out.zip", "-q").stderr == ""
    assert zipfile.ZipFile(tmp_path / "out.zip").namelist()[0] == "imsmanifest.xml"


def test_without_output_the_package_stands_beside_the_source(source: Path) -> None:
    assert run("convert", source).exit_code == 0
    assert source.with_suffix(".zip").exists()


def test_the_same_input_gives_the_same_bytes(source: Path, tmp_path: Path) -> None:
    run("convert", source, "-o", tmp_path / "a.zip")
    run("convert", source, "-o", tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_extract_then_build_gives_the_bytes_of_convert(source: Path, tmp_path: Path) -> None:
    run("convert", source, "-o", tmp_path / "a.zip")
    assert run("extract", source, "-o", tmp_path / "kept").exit_code == 0
    assert run("build", tmp_path / "kept" / "module.yaml", "-o", tmp_path / "b.zip").exit_code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_an_edit_in_the_yaml_is_in_the_package_and_survives_extraction(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    run("extract", source, "-o", folder)
    yaml = folder / "module.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("answer: B", "answer: A"), "utf-8")
    edited = yaml.read_text("utf-8")
    word(source, *QUIZ[:2], "Modal bisa berupa tenaga dan waktu.", *QUIZ[2:])
    assert run("extract", source, "-o", folder).exit_code == 0
    merged = yaml.read_text("utf-8")
    assert merged.count("answer: A") == edited.count("answer: A") == 2
    assert "Modal bisa berupa tenaga dan waktu." in merged


def test_keep_leaves_yaml_and_report_beside_the_package(source: Path, tmp_path: Path) -> None:
    run("convert", source, "-o", tmp_path / "out.zip", "--keep", tmp_path / "kept")
    assert (tmp_path / "kept" / "module.yaml").exists()
    assert isinstance(json.loads((tmp_path / "kept" / "report.json").read_text("utf-8")), list)


def test_convert_without_keep_leaves_the_package_only(source: Path, tmp_path: Path) -> None:
    run("convert", source, "-o", tmp_path / "only" / "out.zip")
    assert [p.name for p in (tmp_path / "only").iterdir()] == ["out.zip"]


def test_inspect_shows_a_tree_for_people(source: Path) -> None:
    out = run("inspect", source).stdout
    assert "BAB I · MODAL" in out
    assert "key A (key)" in out


def test_the_tree_says_a_label_that_is_the_whole_heading_once(tmp_path: Path) -> None:
    source = word(tmp_path / "modul.docx", *QUIZ[:-2], "# Kunci Jawaban", "## BAB I", QUIZ[-1])
    assert "BAB I BAB I" not in run("inspect", source).stdout


def test_a_key_that_fits_no_exercise_is_shown_as_far_as_it_helps_to_find_it(tmp_path: Path) -> None:
    source = word(tmp_path / "modul.docx", "# BAB I MODAL", "Isi.", "# Kunci Jawaban", "1. A 2. B 3. C 4. D")
    assert "the key “1: A, 2: B, 3: C …” fits no exercise and answers nothing [key-unused]" in (
        run("inspect", source).stderr
    )


def test_inspect_json_obeys_its_contract(source: Path) -> None:
    found = json.loads(run("inspect", source, "--json").stdout)
    assert sorted(found) == [
        "chapters", "images", "language", "objectives", "questions", "tables", "title", "warnings",
    ]  # fmt: skip
    assert found["questions"][0] == {
        "chapter": 0, "type": "choice", "stem": "Modal dipakai untuk ….",
        "options": ["memulai usaha", "membayar arisan"], "answer": 0, "answer_source": "key", "from": "¶5",
    }  # fmt: skip
    assert list(found["chapters"][0]) == ["number", "title", "role", "sections", "text"]


@pytest.mark.slow
def test_a_folder_is_a_batch_with_one_summary(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    word(shelf / "a.docx", *QUIZ)
    word(shelf / "b.docx", *QUIZ)
    (shelf / "~$a.docx").write_bytes(b"lock")
    result = run("convert", shelf, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert sorted(p.name for p in (tmp_path / "out").glob("*.zip")) == ["a.zip", "b.zip"]
    table, said = result.stderr.splitlines()[:4], result.stderr.splitlines()[-1]
    assert [line.split()[:2] for line in table[:3]] == [
        ["module", "state"],
        *([f, "converted"] for f in ("a.docx", "b.docx")),
    ]
    assert said == "2 of 2 modules converted, 0 warnings; 90 words read, 0 left out"


@pytest.mark.slow
def test_one_warning_is_one_warning(tmp_path: Path) -> None:
    one = (*QUIZ[:-1], "1. A")
    shelf = [word(tmp_path / "a.docx", *QUIZ), word(tmp_path / "b.docx", *one)]
    assert run("convert", *shelf, "-o", tmp_path / "out").stderr.endswith(
        "2 of 2 modules converted, 1 warning; 88 words read, 0 left out\n"
    )


@pytest.mark.slow
def test_one_bad_module_in_a_batch_does_not_stop_the_others(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    word(shelf / "a.docx", *QUIZ)
    (shelf / "b.docx").write_bytes(b"PK not really")
    result = run("convert", shelf, "-o", tmp_path / "out")
    assert result.exit_code == 7
    assert [p.name for p in (tmp_path / "out").glob("*.zip")] == ["a.zip"]
    assert "b.docx: the file is cut short or damaged" in result.stderr


def test_strict_shows_all_warnings_then_fails(tmp_path: Path) -> None:
    source = word(tmp_path / "modul.docx", *QUIZ[:-2])
    result = run("convert", source, "-o", tmp_path / "out.zip", "--strict")
    assert result.exit_code == 1
    assert "questions 1, 2 have no answer in the document; they will not be scored [key-missing]" in result.stderr
    assert "1 warning, and --strict was given" in result.stderr
    assert result.stdout == ""


def test_pictures_without_words_are_told_and_fail_nothing(tmp_path: Path) -> None:
    # No PDF of a word processor of ten years ago has alternative texts: --strict would be of no use for them.
    page = Sheet().text(72, 80, "BAB I MODAL", 16, "bold").text(72, 110, "Modal dipakai untuk memulai usaha.")
    source = saved(tmp_path, page.picture(72, 200, 272, 300))
    result = run("convert", source, "-o", tmp_path / "out.zip", "--strict")
    assert "1 picture is without alternative text" in result.stderr
    assert result.exit_code == 0


def test_a_report_is_the_same_as_data(tmp_path: Path) -> None:
    source = word(tmp_path / "modul.docx", *QUIZ[:-2])
    run("convert", source, "-o", tmp_path / "out.zip", "--report", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert [f["code"] for f in report if f["severity"] == "warning"] == ["key-missing"]


ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("missing.docx", None, 3, "there is no such file"),
        ("notes.txt", b"some text", 3, "files of kind .txt are not read"),
        ("noending", b"some text", 3, "files of kind without ending are not read"),
        ("locked.docx", ENCRYPTED, 4, "encrypted"),
        ("old.docx", OLD, 3, "save it as .docx"),
        ("empty.docx", b"", 4, "the file is empty"),
        ("cut.docx", b"PK\x03\x04 cut", 4, "cut short or damaged"),
        ("empty.pdf", b"", 4, "the file is empty"),
        ("broken.pdf", b"%PDF-1.7 nothing more", 4, "damaged"),
        ("missing.yaml", None, 3, "there is no such file"),
        ("wrong.yaml", b"format: 1\ntitel: x\n", 5, "wrong.yaml:"),
        ("wrong.yaml", b"\xff\xfe\xff", 5, "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_no_output(
    tmp_path: Path, name: str, data: bytes | None, code: int, words: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    result = run("convert", tmp_path / name, "-o", tmp_path / "out" / "out.zip")
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_word_file_cut_in_half_is_one_sentence(source: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.docx"
    cut.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
    result = run("convert", cut, "-o", tmp_path / "out.zip")
    assert (result.exit_code, result.stderr.count("\n")) == (4, 1)
    assert not (tmp_path / "out.zip").exists()


def test_a_folder_without_modules_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    result = run("convert", tmp_path / "shelf")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "there is no module in this folder" in result.stderr


def test_an_output_that_cannot_be_written_is_one_sentence(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = run("convert", source, "-o", tmp_path / "file" / "out.zip")
    assert (result.exit_code, result.stderr.count("\n")) == (6, 1)
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_failed_build_keeps_the_package_that_was_there(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.zip"
    target.write_bytes(b"the old package")
    source.write_bytes(b"PK broken")
    assert run("convert", source, "-o", target).exit_code == 4
    assert target.read_bytes() == b"the old package"
    assert sorted(os.listdir(tmp_path)) == ["modul.docx", "out.zip"]


def test_extract_refuses_a_file_as_its_folder(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert run("extract", source, "-o", tmp_path / "file").exit_code == 6


def test_build_names_line_and_column_of_a_slip(source: Path, tmp_path: Path) -> None:
    run("extract", source, "-o", tmp_path / "kept")
    yaml = tmp_path / "kept" / "module.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("options:", "optoins:", 1), "utf-8")
    result = run("build", yaml, "-o", tmp_path / "out.zip")
    assert result.exit_code == 5
    assert "did you mean 'options'?" in result.stderr


@pytest.mark.parametrize("command", ["convert", "extract", "build", "inspect"])
def test_each_command_has_help_with_an_example_and_exit_codes(command: str) -> None:
    out = run(command, "--help").stdout
    assert "Example" in out
    assert f"modmigrate {command}" in out
    assert "Exit codes" in out


def test_help_and_version() -> None:
    assert run("--help").exit_code == 0
    assert "0.1.0" in run("--version").stdout


def test_an_edition_is_for_learners_or_for_trainers(source: Path, tmp_path: Path) -> None:
    assert run("convert", source, "-o", tmp_path / "a.zip", "--edition", "trainer").exit_code == 0
    assert run("extract", source, "-o", tmp_path / "m").exit_code == 0
    assert run("build", tmp_path / "m", "-o", tmp_path / "b.zip", "--edition", "trainer").exit_code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert b"-trainer" in zipfile.ZipFile(tmp_path / "a.zip").read("course.js")
    assert run("convert", source, "--edition", "boss").exit_code == 2


def test_a_theme_is_a_name_or_a_file_and_the_modules_own_is_used(source: Path, tmp_path: Path) -> None:
    (tmp_path / "kami.yaml").write_text("colours: {brand: '#ffcc00'}\n")
    result = run("convert", source, "-o", tmp_path / "a.zip", "--theme", tmp_path / "kami.yaml")
    assert result.exit_code == 0
    assert "[colour-corrected]" in result.stderr
    assert run("extract", source, "-o", tmp_path / "m").exit_code == 0
    (tmp_path / "m" / "kami.yaml").write_text("colours: {brand: '#ffcc00'}\n")
    yaml = tmp_path / "m" / "module.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("format: 1\n", "format: 1\ntheme: kami.yaml\n"), "utf-8")
    assert run("build", yaml, "-o", tmp_path / "b.zip").exit_code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert run("build", yaml, "-o", tmp_path / "c.zip", "--theme", "contrast").exit_code == 0
    assert (tmp_path / "b.zip").read_bytes() != (tmp_path / "c.zip").read_bytes()
    assert run("build", yaml, "--theme", "biru").exit_code == 5


def test_a_worker_process_that_imports_the_main_module_does_not_run_the_program() -> None:
    """As multiprocessing does wherever it starts processes anew, under `python -m modmigrate`."""
    runpy.run_module("modmigrate", run_name="__mp_main__")
