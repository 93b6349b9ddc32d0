"""What stands in a line beside its words: notes, pictures and formulas arrive wherever the line ends up."""

from __future__ import annotations

from modmigrate import module as mod
from modmigrate.document import (
    Block,
    Cell,
    Document,
    Formula,
    Inline,
    Look,
    Media,
    NoteMark,
    Paragraph,
    Picture,
    Row,
    Span,
    Table,
)
from modmigrate.recogniser import recognise

_PICTURE = Picture("media/a.png", "a market stall")
_MEDIA = {"media/a.png": Media(b"", "image/png")}


def _p(*inlines: Inline | str, level: int | None = None, style: str = "") -> Paragraph:
    return Paragraph(tuple(Span(i) if isinstance(i, str) else i for i in inlines), level=level, style=style)


def _module(*blocks: Block, notes: dict[str, tuple[Block, ...]] | None = None) -> mod.Module:
    text = _p("A stall is a small shop that opens in the morning.")
    found = Document((*blocks, text), _MEDIA, notes or {"fn1": (_p("Said by a trader."),)}, language="en")
    return recognise(found)[0]


def test_notes_formulas_and_raised_signs_stay_in_chapter_titles() -> None:
    low = Span("2", Look(script="sub"))
    module = _module(
        _p("Stalls", NoteMark("fn1"), " and ", Formula("x^{2}"), level=1),
        _p("One more line of text."),
        _p("CO", low, " in the air", level=1),
    )
    assert [c.title for c in module.chapters] == ["Stalls[^fn1] and $x^{2}$", "CO~2~ in the air"]


def test_the_note_of_a_labelled_section_title_stays_with_it() -> None:
    module = _module(_p("Stalls", level=1), _p("A. ", "Their prices", NoteMark("fn1"), level=2))
    heading = module.chapters[0].content[0]
    assert isinstance(heading, mod.Heading)
    assert (heading.number, heading.text) == ("A.", "Their prices[^fn1]")


def test_pictures_in_headings_stand_below_them() -> None:
    module = _module(_p("Stalls", level=1), _p("Text."), _p(_PICTURE, "Prices", level=2))
    _, heading, figure, _ = module.chapters[0].content
    assert isinstance(heading, mod.Heading)
    assert isinstance(figure, mod.Figure)
    assert (heading.text, figure.file) == ("Prices", "media/a.png")


def test_a_picture_in_the_title_is_the_cover() -> None:
    module = _module(_p(_PICTURE, "How to trade", style="Title"), _p("Stalls", level=1))
    assert (module.title, module.cover) == ("How to trade", "media/a.png")


def test_a_title_with_a_note_is_kept_in_the_text() -> None:
    module = _module(_p("How to trade", NoteMark("fn1"), style="Title"), _p("Stalls", level=1))
    assert module.title == "How to trade"
    assert module.opening == (mod.Paragraph(text="How to trade[^fn1]"),)


def test_a_picture_before_a_typed_label_belongs_to_its_line() -> None:
    module = _module(
        _p("Exercise", level=1), _p(_PICTURE, "1. What does the stall sell?"), _p("A. Fish"), _p("B. Cars")
    )
    question = module.chapters[0].content[0]
    assert getattr(question, "stem", "") == "![a market stall](media/a.png)What does the stall sell?"


def test_a_picture_alone_between_line_breaks_stays() -> None:
    module = _module(
        _p("Exercise", level=1), _p("1. What does the stall sell?\n", _PICTURE, "\nA. Fish\nB. Cars"), _p("2. Why?")
    )
    assert "media/a.png" in repr(module.chapters[0].content)


def test_notes_keep_their_labels_and_tables() -> None:
    row = Row((Cell((_p("Price"),)), Cell((_p("Weight"),))))
    notes = {"fn1": (_p("A. Trader (2001)."), Table((row,)))}
    module = _module(_p("Stalls", level=1), _p("Text", NoteMark("fn1")), notes=notes)
    assert module.notes == (("fn1", "A. Trader (2001).\nPrice | Weight"),)


def test_a_picture_that_became_the_cover_keeps_its_caption() -> None:
    module = _module(_p(_PICTURE), _p("Figure 1: A stall"), _p("Stalls", level=1))
    assert module.cover == "media/a.png"
    assert [getattr(b, "caption", "") for b in module.opening] == ["Figure 1: A stall"]


def test_a_formula_is_no_title() -> None:
    found = Document(
        (_p(Formula("a^{2}")), _p("Stalls sell fish and fruit all day.")), language="en", file="stalls.docx"
    )
    module, _ = recognise(found)
    assert module.title == "stalls"
    assert module.chapters[0].content[0] == mod.Equation(text="a^{2}")


def test_lines_with_columns_behind_tabs_are_a_table() -> None:
    bold = Look(bold=True)
    module = _module(
        _p("Stalls", level=1),
        _p(Span("Name\tFish\t\tFruit", bold)),
        _p("Ann\t3\t", Span("4", bold), NoteMark("fn1")),
        _p("Ben\t5\t6\nCid\t7\t8"),
        _p("Ann\tsells\tmost\tof all"),
    )
    table, rest, _ = module.chapters[0].content
    assert isinstance(table, mod.Table)
    assert [[c.text for c in row] for row in table.rows] == [
        ["**Name**", "**Fish**", "**Fruit**"], ["Ann", "3", "**4**[^fn1]"], ["Ben", "5", "6"], ["Cid", "7", "8"]
    ]  # fmt: skip
    assert table.header == 1
    assert rest == mod.Paragraph(text="Ann sells most of all")


def test_values_behind_tabs_and_single_lines_are_text() -> None:
    module = _module(_p("Stalls", level=1), _p("Name\t: Ann"), _p("Town\t: Bima"), _p("Born\t: May"), _p("a\tb\tc"))
    assert all(isinstance(b, mod.Paragraph) for b in module.chapters[0].content)
