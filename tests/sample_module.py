"""A module with every kind of block and question, in Indonesian, and the pictures it uses."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from msgspec.structs import replace

from modmigrate.module import (
    Cell,
    Chapter,
    Equation,
    Figure,
    Heading,
    Item,
    List,
    Module,
    Note,
    Objective,
    Objectives,
    Paragraph,
    Table,
)
from modmigrate.module_yaml import dumps
from modmigrate.questions import Choice, Essay, Fill, Match, Multi, Order, Short, Task, TrueFalse


def png(width: int, height: int, dark: tuple[int, int, int] = (11, 107, 93)) -> bytes:
    """A picture of bars: something to look at, made from nothing."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            bar = (x * 5 // width) + 1
            inside = y > height - bar * height // 6 and (x * 5) % width > width // 6
            rows += bytes(dark if inside else (236, 241, 239))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows))) + chunk(b"IEND", b"")
    )


MEDIA = {"media/grafik batang.png": png(640, 360), "media/ikon.png": png(24, 24), "media/tidak-dipakai.png": png(8, 8)}

P = Paragraph


def row(*cells: str) -> tuple[Cell, ...]:
    return tuple(Cell(text=c) for c in cells)


CHOICE = Choice(
    id="q-pilih",
    number="1.",
    stem="Bagian peti kemas yang **pertama kali** diperiksa sebelum dibuka adalah …",
    options=("Segel dan nomor peti kemas", "Lantai bagian dalam", "Daftar kemasan", "Suhu ruang muat"),
    answer=0,
    feedback="Segel yang rusak menunjukkan bahwa peti kemas mungkin pernah dibuka. Rahasia-pilih.",
    hint="Ingat kembali urutan pemeriksaan pada halaman sebelumnya.",
)
MULTI = Multi(
    id="q-banyak",
    number="2.",
    stem="Dokumen mana saja yang wajib ada sebelum barang dilepas?",
    options=("Faktur niaga", "Surat pribadi pengirim", "Daftar kemasan", "Dokumen pemberitahuan"),
    answer=(0, 2, 3),
    feedback="Surat pribadi tidak termasuk dokumen pelengkap.",
)
TRUEFALSE = TrueFalse(
    id="q-benar",
    number="3.",
    stem="Barang boleh dilepas sebelum pemeriksaan fisik selesai.",
    answer=False,
    feedback="Barang dilepas setelah pemeriksaan selesai dan dicatat.",
)
MATCH = Match(
    id="q-jodoh",
    number="4.",
    stem="Pasangkan istilah dengan pengertiannya.",
    left=("Manifes", "Segel", "Jalur hijau"),
    right=(
        "Pengaman yang dipasang pada pintu peti kemas",
        "Daftar muatan sarana pengangkut",
        "Pelepasan tanpa pemeriksaan fisik",
        "Pungutan atas barang impor",
    ),
    answer=((1,), (0,), (2,)),
)
ORDER = Order(
    id="q-urut",
    number="5.",
    stem="Susun langkah pemeriksaan fisik berikut.",
    options=("Mencatat hasil pemeriksaan", "Memeriksa segel", "Membuka peti kemas", "Menghitung jumlah barang"),
    answer=(1, 2, 3, 0),
)
FILL = Fill(
    id="q-isi",
    number="6.",
    stem="Pemeriksaan dilakukan oleh ____ dan disaksikan oleh ____.",
    answer=(("pejabat pemeriksa", "pemeriksa"), ("importir",)),
)
SHORT = Short(
    id="q-singkat",
    number="7.",
    stem="Apa sebutan untuk daftar seluruh muatan sarana pengangkut?",
    answer=("manifes", "manifest"),
)
ESSAY = Essay(
    id="q-uraian",
    number="8.",
    stem="Jelaskan mengapa segel perlu dicatat nomornya!",
    answer="Nomor segel membuktikan bahwa peti kemas tidak dibuka selama perjalanan. Rahasia-uraian.",
)
TASK = Task(
    id="q-tugas",
    number="9.",
    stem="Lakukan simulasi pemeriksaan bersama kelompok Anda.",
    checklist=("Membagi peran", "Memeriksa segel", "Mengisi berita acara"),
)
NO_KEY = Choice(
    id="q-tanpa-kunci",
    number="10.",
    stem="Menurut Anda, langkah mana yang paling sering dilewatkan?",
    options=("Memeriksa segel", "Mencatat hasil", "Menghitung barang"),
)
UNSURE = Choice(
    id="q-ragu",
    number="11.",
    stem="Kunci soal ini diragukan.",
    options=("Satu", "Dua"),
    answer=1,
    unsure=("key",),
)
PRACTICE = (CHOICE, MULTI, TRUEFALSE, MATCH, ORDER, FILL, SHORT, ESSAY, TASK, NO_KEY, UNSURE)

TESTS = (
    Choice(
        id="q-t1",
        number="1.",
        stem="Jalur yang mewajibkan pemeriksaan fisik adalah jalur …",
        options=("hijau", "merah", "mitra utama"),
        answer=1,
        feedback="Jalur merah selalu disertai pemeriksaan fisik. Rahasia-tes.",
    ),
    TrueFalse(id="q-t2", number="2.", stem="Nomor segel dicatat dalam berita acara.", answer=True),
    Short(id="q-t3", number="3.", stem="Tuliskan singkatan dari pemberitahuan impor barang!", answer=("PIB",)),
    Multi(
        id="q-t4",
        number="4.",
        stem="Siapa saja yang hadir saat pemeriksaan?",
        options=("Pemeriksa", "Importir atau kuasanya", "Wartawan"),
        answer=(0, 1),
    ),
)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
FILLER = (
    "Pemeriksaan pabean dilakukan untuk memperoleh data dan penilaian yang tepat mengenai pemberitahuan yang diajukan. "
    "Petugas meneliti dokumen lebih dahulu, kemudian memeriksa barang secara fisik bila diperlukan. Hasilnya dicatat "
    "dan menjadi dasar keputusan pelepasan barang."
)

FIRST = Chapter(
    id="bab-1",
    number="BAB I",
    title="Pemeriksaan Fisik Barang",
    content=(
        Heading(id="h-tujuan", number="A.", text="Tujuan Pembelajaran", meaning="objectives"),
        Objectives(
            lead="Setelah mempelajari bab ini, peserta diharapkan mampu:",
            objectives=(
                Objective(text="menjelaskan tujuan pemeriksaan fisik;"),
                Objective(text="menyusun langkah pemeriksaan dengan urutan yang benar;"),
                Objective(text="mengenali dokumen yang wajib dilampirkan."),
            ),
        ),
        P(text=FILLER),
        Heading(id="h-langkah", number="B.", text="Langkah-langkah Pemeriksaan"),
        P(
            text="Pemeriksaan berjalan dalam *tiga tahap*. Setiap tahap **wajib** dicatat[^n1]; lihat juga "
            "[situs resmi](https://www.beacukai.go.id), [latihan](#h-latihan) atau [tautan nakal](javascript:alert)."
        ),
        List(
            style="1",
            items=(
                Item(
                    text="Persiapan:",
                    content=(
                        List(items=(Item(text="menyiapkan alat;"), Item(text="meneliti dokumen H~2~O dan m^2^."))),
                    ),
                ),
                Item(text="Pelaksanaan, dengan ++segel++ yang ==diperiksa== lebih dahulu."),
                Item(text="Pelaporan dalam ~~buku~~ sistem `CEISA`."),
            ),
        ),
        Figure(
            id="f-grafik",
            file="media/grafik batang.png",
            alt="Grafik batang jumlah pemeriksaan yang naik setiap tahun",
            caption="Gambar 1.1 Jumlah pemeriksaan fisik, 2019–2023",
        ),
        Note(kind="warning", content=(P(text="Jangan membuka peti kemas sebelum segel difoto."),)),
        Note(kind="tip", title="Supaya cepat", content=(P(text="Siapkan formulir berita acara sebelum berangkat."),)),
        Heading(id="h-data", number="C.", text="Data dan Perhitungan"),
        P(text="Tabel berikut merangkum jalur pelayanan " + "dan risikonya. " + FILLER),
        Table(
            id="t-jalur",
            caption="Tabel 1.1 Jalur pelayanan impor",
            header=1,
            rows=(
                row("Jalur", "Pemeriksaan fisik", "Keterangan"),
                row("Merah", "Selalu dilakukan sebelum barang dilepas", "Untuk importir baru dan barang berisiko"),
                row("Hijau", "Tidak dilakukan, kecuali pemeriksaan acak", "Untuk importir dengan risiko rendah"),
            ),
        ),
        Table(
            caption="Tabel 1.2 Jumlah dokumen per bulan",
            header=1,
            rows=(
                row("Tahun", *MONTHS),
                row("2022", *(str(90 + 7 * n) for n in range(12))),
                row("2023", *(str(120 + 9 * n) for n in range(12))),
            ),
        ),
        P(text="Bea masuk dihitung dengan rumus $BM = NP \\times t_{bm}$ seperti berikut."),
        Equation(
            text="BM = CIF × t/100",
            mathml='<math xmlns="http://www.w3.org/1998/Math/MathML" onclick="x()"><mi>B</mi><mi>M</mi><mo>=</mo>'
            "<mi>C</mi><mo>×</mo><mfrac><mi>t</mi><mn>100</mn></mfrac></math>",
        ),
        Note(kind="definition", title="Nilai pabean", content=(P(text="Nilai yang menjadi dasar pungutan."),)),
        Note(kind="case", content=(P(text="Sebuah peti kemas tiba dengan segel rusak ![ikon](media/ikon.png)."),)),
        Heading(id="h-latihan", number="D.", text="Latihan", exercise="practice"),
        P(text="Kerjakan soal-soal berikut."),
        *PRACTICE,
        Heading(id="h-rangkuman", number="E.", text="Rangkuman", meaning="summary"),
        P(text=FILLER),
    ),
)
LONG_SECTION = tuple(P(text=f"{n}. {FILLER}") for n in range(1, 41))
SECOND = Chapter(
    id="bab-2",
    number="BAB II",
    title="Pelaporan Hasil",
    content=(
        P(text=FILLER),
        Heading(id="h-berita", text="Berita Acara"),
        P(text=FILLER + " " + FILLER),
        Heading(id="h-panjang", text="Ketentuan Rinci"),
        *LONG_SECTION,
        Heading(id="h-tes", text="Evaluasi", exercise="test"),
        Heading(id="h-pg", level=3, text="Pilihan Ganda", exercise="test"),
        *TESTS[:2],
        Heading(id="h-is", level=3, text="Isian"),
        *TESTS[2:],
    ),
)
PRETEST = (
    Choice(id="q-p1", stem="Apa tugas utama pemeriksa?", options=("Memeriksa", "Menjual"), answer=0),
    TrueFalse(id="q-p2", stem="Segel boleh dibuka siapa saja.", answer=False),
)
SAMPLE = Module(
    id="pemeriksaan-barang",
    title="Pemeriksaan Fisik Barang Impor & Pelaporannya",
    language="id",
    mastery=70,
    description="Modul pelatihan dasar bagi calon pemeriksa: dari segel sampai berita acara.",
    opening=(P(text="Modul ini disusun untuk peserta pelatihan dasar. " + FILLER),),
    chapters=(
        Chapter(id="kata-pengantar", title="Kata Pengantar", role="front", content=(P(text=FILLER * 2),)),
        Chapter(
            id="tes-awal",
            title="Tes Awal",
            role="front",
            content=(Heading(id="h-awal", text="Tes Awal", exercise="pretest"), *PRETEST),
        ),
        FIRST,
        SECOND,
        Chapter(
            id="pustaka",
            title="Daftar Pustaka",
            role="back",
            content=(
                P(text="Direktorat Jenderal Bea dan Cukai. 2023. *Pedoman Pemeriksaan*. https://example.org/a/b/c"),
            ),
        ),
    ),
    notes=(("n1", "Sesuai dengan peraturan yang berlaku, paling lambat *satu hari* setelah pemeriksaan."),),
)
READING = replace(
    SAMPLE,
    id="bacaan",
    title="Bacaan Singkat",
    opening=(),
    chapters=(
        Chapter(
            id="satu", title="Satu", content=(P(text=FILLER * 2), Heading(id="h-a", text="Bagian A"), P(text=FILLER))
        ),
        Chapter(id="dua", title="Dua", content=(P(text=FILLER),)),
    ),
)
"""Nothing to answer: it completes on reading."""
ALL = replace(
    SAMPLE,
    id="semua",
    scoring="all",
    opening=(),
    chapters=(Chapter(id="satu", title="Satu", content=(P(text="Baca dulu."), CHOICE, TRUEFALSE, NO_KEY)),),
)
"""Practice that counts."""


def written(folder: Path) -> Path:
    """The module.yaml of the sample in a folder, its pictures beside it."""
    (folder / "media").mkdir()
    for name, data in MEDIA.items():
        (folder / name).write_bytes(data)
    path = folder / "module.yaml"
    path.write_text(dumps(SAMPLE), "utf-8")
    return path
