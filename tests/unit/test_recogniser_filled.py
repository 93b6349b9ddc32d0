"""Blanks that somebody filled in, as teachers' copies of workbooks are printed: the words answer and leave the stem."""

from __future__ import annotations

from msgspec.structs import replace
from plain_document import document

from modmigrate import document as doc
from modmigrate.questions.fill import Fill
from modmigrate.recogniser import recognise

HEAD = "{h1} BAB I NASI\nNasi dimasak dengan air dan beras.\n{h2} Latihan: isilah titik-titik\n"


def asked(*lines: tuple[str | doc.Span, ...]) -> list[Fill]:
    made = document(HEAD + "Akhir latihan ini.")
    paragraphs = tuple(doc.Paragraph(tuple(doc.Span(p) if isinstance(p, str) else p for p in line)) for line in lines)
    module, _ = recognise(replace(made, blocks=(*made.blocks[:-1], *paragraphs)), "id")
    return [b for b in module.chapters[0].content if isinstance(b, Fill)]


def on_rule(text: str) -> doc.Span:
    return doc.Span(text, doc.Look(filled=True, underline=True, bold=True))


def test_words_on_rules_are_the_answers_and_leave_blanks() -> None:
    found = asked(
        ("1. Beras dicuci ", on_rule("dua"), " kali sebelum dimasak."),
        ("2. Satu gelas beras memerlukan ", on_rule("satu"), " atau ", on_rule("dua"), " gelas air."),
        ("3. Api dikecilkan setelah air ", on_rule("mendidih"), "."),
    )
    assert [q.stem for q in found] == [
        "Beras dicuci ____ kali sebelum dimasak.", "Satu gelas beras memerlukan ____ atau ____ gelas air.",
        "Api dikecilkan setelah air ____.",
    ]  # fmt: skip
    assert [list(q.answer) for q in found] == [[("dua",)], [("satu",), ("dua",)], [("mendidih",)]]


def test_underlined_words_stay_in_the_stem() -> None:
    look = doc.Look(underline=True)
    found = asked(("1. Beras ", doc.Span("tidak", look), " dicuci ____ kali."), ("2. Nasi dimakan ____ kali sehari.",))
    assert "tidak" in found[0].stem
