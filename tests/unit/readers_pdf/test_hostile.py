"""Files made to hurt: each gives a document or a sentence, within bounds."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf import Sheet, pdf, with_form

from modmigrate.document import Document, Paragraph
from modmigrate.readers.pdf import read
from modmigrate.report import Code

Reading = Callable[..., Document]


def written(folder: Path, data: bytes) -> Path:
    path = folder / "module.pdf"
    path.write_bytes(data)
    return path


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="children are bounded on Linux")
def test_a_form_that_draws_itself_costs_its_page_alone(tmp_path: Path) -> None:
    sheets = [Sheet().text(72, 100, f"Isi halaman {c}.") for c in "abc"]
    sheets[1].ops.append("/X0 Do")
    document = read(written(tmp_path, with_form(pdf(*sheets), "/X0 Do /X0 Do /X0 Do")))
    assert texts(document) == ["Isi halaman a.", "Isi halaman c."]
    (found,) = document.findings
    assert (found.code, found.where.page) == (Code.DROPPED, 2)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="children are bounded on Linux")
def test_it_costs_no_more_in_a_process_with_threads(tmp_path: Path) -> None:
    sheets = [Sheet().text(72, 100, f"Isi halaman {c}.") for c in "ab"]
    sheets[1].ops.append("/X0 Do")
    path = written(tmp_path, with_form(pdf(*sheets), "/X0 Do /X0 Do /X0 Do"))
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert texts(read(path)) == ["Isi halaman a."]
    finally:
        done.set()
        other.join()


@pytest.mark.slow
def test_a_harmless_form_is_read(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "Isi halaman.")
    sheet.ops.append("/X0 Do")
    path = written(tmp_path, with_form(pdf(sheet), "BT /F0 11 Tf 1 0 0 1 72 700 Tm (Isi formulir.) Tj ET"))
    assert texts(read(path)) == ["Isi halaman.", "Isi formulir."]


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"/Kids [", b"/Kids [2 0 R "), (b"/Count 1", b"/Count 2000"), (b"/Count 1", b"/Count -5"),
     (b"/Parent 2 0 R", b"/Parent 9 0 R")],
)  # fmt: skip
def test_a_page_tree_that_lies_gives_the_pages_there_are(tmp_path: Path, old: bytes, new: bytes) -> None:
    data = pdf(Sheet().text(72, 100, "Isi halaman."))
    assert old in data
    assert "Isi halaman." in texts(read(written(tmp_path, data.replace(old, new, 1))))


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_text_of_turned_pages_is_read_as_it_is_printed(reading: Reading, angle: int) -> None:
    sheet = Sheet(rotate=angle).lines(72, 100, "Baris pertama yang berisi teks.", "Baris kedua.")
    assert texts(reading(sheet)) == ["Baris pertama yang berisi teks.", "Baris kedua."]
