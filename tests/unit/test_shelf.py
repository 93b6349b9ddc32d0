"""Shelves: which modules paths stand for, one bad file among many, what is not done twice, and the table."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pdf import Sheet, pdf
from word import QUIZ, word

from modmigrate.cli import main
from modmigrate.errors import SourceError
from modmigrate.shelf.jobs import Job, jobs, passed_over
from modmigrate.shelf.run import Made, run
from modmigrate.shelf.table import as_csv, as_json, as_text

linux = pytest.mark.skipif(sys.platform != "linux", reason="a process that is killed")
YAML = "format: 1\ntitle: Modul\nchapters:\n  - chapter: Satu\n    content: [Isi.]\n"


def files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(YAML)


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_a_folder_stands_for_the_modules_in_it_and_below_it(tmp_path: Path) -> None:
    files(tmp_path, "a.docx", "sub/a.docx", "sub/b/module.yaml", "sub/b/b.docx", ".git/c.docx", "sub/~$a.docx", "x.txt")
    todo = jobs([tmp_path], tmp_path / "out")
    assert [(j.label, j.output.relative_to(tmp_path).as_posix(), j.name) for j in todo] == [
        ("a.docx", "out/a.zip", "a"),
        ("sub/a.docx", "out/sub/a.zip", os.path.join("sub", "a")),
        ("sub/b/module.yaml", "out/sub/b.zip", os.path.join("sub", "b")),
    ]
    assert passed_over([tmp_path]) == [tmp_path / "sub/b/b.docx"]


def test_modules_of_folders_are_called_as_their_folders_are(tmp_path: Path) -> None:
    files(tmp_path, "a/module.yaml", "b/module.yaml", "c.docx")
    given = [tmp_path / "a/module.yaml", tmp_path / "b", tmp_path / "c.docx"]
    assert [j.output.name for j in jobs(given, tmp_path / "out")] == ["a.zip", "b.zip", "c.zip"]
    assert [j.output for j in jobs(given, None)] == [tmp_path / "a.zip", tmp_path / "b.zip", tmp_path / "c.zip"]


def test_the_folder_of_an_extraction_is_one_module(tmp_path: Path) -> None:
    files(tmp_path, "modul/module.yaml", "modul/modul.docx")
    (job,) = jobs([tmp_path / "modul"], tmp_path / "x.zip")
    assert (job.source, job.output) == (tmp_path / "modul/module.yaml", tmp_path / "x.zip")
    assert jobs([tmp_path / "modul"], None)[0].output == tmp_path / "modul.zip"


def test_a_pattern_is_resolved_where_no_shell_has_done_so(tmp_path: Path) -> None:
    files(tmp_path, "a.docx", "b.pdf", "sub/c.docx", "notes.txt")
    assert [j.source.name for j in jobs([tmp_path / "**/*.docx"], tmp_path / "o")] == ["a.docx", "c.docx"]
    assert [j.source.name for j in jobs([tmp_path / "*"], tmp_path / "o")] == ["a.docx", "b.pdf", "c.docx"]
    with pytest.raises(SourceError, match="no file fits this pattern"):
        jobs([tmp_path / "*.odt"], tmp_path / "o")


def test_the_table_is_for_people_spreadsheets_and_programs() -> None:
    rows = [
        {"module": "=a.docx", "state": "converted", "pages": None, "chapters": 2, "questions": 1200, "seconds": 0.5},
        {"module": "b.pdf", "state": "failed", "pages": 40, "seconds": 1.25},
    ]
    text = as_text(rows).splitlines()
    assert text[1].split() == ["=a.docx", "converted", "–", "2", "1,200", "–", "–", "–", "–", "0.50"]
    assert text[3].split() == ["in", "all", "40", "2", "1,200", "–", "–", "–", "–", "1.75"]
    read = list(csv.DictReader(as_csv(rows).lstrip("\ufeff").splitlines()))
    assert [row["module"] for row in read] == ["'=a.docx", "b.pdf"]
    assert json.loads(as_json(rows))["sums"]["seconds"] == 1.75


def killing(job: Job) -> Made:
    """Ends its own process where its source says so, as the system does for want of memory."""
    if job.source.name == "kills.docx":
        os.kill(os.getpid(), signal.SIGKILL)
    return Made()


@pytest.mark.slow
@linux
def test_a_module_that_takes_its_process_with_it_is_the_only_one_lost() -> None:
    todo = [Job(Path(name), Path("o"), name) for name in ("a.docx", "b.docx", "kills.docx", "c.docx", "d.docx")]
    found = {o.job.name: o for o in run(todo, killing, lambda: ProcessPoolExecutor(2), 2)}
    assert {name for name, o in found.items() if o.error} == {"kills.docx"}
    assert found["kills.docx"].error.startswith("kills.docx: the process that worked on it was ended")
    assert len(found) == 5


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    (folder / "sub").mkdir(parents=True)
    word(folder / "a.docx", *QUIZ)
    word(folder / "sub" / "a.docx", *QUIZ[:-2])
    (folder / "bad.docx").write_bytes(b"PK not really")
    (folder / "sub" / "b.pdf").write_bytes(pdf(Sheet().lines(72, 80, "BAB I MODAL", "Modal adalah uang."), Sheet()))
    return folder


@pytest.mark.slow
def test_a_shelf_is_converted_once_whatever_is_bad_in_it(shelf: Path, tmp_path: Path) -> None:
    out, report, table = tmp_path / "out", tmp_path / "report.json", tmp_path / "table.json"
    command = ("convert", shelf, "-o", out, "--report", report, "--table", table)
    first = call(*command)
    assert first.exit_code == 7
    assert sorted(p.relative_to(out).as_posix() for p in out.rglob("*.zip")) == ["a.zip", "sub/a.zip", "sub/b.zip"]
    told = json.loads(report.read_text("utf-8"))
    assert [(t["file"], t["severity"]) for t in told if t["code"] == "failed"] == [("bad.docx", "error")]
    assert [t["file"] for t in told if t["code"] == "key-missing"] == ["sub/a.docx"]
    rows = {row["module"]: row for row in json.loads(table.read_text("utf-8"))["modules"]}
    assert (rows["bad.docx"]["state"], rows["sub/b.pdf"]["pages"], rows["sub/a.docx"]["doubts"]) == ("failed", 2, 2)
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*.zip")}
    second = call(*command)
    assert (second.exit_code, second.stdout) == (7, first.stdout)
    assert {p: p.stat().st_mtime_ns for p in out.rglob("*.zip")} == before
    assert "3 of 4 modules converted (3 unchanged), " in second.stderr
    assert "(as before; --force tries again)" in second.stderr
    assert json.loads(report.read_text("utf-8")) == told
    word(shelf / "a.docx", *QUIZ, "Baru.")
    (out / "sub" / "b.zip").write_bytes(b"not what was made")
    assert "3 of 4 modules converted (1 unchanged), " in call(*command).stderr
    assert zipfile.is_zipfile(out / "sub" / "b.zip")
    assert "modules converted, " in call(*command, "--force").stderr
    assert "modules converted, " in call(*command, "--theme", "contrast").stderr


@pytest.mark.slow
def test_many_modules_are_inspected_and_extracted(shelf: Path, tmp_path: Path) -> None:
    found = call("inspect", shelf, "--json")
    assert found.exit_code == 7
    assert [one["file"] for one in json.loads(found.stdout)] == ["a.docx", "bad.docx", "sub/a.docx", "sub/b.pdf"]
    assert call("extract", shelf, "-o", tmp_path / "modules").exit_code == 7
    made = sorted(p.parent.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("module.yaml"))
    assert made == ["modules/a", "modules/sub/a", "modules/sub/b"]
    assert call("review", tmp_path / "modules", "-o", tmp_path / "reviews").exit_code == 0
    assert sorted(p.name for p in (tmp_path / "reviews").rglob("*.html")) == [
        "a-review.html", "a-review.html", "b-review.html",
    ]  # fmt: skip
    assert call("convert", tmp_path / "modules", "-o", tmp_path / "out").exit_code == 0
    assert sorted(p.name for p in (tmp_path / "out").rglob("*.zip")) == ["a.zip", "a.zip", "b.zip"]


@pytest.mark.parametrize(
    "arguments", [("convert", "-o", "x.zip"), ("inspect",), ("extract", "-o", "out"), ("export", "--to", "csv")]
)
def test_the_report_is_written_whatever_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.docx").write_bytes(b"PK not really")
    assert call(arguments[0], "bad.docx", *arguments[1:], "--report", "r.json").exit_code == 4
    (told,) = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert (told["file"], told["code"], told["severity"]) == ("bad.docx", "failed", "error")
    assert "the file is cut short or damaged" in told["message"]


def eventually(what: Callable[[], bool]) -> bool:
    end = time.monotonic() + 30
    while not (done := what()) and time.monotonic() < end:
        time.sleep(0.02)
    return done


@pytest.mark.slow
@linux
def test_a_shelf_that_is_ended_goes_on_where_it_stopped(tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    for at in range(8):
        sheets = [Sheet().lines(72, 80, *[f"Baris {n} halaman {p} modal." for n in range(45)]) for p in range(20 + at)]
        (tmp_path / "shelf" / f"{at}.pdf").write_bytes(pdf(*sheets))
    command = [sys.executable, "-m", "modmigrate", "convert", "shelf", "-o", "out", "--jobs", "2"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    record = tmp_path / "out/.modmigrate/shelf.jsonl"
    assert eventually(lambda: record.exists() and record.read_text("utf-8").count("\n") >= 2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert " of 8 modules are done and whole; the same command does the rest\nstopped by Ctrl-C\n" in said
    whole = [path for path in (tmp_path / "out").glob("*.zip") if zipfile.ZipFile(path).testzip() is None]
    assert len(whole) == len(list((tmp_path / "out").iterdir())) - 1
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
    assert "8 of 8 modules converted (" in done.stderr
