"""Writes files that come out the same each time: .docx, .pdf (by LibreOffice), printed pages."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import shutil
import subprocess
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from docx.document import Document

ZIP_DATE = (2025, 1, 1, 0, 0, 0)
EXPORT = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'


def save_docx(document: Document, path: Path, title: str, author: str) -> None:
    """Save with fixed dates in the properties and in the zip."""
    properties = document.core_properties
    moment = dt.datetime(*ZIP_DATE)
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.created = properties.modified = moment
    properties.language, properties.comments, properties.revision = "id-ID", "", 1
    raw = BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))


def export_pdf(docx: Path) -> Path | None:
    """Export beside the .docx; None when LibreOffice is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as profile:
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = [office, own, "--headless", "--convert-to", EXPORT, "--outdir"]
        subprocess.run([*command, str(docx.parent), str(docx)], check=True, capture_output=True, timeout=300)
    pdf = docx.with_suffix(".pdf")
    pdf.write_bytes(_fixed(pdf.read_bytes()))
    return pdf


def _fixed(data: bytes) -> bytes:
    """The PDF with date, id and checksum replaced, byte for byte as long as before."""
    data = re.sub(rb"/CreationDate\(D:\d{14}[^)]*\)", _fixed_date, data)
    digest = hashlib.sha256(b"modmigrate example").hexdigest().upper().encode()[:32]
    data = re.sub(rb"/ID\s*\[[^\]]*\]", lambda m: re.sub(rb"[0-9A-F]{32}", digest, m[0]), data)
    return re.sub(rb"/DocChecksum\s*/[0-9A-F]{32}", b"/DocChecksum /" + digest, data)


def _fixed_date(match: re.Match[bytes]) -> bytes:
    fixed = b"/CreationDate(D:20250101000000Z"
    return fixed + b"'" * (len(match[0]) - len(fixed) - 1) + b")"


def page_texts(pdf: Path) -> list[str]:
    document = pdfium.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def outline_pages(pdf: Path, depth: int) -> list[int]:
    """The 0-based pages of the PDF's bookmarks down to a depth, in order."""
    targets = [e.get_dest() for e in pdfium.PdfDocument(pdf).get_toc() if e.level < depth]
    return [target.get_index() for target in targets if target is not None]
