"""Files made to hurt: each gives a document or a sentence, within bounds."""

from __future__ import annotations

import sys
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf import Sheet, pdf, with_form

from modmigrate.document import Document, Paragraph
from modmigrate.errors import DamagedError
from modmigrate.readers.pdf import read
from modmigrate.readers.pdf.ground.page import Page
from modmigrate.readers.pdf.guard.suspect import is_suspect
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


def zeros(million: int) -> bytes:
    """So many million blanks, packed."""
    packer = zlib.compressobj(1)
    return b"".join([*(packer.compress(bytes([32]) * 1_000_000) for _ in range(million)), packer.flush()])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="children are bounded on Linux")
def test_a_page_that_unpacks_to_gigabytes_costs_itself_alone(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    parts = [packer.compress(b"0 0 m 1 1 l S\n" * 70_000) for _ in range(60)]
    sheets = [Sheet(packed=b"".join([*parts, packer.flush()])), Sheet().text(72, 100, "Isi halaman b.")]
    document = read(written(tmp_path, pdf(*sheets)))
    assert texts(document) == ["Isi halaman b."]
    assert [(f.code, f.where.page) for f in document.findings] == [(Code.DROPPED, 1)]


def test_streams_that_unpack_to_far_more_and_huge_pictures_are_told_beforehand(tmp_path: Path) -> None:
    plain = pdf(Sheet().text(72, 100, "Isi halaman."))
    assert not is_suspect(written(tmp_path, plain))
    assert is_suspect(written(tmp_path, pdf(Sheet(packed=zeros(16)))))
    assert not is_suspect(written(tmp_path, pdf(Sheet(packed=zeros(14) + bytes(9_000)))))
    assert is_suspect(written(tmp_path, plain.replace(b"/Width 2 /Height 2", b"/Width 8000 /Height 8000")))
    assert is_suspect(written(tmp_path, plain.replace(b"/Filter /FlateDecode", b"/Filter [/FlateDecode /FlateDecode]")))


def test_an_index_that_unpacks_to_far_more_is_refused_in_a_sentence(tmp_path: Path) -> None:
    data = pdf(Sheet(packed=zeros(61))).replace(b"<< /Filter", b"<< /Type /ObjStm /Filter")
    with pytest.raises(DamagedError, match=r"^module\.pdf: the file unpacks to more"):
        read(written(tmp_path, data))


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


# Mistakes of our own are never blamed on the file.


def with_zero_width_words(data: bytes) -> bytes:
    """As programs write that set a zero-width space between words: a letter of the font means nothing but that."""
    assert b"<61> <7b2c>" in data
    return data.replace(b"<61> <7b2c>", b"<61> <200b>")


@pytest.mark.parametrize(
    "build",
    [
        lambda: Sheet().text(72, 100, "Isi.").ideographs(94, 100, "a").text(98, 100, "Lagi."),
        lambda: Sheet().text(72, 100, "Isi.").text(120, 100, "Lagi.", font="bold").ideographs(170, 100, "a", size=5),
        lambda: Sheet().ideographs(60, 100, "a").text(72, 100, "Isi. Lagi."),
        lambda: Sheet().text(72, 100, "Isi. Lagi.").ideographs(72, 300, "a"),
    ],
    ids=["between", "behind", "before", "alone"],
)
def test_a_word_of_zero_width_spaces_alone_is_no_word(tmp_path: Path, build: Callable[[], Sheet]) -> None:
    document = read(written(tmp_path, with_zero_width_words(pdf(build()))))
    assert texts(document) == ["Isi. Lagi."]
    assert document.findings == ()


def breaks(*_: object, **__: object) -> Page:
    raise IndexError("string index out of range")


def test_a_page_that_meets_a_mistake_of_ours_is_read_plainly_and_says_so(tmp_path: Path) -> None:
    from modmigrate.readers.pdf.content import read_page
    from modmigrate.readers.pdf.guard.opening import opened

    path = written(tmp_path, pdf(Sheet().lines(72, 100, "Isi pertama.", "Isi kedua.")))
    with opened(path) as document:
        page = read_page(document.raw, 1, wholly=breaks)
    assert [item.text for item in page.items] == ["Isi pertama.", "Isi kedua."]
    assert page.fault.startswith("IndexError: string index out of range (test_hostile.py, line ")
    assert not page.broken


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="children are bounded on Linux")
def test_a_guarded_child_that_fails_by_a_mistake_of_ours_blames_no_page(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Its file is gone when it comes to open it: to the child this is a mistake, and no page is to blame."""
    from modmigrate.readers.pdf.guard.guard import read_guarded

    path = written(tmp_path, b"%PDF-1.7 no more")
    pages = read_guarded(path, "", [range(1, 3)])
    assert [page.broken for page in pages] == ["", ""]
    assert all(page.fault.startswith("DamagedError: module.pdf: the file is damaged") for page in pages)
    assert capfd.readouterr().err == ""


def test_a_mistake_of_ours_is_a_warning_that_asks_to_be_reported() -> None:
    from modmigrate.readers.pdf.read import _remarks
    from modmigrate.report import warnings

    (found,) = warnings(_remarks([Page(3, 1, 1, fault="IndexError: x")], True, 0))
    assert found.line("a.pdf") == (
        "a.pdf p.3: page 3 met a mistake of this program and is left out; please report it: IndexError: x [internal]"
    )
