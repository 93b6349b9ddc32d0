"""The Word template of a module that converts without a finding; `python docs/word_template.py FILE` writes it.

Its text is a small module about a module, in Indonesian; each part shows the form that is recognised surely.
"""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.shared import Cm

TEXT = (
    "# BAB I MENULIS MODUL",
    "## Tujuan Pembelajaran",
    "Setelah mempelajari bab ini, peserta diharapkan mampu:",
    "* menyusun bab dengan gaya judul;",
    "* menulis soal yang dapat dinilai;",
    "* menulis kunci jawaban yang cocok dengan soalnya.",
    "## Judul dan Isi",
    "Judul bab memakai gaya Judul 1, judul bagian memakai gaya Judul 2, dan anak judul memakai gaya Judul 3. "
    "Gaya itu dipakai untuk menyusun daftar isi dan layar-layar kursus.",
    "Satu bagian sebaiknya membahas satu pokok. Bagian yang pendek lebih mudah dibaca di telepon.",
    "### Langkah menyusun bab",
    "1. Tulis judul bab dengan gaya Judul 1.",
    "1. Bagi isinya menjadi beberapa bagian.",
    "1. Tutup bab dengan rangkuman dan evaluasi.",
    "Catatan: tulislah catatan dalam satu paragraf yang diawali kata Catatan dan titik dua.",
    "Contoh: contoh ditulis dengan cara yang sama, diawali kata Contoh.",
    "!",
    "Gambar 1.1 Bagian-bagian sebuah bab",
    "Tabel 1.1 Gaya yang dipakai",
    "|Unsur|Gaya",
    "|Judul bab|Judul 1",
    "|Judul bagian|Judul 2",
    "## Latihan",
    "1. Jelaskan mengapa satu bagian sebaiknya membahas satu pokok!",
    "2. Susunlah kerangka satu bab dari modul Anda sendiri!",
    "## Rangkuman",
    "Modul yang rapi memakai gaya judul, membahas satu pokok dalam satu bagian, dan menutup bab dengan evaluasi.",
    "## Evaluasi",
    "### Pilihan Ganda",
    "1. Judul bab sebaiknya ditulis dengan gaya ….",
    "A. Judul 1",
    "B. Judul 2",
    "C. Normal",
    "D. Kutipan",
    "2. Bagian penutup sebuah bab adalah ….",
    "A. daftar isi",
    "B. kata pengantar",
    "C. rangkuman",
    "D. sampul",
    "### Benar atau Salah",
    "3. Satu bagian sebaiknya membahas satu pokok.",
    "4. Kunci jawaban tidak perlu diberi nomor.",
    "### Isian Singkat",
    "5. Judul bagian ditulis dengan gaya ….",
    "## Kunci Jawaban",
    "1. A",
    "2. C",
    "3. Benar",
    "4. Salah",
    "5. Judul 2",
    "# BAB II MENULIS SOAL",
    "## Tujuan Pembelajaran",
    "Setelah mempelajari bab ini, peserta diharapkan mampu:",
    "* memilih jenis soal yang sesuai dengan tujuannya;",
    "* menulis penjelasan di belakang kunci.",
    "## Jenis Soal",
    "Pilihan ganda menguji pemahaman atas beberapa kemungkinan. Benar atau salah menguji satu pernyataan. Isian "
    "singkat menguji istilah, dan uraian menguji alasan.",
    "Setiap soal diberi nomor, dan setiap pilihan diberi huruf besar dengan titik. Titik-titik di akhir kalimat "
    "menandai tempat jawaban.",
    "## Menilai Soal",
    "Pada akhir bab ada bagian untuk jawaban yang benar, dengan nomor yang sama seperti soalnya. "
    "Soal tanpa kunci tetap ditampilkan, tetapi tidak dinilai.",
    "Peringatan: jangan menandai jawaban yang benar di dalam soal apabila modul juga dibagikan dalam bentuk cetak.",
    "## Rangkuman",
    "Jenis soal dipilih menurut tujuannya, dan kunci memakai nomor yang sama seperti soalnya.",
    "## Evaluasi",
    "Pilihlah satu jawaban yang benar!",
    "1. Soal yang menguji satu pernyataan adalah ….",
    "A. uraian",
    "B. benar atau salah",
    "C. menjodohkan",
    "2. Kunci jawaban ditulis pada ….",
    "A. akhir bab",
    "B. sampul",
    "C. daftar pustaka",
    "3. Soal tanpa kunci ….",
    "A. dihapus dari kursus",
    "B. selalu dianggap benar",
    "C. ditampilkan tetapi tidak dinilai",
    "## Kunci Jawaban",
    "1. B",
    "2. A",
    "3. C",
    "# GLOSARIUM",
    "Gaya: kumpulan bentuk huruf dan paragraf yang diberi nama.",
    "Modul: bahan belajar yang dapat dipelajari sendiri.",
    "# DAFTAR PUSTAKA",
    "Lembaga Administrasi Negara. 2023. Pedoman Penulisan Modul. Jakarta.",
)
"""`#` headings by level, `*` bullets, `1.` at the numbers of a list, `|` cells, `!` a picture."""


def picture() -> bytes:
    """Three bars, in a PNG made from nothing."""
    rows = b"".join(b"\0" + bytes((11, 107, 93) if y // 20 % 2 else (236, 241, 239)) * 200 for y in range(100))
    head = struct.pack(">IIBBBBB", 200, 100, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    made = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + made


def template() -> bytes:
    """The file; the same bytes each time."""
    file = Document()
    file.core_properties.title, file.core_properties.language = "Menulis Modul yang Baik", "id-ID"
    file.core_properties.author = ""
    file.add_heading("Menulis Modul yang Baik", 0)
    in_questions = False
    for line in TEXT:
        in_questions = _heading(file, line, in_questions) if line.startswith("#") else in_questions
        if not line.startswith("#"):
            _paragraph(file, line, in_questions)
    out = io.BytesIO()
    file.save(out)
    again = io.BytesIO()
    with zipfile.ZipFile(out) as given, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, given.read(name))
    return again.getvalue()


def _heading(file: Word, line: str, before: bool) -> bool:
    """Adds it; whether questions or keys, whose numbers are typed, follow."""
    level = len(line) - len(line.lstrip("#"))
    title = line[level:].strip()
    file.add_heading(title, level)
    return (before and level > 2) or title in ("Latihan", "Evaluasi", "Kunci Jawaban")


def _paragraph(file: Word, line: str, in_questions: bool) -> None:
    if line.startswith("* "):
        file.add_paragraph(line[2:], "List Bullet")
    elif line.startswith("1. ") and not in_questions:
        file.add_paragraph(line[3:], "List Number")
    elif line.startswith("!"):
        shape = file.add_picture(io.BytesIO(picture()), Cm(8))
        shape._inline.docPr.set("descr", "Tiga bagian sebuah bab: pembuka, isi, dan penutup")
    elif line.startswith("|"):
        cells = line[1:].split("|")
        last = file.element.body[-2]
        table = file.tables[-1] if last.tag.endswith("}tbl") else file.add_table(0, len(cells), "Table Grid")
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    else:
        file.add_paragraph(line)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(template())
