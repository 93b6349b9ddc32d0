"""How tables of PDF files are read: six contents in seven kinds of rules, printed through LibreOffice.

    python benchmarks/table_kinds.py

Per kind (all rules, level ones, three as in journals, none, striped rows, a frame, upright ones) the share of cells
that are read at their place with their text: by us, and by pdfplumber's table finder by rules and by text, with the
milliseconds that each takes for a page. Needs LibreOffice.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import mean

import pdfplumber
from docx import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from modmigrate.document import Table, paragraphs
from modmigrate.readers import read

WANTED = 0.95
STRATEGIES = ("lines", "text")
Cells = set[tuple[int, int, str]]
BEFORE = "Pada bagian ini dibahas beberapa hal penting yang perlu diketahui oleh peserta sebelum memulai usaha kecil."
CONTENTS = {
    "numbers": "Kota|2021|2022|2023\nMedan|1.204|1.310|1.402\nPadang|903|870|915\nBogor|2.110|2.204|2.390",
    "text": "Istilah|Arti\nModal|Uang atau barang yang dipakai untuk memulai dan menjalankan sebuah usaha kecil.\n"
    "Laba|Sisa uang sesudah semua biaya dibayar.\nAset|Semua barang milik usaha, misalnya mesin dan bahan baku.",
    "empty": "Langkah|Alat|Waktu|Catatan\nTimbang bahan|Timbangan|5 menit|\nAduk adonan||10 menit|Sampai kalis\n"
    "Diamkan|Kain||Tempat hangat\nPanggang|Oven|25 menit|",
    "mixed": "No|Kegiatan|Biaya|Keterangan\n"
    "1|Membeli bahan baku di pasar induk|Rp150.000|Dibayar tunai pada hari pertama\n"
    "2|Menyewa tempat|Rp300.000|Satu bulan\n"
    "3|Mencetak brosur dan membagikannya|Rp75.000|500 lembar",
    "two": "Hari|Materi\nSenin|Pengantar usaha\nSelasa|Modal dan laba\nRabu|Pembukuan",
    "wide": "Siswa|Tulis|Lisan|Kerja|Sikap|Jumlah\nAni|80|75|90|85|330\nBudi|70|88|76|80|314\nCitra|92|81|77|90|340",
}
LEVEL, UPRIGHT = ("top", "bottom", "insideH"), ("left", "right", "insideV")
KINDS: dict[str, tuple[str, ...]] = {
    "all rules": LEVEL + UPRIGHT,
    "level": LEVEL,
    "three": ("top", "bottom"),
    "none": (),
    "striped": (),
    "frame": ("top", "bottom", "left", "right"),
    "upright": ("insideV",),
}


def main() -> None:
    """Make, print, read and compare."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in KINDS:
            for content, text in CONTENTS.items():
                made(kind, [row.split("|") for row in text.split("\n")]).save(str(folder / f"{kind}-{content}.docx"))
        files = sorted(map(str, folder.glob("*.docx")))
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", name, *files]
        subprocess.run(command, check=True, capture_output=True)
        print(f"{'':12}{'ours':>18}" + "".join(f"{f'pdfplumber, {s}':>24}" for s in STRATEGIES))
        for kind in KINDS:
            paths = {content: folder / f"{kind}-{content}.pdf" for content in CONTENTS}
            found = [measured(paths, ours), *(measured(paths, partial(theirs, strategy=s)) for s in STRATEGIES)]
            said = "".join(f"{share:16.3f} {ms:5.0f} ms" for share, ms in found)
            print(f"{kind:12}{said}   {'good' if found[0][0] >= WANTED else 'TOO FEW'}")


def measured(paths: dict[str, Path], reader: Callable[[Path], list[Cells]]) -> tuple[float, float]:
    """The mean share of cells, and milliseconds a page."""
    begun = time.perf_counter()
    found = {content: reader(path) for content, path in paths.items()}
    spent = time.perf_counter() - begun
    return mean(share(tables, CONTENTS[c]) for c, tables in found.items()), 1000 * spent / len(found)


def ours(path: Path) -> list[Cells]:
    """The tables that our reader finds."""
    return [cells(block) for block in read(path).blocks if isinstance(block, Table)]


def theirs(path: Path, strategy: str) -> list[Cells]:
    """Those that pdfplumber finds."""
    settings = {"vertical_strategy": strategy, "horizontal_strategy": strategy}
    with pdfplumber.open(path) as pdf:
        tables = [table for page in pdf.pages for table in page.extract_tables(settings)]
    return [
        {(i, j, " ".join((cell or "").split())) for i, row in enumerate(table) for j, cell in enumerate(row)}
        for table in tables
    ]


def made(kind: str, rows: list[list[str]]) -> Word:
    """A page with one table between two paragraphs."""
    document = Word()
    document.styles["Normal"].font.size = Pt(10.5)
    document.add_paragraph(BEFORE)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for number, row in enumerate(rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
            if number and text[:1].isdigit() and len(row) > 2:
                cell.paragraphs[0].alignment = 2
            if kind == "striped" and number % 2 == 0:
                cell._tc.get_or_add_tcPr().append(element("shd", val="clear", fill="DDE6F0"))
            if kind == "three" and number == 0:
                borders = element("tcBorders")
                borders.append(element("bottom", val="single", sz="4"))
                cell._tc.get_or_add_tcPr().append(borders)
    borders = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(side, val="single" if side in KINDS[kind] else "nil", sz="4"))
    table._tbl.tblPr.append(borders)
    document.add_paragraph(BEFORE)
    return document


def element(tag: str, **values: str) -> OxmlElement:
    """An element of Word's own namespace."""
    out = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        out.set(qn(f"w:{name}"), value)
    return out


def share(tables: list[Cells], text: str) -> float:
    """F1 of the cells with their places, of the table that fits best."""
    wanted = {(i, j, cell) for i, row in enumerate(text.split("\n")) for j, cell in enumerate(row.split("|"))}
    return max((2 * len(wanted & table) / (len(wanted) + len(table)) for table in tables), default=0.0)


def cells(table: Table) -> Cells:
    """The texts of a table's cells with their places."""
    return {
        (i, j, " ".join(p.text for p in paragraphs(cell.blocks)))
        for i, row in enumerate(table.rows)
        for j, cell in enumerate(row.cells)
    }


if __name__ == "__main__":
    main()
