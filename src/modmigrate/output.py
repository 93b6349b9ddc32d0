"""Files are written beside their place and renamed: an output appears whole or not at all."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from .errors import OutputError, reason

_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


def place(output: str | Path, name: str) -> Path:
    """Where a file goes: under `name` into a folder (one that is there, or ends in a slash), else `output`."""
    folder = os.fspath(output).endswith(_SEPARATORS) or os.path.isdir(output)
    return Path(output) / name if folder else Path(output)


def check(outputs: Iterable[Path], sources: Iterable[Path]) -> None:
    """Raises OutputError if an output would replace a source or another output."""
    read = {_identity(source) for source in sources}
    wanted: set[object] = set()
    for output in outputs:
        identity = _identity(output)
        if identity in read:
            raise OutputError(f"{output}: this is the source itself; give another name for the output")
        if identity in wanted:
            raise OutputError(f"{output}: two outputs would go to this file; give one of them another name")
        wanted.add(identity)


def _identity(path: Path) -> object:
    """The same for two names of one file."""
    try:
        found = path.stat()
    except OSError:
        return os.path.normcase(os.path.realpath(path))
    return found.st_dev, found.st_ino


def write(path: Path, data: bytes) -> None:
    """Write a file; through a symbolic link, what it points to. Raises OutputError with one sentence."""
    temporary = ""
    try:
        target = _target(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".mm")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, target)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({reason(error)})") from None
    finally:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)


def _target(path: Path) -> Path:
    """The file that is replaced; devices, pipes and folders never are."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG
    if stat.S_ISDIR(mode):
        raise OutputError(f"{path}: this is a folder; give a file in it")
    if not stat.S_ISREG(mode):
        raise OutputError(f"{path}: this is a device or a pipe; give a file")
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def as_json(data: object) -> bytes:
    """A JSON file; signs that UTF-8 cannot hold, as in damaged file names, become question marks."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write several files below a folder, the ones other files lean on (pictures) first."""
    for name in sorted(files, key=lambda n: (not n.startswith("media/"), n)):
        write(folder / name, files[name])


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
