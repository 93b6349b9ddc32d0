"""Small Word files for tests, built in code."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument


def word(path: Path, *lines: str) -> Path:
    """A .docx with a line per paragraph; `# ` and `## ` make headings."""
    document = new()
    for line in lines:
        level = len(line) - len(line.lstrip("#"))
        if level:
            document.add_heading(line[level:].strip(), level)
        else:
            document.add_paragraph(line)
    document.save(str(path))
    return path


def new() -> WordDocument:
    """An empty document."""
    return Document()


QUIZ = (
    "# BAB I MODAL",
    "## Materi",
    "Modal adalah uang, alat, dan tenaga yang dipakai untuk memulai usaha.",
    "## Evaluasi",
    "1. Modal dipakai untuk ….",
    "A. memulai usaha",
    "B. membayar arisan",
    "2. Laba adalah selisih antara penjualan dan ….",
    "A. utang",
    "B. biaya",
    "## Kunci Jawaban",
    "1. A  2. B",
)
"""A chapter with a test of two questions and their key."""
