"""The preview's other process: it builds what a conversion builds, is bounded as one, and its end ends nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pdf import Sheet, pdf, with_form
from sample_module import SAMPLE, written
from word import QUIZ, word

from modmigrate.errors import SourceError
from modmigrate.preview.making import Apart, Maker, Wish
from modmigrate.preview.showing import Showing

pytestmark = pytest.mark.slow
linux = pytest.mark.skipif(sys.platform != "linux", reason="children are bounded, and counted, on Linux")


@pytest.fixture
def apart() -> Iterator[Callable[[Path], Apart]]:
    made: list[Apart] = []

    def make(path: Path) -> Apart:
        made.append(Apart(Wish(path)))
        return made[-1]

    yield make
    for one in made:
        one.close()


def children(of: int) -> list[str]:
    return Path(f"/proc/{of}/task/{of}/children").read_text().split()


def test_it_makes_what_is_made_here(tmp_path: Path, apart: Callable[[Path], Apart]) -> None:
    for path in (written(tmp_path), word(tmp_path / "modul.docx", *QUIZ)):
        here, there = Maker(Wish(path)), apart(path)
        assert here.load(True) == there.load(True)
        assert here.files("trainer", "contrast") == there.files("trainer", "contrast")


def test_what_is_wrong_is_the_same_sentence(tmp_path: Path, apart: Callable[[Path], Apart]) -> None:
    path = tmp_path / "module.yaml"
    path.write_text("format: 1\ntitle: x\nmastery: 900\n", "utf-8")
    maker = apart(path)
    with pytest.raises(SourceError, match=r"^module\.yaml:3:10: a whole number from 1 to 100 is expected here$"):
        maker.load(True)
    written(tmp_path)
    assert maker.load(True) == SAMPLE.title


@linux
def test_a_file_that_ends_its_process_is_a_sentence_and_the_next_version_is_read(tmp_path: Path) -> None:
    others = set(children(os.getpid()))  # Of browsers and servers that other tests still hold.
    found = Showing(written(tmp_path), apart=True)
    try:
        found.load()
        shown = found.state("", "")
        (process,) = set(children(os.getpid())) - others
        os.kill(int(process), signal.SIGKILL)
        found.load()
        state = found.state("", "")
        assert "the process that reads it came to an end" in state["error"]
        assert (state["version"], state["items"]) == (1, shown["items"])  # what was there stays
        assert found.state("trainer", "")["items"] == []
        found.load()
        assert (found.state("trainer", "")["error"], found.version) == ("", 2)
    finally:
        found.close()
    assert set(children(os.getpid())) <= others


@linux
def test_a_hostile_file_has_no_more_memory_and_time_than_in_a_conversion(
    tmp_path: Path, apart: Callable[[Path], Apart]
) -> None:
    sheets = [Sheet().text(72, 100, f"Isi halaman {c} tentang modal usaha.") for c in "abc"]
    sheets[1].ops.append("/X0 Do")
    path = tmp_path / "modul.pdf"
    path.write_bytes(with_form(pdf(*sheets), "/X0 Do /X0 Do /X0 Do"))
    maker = apart(path)
    maker.load(True)
    assert any("page 2" in line and "more memory or time" in line for line in maker.files("", "").findings)


def test_an_order_before_anything_was_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="could not be read"):
        Apart(Wish(tmp_path / "module.yaml")).files("", "")
    with pytest.raises(SourceError, match="could not be read"):
        Maker(Wish(tmp_path / "module.yaml")).files("", "")


@linux
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_command_takes_its_process_along(tmp_path: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-m", "modmigrate", "preview", str(written(tmp_path)), "--no-browser"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        (child,) = children(process.pid)
        os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
        process.communicate(timeout=20)  # To the end of the child's stderr, too.
        ends = time.monotonic() + 20
        while Path(f"/proc/{child}").exists() and time.monotonic() < ends:
            os.sched_yield()
        assert not Path(f"/proc/{child}").exists()
    assert process.returncode == {signal.SIGKILL: -9, signal.SIGTERM: 143, signal.SIGINT: 130}[number]
