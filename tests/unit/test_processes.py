"""Processes end: whatever ends a conversion leaves no child and no half output, and says so in one sentence.

A child holds the parent's stderr, so that reading it to its end tells that the last child is gone.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf import Sheet, pdf, with_form
from word import QUIZ, word

from modmigrate.processes import children

linux = pytest.mark.skipif(sys.platform != "linux", reason="children are tied to their parent by Linux's own means")
posix = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
PAGES = 400
"""More text than a pipe holds, and more pages than are read while a signal is on its way."""


def sheets() -> list[Sheet]:
    return [Sheet().lines(72, 80, *[f"Baris {n} halaman {at} tentang modal usaha." for n in range(45)])
            for at in range(PAGES)]  # fmt: skip


def plain(folder: Path) -> Path:
    (folder / "modul.pdf").write_bytes(pdf(*sheets()))
    return folder / "modul.pdf"


def suspect(folder: Path) -> Path:
    (folder / "modul.pdf").write_bytes(with_form(pdf(*sheets()), "BT /F0 11 Tf 1 0 0 1 72 700 Tm (Isi.) Tj ET"))
    return folder / "modul.pdf"


def shelf(folder: Path) -> Path:
    place = folder / "shelf"
    place.mkdir()
    for name in "abcdefgh":
        (place / f"{name}.pdf").write_bytes(pdf(*sheets()[:100]))
    return place


def begun(folder: Path, source: Path) -> subprocess.Popen[str]:
    """A conversion, in a session of its own as a terminal's is."""
    command = [sys.executable, "-m", "modmigrate", "convert", str(source), "-o", str(folder / "out") + "/"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def has_child(process: subprocess.Popen[str]) -> bool:
    """Whether it has a child now; waits for one while the process runs."""
    path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None:
        if path.read_text():
            return True
        time.sleep(0)
    return False


def left(folder: Path) -> list[str]:
    """Files that are neither source nor package."""
    known = (".pdf", ".zip", ".docx", ".jsonl")
    return sorted(p.name for p in folder.rglob("*") if p.is_file() and p.suffix not in known)


def last(said: str) -> str:
    """What was said, without the line that tells how far a shelf has come."""
    return re.sub(r"^\d of 8 modules are done and whole; the same command does the rest\n", "", said)


@pytest.mark.slow
@linux
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("source", [plain, suspect, shelf])
def test_a_conversion_that_is_ended_takes_its_children_along(
    tmp_path: Path, source: Callable[[Path], Path], number: signal.Signals
) -> None:
    if source is plain and len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one processor reads a file in one process")
    process = begun(tmp_path, source(tmp_path))
    assert has_child(process)
    process.send_signal(number)
    _, said = process.communicate(timeout=20)  # To the end of the last child's stderr.
    assert process.returncode == {signal.SIGKILL: -9, signal.SIGTERM: 143, signal.SIGINT: 130}[number]
    assert (
        last(said)
        == {signal.SIGKILL: "", signal.SIGTERM: "stopped by SIGTERM\n", signal.SIGINT: "stopped by Ctrl-C\n"}[number]
    )
    assert left(tmp_path) == []


@pytest.mark.slow
@linux
@pytest.mark.parametrize("source", [plain, suspect, shelf])
def test_ctrl_c_of_a_terminal_reaches_all_processes_and_is_one_sentence(
    tmp_path: Path, source: Callable[[Path], Path]
) -> None:
    process = begun(tmp_path, source(tmp_path))
    assert has_child(process) or source is plain
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, last(said)) == (130, "stopped by Ctrl-C\n")


ORPHAN = """
import multiprocessing, os, signal
from modmigrate.processes.children import end_with_parent
context, above = multiprocessing.get_context("fork"), os.getpid()
def late():
    while os.getppid() == above:
        os.sched_yield()
    end_with_parent()
    print("still here", flush=True)
def sibling():
    while os.getppid() == above:
        os.sched_yield()
    signal.sigtimedwait([], 2)
for work in (late, sibling):
    context.Process(target=work).start()
os.kill(above, signal.SIGKILL)
"""


@pytest.mark.slow
@linux
def test_a_child_whose_parent_ended_before_it_could_ask_ends_though_a_sibling_lives() -> None:
    """A batch killed in its first moments; siblings hold copies of the pipe that would tell of the parent's end."""
    done = subprocess.run([sys.executable, "-c", ORPHAN], capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stdout) == (-9, "")


INTERRUPTED = """
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.{number})
sys.meta_path.insert(0, Finder())
sys.argv = ["modmigrate", "convert", {source!r}, "-o", {out!r}]
from modmigrate.__main__ import run
run()
"""


@pytest.mark.slow
@posix
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("name", ["modmigrate.cli", "click", "lxml", "jinja2", "modmigrate.scorm"])
def test_a_signal_while_something_is_imported_is_one_sentence(tmp_path: Path, name: str, number: str) -> None:
    source, out = word(tmp_path / "modul.docx", *QUIZ), tmp_path / "out.zip"
    code = INTERRUPTED.format(name=name, number=number, source=str(source), out=str(out))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    what = {"SIGINT": (130, "stopped by Ctrl-C\n"), "SIGTERM": (143, "stopped by SIGTERM\n")}[number]
    assert (done.returncode, done.stderr, done.stdout) == (*what, "")
    assert left(tmp_path) == []
    assert not out.exists()


@pytest.mark.slow
@posix
def test_a_signal_that_was_to_be_ignored_is_ignored(tmp_path: Path) -> None:
    """As `nohup` asks, and shells that start something in the background."""
    source, out = word(tmp_path / "modul.docx", *QUIZ), tmp_path / "out.zip"
    code = INTERRUPTED.format(name="lxml", number="SIGINT", source=str(source), out=str(out))
    code = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n" + code
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, f"{out}\n")


@pytest.mark.slow
@posix
def test_a_signal_that_comes_where_python_cannot_raise_is_heard_all_the_same() -> None:
    code = (
        "import os, signal, sys\nfrom modmigrate.processes import stopping\n"
        "class Last:\n    def __del__(self):\n        os.kill(os.getpid(), signal.SIGTERM)\n"
        "stopping.listen()\n"
        "try:\n    x = Last()\n    del x\n    while True: pass\n"
        "except stopping.Stopped as stopped:\n    stopping.say(stopped)\n    sys.exit(stopped.exit_code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (143, "stopped by SIGTERM\n")


# Children that fail say why, and nothing else.


def breaks(sender: children.Pipe, what: str) -> None:
    sender.send("begun")
    raise {"index": IndexError("string index out of range"), "memory": MemoryError()}[what]


@pytest.mark.slow
@pytest.mark.parametrize("way", ["fork", "spawn"])
@posix
def test_a_childs_mistake_is_sent_and_its_want_of_memory_is_none(way: str, capfd: pytest.CaptureFixture[str]) -> None:
    context = multiprocessing.get_context(way)
    process, receiver = children.start(context, breaks, "index")
    assert receiver.recv() == "begun"
    failed = receiver.recv()
    assert isinstance(failed, children.Failed)
    assert failed.what.startswith("IndexError: string index out of range (test_processes.py, line ")
    with pytest.raises(EOFError):
        receiver.recv()
    process.join()
    process, receiver = children.start(context, breaks, "memory")
    assert receiver.recv() == "begun"
    with pytest.raises(EOFError):
        receiver.recv()
    process.join()
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
@linux
def test_runs_ended_at_random_moments_leave_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """A few of them; `python tests/ended.py` does hundreds."""
    import ended

    assert ended.run(12, seed=1) == 0, capsys.readouterr().out
