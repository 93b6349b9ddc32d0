"""Every command in README and guides is run as it stands there, and the Word template converts without a finding."""

from __future__ import annotations

import glob
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from needs import TESTS
from word import QUIZ, word

from modmigrate.cli import main
from modmigrate.plain_yaml.problems import Problems
from modmigrate.plain_yaml.reading import compose

ROOT = TESTS.parent
DOCS = ROOT / "docs"
TEXTS = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
NOT_OURS = (
    "pipx install .",
    "uv tool install .",
    "dask scheduler",
    "dask worker ",
    "python3 -m venv ",
    'eval "$(_MODMIGRATE',
)
"""Other programs' commands, and those that a test of their own runs."""
STAYING = ("preview", "--dask")
"""Commands that go on until they are ended, or need a cluster: tests of their own run them."""
PROGRAM = [sys.executable, "-m", "modmigrate"]


def commands(text: str) -> Iterator[str]:
    """The lines of all blocks of shell, without comments."""
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from (line for line in block.splitlines() if line.strip() and not line.startswith("#"))


def words(line: str) -> list[str]:
    """A line as the shell cuts it, with patterns that fit files resolved."""
    cut = shlex.split(line, comments=True)
    return [
        path for word_ in cut for path in (sorted(glob.glob(word_, recursive=True)) if "*" in word_ else []) or [word_]
    ]


def prepared(folder: Path) -> None:
    """What the texts speak of: a module of yours, and a shelf."""
    shutil.copy(DOCS / "templat-modul.docx", folder / "modul-3.docx")
    (folder / "shelf" / "unit").mkdir(parents=True)
    word(folder / "shelf" / "a.docx", *QUIZ)
    word(folder / "shelf" / "unit" / "b.docx", *QUIZ)
    assert CliRunner().invoke(main, ["convert", "modul-3.docx", "-o", "lain.zip"]).exit_code == 0


@pytest.mark.slow
def test_every_command_of_the_texts_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other in one folder, README first: the other texts speak of what came to be there."""
    monkeypatch.chdir(tmp_path)
    prepared(tmp_path)
    for line in [line for text in TEXTS for line in commands(text.read_text("utf-8"))]:
        program, *arguments = words(line)
        if program != "modmigrate":
            assert line.startswith(NOT_OURS), line
        elif not any(word_ in STAYING for word_ in arguments):
            done = CliRunner().invoke(main, arguments)
            assert done.exit_code == 0, (line, done.stderr)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_the_preview_of_the_texts_starts_and_ends(tmp_path: Path) -> None:
    shutil.copy(DOCS / "templat-modul.docx", tmp_path / "modul-3.docx")
    subprocess.run(
        [*PROGRAM, "extract", "modul-3.docx", "-o", "modul-3/"], cwd=tmp_path, check=True, capture_output=True
    )
    found = {
        line for text in TEXTS for line in commands(text.read_text("utf-8")) if line.startswith("modmigrate preview")
    }
    assert {tuple(words(line)[2:3]) for line in found} == {("modul-3/",), ("lain.zip",)}
    process = subprocess.Popen(
        [*PROGRAM, "preview", "modul-3/", "--no-browser"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b"http://127.0.0.1:")
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode in (0, 130)


@pytest.mark.slow
def test_the_workflow_converts_and_checks_all_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "modules" / "unit").mkdir(parents=True)
    word(tmp_path / "modules" / "a.docx", *QUIZ)
    word(tmp_path / "modules" / "unit" / "b.docx", *QUIZ)
    text = (DOCS / "ci" / "modules.yml").read_text("utf-8")
    compose(text, Problems("modules.yml"))
    runs = re.findall(r"^ +run: (.+)$", text, re.MULTILINE)
    assert runs[0].startswith("pip install modmigrate")
    for line in runs[1:]:
        done = CliRunner().invoke(main, words(line.removeprefix("shopt -s globstar && "))[1:])
        assert done.exit_code == 0, (line, done.stderr)
    assert (tmp_path / "report.json").exists()
    assert (tmp_path / "table.csv").exists()
    assert (tmp_path / "check.xml").read_text("utf-8").count(".zip") >= 2


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="a hook is a shell script")
def test_the_hook_refuses_a_module_with_open_doubts(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "modmigrate").write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n')
    (tmp_path / "bin" / "modmigrate").chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    yaml = tmp_path / "a" / "module.yaml"
    yaml.parent.mkdir()
    for answer, code in (("answer: A", 0), ("answer:", 1)):
        yaml.write_text(
            "format: 1\ntitle: A\nchapters:\n  - chapter: B\n    content:\n      - question: C?\n        type: choice\n"
            f"        options: [x, y]\n        {answer}\n"
        )
        subprocess.run(["git", "add", "a"], cwd=tmp_path, check=True)
        done = subprocess.run(
            ["sh", DOCS / "ci" / "pre-commit"], cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        assert done.returncode == code, done.stderr


@pytest.mark.slow
def test_the_shell_completes_commands() -> None:
    lines = {line for text in TEXTS for line in commands(text.read_text("utf-8")) if line.startswith("eval")}
    assert len(lines) == 2
    script = "import sys; from modmigrate.cli import main; main(prog_name='modmigrate')"
    for variable, wanted in (("bash_source", "complete "), ("zsh_source", "#compdef"), ("fish_source", "function")):
        environment = {**os.environ, "_MODMIGRATE_COMPLETE": variable}
        done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True)
        assert wanted in done.stdout


@pytest.mark.slow
def test_the_word_template_converts_without_a_finding_and_is_made_by_its_script(tmp_path: Path) -> None:
    again = tmp_path / "again.docx"
    subprocess.run([sys.executable, DOCS / "word_template.py", again], check=True)
    assert again.read_bytes() == (DOCS / "templat-modul.docx").read_bytes()
    done = CliRunner().invoke(main, ["convert", str(again), "-o", str(tmp_path / "x.zip"), "--strict"])
    assert done.exit_code == 0
    assert [line.split(" [")[-1] for line in done.stderr.splitlines()] == ["account]", "summary]"]
    assert "2 chapters, 10 questions (8 scored in 2 tests), 0 doubts" in done.stderr


def test_the_guides_say_the_same_in_both_languages() -> None:
    english, indonesian = ((DOCS / name).read_text("utf-8") for name in ("guide.md", "panduan.md"))
    for pattern in (r"^## \d", r"^```", r"\]\(([^)]+)\)"):
        one, other = (re.findall(pattern, text, re.MULTILINE) for text in (english, indonesian))
        assert [found for found in one if found != "panduan.md"] == [found for found in other if found != "guide.md"]
    plain = [[" ".join(words(line)) for line in commands(text)] for text in (english, indonesian)]
    assert [line.removesuffix(" --ui-language id") for line in plain[1]] == plain[0]
