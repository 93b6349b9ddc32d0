"""Whole files: bookmarks, scans, damage, passwords, many pages."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pdf import Sheet, encrypted, pdf, saved, with_attachment

from modmigrate.document import Document, Paragraph
from modmigrate.errors import DamagedError
from modmigrate.readers.pdf import read
from modmigrate.readers.pdf.glyphs import ocr
from modmigrate.readers.pdf.guard import pool

Reading = Callable[..., Document]


def test_good_bookmarks_give_levels(reading: Reading) -> None:
    sheets = [Sheet().text(72, 80, name, 14).text(72, 120, f"Isi {name.lower()}.") for name in ("Modal", "Laba", "Uji")]
    document = reading(*sheets, outline=[("Modal", 1), ("Laba", 2), ("Uji", 3)])
    assert [(b.text, b.level) for b in document.blocks if isinstance(b, Paragraph) and b.level] == [
        ("Modal", 1), ("Laba", 1), ("Uji", 1),
    ]  # fmt: skip


def test_bookmarks_of_one_name_on_one_page_give_each_line_its_level(reading: Reading) -> None:
    sheet = Sheet()
    for at, name in enumerate(("Modal", "Latihan", "Laba", "Latihan")):
        sheet.text(72, 80 + at * 80, name, 14).text(72, 110 + at * 80, f"Isi bagian ke-{'abcd'[at]}.")
    document = reading(sheet, outline=[("Modal", 1), ("Latihan", 1), ("Laba", 1), ("Latihan", 1)])
    assert [b.text for b in document.blocks if isinstance(b, Paragraph) and b.level] == [
        "Modal", "Latihan", "Laba", "Latihan",
    ]  # fmt: skip


def test_a_heading_made_by_hand_between_bookmarked_ones_gets_their_level(reading: Reading) -> None:
    sheet, names = Sheet(), ("A. Tujuan", "B. Alat", "C. Dasar Teori", "D. Latihan")
    for at, name in enumerate(names):
        sheet.text(72, 80 + at * 80, name, 12, "bold").text(72, 110 + at * 80, f"Isi bagian ke-{'abcd'[at]}.")
    document = reading(sheet, outline=[(names[0], 1), (names[1], 1), (names[3], 1)])
    assert [b.text for b in document.blocks if isinstance(b, Paragraph) and b.level] == list(names)


def test_a_heading_that_one_bookmark_names_over_two_lines_is_one(reading: Reading) -> None:
    sheet = Sheet()
    for at, name in enumerate(("Modal", "Laba", "Uji")):
        sheet.text(72, 80 + at * 80, name, 14).text(72, 110 + at * 80, f"Isi bagian ke-{'abc'[at]}.")
    sheet.lines(72, 340, "Mengelola keuangan", "Usaha kecil", size=14, step=18).text(
        72, 400, "Isi terakhir bagian ini."
    )
    outline = [("Modal", 1), ("Laba", 1), ("Uji", 1), ("Mengelola keuangan Usaha kecil", 1)]
    found = [b.text for b in reading(sheet, outline=outline).blocks if isinstance(b, Paragraph) and b.level]
    assert found[-1] == "Mengelola keuangan Usaha kecil"


def test_bookmarks_of_cells_do_not_make_an_outline_bad(reading: Reading) -> None:
    sheet = Sheet().text(72, 80, "Modal", 14).text(72, 110, "Isi.").text(72, 150, "Laba", 14).text(72, 180, "Isi.")
    sheet.grid([72, 200, 330], [300, 330, 360]).text(80, 320, "Tahun").text(210, 320, "Jumlah").text(80, 350, "2020")
    outline = [("Modal", 1), ("Laba", 1), ("Tahun", 1), ("Jumlah", 1)]
    found = [b.text for b in reading(sheet, outline=outline).blocks if isinstance(b, Paragraph) and b.level]
    assert found == ["Modal", "Laba"]


def test_bookmarks_that_name_nothing_are_left(reading: Reading) -> None:
    sheets = [Sheet().text(72, 80, name) for name in ("Modal", "Laba", "Uji")]
    document = reading(*sheets, outline=[("Modal", 1), ("_Toc1", 2), ("_Toc2", 3)])
    assert not [b for b in document.blocks if isinstance(b, Paragraph) and b.level]


def test_scanned_pages_are_named(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    scan = Sheet().picture(0, 0, 595, 842)
    document = reading(Sheet().text(72, 100, "Isi"), scan, scan, Sheet().text(72, 100, "Isi lain"), scan)
    (found,) = [f for f in document.findings if f.code.code == "no-text"]
    assert "pages 2–3 and 5" in found.message
    assert found.where.page == 2


@pytest.mark.slow
@pytest.mark.skipif(not ocr.installed(), reason="the extra [ocr] is not installed")
def test_scanned_pages_are_read_where_an_engine_is_installed(reading: Reading) -> None:
    text = Sheet().lines(
        72, 100, "Modal usaha berasal dari tabungan", "keluarga dan pinjaman koperasi.", size=20, step=30
    )
    with pdfium.PdfDocument(pdf(text)) as document:
        image = document[0].render(scale=2).to_numpy()
    scan = Sheet()
    scan.scan = (image.shape[1], image.shape[0], image[:, :, 0].tobytes())
    document = reading(scan)
    assert "Modal usaha berasal dari tabungan" in " ".join(b.text for b in document.blocks if isinstance(b, Paragraph))
    assert [f.code.code for f in document.findings] == ["text-recognised"]


def test_the_text_laid_behind_a_scan_is_read(reading: Reading) -> None:
    document = reading(Sheet().picture(0, 0, 595, 842).text(72, 100, "Isi hasil pindai", mode=3))
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["Isi hasil pindai"]
    assert not document.findings


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", b"<html></html>"])
def test_damaged_files_are_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "module.pdf"
    path.write_bytes(data)
    with pytest.raises(DamagedError, match=r"^module\.pdf: the file is \w+"):
        read(path)


def test_a_file_without_pages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "module.pdf"
    path.write_bytes(pdf())
    with pytest.raises(DamagedError, match=r"^module\.pdf: the file "):
        read(path)


def test_a_page_larger_than_any_page_is_left_out_with_a_finding(tmp_path: Path) -> None:
    document = read(saved(tmp_path, Sheet(width=3_000_000, height=3_000_000).text(72, 100, "Isi"), Sheet()))
    assert [f.where.page for f in document.findings if f.code.code == "dropped"] == [1]


def test_what_was_typed_into_a_form_is_read_at_its_place(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "Nama:").filled_field(120, 88, 300, 104, "Bu Sari").text(72, 130, "Alamat:")
    assert [b.text for b in reading(sheet).blocks if isinstance(b, Paragraph)] == ["Nama: Bu Sari", "Alamat:"]


def test_an_empty_document_says_so(reading: Reading) -> None:
    assert [f.code.code for f in reading(Sheet()).findings] == ["empty"]


def test_several_processes_read_what_one_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, *(Sheet().text(72, 100, f"Isi halaman {n}") for n in range(30)))
    monkeypatch.setattr(pool, "_workers", lambda _: 1)
    alone = read(path)
    monkeypatch.setattr(pool, "_workers", lambda _: 3)
    assert read(path) == alone


def test_a_file_that_only_its_owner_may_change_is_read(tmp_path: Path) -> None:
    path = tmp_path / "module.pdf"
    path.write_bytes(encrypted(pdf(Sheet().text(72, 100, "Isi halaman.")), owner="rahasia"))
    assert [b.text for b in read(path).blocks if isinstance(b, Paragraph)] == ["Isi halaman."]


def test_a_file_with_a_password_to_open_asks_for_it(tmp_path: Path) -> None:
    path = tmp_path / "module.pdf"
    path.write_bytes(encrypted(pdf(Sheet().text(72, 100, "Isi halaman.")), owner="rahasia", user="murid"))
    with pytest.raises(DamagedError, match="give its password with --password"):
        read(path)
    with pytest.raises(DamagedError, match="the password does not open the file"):
        read(path, "guru")
    assert [b.text for b in read(path, "murid").blocks if isinstance(b, Paragraph)] == ["Isi halaman."]


def test_a_portfolio_says_that_what_is_attached_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "module.pdf"
    path.write_bytes(with_attachment(pdf(Sheet().text(72, 100, "Buka berkas terlampir.")), "modul.docx"))
    (found,) = read(path).findings
    assert "an attached file" in found.message
    assert "convert such files themselves" in found.message


def test_boxes_of_a_form_show_whether_they_are_ticked(reading: Reading) -> None:
    sheet = Sheet().check_box(72, 100, ticked=True).text(90, 100, "setuju")
    sheet.check_box(72, 130, ticked=False).text(90, 130, "tidak setuju")
    assert [b.text for b in reading(sheet).blocks if isinstance(b, Paragraph)] == [
        "\u2611 setuju",
        "\u2610 tidak setuju",
    ]


@pytest.mark.slow
def test_files_with_bytes_changed_at_random_give_a_document_or_a_sentence(tmp_path: Path) -> None:
    table = (
        Sheet()
        .grid((72, 200, 400), (100, 120, 140))
        .text(76, 114, "Modal")
        .text(204, 114, "Rp 500")
        .picture(72, 200, 99, 230)
    )
    sheets = [Sheet().lines(72, 100, "1. Modal adalah", "a. uang", "b. alat"), table]
    data, path, dice = pdf(*sheets, outline=[("Modal", 2)]), tmp_path / "module.pdf", random.Random(7)
    for _ in range(500):
        changed = bytearray(data)
        for _ in range(dice.choice((1, 4, 30))):
            at = dice.randrange(len(changed))
            changed[at : at + dice.choice((1, 1, 9))] = dice.randbytes(dice.choice((0, 1, 1, 5)))
        path.write_bytes(changed)
        with contextlib.suppress(DamagedError):
            assert isinstance(read(path), Document)


def test_the_text_behind_a_scan_is_read_though_a_stamp_is_printed_over_it(reading: Reading) -> None:
    sheet = Sheet().picture(0, 0, 595, 842).text(400, 820, "www.arsip.example", 8)
    sheet.lines(72, 100, "Usaha sosial memutar labanya untuk warga desa.")
    sheet.ops[-1] = sheet.ops[-1].replace("0 Tr", "3 Tr")
    assert "memutar labanya untuk" in " ".join(b.text for b in reading(sheet).blocks if isinstance(b, Paragraph))


def test_scans_that_hold_nothing_but_a_stamp_are_named(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    cover = Sheet().picture(0, 0, 595, 842).text(200, 300, "Modul Usaha", 24)
    scan = Sheet().picture(0, 0, 595, 842).text(400, 820, "www.arsip.example", 8)
    document = reading(cover, scan, scan, scan)
    assert [b.text for b in document.blocks if isinstance(b, Paragraph) and b.text] == ["Modul Usaha"]
    (found,) = document.findings
    assert "pages 2\u20134" in found.message


# What the file says of itself.


def titled(data: bytes, title: bytes) -> bytes:
    """The file with this string object as its title."""
    return data.replace(b"<< /Title () >>", b"<< /Title " + title + b" >>")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (b"<FEFFD8000041>", "\ufffdA"),
        (b"<FEFF0041DC00>", "A\ufffd"),
        (b"<FEFFD800D8000041>", "\ufffd\ufffdA"),
        (b"<FEFF00410000>", "A"),
        (b"<FEFFD83DDE00>", "\U0001f600"),
        (b"<FEFF>", ""),
        (b"( Modul )", "Modul"),
    ],
)
def test_a_title_is_read_whatever_its_letters(tmp_path: Path, title: bytes, said: str) -> None:
    """A title with half of a surrogate pair refused the whole file; found by fuzzing."""
    path = tmp_path / "module.pdf"
    path.write_bytes(titled(pdf(Sheet().text(72, 100, "Isi.")), title))
    document = read(path)
    assert document.title == said
    assert [b.text for b in document.blocks] == ["Isi."]


def test_half_a_letter_in_one_bookmark_does_not_cost_the_outline(tmp_path: Path) -> None:
    names = [f"Bagian {letter}" for letter in "abcdefghijkl"]
    sheet = Sheet()
    for at, name in enumerate(names):
        sheet.text(72, 60 + 60 * at, name).text(72, 80 + 60 * at, f"Kalimat yang berisi teks {at}.")
    data = pdf(sheet, outline=[(name, 1) for name in [*names, "xxxx"]])
    path = tmp_path / "module.pdf"
    path.write_bytes(data.replace(b"/Title (xxxx)", b"/Title <FEFFD800>"))
    levels = [b.level for b in read(path).blocks if isinstance(b, Paragraph) and b.text in names]
    assert levels == [1] * 12
