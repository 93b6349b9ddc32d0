"""A designer's hour in one story: ten faults of a module are found, settled one by one beside the player, and gone."""

from __future__ import annotations

import re
import time
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import html
from test_preview_player import inner, playing
from test_preview_speed import SECOND, delay
from word import word

from modmigrate.cli import main

pytestmark = pytest.mark.browser

WILD = (
    "Peserta lulus dengan nilai minimal 70 pada akhir kelas.",
    "Nilai lulus 70%. Untuk peserta lama nilai lulus 80%.",
    "Modal adalah harta yang dipakai untuk memperoleh hasil. Modal dapat berupa uang, alat, dan tenaga.",
    "LATIHAN SOAL",
    "1. Apa yang disebut modal?", "a. harta", "b. utang", "c. iuran",
    "2. Manakah modal kerja?", "a. gedung", "b. persediaan", "c. tanah",
    "3. Siapa pemilik usaha?", "a. pemodal", "b. pembeli", "c. tetangga",
    "4. Kapan laba dihitung?", "a. setiap hari", "b. akhir bulan", "c. tidak pernah",
    "5. Apa nama seluruh penjualan?", "a. laba", "b. omzet", "c. beban",
    "6. Manakah yang termasuk beban?", "a. sewa", "b. doa", "c. tabungan", "Jawaban: A",
    "7. Manakah yang termasuk utang?", "a. pinjaman", "b. hadiah", "c. upah",
    "8. Di mana usaha dicatat?", "a. buku kas", "b. dinding", "c. pasir",
    "Kunci Jawaban", "1. A", "6. B",
)  # fmt: skip
"""No title, no chapter, two pass marks, six questions without a key and one with two that contradict each other."""
EDITS: tuple[tuple[str, str, str], ...] = (
    *((r"(question: Manakah modal kerja\?[\s\S]*?)answer:\n", r"\1answer: B\n", "key"),
      (r"(question: Siapa pemilik[\s\S]*?)answer:\n", r"\1answer: A\n", "key"),
      (r"(question: Kapan laba[\s\S]*?)answer:\n", r"\1answer: B\n", "key"),
      (r"(question: Apa nama seluruh[\s\S]*?)answer:\n", r"\1answer: B\n", "key"),
      (r"(question: Manakah yang termasuk beban[\s\S]*?)answer:\n", r"\1answer: A\n", "key"),
      (r"(question: Manakah yang termasuk utang[\s\S]*?)answer:\n", r"\1answer: A\n", "key"),
      (r"(question: Di mana usaha[\s\S]*?)answer:\n", r"\1answer: A\n", "key")),
    (r"mastery: 70([\s\S]*?)unsure: \[mastery, title\]\n", r"mastery: 80\1unsure: [title]\n", "mastery"),
    (r"title: modul-liar\n([\s\S]*?)unsure: \[title\]\n", r"title: Kelas Sore\n\1", "title"),
    (r"    unsure: \[chapter\]\n", "", "chapter"),
)  # fmt: skip


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_ten_faults_are_found_settled_and_gone(browser: Any, tmp_path: Path) -> None:
    source = word(tmp_path / "modul-liar.docx", *WILD)
    folder = tmp_path / "kerja"
    run("extract", source, "-o", folder)
    path = folder / "module.yaml"

    assert run("review", folder, "-o", tmp_path / "review.html").exit_code == 0
    page = html.fromstring((tmp_path / "review.html").read_text("utf-8"))
    assert len(page.find_class("doubt")) == len(EDITS) == 10
    assert page.xpath("(//article)[1]/@class")[0].startswith("doubt")  # first of all

    took = []
    with playing(browser, path) as (player, servers):
        inner(player).locator("#mm-contents li").first.wait_for(state="attached")
        for left, (wrong, right, word_) in zip(range(9, -1, -1), EDITS, strict=True):
            assert f"[{word_}]" in run("todo", folder).stdout
            text, count = re.subn(wrong, right, path.read_text("utf-8"), count=1)
            assert count == 1, wrong
            begun = time.perf_counter()
            path.write_text(text, "utf-8")
            assert servers.showing.changed()
            servers.showing.load()
            servers.announce()
            version = servers.showing.version
            while f"/p/{version}/" not in player.frames[-1].url:
                player.wait_for_timeout(10)
            inner(player).locator("#mm-contents li").first.wait_for(state="attached")
            took.append((time.perf_counter() - begun) / delay())
            todo = run("todo", folder)
            assert (todo.exit_code, todo.stderr.split(" ")[0]) == ((1, str(left)) if left else (0, "nothing"))
        assert player.locator("#title").inner_text() == "Kelas Sore"
        assert player.locator("#calls li.bad").count() == 0
    assert median(took) < SECOND, took

    assert run("review", folder, "-o", tmp_path / "review.html").exit_code == 0
    assert not html.fromstring((tmp_path / "review.html").read_text("utf-8")).find_class("doubt")
    assert run("build", path, "-o", tmp_path / "kelas.zip").exit_code == 0
    assert run("check", tmp_path / "kelas.zip", "--strict").stdout.endswith("no faults; ready to upload\n")
    assert run("extract", source, "-o", folder).exit_code == 0  # the same source again unsettles nothing
    assert run("todo", folder).exit_code == 0
