"""Readers: one per kind of source file; each gives a Document."""

from __future__ import annotations

import importlib
import zipfile
from collections.abc import Callable
from pathlib import Path

from ..document import Document
from ..errors import SourceError, must_be_file, reading
from .alternatives import with_missing_told
from .layout_tables import laid_out
from .libreoffice import OLE
from .typewriter import without_typewriter
from .withdrawn import without_struck

READERS: dict[str, str] = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".doc": "office",
    ".odt": "office",
    ".rtf": "office",
    ".pdf": "pdf",
}
"""File ending → module of the reader; imported when first needed, since PDF libraries are slow to load."""


def read(path: Path, password: str = "") -> Document:
    """Read a source file; `password` opens an encrypted PDF. Raises SourceError or DamagedError with one sentence."""
    with reading(path):
        must_be_file(path)
        name = READERS.get(path.suffix.lower())
        if name is None:
            kinds = ", ".join(sorted(READERS))
            raise SourceError(
                f"{path.name}: files of kind {path.suffix or 'without ending'} are not read; give one of {kinds}"
            )
        if other := _misnamed(path, name):
            raise SourceError(f"{path.name}: in spite of its name this is {other}")
        if name != "pdf":
            name = _by_content(path, name)
        reader: Callable[..., Document] = importlib.import_module(f".{name}", __package__).read
        found = reader(path, password) if name == "pdf" else reader(path)
        return with_missing_told(laid_out(without_typewriter(without_struck(found))))


def keep(path: Path) -> None:
    """This process will read one version of a file after the other: what stays the same need not be read again."""
    if path.suffix.lower() == ".pdf":
        from .pdf.guard import kept

        kept.keep()


def _by_content(path: Path, name: str) -> str:
    """The reader for a Word file of the new or the old kind, whatever its ending says."""
    if name == "office":
        return "docx" if _is_word(path) else name
    with path.open("rb") as file:
        return "office" if file.read(len(OLE)) == OLE else name


def _misnamed(path: Path, reader: str) -> str:
    """What a file is, and what to do, if it is none for this reader by its first bytes; else ''."""
    with path.open("rb") as file:
        head = file.read(1024)
    if reader != "pdf":
        # A PDF may have some other bytes before its mark; a Word file holds its mark only by accident.
        is_pdf = b"%PDF-" in head and not head.startswith((b"PK\x03\x04", OLE, b"{\\rtf"))
        if is_pdf:
            return "a PDF file; give it the ending .pdf"
        return "" if reader == "office" else _other_word(path, head)
    if head.startswith(OLE):
        return "a Word file of the old kind or an encrypted one; save it as .docx in Word without a password"
    if head.startswith(b"PK\x03\x04") and _is_word(path):
        return "a Word file; give it the ending .docx"
    return ""


_KINDS = {
    b"application/vnd.oasis.opendocument.text": "an OpenDocument file; give it the ending .odt",
    b"application/epub+zip": "an e-book (EPUB); save it as .docx",
}
"""What the first entry of such a zip says, uncompressed and at a fixed place (OpenDocument 1.3 part 2, 3.3)."""


def _other_word(path: Path, head: bytes) -> str:
    """What a file that is called .docx is instead, where it can be read under another name or saved anew."""
    if head.startswith(b"{\\rtf"):
        return "an RTF file; give it the ending .rtf"
    if head[30:38] == b"mimetype":
        return next((what for kind, what in _KINDS.items() if head[38:].startswith(kind)), "")
    if head.lstrip(b"\xef\xbb\xbf \r\n\t")[:14].lower().startswith((b"<html", b"<!doctype html")):
        return "a web page; open it in Word and save it as .docx"
    if head.startswith(b"<?xml") and b'progid="Word.Document"' in head:
        return "Word's XML of one file (Word 2003 or flat OPC); open it in Word and save it as .docx"
    if head.startswith(b"PK\x03\x04"):
        return _other_office(path)
    return ""


def _other_office(path: Path) -> str:
    names = _names(path)
    for folder, what in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
        if any(n.startswith(folder) for n in names) and not any(n.startswith("word/") for n in names):
            return f"{what}; save what it teaches as a Word document"
    return ""


def _names(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as package:
            return [name.replace("\\", "/").lower() for name in package.namelist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return []


def _is_word(path: Path) -> bool:
    return any(name.startswith("word/") for name in _names(path))
