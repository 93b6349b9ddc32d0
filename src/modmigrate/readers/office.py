"""LibreOffice, where it is installed: old Word, OpenDocument and RTF files are read by way of .docx."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..document import Document
from ..errors import DamagedError, SourceError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Word 97–2003 and encrypted .docx files begin ([MS-CFB] 2.2)."""
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
)
SECONDS = 30.0
"""Processor time for all of LibreOffice's work on one document; most need two."""
_KINDS = {".doc": "an old Word file (.doc)", ".odt": "an OpenDocument file (.odt)", ".rtf": "an RTF file (.rtf)"}


def read(path: Path) -> Document:
    """Read a .doc, .odt or .rtf. Raises SourceError or DamagedError with one sentence for what cannot be read."""
    from . import docx

    with path.open("rb") as file:
        old = file.read(len(OLE)) == OLE
    suffix = ".doc" if old else path.suffix.lower()
    what = _KINDS.get(suffix, "no Word file")
    if old:
        _check_old(path, what)
    if program() is None:
        raise SourceError(f"{path.name}: this is {what}; install LibreOffice, or save it as .docx in Word")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"source{suffix}"
        copy.write_bytes(path.read_bytes())
        used = convert([copy], "docx", Path(folder), SECONDS)
        made = copy.with_suffix(".docx")
        if used is None:
            raise DamagedError(
                f"{path.name}: LibreOffice takes too long with this file; open it in Word and save it as .docx"
            )
        if not made.is_file():
            raise DamagedError(f"{path.name}: LibreOffice cannot open this file; open it in Word and save it as .docx")
        return docx.read(made, path.name, SECONDS - used)


def _check_old(path: Path, what: str) -> None:
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise DamagedError(f"{path.name}: the file is encrypted; open it in Word and save it without a password")
    if "WordDocument".encode("utf-16-le") not in data:
        raise SourceError(f"{path.name}: this looks like {what} but holds no text; save it as .docx in Word")


def program() -> str | None:
    """LibreOffice's program; None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in PLACES if os.path.exists(place)), None)


def convert(files: Sequence[Path], kind: str, folder: Path, seconds: float) -> float | None:
    """Write each file to the folder in another kind ('pdf', 'docx'); what cannot be converted is not written.

    It runs under a profile of its own, so that an open LibreOffice is not disturbed, nothing is followed or run,
    and two conversions can run side by side. `folder` is ours and may be removed when we are ended. Gives the
    seconds of work, None when more than `seconds` were needed and it was stopped.
    """
    found = program()
    if found is None:
        return 0.0
    from .office_run import run

    return run(found, ["--convert-to", kind, "--outdir", str(folder), *map(str, files)], folder, seconds)
