"""Nothing is lost: the measure itself, small documents, and the example modules."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from docx_maker import opened, p, packed, r, row, table
from kept import compare, source

from modmigrate.document import Document, Span, paragraphs
from modmigrate.readers import read

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*/source.docx"))
ENOUGH = 0.9995


def texts(document: Document) -> Iterable[str]:
    for blocks in (document.blocks, *document.notes.values()):
        for paragraph in paragraphs(blocks):
            yield "".join(i.text for i in paragraph.inlines if isinstance(i, Span))


def test_the_measure_counts_runs_of_four_words() -> None:
    data = packed(p("satu dua tiga empat lima") + p("enam"))
    assert compare(data, ["Satu, dua; TIGA empat lima enam"]).share == 1
    lost = compare(data, ["satu dua tiga", "lima", "enam"])
    assert (lost.total, lost.missing) == (3, {"satu dua tiga empat": 1, "dua tiga empat lima": 1})


def test_the_measure_leaves_out_what_no_reader_sees() -> None:
    hidden = r("kunci", "<w:vanish/>")
    deleted = "<w:del><w:r><w:t>lama</w:t></w:r></w:del>"
    assert list(source(packed(p("Isi ", hidden, deleted, "baru")))) == ["Isi baru"]


def test_typed_markers_split_what_is_looked_for_between_them() -> None:
    data = packed(p("1. Modal adalah … A. uang B. alat"))
    assert compare(data, ["Modal adalah …", "uang", "alat"], between_markers=True).share == 1


def test_a_document_of_many_kinds_is_kept() -> None:
    box = (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{p('isi kotak di samping')}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    notes = f'<w:footnote w:id="2">{p("catatan kaki yang panjang sekali")}</w:footnote>'
    body = (
        p("Teks", box)
        + table(row("sel satu", "sel dua"))
        + f"<w:sdt><w:sdtContent>{p('dalam kendali')}</w:sdtContent></w:sdt>"
    )
    data = packed(body, footnotes=notes)
    assert compare(data, texts(opened(data))).missing == {}


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda f: f.parent.name)
def test_the_example_modules_are_kept(file: Path) -> None:
    assert compare(file.read_bytes(), texts(read(file))).share >= ENOUGH
