"""Pictures without alternative text are one warning with the list of their places."""

from __future__ import annotations

from modmigrate.document import Block, Cell, Document, Paragraph, Picture, Row, Span, Table
from modmigrate.readers.alternatives import with_missing_told
from modmigrate.source import Where


def picture(at: int, alt: str = "") -> Paragraph:
    return Paragraph((Picture("media/a.png", alt),), Where(paragraph=at))


def told(*blocks: Block) -> list[str]:
    return [f.message for f in with_missing_told(Document(blocks)).findings]


def test_one_warning_lists_the_places() -> None:
    table = Table((Row((Cell((picture(7),)),)),))
    caption = Paragraph((Span("Gambar 1. Pasar"),), Where(paragraph=4))
    (said,) = told(picture(3), caption, picture(5, "Peta pasar"), table)
    assert said == "2 pictures are without alternative text, which people who do not see need: ¶3, ¶7"


def test_a_dozen_places_are_enough() -> None:
    (said,) = told(*(picture(n) for n in range(1, 31)))
    assert said.endswith("¶11, ¶12 and others")


def test_described_pictures_need_no_word() -> None:
    assert told(picture(3, "Peta pasar")) == []
