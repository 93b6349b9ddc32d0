"""What documents say of passing: their pass mark and bands of mastery, worded as LAN-style and school modules do."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from modmigrate.languages import known, load
from modmigrate.module import Cell, Chapter, Item, List, Module, Paragraph, Table
from modmigrate.recogniser.pass_mark import with_pass_mark
from modmigrate.renderer.frame.bands import bands


def module(*blocks, language="id"):
    return Module(title="M", language=language, chapters=(Chapter(title="Penutup", content=blocks),))


def told(*texts, language="id"):
    made, findings = with_pass_mark(module(*(Paragraph(text=t) for t in texts), language=language))
    return made.mastery, [f.code.code for f in findings]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Peserta dinyatakan tuntas bila mencapai nilai lulus 80.", 80),
        ("KKM mata pelajaran ini adalah 75.", 75),
        ("Bila tingkat penguasaan kurang dari 80 persen, pelajari lagi bagian yang belum dikuasai.", 80),
        ("Apabila mencapai tingkat penguasaan **80%** atau lebih, Anda dapat meneruskan.", 80),
        # Bands, formulas, full marks and years are no pass mark.
        ("Tingkat penguasaan 90 – 100 %: baik sekali.", 70),
        ("Tingkat penguasaan = jumlah jawaban benar / 10 × 100 %", 70),
        ("Nilai minimal ditetapkan pada 2020.", 70),
        ("Nilai lulus diumumkan setelah tes. Waktu 80 menit.", 70),
        ("Nilai lulus diumumkan 45 menit setelah ujian.", 70),
        ("Beras untuk nilai minimal 60 kilogram per hari.", 70),
    ],
)
def test_the_pass_mark_is_the_documents(text, mark):
    assert told(text) == (mark, [])


def test_the_same_mark_twice_is_no_conflict_and_two_marks_are_one():
    assert told("Nilai lulus 75.", "KKM 75.") == (75, [])
    assert told("Nilai lulus 75.", "KKM 80.") == (70, ["pass-mark"])
    # Attack: the first mark of such a sentence was told to the LMS as that of the whole module.
    both = "The pass mark is 50 percent for theory and 70 percent for practice."
    assert told(both, language="en") == (70, ["pass-mark"])
    assert told("Nilai lulus 80 %, yaitu 8 dari 10 soal.") == (80, [])


@pytest.mark.parametrize("code", known())
def test_each_language_names_it(code):
    for phrase in load(code)["passing"]:
        assert told(f"{phrase} 65.", language=code) == (65, []), phrase


ROWS = (("90–100%", "Baik sekali", "Lanjutkan"), ("80–89%", "Baik", "Lanjutkan"), ("70–79%", "Cukup", "Ulangi"))
HEAD = tuple(Cell(text=t) for t in ("Tingkat penguasaan", "Arti", "Tindak lanjut"))


def table(*rows):
    return Table(header=1, rows=(HEAD, *(tuple(Cell(text=t) for t in row) for row in rows)))


@pytest.mark.parametrize("last", ["Di bawah 70%", "< 70 %", "0 - 69", "0–70%"])
def test_bands_of_a_table_are_read_whatever_words_are_around_them(last):
    found = bands(module(table(*ROWS, (last, "Kurang", "Pelajari kembali"))))
    assert found == (
        (0, "Kurang – Pelajari kembali"),
        (70, "Cukup – Ulangi"),
        (80, "Baik – Lanjutkan"),
        (90, "Baik sekali – Lanjutkan"),
    )


def test_bands_of_a_list_are_read_too():
    lines = ("90% - 100% = baik sekali", "80% - 89% = baik", "70% - 79% = cukup", "< 70% = kurang")
    expected = ((0, "kurang"), (70, "cukup"), (80, "baik"), (90, "baik sekali"))
    assert bands(module(List(items=tuple(Item(text=t) for t in lines)))) == expected
    assert bands(module(*(Paragraph(text=t) for t in lines))) == expected


@pytest.mark.parametrize(
    "rows",
    [
        (("90–100%", "a"), ("70–80%", "b"), ("0–60%", "c")),  # gaps
        (("1–12", "a"), ("13–24", "b"), ("25–36", "c")),  # not up to 100
        (("2019", "90"), ("2020", "95"), ("2021", "100")),  # years
        (("90–100%", "a"), ("80–89%", "b")),  # too few
    ],
)
def test_other_tables_of_numbers_are_no_bands(rows):
    assert bands(module(table(*rows))) == ()


def test_two_different_sets_of_bands_tell_nothing():
    first, second = table(*ROWS), table(*ROWS[:2], ("50–79%", "Cukup", "Ulangi"))
    assert bands(module(first, second)) == ()
    assert bands(module(first, replace(first, caption="Lagi")))
