"""What a person typed into module.yaml stays as typed when the source changes: comments, order, quotes, blank lines."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from rich_module import RICH
from sample_module import SAMPLE
from word import word

from modmigrate.cli import main
from modmigrate.module import Heading, Module, Paragraph
from modmigrate.module_yaml import dumps, loads
from modmigrate.module_yaml.rewriting import rewritten
from modmigrate.questions import Choice

HAND = """\
# Catatan: sudah diperiksa Budi
format: 1
id: m-1
mastery: 80        # sesuai SK
title: 'Modul Usaha'
language: id

chapters:
# bab pertama
- chapter: Satu
  id: c-1
  content:
  - heading: Materi
    id: h-1
    level: 2       # boleh dihapus

  # paragraf ini penting
  - "Modal adalah harta."
  - code: |
      # bukan komentar
      print(1)
  # soal pilihan
  - id: q-1
    question: Apa itu modal?
    answer: A      # dari pelatih
    type: choice
    options:
    - harta        # benar
    - utang
  - Akhir bab.
# bab kedua
- chapter: Dua
  id: c-2
"""


def changed(text: str, change: object) -> str:
    """The text after a change of the module in it."""
    module = loads(text)
    wanted = change(module)  # type: ignore[operator]
    new = rewritten(text, module, wanted)
    assert loads(new) == wanted
    return new


def with_content(module: Module, change: object) -> Module:
    first, *rest = module.chapters
    return replace(module, chapters=(replace(first, content=tuple(change(list(first.content)))), *rest))  # type: ignore[operator]


def diff(new: str) -> tuple[list[str], list[str]]:
    """Lines of the hand-written text that are gone, and lines that are new."""
    old, now = HAND.split("\n"), new.split("\n")
    return [x for x in old if x not in now], [x for x in now if x not in old]


def test_nothing_changed_is_the_same_text() -> None:
    assert changed(HAND, lambda m: m) == HAND


def test_a_value_changes_on_its_line_and_keeps_the_comment_behind_it() -> None:
    assert diff(changed(HAND, lambda m: replace(m, mastery=75))) == (
        ["mastery: 80        # sesuai SK"], ["mastery: 75        # sesuai SK"],
    )  # fmt: skip


def test_a_paragraph_changes_and_the_comment_above_it_stays() -> None:
    def change(blocks: list[object]) -> list[object]:
        return [blocks[0], Paragraph(text="Modal adalah uang."), *blocks[2:]]

    gone, new = diff(changed(HAND, lambda m: with_content(m, change)))
    assert (gone, new) == (['  - "Modal adalah harta."'], ["  - Modal adalah uang."])


def test_an_answer_changes_in_the_order_of_the_hand() -> None:
    def change(blocks: list[object]) -> list[object]:
        question = blocks[3]
        assert isinstance(question, Choice)
        return [*blocks[:3], replace(question, answer=1, hint="Bukan utang."), *blocks[4:]]

    gone, new = diff(changed(HAND, lambda m: with_content(m, change)))
    assert (gone, new) == (
        ["    answer: A      # dari pelatih"],
        ["    answer: B      # dari pelatih", "    hint: Bukan utang."],
    )


def test_blocks_are_added_and_removed_between_others() -> None:
    def change(blocks: list[object]) -> list[object]:
        return [*blocks[:2], Paragraph(text="Sisipan."), *blocks[3:]]

    new = changed(HAND, lambda m: with_content(m, change))
    assert "bukan komentar" not in new
    assert '  - "Modal adalah harta."\n  - Sisipan.\n  # soal pilihan\n  - id: q-1\n' in new


def test_a_chapter_is_added_at_the_end_and_before_others() -> None:
    def change(module: Module) -> Module:
        extra = replace(module.chapters[1], title="Tiga", id="c-3")
        return replace(module, chapters=(extra, *module.chapters, replace(extra, id="c-4")))

    new = changed(HAND, change)
    assert new.startswith(HAND.split("# bab pertama")[0])
    assert all(comment in new for comment in re.findall("# .*", HAND))


def test_ids_are_written_down_where_a_person_left_them_out() -> None:
    text = HAND.replace("    id: h-1\n", "")
    module = loads(text)
    new = rewritten(text, module, module)
    heading = module.chapters[0].content[0]
    assert isinstance(heading, Heading)
    assert f"    id: {heading.id}\n" in new
    assert all(comment in new for comment in re.findall("# .*", text))


def test_a_file_in_brackets_is_written_anew() -> None:
    text = '{format: 1, title: x, chapters: [{chapter: a, content: ["satu", "dua"]}]}\n'
    module = loads(text)
    wanted = with_content(module, lambda blocks: blocks[:1])
    assert loads(rewritten(text, module, wanted)) == wanted


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("module", [RICH, SAMPLE], ids=["rich", "sample"])
def test_random_changes_leave_all_other_lines_as_they_were(module: Module, seed: int) -> None:
    """Comments between blocks of changed chapters survive as long as their blocks do."""
    chance = random.Random(seed)
    lines = dumps(loads(dumps(module))).split("\n")
    heads = [n for n, line in enumerate(lines) if re.match(r" *- (heading|question|chapter|table|note): ", line)]
    for at in sorted(chance.sample(heads, min(9, len(heads))), reverse=True):
        pad = re.match(" *", lines[at])[0]  # type: ignore[index]
        lines.insert(at, f"{pad}# komentar {at}")
    text = "\n".join(lines)
    edited = loads(text)
    place = chance.randrange(len(edited.chapters))
    chapter = edited.chapters[place]
    content = list(chapter.content)
    for _ in range(chance.randrange(1, 4)):
        content.insert(chance.randrange(len(content) + 1), Paragraph(text=f"Baru: {chance.random()}"))
    wanted = replace(
        edited,
        chapters=(*edited.chapters[:place], replace(chapter, content=tuple(content)), *edited.chapters[place + 1 :]),
    )
    new = rewritten(text, edited, wanted)
    assert loads(new) == wanted
    assert [x for x in new.split("\n") if "Baru: " not in x] == text.split("\n")


def test_comments_survive_extraction_after_extraction(tmp_path: Path) -> None:
    def run(*arguments: str | Path) -> str:
        result = CliRunner().invoke(main, [str(a) for a in arguments])
        assert result.exit_code == 0, result.output
        return result.stderr

    lines = ["BAB I MODAL", "Modal adalah harta yang dipakai untuk usaha.", "Harta itu bermacam-macam bentuknya."]
    source, folder = word(tmp_path / "m.docx", *lines), tmp_path / "kept"
    run("extract", source, "-o", folder)
    path = folder / "module.yaml"
    text = path.read_text("utf-8").replace("      - Harta", "      # periksa lagi\n      - Harta")
    text = text.replace("mastery: 70", "mastery: 75   # SK 2025")
    path.write_text(text, "utf-8")
    for number in range(3):
        lines.append(f"Kalimat tambahan nomor {number} ada di sini.")
        word(source, *lines)
        said = run("extract", source, "-o", folder)
        assert "1 change of the source taken, 1 edit of yours kept, 0 conflicts [merged]" in said
    now = path.read_text("utf-8")
    assert "      # periksa lagi\n      - Harta" in now
    assert "mastery: 75   # SK 2025\n" in now
    assert now.count("Kalimat tambahan") == 3


def test_a_conflict_tells_both_sides(tmp_path: Path) -> None:
    def extract() -> str:
        return CliRunner().invoke(main, ["extract", str(source), "-o", str(tmp_path / "kept")]).stderr

    source = word(tmp_path / "m.docx", "BAB I MODAL", "Modal adalah harta yang dipakai untuk usaha.")
    extract()
    path = tmp_path / "kept" / "module.yaml"
    path.write_text(path.read_text("utf-8").replace("untuk usaha.", "untuk usaha kecil."), "utf-8")
    word(source, "BAB I MODAL", "Modal adalah harta yang dipakai untuk berdagang.")
    said = extract()
    assert "(yours: “Modal adalah harta yang dipakai untuk usaha kecil.”; " in said
    assert "the source: “Modal adalah harta yang dipakai untuk berdagang.”)" in said
    assert "0 changes of the source taken, 1 edit of yours kept, 1 conflict [merged]" in said
