"""Work grows with what there is: four times as much of anything takes about four times as long, never sixteen."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from pdf import Sheet, saved
from plain_document import document
from word import word

from modmigrate.merge import merge
from modmigrate.module import Cell, Chapter, Heading, Module, Paragraph, Table
from modmigrate.module_yaml import dumps, loads
from modmigrate.pipeline import build, extract
from modmigrate.questions import Choice, Match
from modmigrate.recogniser import recognise

pytestmark = pytest.mark.slow
SMALL = 200
MOST = 9.0
"""Linear work takes 4 times as long, work with the square of it 16 times."""


def chapters(count: int) -> Module:
    return Module(title="M", language="id", chapters=tuple(
        Chapter(id=f"b{n}", title=f"Modal {n}", number=f"BAB {n + 1}", content=(
            Heading(id=f"h{n}", text=f"Bagian {n}"), Paragraph(text=f"Isi bab {n} tentang modal."),
            Choice(id=f"q{n}", stem=f"Mana {n}?", options=("a", "b"), answer=0)))
        for n in range(count)))  # fmt: skip


def rows(count: int) -> Module:
    table = Table(rows=tuple(tuple(Cell(text=f"sel {n} {c}") for c in range(5)) for n in range(count * 10)))
    return Module(title="M", chapters=(Chapter(id="b", title="B", content=(table,)),))


def notes(count: int) -> Module:
    content = tuple(Paragraph(text=f"Isi[^n{n}] bab.") for n in range(count * 4))
    return Module(title="M", notes=tuple((f"n{n}", f"Catatan {n}.") for n in range(count * 4)),
                  chapters=(Chapter(id="b", title="B", content=content),))  # fmt: skip


def pairs(count: int) -> Module:
    texts = tuple(f"kata {n}" for n in range(count))
    question = Match(id="q", stem="Pasangkan.", left=texts[:8], right=texts, answer=tuple((n,) for n in range(8)))
    return Module(title="M", chapters=(Chapter(id="b", title="B", content=(question,)),))


def took(act: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        begun = time.process_time()
        act()
        times.append(time.process_time() - begun)
    return min(times)


def test_notes_that_all_changed_are_found_again_in_a_share_of_time_each() -> None:
    """Each of 800 notes looked through all others anew, for each of them: a book with notes hung in `extract`."""

    def work(count: int) -> Callable[[], object]:
        old, new = notes(count), notes(count)
        new = replace(new, notes=tuple((name, text.replace("Catatan", "Catatan kaki")) for name, text in new.notes))
        return lambda: merge(old, old, new)

    assert took(work(4 * SMALL)) < MOST * max(took(work(SMALL)), 0.01)


@pytest.mark.parametrize("make", [chapters, rows, notes, pairs])
@pytest.mark.parametrize("act", ["build", "yaml", "merge"])
def test_a_module_four_times_as_long_takes_no_more_than_its_share(make: Callable[[int], Module], act: str) -> None:
    def work(module: Module) -> Callable[[], object]:
        return {
            "build": lambda: build(module, {}),
            "yaml": lambda: loads(dumps(module)),
            "merge": lambda: merge(module, module, module),
        }[act]

    small, large = took(work(make(SMALL))), took(work(make(4 * SMALL)))
    assert large < MOST * max(small, 0.01)


def long_word(folder: Path, count: int) -> Path:
    lines = [
        line for n in range(count // 5) for line in (f"# BAB {n + 1} MODAL", *["Kalimat tentang modal usaha."] * 9)
    ]
    return word(folder / "modul.docx", *lines)


def long_pdf(folder: Path, count: int) -> Path:
    sheets = []
    for page in range(count // 20):
        sheet = Sheet().grid([60, 150, 250, 350], [80 + 20 * n for n in range(31)])
        for n in range(30):
            for at, x in enumerate((65, 155, 255)):
                sheet.text(x, 94 + 20 * n, f"sel {page} {n} {at}", 9)
        sheets.append(sheet)
    return saved(folder, *sheets)


@pytest.mark.parametrize("make", [long_word, long_pdf])
def test_a_document_four_times_as_long_takes_no_more_than_its_share(
    tmp_path: Path, make: Callable[[Path, int], Path]
) -> None:
    times = []
    for count in (SMALL, 4 * SMALL):
        path = make(tmp_path, count)
        times.append(took(lambda path=path: extract(path)))  # type: ignore[misc]
    assert times[1] < MOST * times[0]


@pytest.mark.parametrize(
    ("head", "each"),
    [
        ("{h1} Unit 1\n", "x = foo(1);\nthese words stand between\nand others, too\n"),
        ("{h1} Unit 1\n{h2} Quiz\n", "%d. Who owns the shop?\nA. a man\nB. a woman\n"),
    ],
    ids=["text with a line of a program here and there", "numbered questions"],
)
def test_recognition_takes_no_more_than_its_share(head: str, each: str) -> None:
    """800 questions took 1.7 s, 1.2 of them to look back to the first for each; 2,400 lines of such a text 5.7 s."""

    def work(count: int) -> Callable[[], object]:
        read = document(head + "".join(each.replace("%d", str(n)) for n in range(1, count + 1)))
        return lambda: recognise(read)

    assert took(work(4 * SMALL)) < MOST * max(took(work(SMALL)), 0.01)
