"""Activities are made of what a document says, and refused where they could mislead: a wrong one is worse than none."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from modmigrate.activities import summaries
from modmigrate.module import Cell, Chapter, Glossary, Heading, Item, List, Module, Note, Paragraph, Table, Term
from modmigrate.questions import Choice
from modmigrate.renderer import render
from modmigrate.renderer.active.chosen import planned
from modmigrate.renderer.phone.tables import fields

LEADS = (
    ("Modal", "uang atau barang yang dipakai untuk memulai dan menjalankan sebuah usaha"),
    ("Piutang", "tagihan kepada pembeli yang belum dibayar sampai akhir bulan berjalan"),
    ("Saldo", "sisa dalam kotak sesudah semua transaksi pada hari itu dihitung"),
)
TERMS = tuple(Term(term=name, meaning=said) for name, said in LEADS)
FAR = Paragraph(text="Bacaan yang memisahkan dua kegiatan. " * 50)


def listed(*texts, style="bullet"):
    return List(style=style, items=tuple(Item(text=t) for t in texts))


def bold(*pairs):
    return listed(*(f"**{lead}:** {rest}" for lead, rest in pairs))


def steps(*texts):
    return listed(*texts, style="steps")


def table(*rows, caption=""):
    return Table(header=1, caption=caption, rows=tuple(tuple(Cell(text=t) for t in row) for row in rows))


def module(*blocks, **fields):
    return Module(
        title="M", language="id", chapters=(Chapter(id="bab", title="Bab", content=(FAR, *blocks)),), **fields
    )


def found(*blocks, **fields):
    plan = planned(module(*blocks, **fields), {})
    return [a.kind for a in plan.chosen], {r.kind: r.reason for r in plan.refused}


COMPARED = table(
    ("Aspek", "Koperasi", "Rentenir"),
    ("Bunga", "kecil dan tetap", "besar dan naik"),
    ("Syarat", "menjadi anggota", "tanpa surat apa pun"),
    ("Akibat", "usaha bertambah", "utang bertambah"),
    caption="Tabel 1. Perbandingan dua pemberi pinjaman",
)
DATED = listed("1945: Proklamasi dibacakan", "1950 – Republik Kesatuan kembali", "1955: Pemilihan umum pertama")
SUMMARY = (
    Heading(text="Rangkuman", meaning="summary"),
    listed(
        "Sebelum usaha dimulai, Modal dihitung dengan teliti bersama keluarga.",
        "Setiap Piutang dicatat dengan nama pembeli dan tanggalnya.",
        "Sore hari Saldo dibandingkan dengan isi kotak uang.",
    ),
)


@pytest.mark.parametrize(
    ("blocks", "kinds"),
    [
        ([bold(*LEADS)], ["fold", "pairs"]),
        ([listed(*(f"{a}: {b}" for a, b in LEADS))], ["fold", "pairs"]),
        ([steps("Buka aplikasi kas", "Ketik jumlah uang", "Simpan catatan")], ["steps", "order"]),
        ([Glossary(terms=TERMS)], ["recall", "pairs"]),
        ([Note(kind="definition", title=t, content=(Paragraph(text=m),)) for t, m in LEADS], ["recall", "pairs"]),
        ([table(("Istilah", "Arti"), *LEADS)], ["pairs"]),
        ([COMPARED], ["sort"]),
        ([Paragraph(text="Alat yang dipakai:"), listed("gunting", "jarum", "benang")], ["recall"]),
        ([DATED], ["timeline", "order"]),
        ([Glossary(terms=TERMS), *SUMMARY], ["recall", "pairs", "reveal", "cloze"]),
        ([b for n in "ABC" for b in (Heading(text=f"Cara {n}", level=3), Paragraph(text=f"Isi {n}. " * 30))], ["fold"]),
    ],
)
def test_each_structure_gives_something_to_do(blocks, kinds):
    assert found(*blocks)[0] == kinds


LONG = "kata demi kata " * 12
REFUSALS = [
    ("two leads overlap", [bold(*LEADS, ("Modal kerja", LEADS[0][1]))], "fold", "“Modal” and “Modal kerja” overlap"),
    ("a lead is missing", [listed(*(f"**{a}:** {b}" for a, b in LEADS), "Satu lagi tanpa.")], "fold", "no lead"),
    ("what is said names it", [bold(("Modal", f"modal adalah {LONG}"), *LEADS[1:])], "pairs", "names it"),
    ("two say nearly the same", [bold(("Laba", LEADS[0][1]), *LEADS)], "pairs", "too alike"),
    ("texts are too long", [bold(*((a, LONG * 2) for a, _ in LEADS))], "pairs", "too long"),
    ("too few terms for pairs", [table(("Istilah", "Arti"), *LEADS[:2])], "pairs", "2 pairs"),
    (
        "too many pairs",
        [table(("Istilah", "Arti"), *((f"Kata {n}", f"arti ke-{n} kata") for n in range(9)))],
        "pairs",
        "9",
    ),
    (
        "a list too long to recall",
        [Paragraph(text="Yaitu:"), listed(*(f"{n} {LONG}" for n in "abc"))],
        "recall",
        "too long",
    ),
    ("two items with leads", [listed("Cara: satu dua", "Tujuan: tiga empat")], "fold", "2 items with a lead"),
    ("a long list", [Paragraph(text="Yaitu:"), listed(*(f"bola {n}" for n in range(9)))], "recall", "9 items; from 3"),
    ("a single term", [Glossary(terms=TERMS[:1])], "recall", "a single term"),
    ("a formula on a card", [Glossary(terms=(*TERMS, Term(term="HPP", meaning="$a/b$")))], "recall", "formula"),
    ("two equal steps", [steps("Klik Simpan", "Tulis nama", "Klik Simpan")], "order", "overlap"),
    ("a long step", [steps("Mulai", LONG, "Selesai")], "order", "too long"),
    ("too many steps to order", [steps(*(f"{w} alat" for w in "abcdefghi"))], "order", "9 steps"),
    ("two dozen steps", [steps(*(f"Langkah {n} dari ini" for n in range(24)))], "steps", "24 steps"),
    ("years that go back", [listed("1955: Satu", "1945: Dua", "1950: Tiga")], "timeline", "do not follow"),
    ("two events of a year", [listed("1945: Satu hal", "1945: Hal dua", "1950: Tiga hal")], "order", "one year"),
    (
        "a column of numbers",
        [table(("Kriteria", "A", "B"), ("Harga", "Rp5", "Rp6"), ("Berat", "3", "4"))],
        "sort",
        "is a number",
    ),
    (
        "a cell in both columns",
        [table(("Aspek", "Beli", "Sewa"), ("Biaya", "mahal", "murah"), ("Risiko", "tetap ada", "mahal"))],
        "sort",
        "“mahal” and “mahal” overlap",
    ),
    (
        "a cell that names its column",
        [
            table(
                ("Aspek", "Beli", "Sewa"), ("Cara", "tunai saat beli", "per bulan"), ("Milik", "sendiri", "orang lain")
            )
        ],
        "sort",
        "names its column",
    ),
    ("a summary without terms", [Glossary(terms=TERMS), SUMMARY[0], listed(FAR.text[:200])], "cloze", "0 sentences"),
    (
        "a part that asks",
        [
            Heading(text="X"),
            *(b for n in "ABC" for b in (Heading(text=n, level=3), Paragraph(text=LONG))),
            Choice(stem="Soal?", options=("x", "y"), answer=0),
        ],
        "fold",
        "holds a question",
    ),
]


@pytest.mark.parametrize(("blocks", "kind", "reason"), [r[1:] for r in REFUSALS], ids=[r[0] for r in REFUSALS])
def test_what_could_mislead_is_refused_with_its_reason(blocks, kind, reason):
    kinds, refused = found(*blocks)
    assert kind not in kinds
    assert reason in refused[kind]


def test_a_table_is_sorted_only_where_the_document_says_that_it_compares():
    """Records have columns of one kind, too: who does what is no comparison."""
    records = table(("Kegiatan", "Pelaksana", "Tempat"), ("Rapat", "ketua", "balai"), ("Kerja bakti", "warga", "pasar"))
    assert found(records) == ([], {})
    assert found(Heading(text="Perbedaan peran"), records)[0] == ["sort"]


def test_rows_that_say_the_same_of_two_columns_are_left_out_of_sorting():
    """Two of three kinds of business live on sales: the row is in the table, and nobody is asked for it."""
    both = tuple(Cell(text=t) for t in ("Sumber dana", "iuran dan laba", "iuran dan laba"))
    plan = planned(module(replace(COMPARED, rows=(*COMPARED.rows, both))), {})
    assert [len(a.prompts) for a in plan.chosen] == [6]


def test_never_two_of_a_kind_in_a_row():
    other = bold(("Kas", LONG), ("Bank", f"tempat {LONG}"), ("Koperasi", f"milik {LONG}"))
    kinds, refused = found(other, bold(*LEADS))
    assert kinds == ["fold", "pairs"]
    assert refused["fold"] == "the activity right before it is of its kind"
    assert found(bold(*LEADS), Heading(text="B"), FAR, FAR, Heading(text="C"), other)[0].count("fold") == 2


def test_a_person_switches_activities_off_for_a_module_or_a_block():
    assert found(bold(*LEADS), activities="none") == ([], {})
    assert found(replace(bold(*LEADS), activities="none"), COMPARED)[0] == ["sort"]
    assert found(Heading(text="B", activities="none"), COMPARED)[0] == []


def test_exercises_and_parts_outside_of_the_chapters_stay_as_they_are():
    asked = Choice(stem="Soal?", options=("x", "y"), answer=0)
    assert found(Heading(text="Latihan", exercise="practice"), bold(*LEADS), asked, asked)[0] == []
    # A job sheet calls its steps an exercise, and asks nothing there.
    assert found(Heading(text="Latihan", exercise="practice"), bold(*LEADS))[0] == ["fold", "pairs"]
    back = Chapter(title="Lampiran", role="back", content=(bold(*LEADS), Glossary(terms=TERMS)))
    plan = planned(Module(title="M", chapters=(Chapter(title="B", content=(FAR,)), back)), {})
    assert [a.kind for a in plan.chosen] == ["recall", "pairs"]


@pytest.mark.slow
def test_packages_of_modules_without_activities_bring_nothing_for_them():
    names = [name for name, _ in render(module(), {}).files]
    assert not [n for n in names if n.startswith("acts.")]
    assert {"acts.js", "acts.css"} <= {name for name, _ in render(module(bold(*LEADS)), {}).files}


def test_only_columns_left_free_to_the_last_row_are_a_form():
    """A plan to be filled in is one; a ledger with a few empty cells, or a head with nothing below it, is none."""
    form = table(("Bulan", "Kegiatan", "Biaya"), ("Juli", "", "……"), ("Agustus", "", "___"))
    assert fields(form) == {(1, 1), (1, 2), (2, 1), (2, 2)}
    assert fields(replace(form, activities="none")) == frozenset()
    assert fields(table(("Tgl", "Masuk", "Keluar"), ("1", "500", ""), ("2", "", "300"), ("3", "", "20"))) == frozenset()
    assert fields(table(("A", "B"), ("x", ""), ("y", ""))) == frozenset()
    assert fields(replace(form, header=0)) == frozenset()


def test_a_term_is_written_as_the_glossary_has_it_not_as_the_text_prints_it_in_bold() -> None:
    """An example's choices were “kanvas usaha”, “Biaya tetap”, “Titik impas”: the small letter looked like a hint."""
    text = Paragraph(text="Rencana ditulis dalam **kanvas usaha** dan **modal awal**.")
    assert summaries.terms_of((text,), ["Kanvas usaha"]) == ["Kanvas usaha", "modal awal"]
