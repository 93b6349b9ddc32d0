"""Mutants of all kinds of file for a minute, and every one that ever failed; `tests/fuzz.py` goes on for hours."""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path

import fuzz
import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="each mutant has a process of its own, whose work is counted"),
]
KEPT = sorted((Path(__file__).parents[1] / "fuzzed").glob("*.*"))
FAILED = {"crash", "slow", "large"}


def test_mutants_end_as_a_package_or_as_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    counted = fuzz.run(sorted(fuzz.KINDS), count(), time.monotonic() + 60, None)
    assert not counted.keys() & FAILED, capsys.readouterr().out
    assert counted["ok"] > 20
    assert counted["refused"] > 20


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_failed_once_ends_well_now(path: Path) -> None:
    found = fuzz.tried(path, fuzz.KINDS[path.name.split("-")[0]].act)
    assert found.kind not in FAILED, found


@pytest.mark.parametrize("kind", sorted(fuzz.KINDS))
def test_a_mutant_is_known_by_its_number(kind: str) -> None:
    seeds = fuzz.KINDS[kind].seeds()
    again = [fuzz.mutant(fuzz.KINDS[kind], seeds, number) for number in range(20)]
    assert again == [fuzz.mutant(fuzz.KINDS[kind], seeds, number) for number in range(20)]
    assert len(set(again)) > 10


def crash(_: Path) -> object:
    raise IndexError("of our own")


def waste(_: Path) -> object:
    return iter(()) if b"x" * 600_000_000 else None


def test_what_fails_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK")
    assert fuzz.tried(path, fuzz.convert).kind == "refused"
    assert fuzz.tried(path, crash).kind == "crash"  # type: ignore[arg-type]
    assert fuzz.tried(path, waste).kind == "large"  # type: ignore[arg-type]
