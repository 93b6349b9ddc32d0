"""Files in and out as people get them wrong, and as systems refuse them: nothing is lost, one sentence says why."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from word import QUIZ, word

import modmigrate.commands.work
import modmigrate.pipeline
from modmigrate import output
from modmigrate.cli import main
from modmigrate.errors import OutputError
from modmigrate.readers import READERS
from modmigrate.shelf.jobs import Job, jobs
from modmigrate.shelf.run import Made, run

LONG = "x" * 300
EMPTY = f"there is no module in this folder or below it; modules end in {', '.join(sorted(READERS))}"
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux")


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def program(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "modmigrate", *map(str, arguments)]
    return subprocess.run(command, stderr=subprocess.PIPE, check=False, **options)


def refused(result: Result, code: int, words: str) -> None:
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    if code != 2:
        assert result.stderr.count("\n") == 1


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return word(tmp_path / "modul.docx", *QUIZ)


@pytest.fixture
def yaml(source: Path, tmp_path: Path) -> Path:
    assert call("extract", source, "-o", tmp_path / "kept").exit_code == 0
    return tmp_path / "kept" / "module.yaml"


# An output never replaces its source, nor another output.


@pytest.mark.parametrize("option", ["-o", "--report"])
@pytest.mark.parametrize("way", ["", "link", "dots"])
def test_convert_never_replaces_its_source(source: Path, tmp_path: Path, option: str, way: str) -> None:
    before, target = source.read_bytes(), source
    if way == "link":
        target = tmp_path / "link.docx"
        target.symlink_to(source)
    elif way == "dots":
        (tmp_path / "sub").mkdir()
        target = tmp_path / "sub" / ".." / source.name
    refused(call("convert", source, option, target), 6, "this is the source itself")
    assert source.read_bytes() == before


def test_build_inspect_and_extract_never_replace_their_source(source: Path, yaml: Path) -> None:
    before = source.read_bytes(), yaml.read_bytes()
    refused(call("build", yaml, "-o", yaml), 6, "this is the source itself")
    refused(call("build", yaml, "--report", yaml), 6, "this is the source itself")
    refused(call("inspect", source, "--report", source), 6, "this is the source itself")
    refused(call("extract", source, "-o", yaml.parent, "--report", yaml), 6, "two outputs")
    refused(call("convert", source, "--keep", yaml.parent, "-o", yaml), 6, "two outputs")
    assert (source.read_bytes(), yaml.read_bytes()) == before


def test_report_and_package_are_two_files(source: Path, tmp_path: Path) -> None:
    refused(call("convert", source, "-o", tmp_path / "x", "--report", tmp_path / "x"), 6, "two outputs")
    assert not (tmp_path / "x").exists()


# Names.


def test_modules_of_one_name_have_outputs_of_their_own() -> None:
    sources = [Path(p) for p in ("a/modul.docx", "b/Modul.pdf", "c/modul.docx", "d/modul-2.docx", "e/x.docx")]
    todo = jobs(sources, Path("out"))
    assert [j.output.name for j in todo] == ["modul.zip", "Modul-2.zip", "modul-3.zip", "modul-2-2.zip", "x.zip"]
    beside = jobs(sources, None)
    assert [j.output.name for j in beside[:3]] == ["modul.zip", "Modul.zip", "modul.zip"]
    assert len({j.name.casefold() for j in beside}) == len(beside)


@pytest.mark.slow
def test_modules_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    sources = []
    for name in "abc":
        (tmp_path / name).mkdir()
        sources.append(word(tmp_path / name / "modul.docx", *QUIZ))
    assert call("convert", *sources, "--keep", tmp_path / "kept").exit_code == 0
    assert sorted(os.listdir(tmp_path / "kept")) == ["modul", "modul-2", "modul-3"]


def test_an_output_ending_in_a_slash_is_a_folder(source: Path, yaml: Path, tmp_path: Path) -> None:
    assert call("convert", source, "-o", f"{tmp_path}/new/").exit_code == 0
    assert call("build", yaml, "-o", f"{tmp_path}/new/").exit_code == 0
    assert sorted(os.listdir(tmp_path / "new")) == ["kept.zip", "modul.zip"]


@pytest.mark.parametrize("name", ["all.zip", "there"])
def test_several_modules_need_a_folder(source: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "there").write_text("in the way")
    other = word(tmp_path / "b.docx", *QUIZ)
    refused(call("convert", source, other, "-o", tmp_path / name), 6, "several modules need a folder")
    assert not (tmp_path / "all.zip").exists()


# Writing.


@linux
def test_only_regular_files_are_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (Path("/dev/null"), tmp_path / "pipe", tmp_path):
        with pytest.raises(OutputError):
            output.write(path, b"x")
    assert os.listdir(tmp_path) == ["pipe"]


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"old")
    (tmp_path / "link").symlink_to("there")
    output.write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_bytes() == b"new"


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    output.write(tmp_path / ("x" * 250), b"new")
    assert (tmp_path / ("x" * 250)).read_bytes() == b"new"


# What the system refuses.


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("convert", f"{LONG}.docx"), 3),
        (("convert", "SOURCE", "-o", f"{LONG}.zip"), 6),
        (("convert", "SOURCE", "--keep", LONG), 6),
        (("convert", "SOURCE", "--report", LONG), 6),
        (("extract", f"{LONG}.docx", "-o", "x"), 3),
        (("extract", "SOURCE", "-o", LONG), 6),
        (("build", f"{LONG}.yaml"), 3),
        (("inspect", f"{LONG}.pdf"), 3),
    ],
)
def test_names_that_are_too_long_are_one_sentence(
    source: Path, arguments: tuple[str, ...], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(source.parent)
    result = call(*(str(source) if a == "SOURCE" else a for a in arguments))
    assert (result.exit_code, "Traceback" in result.stderr) == (code, False)
    assert "File name too long" in result.stderr


@pytest.mark.parametrize("method", ["open", "iterdir"])
def test_what_may_not_be_read_is_one_sentence(source: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    def deny(self: Path, *_: object, **__: object) -> object:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, method, deny)
    refused(call("convert", source if method == "open" else source.parent), 3, "cannot be read (Permission denied)")


def test_any_other_refusal_is_one_sentence(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(modmigrate.pipeline, "extract", full)
    refused(call("inspect", source), 6, "No space left on device")


@pytest.mark.slow
@linux
def test_a_full_stdout_is_one_sentence(source: Path) -> None:
    with open("/dev/full", "wb") as full:
        result = program("inspect", source, stdout=full)
    assert (result.returncode, result.stderr) == (
        6,
        b"the output cannot be written (No space left on device)\n",
    )


@pytest.mark.slow
@linux
def test_a_reader_that_has_had_enough_is_no_failure(source: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    assert program("inspect", source, stdout=writing).stderr == b""
    os.close(writing)


@pytest.mark.slow
def test_stdout_takes_any_text(tmp_path: Path) -> None:
    source = word(tmp_path / "modul.docx", "# 第一章 経営", "利益は売上から費用を引いたもの。")
    poor = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    tree = program("inspect", source, stdout=subprocess.PIPE, env=poor)
    assert (tree.returncode, b"Traceback" in tree.stderr) == (0, False)
    data = program("inspect", source, "--json", stdout=subprocess.PIPE, env=poor)
    assert "経営" in data.stdout.decode("utf-8")


# What nobody foresaw.


def fail(job: Job) -> Made:
    if job.source.name == "b.docx":
        raise KeyError("unseen")
    return Made()


def test_an_unforeseen_error_is_that_of_one_module() -> None:
    found = list(run(jobs([Path("a.docx"), Path("b.docx"), Path("c.docx")], None), fail))
    assert [o.exit_code for o in found] == [0, 70, 0]
    assert re.fullmatch(
        r"internal error in file b\.docx: KeyError: 'unseen' \(\w+\.py, line \d+\); please report it", found[1].error
    )


@pytest.mark.parametrize("command", ["convert", "inspect"])
def test_an_unforeseen_error_is_a_sentence_and_a_traceback_on_demand(
    source: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise KeyError("unseen")

    monkeypatch.setattr(modmigrate.pipeline, "extract", fail)
    monkeypatch.setattr(modmigrate.commands.work, "extract", fail)
    refused(call(command, source), 70, "internal error in file modul.docx: KeyError: 'unseen' (")
    assert "Traceback" in call(command, source, "-v").stderr


SLOW = """
import sys, time
from pathlib import Path
from modmigrate.shelf.jobs import jobs
from modmigrate.cli.side_by_side import outcomes
def work(job):
    Path(job.source).write_text(str(__import__("os").getpid()))
    time.sleep(60)
if __name__ == "__main__":
    list(outcomes(jobs([Path(a) for a in sys.argv[1:]], None), work, True))
"""


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z"


def eventually(what: Callable[[], bool]) -> bool:
    end = time.monotonic() + 10
    while not (done := what()) and time.monotonic() < end:
        time.sleep(0.05)
    return done


@pytest.mark.slow
@linux
def test_a_batch_that_is_ended_takes_its_processes_with_it(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(SLOW)
    files = [tmp_path / "a", tmp_path / "b"]
    process = subprocess.Popen([sys.executable, tmp_path / "slow.py", *files], stderr=subprocess.DEVNULL)
    started = 1 if os.cpu_count() == 1 else 2
    assert eventually(lambda: sum(f.exists() and f.read_text() != "" for f in files) == started)
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 143
    assert eventually(lambda: all(gone(int(f.read_text())) for f in files if f.exists()))


# Slips.


@pytest.mark.parametrize("tag", ["english", "x", "pt_BR", "id-", "<b>"])
def test_a_language_is_a_code(source: Path, tag: str) -> None:
    refused(call("convert", source, "--language", tag), 2, "is no language code")


@pytest.mark.parametrize("tag", ["id", "pt-BR", "zh-Hant-TW", "min"])
def test_the_codes_taken_here_are_read_in_module_yaml(source: Path, tmp_path: Path, tag: str) -> None:
    assert call("extract", source, "--language", tag, "-o", tmp_path / "x").exit_code == 0
    assert call("build", tmp_path / "x").exit_code == 0


def test_build_finds_the_module_in_its_folder(yaml: Path, tmp_path: Path) -> None:
    assert call("build", yaml.parent, "-o", tmp_path / "out.zip").exit_code == 0
    (tmp_path / "empty").mkdir()
    refused(call("build", tmp_path / "empty"), 3, "there is no module.yaml in this folder")


def test_build_sends_documents_to_convert(source: Path) -> None:
    refused(call("build", source), 3, "use `modmigrate convert`")


def test_a_file_with_the_wrong_ending_is_named_for_what_it_is(source: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(source.read_bytes())
    (tmp_path / "a.docx").write_bytes(b"%PDF-1.7\n%")
    refused(call("convert", tmp_path / "a.pdf"), 3, "this is a Word file; give it the ending .docx")
    refused(call("convert", tmp_path / "a.docx"), 3, "this is a PDF file; give it the ending .pdf")


@pytest.mark.parametrize("arguments", [("convert", ""), ("convert", "x.docx", "-o", ""), ("build", "")])
def test_an_empty_name_is_a_slip(arguments: tuple[str, ...]) -> None:
    refused(call(*arguments), 2, "the name is empty")


@pytest.mark.parametrize("command", [("inspect",), ("extract", "-o", "out")])
def test_a_folder_without_modules_says_what_a_module_is(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shelf").mkdir()
    result = call(*command, "shelf")
    assert (result.exit_code, result.stderr) == (3, f"shelf: {EMPTY}\n")
