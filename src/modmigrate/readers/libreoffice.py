"""LibreOffice, where it is installed: files of other kinds made into .docx, drawings into PDF."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Word 97–2003 and encrypted .docx files begin ([MS-CFB] 2.2)."""
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
)
SECONDS = 15.0
"""For all of LibreOffice's work on one document; people take a program that is silent for longer to hang."""


def program() -> str | None:
    """LibreOffice's program; None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in PLACES if os.path.exists(place)), None)


def convert(files: Sequence[Path], kind: str, folder: Path, timeout: float) -> bool:
    """Write each file to the folder in another kind ('pdf', 'docx'); what cannot be converted is not written.

    It runs under a profile of its own, so that an open LibreOffice is not disturbed, macros stay off
    and two conversions can run side by side; after `timeout` seconds it is stopped, and False given.
    """
    found = program()
    if found is None:
        return True
    import subprocess

    with tempfile.TemporaryDirectory() as profile:
        command = [found, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", kind, "--outdir", str(folder), *map(str, files)]
        null = subprocess.DEVNULL
        process = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True)  # noqa: S603
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            _stop(process)
            return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: soffice is a script around the real one."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, 9)
    else:
        process.kill()
    process.wait()
