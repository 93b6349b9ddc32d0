"""Running heads and feet, page numbers, contents tables: out; words that merely recur: kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf import Sheet

from modmigrate.document import Document, Paragraph
from modmigrate.readers.pdf.structure.contents import is_entry
from modmigrate.readers.pdf.structure.page_numbers import page_number

Reading = Callable[..., Document]


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


def test_running_heads_and_page_numbers_go(reading: Reading) -> None:
    sheets = []
    for n in range(4):
        sheet = Sheet().text(72, 40, "Modul Kewirausahaan", 9).text(72, 100, f"Isi halaman ke-{'abcd'[n]}")
        sheets.append(sheet.text(290, 810, str(n + 5)))
    assert texts(reading(*sheets)) == [f"Isi halaman ke-{c}" for c in "abcd"]


def test_feet_that_alternate_and_count_go(reading: Reading) -> None:
    sheets = []
    for n in range(6):
        foot = f"{n + 1} | Pusat Pelatihan" if n % 2 else f"Dasar Akuntansi | {n + 1}"
        sheets.append(Sheet().text(72, 100, f"Isi {'abcdef'[n]}").text(72 if n % 2 else 400, 810, foot, 9))
    assert texts(reading(*sheets)) == [f"Isi {c}" for c in "abcdef"]


def test_the_same_number_on_every_page_goes(reading: Reading) -> None:
    sheets = [Sheet().text(72, 100, f"Isi {c}").text(290, 810, "1") for c in "abc"]
    assert texts(reading(*sheets)) == ["Isi a", "Isi b", "Isi c"]


def test_chapter_labels_at_one_height_stay(reading: Reading) -> None:
    sheets = []
    for n in range(9):
        sheet = Sheet().text(72, 40, "Modul", 9)
        if n % 3 == 0:
            sheet.text(270, 90, f"BAB {['I', 'II', 'III'][n // 3]}", 16, "bold").text(240, 112, "LATIHAN", 16, "bold")
        sheets.append(sheet.text(72, 150, f"Isi {'abcdefghi'[n]}"))
    said = texts(reading(*sheets))
    assert [t for t in said if t.startswith("BAB")] == ["BAB I", "BAB II", "BAB III"]
    assert said.count("LATIHAN") == 3
    assert "Modul" not in said


@pytest.mark.parametrize(("size", "font"), [(14, "bold"), (14, ""), (11, "bold")])
def test_labels_of_chapters_of_a_page_each_stay(reading: Reading, size: int, font: str) -> None:
    sheets = [Sheet().text(72, 40, "Modul", 9).text(72, 100, f"Isi halaman depan ke-{c}") for c in "abc"]
    for n, name in enumerate(("MODAL", "LABA", "UJI")):
        sheet = Sheet().text(72, 40, "Modul", 9).text(270, 90, f"BAB {'I' * (n + 1)}", size, font)
        sheets.append(sheet.text(240, 112, name, size, font).text(72, 150, f"Isi bab ke-{'abc'[n]} buku ini"))
    said = texts(reading(*sheets))
    assert [t.split()[1] for t in said if t.startswith("BAB")] == ["I", "II", "III"]
    assert "Modul" not in said


def test_a_bold_running_head_that_counts_goes(reading: Reading) -> None:
    sheets = [Sheet().text(72, 40, f"Modul Diklat | {n + 3}", 11, "bold").text(72, 100, f"Isi {c}") for n, c in
              enumerate("abcde")]  # fmt: skip
    assert texts(reading(*sheets)) == [f"Isi {c}" for c in "abcde"]


def test_words_of_the_running_head_stay_in_the_text(reading: Reading) -> None:
    sheets = [Sheet().text(72, 40, "Akuntansi Dasar", 9).text(72, 100, f"Isi {c}") for c in "abc"]
    sheets[1].text(72, 400, "Akuntansi Dasar")
    assert texts(reading(*sheets)) == ["Isi a", "Isi b", "Akuntansi Dasar", "Isi c"]


def worksheet(n: int) -> Sheet:
    """A worksheet that begins as its neighbours do; the kind stands in trainers' handouts of several sources."""
    sheet = Sheet().text(72, 84, "LEMBAR KERJA PESERTA").text(72, 111, "Nama: ................ Kelas: .......")
    sheet.text(72, 138, "Petunjuk: Bacalah setiap soal dengan teliti sebelum menjawab.")
    return sheet.text(72, 165, f"1. Jelaskan arti modal bagi kelompok ke-{'abcdef'[n]}!")


@pytest.mark.parametrize("count", [2, 3, 6])
def test_worksheets_that_begin_alike_keep_their_heads(reading: Reading, count: int) -> None:
    said = texts(reading(*(worksheet(n) for n in range(count))))
    assert sum("LEMBAR KERJA" in t for t in said) == count
    assert sum("Nama:" in t for t in said) == count
    assert sum("Petunjuk:" in t for t in said) == count


def test_a_head_set_apart_from_worksheets_that_begin_alike_goes(reading: Reading) -> None:
    sheets = [worksheet(n).text(72, 40, "Modul Kewirausahaan", 9) for n in range(4)]
    document = reading(*sheets)
    assert not [t for t in texts(document) if "Modul" in t]
    assert [gone.text for gone in document.left_out] == ["Modul Kewirausahaan"] * 4
    assert [gone.where.page for gone in document.left_out] == [1, 2, 3, 4]


def test_copies_of_one_sheet_are_no_running_heads(reading: Reading) -> None:
    said = ("NOTA", "Toko Maju Jaya", "Beras dua kilogram", "Gula satu kilogram", "Jumlah harga", "Tanda tangan")
    sheets = [Sheet().lines(72, 90, *said, step=20) for _ in range(2)]
    assert " ".join(texts(reading(*sheets))).count("Gula satu kilogram") == 2


def test_equal_options_at_the_foot_of_two_columns_stay(reading: Reading) -> None:
    sheets = []
    for n in range(4):
        sheet = Sheet()
        for x in (60, 320):
            for at in range(10):
                y = 120 + at * 66
                sheet.text(x, y, f"{at + 1}. Kalimat ke-{'abcd'[n]} pada lajur {x} ini benar", 10)
                sheet.text(x, y + 14, "a. Benar", 10).text(x, y + 28, "b. Salah", 10)
        sheets.append(sheet)
    said = " ".join(texts(reading(*sheets)))
    assert said.count("b. Salah") == 80


def test_a_running_title_placed_by_hand_and_larger_than_the_headings_goes(reading: Reading) -> None:
    heights = (55, 73, 61, 79, 70)
    sheets = []
    for n, y in enumerate(heights):
        sheet = Sheet().text(72, y, "JAGUNG", 18, "bold").text(72, 120, f"{'ABCDE'[n]}. Bagian", 14, "bold")
        sheets.append(sheet.text(72, 150, f"Isi bagian ke-{'abcde'[n]} tentang ladang dan tanaman ini."))
    assert not [t for t in texts(reading(*sheets)) if "JAGUNG" in t]


def test_ornaments_round_page_numbers_are_no_pictures(reading: Reading) -> None:
    sheets = []
    for n in range(4):
        sheet = Sheet().text(72, 100, f"Isi halaman ke-{'abcd'[n]} buku ini")
        for r in (40, 34, 26):
            sheet.circle(300, 800, r)
        sheets.append(sheet.text(297, 794, str(n + 1)))
    document = reading(*sheets)
    assert not document.media
    assert texts(document) == [f"Isi halaman ke-{c} buku ini" for c in "abcd"]


def test_contents_lines_go_and_blanks_to_fill_stay(reading: Reading) -> None:
    contents = Sheet().text(250, 80, "DAFTAR ISI", 14, "bold")
    for at, name in enumerate(("Pendahuluan", "Modal", "Laba", "Penutup")):
        contents.text(72, 110 + at * 16, f"{name} {'.' * 40} {at + 1}")
    body = Sheet().text(72, 100, "1. Hasil 2 + 3 adalah ................")
    assert texts(reading(contents, body)) == ["DAFTAR ISI", "1. Hasil 2 + 3 adalah ................"]


def test_contents_lines_without_leaders_go_where_their_titles_stand_in_the_text(reading: Reading) -> None:
    contents, names = Sheet(), ("Pendahuluan", "Modal", "Laba", "Penutup")
    for at, name in enumerate(names):
        contents.text(72, 110 + at * 16, name).text(500, 110 + at * 16, str(at * 2 + 1))
    body = Sheet()
    for at, name in enumerate(names):
        body.text(72, 100 + at * 60, name, 14, "bold").text(72, 125 + at * 60, f"Isi bagian {name.lower()} itu.")
    said = texts(reading(contents, body))
    assert not any("\t" in text for text in said)
    assert said[0] == "Pendahuluan"


@pytest.mark.parametrize("font", ["", "code"])
def test_rows_of_numbers_are_no_contents_table(reading: Reading, font: str) -> None:
    sheet = Sheet().text(72, 80, "Hasil pengukuran suhu menurut kota selama setahun:")
    for at, (name, value) in enumerate((("Medan", "17"), ("Padang", "25"), ("Bogor", "31"), ("Solo", "44"))):
        sheet.text(72, 110 + at * 16, name, font=font).text(200, 110 + at * 16, value, font=font)
    assert all(f"{name}\t{value}" in texts(reading(sheet)) for name, value in (("Medan", "17"), ("Solo", "44")))


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("- 12 -", 12), ("Halaman 3 dari 20", 3), ("Page 4 of 9", 4), ("iv", 4), ("3/20", 3), ("XII", 12),
     ("Bab 3", None), ("civil", None), ("", None), ("2025 tahun", None)],
)  # fmt: skip
def test_page_numbers_in_many_forms(text: str, number: int | None) -> None:
    assert page_number(text) == number


@pytest.mark.parametrize(
    ("text", "entry"),
    [("Modal ........ 12", True), ("Kata Pengantar . . . . . . ii", True), ("Gambar 3\t14", False),
     ("Jawab: ..........", False), ("Ada 12 peserta", False)],
)  # fmt: skip
def test_entries_of_contents_tables(text: str, entry: bool) -> None:
    assert is_entry(text) is entry


def test_a_logo_on_every_page_goes(reading: Reading) -> None:
    sheets = [Sheet().picture(72, 20, 102, 50).text(72, 100, f"Isi {c}") for c in "abc"]
    document = reading(*sheets)
    assert texts(document) == ["Isi a", "Isi b", "Isi c"]
    assert not document.media


def test_a_page_number_among_dates_and_codes_goes(reading: Reading) -> None:
    sheets = [
        Sheet().text(72, 40, f"Kode 07 tanggal 14/7/2010 hal. {n} dari 3 edisi 2").text(72, 100, f"Isi {'abc'[n - 1]}")
        for n in (1, 2, 3)
    ]
    assert texts(reading(*sheets)) == ["Isi a", "Isi b", "Isi c"]


@pytest.mark.parametrize("form", ["3.{}", "III-{}", "A \u2013 {}"])
def test_page_numbers_behind_the_chapters_number_go(reading: Reading, form: str) -> None:
    sheets = [Sheet().text(72, 100, f"Isi {c}").text(500, 810, form.format(n)) for n, c in enumerate("abcd", 1)]
    assert texts(reading(*sheets)) == [f"Isi {c}" for c in "abcd"]
