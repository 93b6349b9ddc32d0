"""How much work one file may take: counted where it is done, and told in one sentence."""

from __future__ import annotations

import re
import signal
import sys
import threading
import time
from pathlib import Path

import pytest
from pdf import Sheet, saved
from word import word

from modmigrate import pipeline
from modmigrate.errors import DamagedError
from modmigrate.processes.effort import OutOfTime, at_most, grant

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such clock")


def busy(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_work_ends_when_it_takes_too_long_and_waiting_is_no_work() -> None:
    with pytest.raises(OutOfTime), at_most(0.05):
        busy(10)
    with at_most(0.05):
        threading.Event().wait(0.15)
    assert signal.getsignal(signal.SIGPROF) == signal.SIG_DFL


def test_a_pattern_that_hangs_ends_too() -> None:
    """The library's own loops look for signals; what hangs there was the worst that a short paragraph could do."""
    begun = time.process_time()
    with pytest.raises(OutOfTime), at_most(0.05):
        re.search(r"(a|aa)+$", "a" * 60 + "b")
    assert time.process_time() - begun < 5


def test_no_except_of_a_library_takes_it() -> None:
    taken = []

    def carefree() -> None:
        try:
            busy(10)
        except Exception as error:
            taken.append(error)

    with pytest.raises(OutOfTime), at_most(0.05):
        carefree()
    assert taken == []


def test_inside_of_work_that_is_counted_nothing_is_counted_anew() -> None:
    with pytest.raises(OutOfTime), at_most(0.05), at_most(60):
        busy(10)


def test_work_that_needs_more_is_granted_more() -> None:
    with at_most(0.05):
        grant(10)
        busy(0.2)
    grant(10)  # Nothing is counted: nothing to grant.
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


@pytest.mark.parametrize("kind", ["docx", "pdf", "docx with tables"])
def test_a_file_that_takes_far_too_much_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(pipeline, "SECONDS", 0.02)
    monkeypatch.setattr(pipeline, "SECONDS_PER_MEGABYTE", 0.0)
    if kind == "pdf":
        path = saved(tmp_path, *[Sheet().lines(72, 80, *[f"Baris {n}." for n in range(40)]) for _ in range(20)])
    else:
        text = ["| a | b |" if "tables" in kind else f"{n}. Apa itu modal?" for n in range(2_000)]
        path = word(tmp_path / "modul.docx", *text)
    with pytest.raises(DamagedError, match=r"^mod\w+\.\w+: the file takes more than 0 seconds of work, far more"):
        pipeline.extract(path)
    assert signal.getsignal(signal.SIGPROF) == signal.SIG_DFL
