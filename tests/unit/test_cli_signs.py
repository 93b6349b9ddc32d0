"""Signs that steer a terminal, in whatever a stranger names: they never reach one, and end no run."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from pdf import Sheet, pdf
from word import QUIZ, word

from modmigrate.cli import main
from modmigrate.cli.signs import visible

STEERING = "\x1b]0;x\x07\x9b31m\u202edoc\u2066"
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")


def test_what_steers_is_spelled_out_and_all_else_stays() -> None:
    assert visible(STEERING) == r"\u001b]0;x\u0007\u009b31m\u202edoc\u2066"
    assert visible("a\tb\nc é ב \u200f 図") == "a\tb\nc é ב \u200f 図"
    assert visible("\ud800\udcff") == r"\ud800\udcff"


def steers(text: str) -> bool:
    return visible(text) != text


@linux
@pytest.mark.parametrize("command", ["convert", "inspect", "extract", "build"])
def test_a_file_name_does_not_reach_the_terminal(tmp_path: Path, command: str) -> None:
    for name, data in ((f"{STEERING}.docx", b""), (f"{STEERING}.pdf", b"%PDF-1.7 x"), (f"{STEERING}.txt", b"x")):
        (tmp_path / name).write_bytes(data)
        output = ["-o", str(tmp_path / "out")] if command == "extract" else []
        result = CliRunner().invoke(main, [command, str(tmp_path / name), *output])
        assert result.exit_code in (3, 4, 5)
        assert not steers(result.stderr)


@linux
def test_a_wrong_command_line_does_not_echo_them(tmp_path: Path) -> None:
    (tmp_path / STEERING).write_bytes(b"")
    for arguments in (["--theme"], [f"--{STEERING}"], ["--templates", str(tmp_path / STEERING)], ["--sco", STEERING]):
        result = CliRunner().invoke(main, ["build", "x.yaml", *arguments])
        assert result.exit_code == 2
        assert not steers(result.stderr)
    assert not steers(CliRunner().invoke(main, [STEERING]).stderr)


@linux
def test_a_name_that_is_no_text_ends_no_run(tmp_path: Path) -> None:
    source = word(tmp_path / "a.docx", *QUIZ)
    odd = os.path.join(os.fsencode(tmp_path), b"\xff\xfe.docx")
    os.rename(source, odd)
    result = CliRunner().invoke(main, ["convert", "-q", os.fsdecode(odd), "-o", str(tmp_path / "out.zip")])
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("title", [STEERING, "a\ufffe\uffffb", "\ufeffa"])
def test_a_title_of_module_yaml_ends_no_run_and_steers_nothing(tmp_path: Path, title: str) -> None:
    said = json.dumps(title)
    (tmp_path / "module.yaml").write_text(f"format: 1\ntitle: {said}\nchapters:\n- chapter: {said}\n", "utf-8")
    result = CliRunner().invoke(main, ["build", str(tmp_path / "module.yaml"), "-v"])
    assert result.exit_code == 0
    assert not steers(result.stderr)
    with zipfile.ZipFile(tmp_path / f"{tmp_path.name}.zip") as package:
        etree.fromstring(package.read("imsmanifest.xml"))
    shown = CliRunner().invoke(main, ["inspect", str(tmp_path / "module.yaml")])
    assert shown.exit_code == 0
    assert not steers(shown.stdout)


def test_a_title_of_a_pdf_ends_no_run_and_steers_nothing(tmp_path: Path) -> None:
    data = pdf(Sheet().text(72, 100, "Isi."))
    title = b"<FEFF" + STEERING.encode("utf-16-be").hex().encode() + b"D800>"
    (tmp_path / "a.pdf").write_bytes(data.replace(b"<< /Title () >>", b"<< /Title " + title + b" >>"))
    for command in (["inspect"], ["convert", "-v", "-o", str(tmp_path / "out.zip")]):
        result = CliRunner().invoke(main, [command[0], str(tmp_path / "a.pdf"), *command[1:]])
        assert result.exit_code == 0
        assert not steers(result.stderr)
        assert not steers(result.stdout)
    with zipfile.ZipFile(tmp_path / "out.zip") as package:
        etree.fromstring(package.read("imsmanifest.xml"))
