"""Pages cut across before they are cut along: banners, tables and gaps part bands with columns of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf import Sheet

from modmigrate.document import Document, Paragraph, Table, paragraphs

Reading = Callable[..., Document]
LEFT, RIGHT = 60, 310


def columns(sheet: Sheet, y: float, *names: str) -> float:
    """Questions in two columns, the first half of the names on the left; returns where they end."""
    half = (len(names) + 1) // 2
    low = y
    for x, part in ((LEFT, names[:half]), (RIGHT, names[half:])):
        at = y
        for name in part:
            sheet.lines(x, at, f"{name}. Apa arti kata itu?", "a. sebuah benda", "b. nama tempat", "c. nama orang")
            at += 66
        low = max(low, at)
    return low


def numbers(document: Document) -> list[str]:
    return [p.text.split(".")[0] for p in paragraphs(document.blocks) if "Apa arti" in p.text]


def banner(sheet: Sheet, y: float) -> None:
    sheet.fill(LEFT, y, 535, y + 40, (0.2, 0.2, 0.2)).text(64, y + 16, "PELAJARAN DUA", 11, "bold", (1, 1, 1))
    sheet.text(64, y + 34, "Pasar", 14, "bold", (1, 1, 1))


def rule(sheet: Sheet, y: float) -> None:
    sheet.rule(LEFT, y + 20, 535, y + 20)


def table(sheet: Sheet, y: float) -> None:
    sheet.grid([LEFT, 300, 535], [y, y + 18, y + 36]).text(70, y + 13, "Kota").text(310, y + 13, "Desa")
    sheet.text(70, y + 31, "Medan").text(310, y + 31, "Toba")


def picture(sheet: Sheet, y: float) -> None:
    sheet.picture(LEFT, y, 535, y + 60)


@pytest.mark.parametrize("part", [banner, rule, table, picture])
def test_what_spans_two_columns_parts_them(reading: Reading, part: Callable[[Sheet, float], None]) -> None:
    sheet = Sheet()
    y = columns(sheet, 80, "1", "2", "3", "4")
    part(sheet, y)
    columns(sheet, y + 100, "1", "2", "3", "4")
    assert numbers(reading(sheet)) == ["1", "2", "3", "4"] * 2


def test_a_banner_stands_between_what_is_above_and_below_it(reading: Reading) -> None:
    sheet = Sheet()
    y = columns(sheet, 80, "1", "2", "3", "4")
    banner(sheet, y)
    columns(sheet, y + 100, "5", "6", "7", "8")
    said = [p.text for p in paragraphs(reading(sheet).blocks)]
    at = said.index("PELAJARAN DUA")
    assert said[at + 1] == "Pasar"
    assert said[at + 2].startswith("5.")
    assert said[at - 1] == "c. nama orang"


def test_a_few_lines_below_take_the_gutter_of_the_columns_above(reading: Reading) -> None:
    sheet = Sheet()
    y = columns(sheet, 80, "1", "2", "3", "4")
    rule(sheet, y)
    sheet.lines(LEFT, y + 60, "Sumber bacaan kelas", "buku perpustakaan desa")
    sheet.lines(RIGHT, y + 60, "Penulis modul ini", "guru sekolah negeri")
    said = " ".join(p.text for p in paragraphs(reading(sheet).blocks))
    assert "Sumber bacaan kelas" in said
    assert said.index("buku perpustakaan desa") < said.index("Penulis modul ini")


def test_a_gap_parts_bands_where_the_numbers_count_on_so(reading: Reading) -> None:
    sheet = Sheet()
    y = columns(sheet, 80, "1", "2", "3", "4")
    columns(sheet, y + 90, "5", "6", "7", "8")
    assert numbers(reading(sheet)) == list("12345678")


def test_room_for_answers_between_questions_parts_nothing(reading: Reading) -> None:
    sheet = Sheet()
    for x, part in ((LEFT, "123"), (RIGHT, "456")):
        for at, name in enumerate(part):
            y = 80 + at * 180
            sheet.lines(x, y, f"{name}. Apa arti kata itu", "menurut teks di atas", "dan menurut Anda sendiri?")
    assert numbers(reading(sheet)) == list("123456")


def test_prose_around_a_table_in_one_column_joins_as_before(reading: Reading) -> None:
    sheet = Sheet().lines(LEFT, 80, "Pasar di kota buka pada pagi hari dan tutup pada waktu sore hari setiap hari.")
    table(sheet, 100)
    document = reading(sheet.text(LEFT, 170, "Pasar di desa buka sekali seminggu saja."))
    assert [type(b) for b in document.blocks] == [Paragraph, Table, Paragraph]


def test_numbers_that_count_down_three_columns_are_read_so(reading: Reading) -> None:
    # Lists of keys and chords in exercises on music: 1 to 9 in three columns below one sentence.
    sheet = Sheet().text(72, 80, "Bestimme die Vorzeichen folgender Tonarten und schreibe sie auf:")
    for at, key in enumerate(
        ("Es-Dur", "g-Moll", "c-Moll", "Fis-Dur", "cis-Moll", "H-Dur", "A-Dur", "f-Moll", "b-Moll")
    ):
        sheet.text(90 + at // 3 * 130, 100 + at % 3 * 16, f"{at + 1}. {key}")
    assert [t.split(".")[0] for t in said(reading(sheet))[1:]] == [str(n) for n in range(1, 10)]


def test_numbers_that_count_across_stay_in_their_rows(reading: Reading) -> None:
    sheet = Sheet().text(72, 80, "Bestimme die Vorzeichen folgender Tonarten und schreibe sie auf:")
    for at, key in enumerate(("Es-Dur", "g-Moll", "c-Moll", "Fis-Dur", "cis-Moll", "H-Dur")):
        sheet.text(90 + at % 3 * 130, 100 + at // 3 * 16, f"{at + 1}. {key}")
    text = " ".join(said(reading(sheet)))
    places = [text.index(f"{n}. ") for n in range(1, 7)]
    assert places == sorted(places)


def said(document: Document) -> list[str]:
    return [p.text for p in paragraphs(document.blocks)]
