"""Files that LibreOffice opens for us: old Word, OpenDocument and RTF files are read by way of .docx."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..document import Document
from ..errors import DamagedError, SourceError
from . import docx, libreoffice
from .libreoffice import OLE

_KINDS = {".doc": "an old Word file (.doc)", ".odt": "an OpenDocument file (.odt)", ".rtf": "an RTF file (.rtf)"}


def read(path: Path) -> Document:
    """Read a .doc, .odt or .rtf. Raises SourceError or DamagedError with one sentence for what cannot be read."""
    with path.open("rb") as file:
        old = file.read(len(OLE)) == OLE
    suffix = ".doc" if old else path.suffix.lower()
    what = _KINDS.get(suffix, "no Word file")
    if old:
        _check_old(path, what)
    if libreoffice.program() is None:
        raise SourceError(f"{path.name}: this is {what}; install LibreOffice, or save it as .docx in Word")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"source{suffix}"
        copy.write_bytes(path.read_bytes())
        used = libreoffice.convert([copy], "docx", Path(folder), libreoffice.SECONDS)
        made = copy.with_suffix(".docx")
        if used is None:
            raise DamagedError(
                f"{path.name}: LibreOffice takes too long with this file; open it in Word and save it as .docx"
            )
        if not made.is_file():
            raise DamagedError(f"{path.name}: LibreOffice cannot open this file; open it in Word and save it as .docx")
        return docx.read(made, path.name, libreoffice.SECONDS - used)


def _check_old(path: Path, what: str) -> None:
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise DamagedError(f"{path.name}: the file is encrypted; open it in Word and save it without a password")
    if "WordDocument".encode("utf-16-le") not in data:
        raise SourceError(f"{path.name}: this looks like {what} but holds no text; save it as .docx in Word")
