"""Files are written beside their place and renamed: an output appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .errors import OutputError


def write(path: Path, data: bytes) -> None:
    """Write a file. Raises OutputError with one sentence."""
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        raise OutputError(f"{path}: cannot be written ({error.strerror or error})") from None


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write several files below a folder, the ones other files lean on (pictures) first."""
    for name in sorted(files, key=lambda n: (not n.startswith("media/"), n)):
        write(folder / name, files[name])


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
