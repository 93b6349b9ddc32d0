"""Makes source.docx, source.pdf and source.gold.yaml of this example.

Run `python examples/keuangan-usaha-kecil/make.py`. Needs python-docx, Pillow, PyYAML, pypdfium2;
the PDF, and with it new page numbers in the contents, needs LibreOffice (`soffice`).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from maker import files, gold  # noqa: E402
from maker.content import Chapter, Section, load  # noqa: E402
from maker.rough import DOTS, Rough, contents_lines, key_runs  # noqa: E402
from pictures import PICTURES  # noqa: E402

TITLE = "Modul Pengelolaan Keuangan Usaha Kecil"
AUTHOR = "Balai Pelatihan Masyarakat"
COVER = [
    ("MODUL", 20.0),
    ("PENGELOLAAN KEUANGAN", 24.0),
    ("USAHA KECIL", 24.0),
    ("untuk Kelompok Usaha Keluarga Mandiri", 14.0),
]
PROBES = [
    "Usaha kecil jarang berhenti karena tidak laku.",
    "Setiap pagi ia menitipkan kue di enam warung.",
    "Utang dan piutang sering tertukar.",
    "Langkah pertama mengatur keuangan bukanlah mencatat, melainkan memisahkan.",
    "Simpan bukti dalam satu map atau amplop untuk setiap bulan.",
    "Hitung saldo setiap sore dan cocokkan dengan uang di dompet.",
    "Pelanggan yang belum melunasi tidak diberi piutang baru.",
    "Bahan yang dibeli bulan ini belum tentu habis bulan ini.",
    "Pengurangan nilai inilah yang disebut penyusutan.",
    "Pemilik usaha perlu melihat keduanya: laba dan uang tunai.",
    "Anggaran bukan ramalan yang harus tepat.",
    "Pakai hanya untuk keadaan darurat dan ganti kembali setelahnya.",
    "Catatan penjualan tetap perlu disimpan sebagai bukti.",
]
PAGES = HERE / "pages.json"


def chapters() -> list[Chapter]:
    names = ("awal", "bab1", "bab2", "bab3", "bab4", "akhir", "pustaka")
    book = [c for name in names for c in load(HERE / f"{name}.yaml")]
    headings = [Section(heading, []) for heading, _ in key_runs(book)]
    book.insert(-1, Chapter(None, "KUNCI JAWABAN", "back", [], headings))
    return book


def write_docx(book: list[Chapter], pages: list[str]) -> Path:
    writer = Rough(PICTURES, pages)
    writer.head_and_foot(TITLE)
    writer.cover(COVER, "cover", [AUTHOR.upper(), "2024"])
    writer.chapter(book[0])
    writer.contents(book)
    for chapter in book[1:]:
        if chapter.title == "KUNCI JAWABAN":
            writer.key(chapter.title, book)
        else:
            writer.chapter(chapter)
    path = HERE / "source.docx"
    files.save_docx(writer.document, path, TITLE, AUTHOR)
    return path


def typed_pages(pdf: Path, book: list[Chapter]) -> list[str]:
    """The page of each line of the contents: found in the PDF's text, in order."""
    texts = ["".join(text.split()) for text in files.page_texts(pdf)]
    page, offset, found = 0, 0, []
    for place, (words, _) in enumerate(contents_lines(book)):
        wanted = "".join(words.split())
        while wanted not in texts[page][offset:] or (place and "DAFTARISI" in texts[page]):
            page, offset = page + 1, 0
        offset = texts[page].index(wanted, offset) + len(wanted)
        found.append(str(page + 1))
    return found


def main() -> None:
    book = chapters()
    pages = json.loads(PAGES.read_text(encoding="utf-8")) if PAGES.exists() else []
    pdf = files.export_pdf(write_docx(book, pages))
    if pdf is None:
        print("LibreOffice not found: source.docx made, source.pdf left as it was")
        return
    found = typed_pages(pdf, book)
    if found != pages:
        PAGES.write_text(json.dumps(found) + "\n", encoding="utf-8")
        pdf = files.export_pdf(write_docx(book, found)) or pdf
    head = {
        "kind": "docx",
        "language": "id",
        "pages": len(files.page_texts(pdf)),
        "title": TITLE,
        "notes": "No heading styles: labels and titles are bold centred lines, section letters, "
        "list marks and option letters are typed; page breaks and blank paragraphs space the "
        "text; the contents are typed with full stops. PRE TEST and BAB IV have two options on a "
        "line, divided by a tab; POST TEST has small option letters. BAB I marks the right "
        "options by bold and underline and has no key; the other keys are runs at the end of the "
        "book, numbered from one in each chapter. True/false is a table with empty tick columns "
        "(not counted as a table). Essays are followed by dotted lines for the answer.",
    }
    lines = [TITLE, "DAFTAR ISI", f"Jawab: {DOTS}", DOTS]
    gold.write(gold.gold(head, book, set(), PROBES, {"absent": lines}), HERE / "source.gold.yaml")


if __name__ == "__main__":
    main()
