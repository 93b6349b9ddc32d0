"""Pictures that tables and letters set in their place: with what belongs to each, in reading order."""

from __future__ import annotations

import pytest

from modmigrate.document import Block, Cell, Document, Inline, Marker, Media, Paragraph, Picture, Row, Span, Table
from modmigrate.readers.layout_tables import laid_out

MEDIA = {"media/a.png": Media(b"", "image/png")}
LONG = "A stall is a small shop that opens in the morning and closes when its goods are sold."


def pic(name: str = "a") -> Paragraph:
    return Paragraph((Picture(f"media/{name}.png"),))


def p(*inlines: str | Inline) -> Paragraph:
    return Paragraph(tuple(Span(i) if isinstance(i, str) else i for i in inlines))


def table(*rows: tuple[Block | None, ...], header: bool = False) -> Table:
    return Table(tuple(Row(tuple(Cell((b,) if b else ()) for b in row), header) for row in rows))


def read(*blocks: Block) -> list[str]:
    """Each block's words, its pictures in angle brackets; a table is 'table'."""
    return ["table" if isinstance(b, Table) else "".join(map(said, b.inlines))
            for b in laid_out(Document(blocks, MEDIA)).blocks]  # fmt: skip


def said(inline: Inline) -> str:
    return f"<{inline.name[6]}>" if isinstance(inline, Picture) else getattr(inline, "text", "")


def test_pictures_side_by_side_are_followed_by_the_captions_below_them() -> None:
    # Screens of a phone in a work sheet on programs: two pictures in a row, their captions in the next.
    found = read(table((pic("a"), pic("b")), (p("Figure 1 Before"), p("Figure 2 After"))))
    assert found == ["<a>", "Figure 1 Before", "<b>", "Figure 2 After"]


def test_pictures_without_captions_follow_each_other() -> None:
    assert read(table((pic("a"), pic("b")), (pic("c"), None))) == ["<a>", "<b>", "<c>"]


def test_a_picture_beside_its_text_stands_before_it() -> None:
    assert read(table((pic(), p(LONG)))) == ["<a>", LONG]


@pytest.mark.parametrize("header", [True, False])
def test_a_table_of_pictures_and_words_stays_a_table(header: bool) -> None:
    assert read(table((p("Sign"), p("Meaning")), (pic(), p("Stop")), header=header)) == ["table"]


def test_letters_below_pictures_are_options() -> None:
    assert read(table((pic("a"), pic("b")), (p("A"), p("B")))) == ["A. <a>", "B. <b>"]


def test_a_letter_in_a_line_of_its_own_belongs_to_the_picture_below() -> None:
    found = read(p("Which?"), p("A."), pic("a"), p("(b)"), pic("b"), p("C."), p("not a picture"))
    assert found == ["Which?", "A. <a>", "(b) <b>", "C.", "not a picture"]


def test_letters_in_one_line_before_their_pictures_are_options_of_their_own() -> None:
    line = p("A. ", Picture("media/a.png"), "\tB. ", Picture("media/b.png"))
    assert read(line) == ["A. <a>", "B. <b>"]


@pytest.mark.parametrize("line", [
    p("A. ", Picture("media/a.png"), " and ", Picture("media/b.png")),
    p("A. ", Picture("media/a.png"), "C. ", Picture("media/b.png")),
    p("A. ", "B. ", Picture("media/a.png"), Picture("media/b.png")),
])  # fmt: skip
def test_a_line_in_which_other_things_stand_stays_one(line: Paragraph) -> None:
    assert len(read(line)) == 1


def test_a_counted_letter_keeps_its_own_line() -> None:
    counted = Paragraph((Span("A."),), marker=Marker("1."))
    assert read(counted, pic()) == ["A.", "<a>"]
