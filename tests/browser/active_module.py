"""A module that gives something to do in every way there is, without a question."""

from __future__ import annotations

from modmigrate.module import (
    Cell,
    Chapter,
    Glossary,
    Heading,
    Item,
    List,
    Module,
    Objective,
    Objectives,
    Paragraph,
    Table,
    Term,
)

FAR = Paragraph(text="Bacaan yang memisahkan dua kegiatan. " * 45)
LEADS = (
    ("Modal", "uang atau barang yang dipakai untuk memulai dan menjalankan sebuah usaha"),
    ("Piutang", "tagihan kepada pembeli yang belum dibayar sampai akhir bulan berjalan"),
    ("Saldo", "sisa dalam kotak sesudah semua transaksi pada hari itu dihitung"),
)


def listed(*texts: str, style: str = "bullet") -> List:
    return List(style=style, items=tuple(Item(text=t) for t in texts))


ROWS = (
    ("Aspek", "Koperasi", "Rentenir"),
    ("Bunga", "kecil dan tetap", "besar dan naik"),
    ("Syarat", "menjadi anggota", "tanpa surat apa pun"),
    ("Akibat", "usaha bertambah", "utang bertambah"),
)
CONTENT = (
    Heading(text="Pengantar"),
    FAR,
    Heading(text="Tujuan", meaning="objectives"),
    Objectives(objectives=tuple(Objective(text=f"{verb} uang usaha.") for verb in ("Mencatat", "Menghitung"))),
    FAR,
    Heading(text="Istilah"),
    FAR,
    listed(*(f"**{lead}:** {said}" for lead, said in LEADS)),
    Heading(text="Langkah"),
    FAR,
    listed("Buka aplikasi kas", "Ketik jumlah uang", "Simpan catatan", style="steps"),
    Heading(text="Perbandingan"),
    FAR,
    Table(header=1, rows=tuple(tuple(Cell(text=t) for t in row) for row in ROWS)),
    Heading(text="Sejarah"),
    FAR,
    listed("1945: Proklamasi dibacakan", "1950: Republik Kesatuan kembali", "1955: Pemilihan umum pertama"),
    Heading(text="Rangkuman", meaning="summary"),
    listed(
        "Sebelum usaha dimulai, Modal dihitung dengan teliti bersama keluarga.",
        "Setiap Piutang dicatat dengan nama pembeli dan tanggalnya.",
        "Sore hari Saldo dibandingkan dengan isi kotak uang.",
    ),
    Heading(text="Cara"),
    FAR,
    *(b for n in "ABC" for b in (Heading(text=f"Cara {n}", level=3), Paragraph(text=f"Isi cara {n}. " * 16))),
)
GLOSSARY = Glossary(terms=tuple(Term(term=lead, meaning=said) for lead, said in LEADS))
ACTIVE = Module(
    title="Kegiatan",
    language="id",
    chapters=(
        Chapter(id="bab", title="Bab", content=CONTENT),
        Chapter(id="istilah", title="Glosarium", role="back", content=(GLOSSARY,)),
    ),
)
