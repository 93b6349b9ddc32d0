"""Readers: one per kind of source file; each gives a Document."""

from __future__ import annotations

import importlib
import zipfile
from collections.abc import Callable
from pathlib import Path

from ..document import Document
from ..errors import SourceError, reading
from .office import OLE

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
        if not path.is_file():
            raise SourceError(f"{path}: {'this is no file' if path.exists() else 'there is no such file'}")
        name = READERS.get(path.suffix.lower())
        if name is None:
            kinds = ", ".join(sorted(READERS))
            raise SourceError(
                f"{path.name}: files of kind {path.suffix or 'without ending'} are not read; give one of {kinds}"
            )
        if other := _misnamed(path, name):
            raise SourceError(f"{path.name}: in spite of its name this is {other}")
        reader: Callable[..., Document] = importlib.import_module(f".{name}", __package__).read
        return reader(path, password) if name == "pdf" else reader(path)


def _misnamed(path: Path, reader: str) -> str:
    """What a file is, and what to do, if it is none for this reader by its first bytes; else ''."""
    with path.open("rb") as file:
        head = file.read(1024)
    if reader != "pdf":
        # A PDF may have some other bytes before its mark; a Word file holds its mark only by accident.
        is_pdf = b"%PDF-" in head and not head.startswith((b"PK\x03\x04", OLE, b"{\\rtf"))
        return "a PDF file; give it the ending .pdf" if is_pdf else ""
    if head.startswith(OLE):
        return "a Word file of the old kind or an encrypted one; save it as .docx in Word without a password"
    if head.startswith(b"PK\x03\x04") and _is_word(path):
        return "a Word file; give it the ending .docx"
    return ""


def _is_word(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            return any(name.startswith("word/") for name in package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
