"""Makes source.docx, source.pdf and source.gold.yaml of this example.

Run `python examples/kewirausahaan-sosial/make.py`. Needs python-docx, Pillow, PyYAML, pypdfium2;
the PDF, and with it new page numbers in the contents, needs LibreOffice (`soffice`).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from maker import files, gold  # noqa: E402
from maker.content import Chapter, load  # noqa: E402
from maker.keys import key_chapter  # noqa: E402
from maker.tidy import Cover, Tidy  # noqa: E402
from pictures import PICTURES  # noqa: E402

CENTRE = "Pusat Pendidikan dan Pelatihan Kesejahteraan Sosial"
TITLE = "Pelatihan Kewirausahaan Sosial"
HEAD = f"Modul {TITLE}"
COVER = Cover(
    above=[CENTRE.upper(), "MODUL PELATIHAN"],
    title="PELATIHAN\nKEWIRAUSAHAAN SOSIAL",
    subtitle="bagi keluarga graduasi mandiri program bantuan sosial",
    picture="cover",
    below=["Jakarta", "2025"],
)
NOTES = {
    "kpm": "Keluarga penerima manfaat (KPM) adalah keluarga yang menjadi peserta program bantuan sosial bersyarat.",
    "yunus": "Muhammad Yunus memakai istilah bisnis sosial untuk usaha yang seluruh labanya tetap "
    "berada di dalam usaha. Modul ini memakai pengertian yang lebih longgar.",
    "kanvas": "Kanvas sembilan kotak diperkenalkan oleh Osterwalder dan Pigneur (2010).",
    "mikro": "Menurut PP Nomor 7 Tahun 2021, usaha mikro memiliki modal usaha paling banyak satu "
    "miliar rupiah di luar tanah dan bangunan tempat usaha, atau hasil penjualan tahunan "
    "paling banyak dua miliar rupiah.",
    "koperasi": "Ketentuan dalam Undang-Undang Nomor 25 Tahun 1992 sebagaimana telah diubah oleh "
    "undang-undang tentang cipta kerja.",
}
PROBES = [
    "Yang penting, setiap selesai satu bab ada satu hal yang langsung dicoba di rumah.",
    "Tahun pertama sesudah graduasi adalah masa yang rawan.",
    "Sediakan buku tulis, pensil, kalkulator atau ponsel, dan catatan belanja rumah tangga sebulan terakhir.",
    "Jadi, laba bukan hal yang tabu bagi usaha sosial.",
    "Angka tidak menggantikan musyawarah, tetapi membuat musyawarah lebih jernih.",
    "Setiap musim hujan, selokan di RW 05 meluap karena tersumbat plastik.",
    "Harga pokok adalah seluruh biaya untuk membuat satu produk.",
    "Semakin sedikit produksi, semakin mahal biaya setiap bungkusnya.",
    "Hitungan dengan dua jalan yang hasilnya sama adalah cara yang baik untuk memeriksa diri.",
    "Uang yang bercampur adalah penyebab paling sering usaha kecil berhenti.",
    "Promosi hanya mengundang orang datang.",
    "Tambahkan modal hanya bila permintaan sudah terbukti.",
    "Langkah pertama tidak harus besar, tetapi harus dimulai.",
    "biaya yang berubah mengikuti jumlah produksi.",
]
NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
PAGES = HERE / "pages.json"


def chapters() -> list[Chapter]:
    body = [c for name in ("bab1", "bab2", "bab3", "bab4", "bab5") for c in load(_file(name))]
    return [*body, key_chapter("KUNCI JAWABAN", body), *load(_file("penutup"))]


def _file(name: str) -> Path:
    return HERE / f"{name}.yaml"


def write_docx(book: list[Chapter], pages: list[str]) -> Path:
    writer = Tidy(PICTURES, NOTES, pages)
    writer.cover(COVER)
    writer.part(HEAD, CENTRE, "lowerRoman")
    writer.chapter(book[0])
    writer.contents("DAFTAR ISI", book)
    writer.part(HEAD, CENTRE, "decimal")
    for chapter in book[1:]:
        writer.chapter(chapter)
    writer.notes.attach(writer.document)
    path = HERE / "source.docx"
    files.save_docx(writer.document, path, TITLE, CENTRE)
    return path


def printed_pages(pdf: Path, front: int) -> list[str]:
    """The page printed under each heading: the cover has none, the front roman numbers."""
    places = files.outline_pages(pdf, depth=2)
    first = places[front]
    return [NUMERALS[p - 1] if p < first else str(p - first + 1) for p in places]


def main() -> None:
    book = chapters()
    pages = json.loads(PAGES.read_text(encoding="utf-8")) if PAGES.exists() else []
    pdf = files.export_pdf(write_docx(book, pages))
    if pdf is None:
        print("LibreOffice not found: source.docx made, source.pdf left as it was")
        return
    found = printed_pages(pdf, front=1 + len(book[0].sections))
    if found != pages:
        PAGES.write_text(json.dumps(found) + "\n", encoding="utf-8")
        pdf = files.export_pdf(write_docx(book, found)) or pdf
    head = {
        "kind": "docx",
        "language": "id",
        "pages": len(files.page_texts(pdf)),
        "title": TITLE,
        "notes": "Heading styles; a chapter's label and title share one Heading 1, divided by a "
        "line break; section letters, question numbers and option letters exist only in "
        "numbering.xml; contents field in a content control; footnotes; three displayed formulas; "
        "one-cell tables frame the cases; matching exercises are two-column tables (not counted "
        "as tables, nor are key tables; empty work sheets are); keys at the end of the book per "
        "chapter and exercise, "
        "one exercise answered in place. Objectives of BAB I are those of the module.",
    }
    lines = [HEAD, CENTRE, "DAFTAR ISI", "A. Latar Belakang 1", "A.\tLatar Belakang\t1"]
    gold.write(gold.gold(head, book, {1}, PROBES, {"absent": lines}), HERE / "source.gold.yaml")


if __name__ == "__main__":
    main()
