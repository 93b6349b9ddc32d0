"""Readers: one per kind of source file; each gives a Document."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from ..document import Document
from ..errors import SourceError

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
    if not path.exists():
        raise SourceError(f"{path}: there is no such file")
    if not path.is_file():
        raise SourceError(f"{path}: this is no file")
    name = READERS.get(path.suffix.lower())
    if name is None:
        kinds = ", ".join(sorted(READERS))
        raise SourceError(
            f"{path.name}: files of kind {path.suffix or 'without ending'} are not read; give one of {kinds}"
        )
    reader: Callable[..., Document] = importlib.import_module(f".{name}", __package__).read
    return reader(path, password) if name == "pdf" else reader(path)
