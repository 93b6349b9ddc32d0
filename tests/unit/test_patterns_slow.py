"""No pattern hangs: all are tried on strings that backtracking dislikes, and whole lines of such strings are read."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from word import word

from modmigrate.pipeline import extract

TESTS = Path(__file__).parents[1]


@pytest.mark.slow
def test_no_pattern_takes_the_cube_of_what_it_is_given() -> None:
    command = [sys.executable, str(TESTS / "tried_patterns.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    *slow, last = map(json.loads, done.stdout.splitlines())
    assert [f"{one['origin']}: {one['times']:.0f} times the square for {one['text']}" for one in slow] == []
    assert last["tried"] > 300


@pytest.mark.slow
@pytest.mark.parametrize("line", [
    "{} selesai", "1. Jawab: {} (Skor 10)", "Nama {} x", "{} karena", "Jawaban: {}", "A. {} benar", "( {} x",
    "1. Sebutkan {}", "BAB I {} MODAL", "{}",
])  # fmt: skip
@pytest.mark.parametrize(
    "unit", [".", ". ", "…", " ", "\t", "\u00a0", "_", "- ", "1 ", "a", "A. ", "( ", "1. ", "xx: ___"]
)
def test_a_line_of_one_sign_costs_no_more_than_a_page(tmp_path: Path, line: str, unit: str) -> None:
    """A line to write on of 3,000 signs with a word behind it took over twelve seconds."""
    text = line.replace("{}", unit * (3_000 // len(unit)))
    path = word(tmp_path / "modul.docx", "# BAB I MODAL", "## Latihan", "1. Apa itu modal?", text, "Isi.")
    begun = time.process_time()
    extract(path)
    assert time.process_time() - begun < 3
