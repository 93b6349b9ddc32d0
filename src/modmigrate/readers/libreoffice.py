"""LibreOffice, where it is installed: files of other kinds made into .docx, drawings into PDF."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Word 97–2003 and encrypted .docx files begin ([MS-CFB] 2.2)."""
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
)
SECONDS = 30.0
"""Processor time for all of LibreOffice's work on one document; most need two."""


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
    from .libreoffice_run import run

    return run(found, ["--convert-to", kind, "--outdir", str(folder), *map(str, files)], folder, seconds)
