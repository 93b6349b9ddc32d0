"""The PDF reader's front door: the text layer through pypdfium2, lines joined to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium

from ...document import Document, Paragraph, Span
from ...errors import DamagedError
from ...report import Code, Finding, finding
from ...source import Where
from .furniture import without_furniture

_STARTS = re.compile(r"\s*(?:\(?(?:\d{1,3}|[A-Za-z]|[IVX]{1,5}|[ivx]{2,5})[.)]\s|[•●▪■◆➢✓\-–]\s|Q\s?\d+\))")
_ENDS = (".", "?", "!", ":", ";", "…")


def read(path: Path) -> Document:
    """Read a PDF. Raises DamagedError with one sentence for a file that cannot be opened."""
    if not path.stat().st_size:
        raise DamagedError(f"{path.name}: the file is empty")
    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise DamagedError(f"{path.name}: the file is encrypted; save it without a password") from None
        raise DamagedError(f"{path.name}: the file is damaged; export it again as PDF ({error})") from None
    try:
        texts = [_lines(pdf, number) for number in range(len(pdf))]
        title = (pdf.get_metadata_dict().get("Title") or "").strip()
    finally:
        pdf.close()
    pages = without_furniture([lines or [] for lines in texts])
    blocks = tuple(_paragraphs(pages))
    return Document(blocks, title=title, file=path.name, findings=tuple(_remarks(texts, bool(blocks))))


def _lines(pdf: pdfium.PdfDocument, number: int) -> list[str] | None:
    """The page's text lines; None for a page that cannot be read."""
    try:
        page = pdf[number]
        text = page.get_textpage().get_text_range()
    except (pdfium.PdfiumError, ValueError, UnicodeDecodeError):
        return None
    text = text.replace("\ufffe", "").replace("\x02", "")
    return [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]


def _paragraphs(pages: Sequence[Sequence[str]]) -> Iterator[Paragraph]:
    number = 0
    held: list[str] = []
    where = Where()
    for page, lines in enumerate(pages, 1):
        width = max((len(line) for line in lines), default=0)
        for line in lines:
            if held and not _goes_on(held[-1], line, width):
                yield Paragraph((Span(_joined(held)),), where)
                held = []
            if not held:
                number += 1
                where = Where(page, number)
            held.append(line.strip())
    if held:
        yield Paragraph((Span(_joined(held)),), where)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line continues the paragraph of the one before it: that one was full and ended no sentence."""
    if _STARTS.match(line):
        return False
    if before.endswith(_ENDS) and not line.lstrip()[:1].islower():
        return False
    return len(before) >= width * 0.75 or line.lstrip()[:1].islower()


def _joined(lines: Sequence[str]) -> str:
    out = lines[0]
    for line in lines[1:]:
        out = out[:-1] + line if re.search(r"[^\W\d_]-$", out) and line[:1].islower() else f"{out} {line}"
    return out


def _remarks(texts: Sequence[list[str] | None], any_text: bool) -> Iterator[Finding]:
    empty = [n for n, lines in enumerate(texts, 1) if lines == []]
    broken = [n for n, lines in enumerate(texts, 1) if lines is None]
    if empty:
        pages = "page " + ", ".join(map(str, empty[:12])) + (" and others" if len(empty) > 12 else "")
        yield finding(Code.NO_TEXT, Where(page=empty[0]), pages=pages)
    for number in broken:
        yield finding(Code.PART_UNREADABLE, Where(page=number), part=f"page {number}", reason="it is damaged")
    if not any_text:
        yield finding(Code.EMPTY)
