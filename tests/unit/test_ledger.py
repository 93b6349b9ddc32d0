"""The account of a conversion: what was read, what stands nowhere and why, and what people are told of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from pdf import Sheet
from plain_document import document

from modmigrate import module as mod
from modmigrate.account.ledger import account, lost, total
from modmigrate.document import UNEXPLAINED, Document, LeftOut, Paragraph, Span
from modmigrate.recogniser import recognise
from modmigrate.source import Where

TEXT = """{h1} BAB I MODAL
Modal adalah uang untuk memulai usaha, dan laba sisanya.
{h2} Latihan
1. Apa arti modal bagi seorang pedagang?
A. uang untuk memulai usaha
B. sisa uang sesudah semua biaya
2. Siapa yang memiliki koperasi desa itu?
A. pengurus
B. anggota
{h2} Kunci Jawaban
1. A
2. B
"""


def reasons(found: list[LeftOut]) -> list[tuple[str, str]]:
    return [(entry.reason, entry.text) for entry in found]


def test_a_module_that_holds_all_words_has_lost_none() -> None:
    made = document(TEXT)
    module, _ = recognise(made, "id")
    assert lost(made, module) == []
    of, findings = account(made, module)
    assert (of.gone, findings) == (0, ())
    assert total(of).message == f"{of.words} words read"


def without(module: mod.Module, word: str) -> mod.Module:
    chapters = tuple(
        replace(c, content=tuple(b for b in c.content if word not in getattr(b, "text", "") + getattr(b, "stem", "")))
        for c in module.chapters
    )
    return replace(module, chapters=chapters)


def test_a_paragraph_that_stands_nowhere_is_a_warning_with_its_first_words() -> None:
    made = document(TEXT)
    module = without(recognise(made, "id")[0], "laba")
    of, (told,) = account(made, module)
    assert dict(of.left_out) == {UNEXPLAINED: 9}
    assert told.code.code == "words-lost"
    assert "9 words" in told.message
    assert "Modal adalah uang untuk memulai usaha," in told.message


def test_a_lost_question_is_told_with_its_options() -> None:
    made = document(TEXT)
    module = without(recognise(made, "id")[0], "koperasi")
    assert UNEXPLAINED in dict(account(made, module)[0].left_out)
    assert "memiliki koperasi" in " ".join(e.text for e in lost(made, module))


def test_pictures_that_stand_nowhere_are_one_warning_with_their_places() -> None:
    # A table of screens that was read as a list of its captions took two pictures with it.
    made = document(TEXT.replace("{h2} Latihan", "[picture]\n{h2} Latihan"))
    module, _ = recognise(made, "id")
    assert account(made, module)[1] == ()
    empty = replace(module, chapters=tuple(replace(c, content=c.content[:1]) for c in module.chapters))
    told = [f for f in account(made, empty)[1] if f.code.code == "pictures-lost"]
    assert [f.message for f in told] == ["1 picture of the source stands nowhere in the module: ¶3"]


def entry(text: str) -> Paragraph:
    return Paragraph((Span(text),), Where(paragraph=9))


@pytest.mark.parametrize(
    ("text", "reason"),
    [("Pendahuluan ............ 7", "contents"), ("Jawaban kamu:", "labels"), ("Bukan uang tunai", "keys and answers")],
)
def test_what_is_consumed_has_its_reason(text: str, reason: str) -> None:
    made = document(TEXT)
    module, _ = recognise(made, "id")
    more = replace(
        made, blocks=(entry(text), *made.blocks) if reason != "keys and answers" else (*made.blocks, entry(text))
    )
    assert [r for r, _ in reasons(lost(more, module))] == [reason]


def test_the_line_for_people_lists_the_reasons_by_weight() -> None:
    made = document(TEXT)
    module, _ = recognise(made, "id")
    gone = (LeftOut("running heads", "Modul Dasar " * 600), LeftOut("contents", "satu dua tiga"))
    of, _ = account(replace(made, left_out=gone), module)
    assert total(of).message == f"{of.words:,} words read; 1,203 left out: running heads 1,200, contents 3"
    assert total(of).as_data()["data"]["left out"] == {"running heads": 1200, "contents": 3}


def test_many_losses_are_five_warnings_at_most() -> None:
    made = document(TEXT)
    module, _ = recognise(made, "id")
    extra = tuple(entry(f"Kalimat ke-{n} hilang tanpa jejak sama sekali xyz{n}") for n in range(30))
    _, told = account(replace(made, blocks=(*made.blocks, *extra)), module)
    assert len(told) == 5
    assert "at 25 other places" in told[-1].message


@pytest.mark.parametrize("text", ["saja", "Satu kalimat saja."])
def test_pdf_pages_account_for_their_words(reading: Callable[..., Document], text: str) -> None:
    sheets = [
        Sheet().text(72, 40, "Modul", 9).text(72, 120, f"Isi {c} {text}").text(290, 810, str(n))
        for n, c in enumerate("abcdef", 1)
    ]
    document = reading(*sheets)
    assert {e.reason for e in document.left_out} == {"running heads"}
    assert sum(len(e.text.split()) for e in document.left_out) == 12


@pytest.fixture
def reading(tmp_path: object) -> Callable[..., Document]:
    from pathlib import Path

    from pdf import saved

    from modmigrate.readers.pdf import read

    return lambda *sheets: read(saved(Path(str(tmp_path)), *sheets))
