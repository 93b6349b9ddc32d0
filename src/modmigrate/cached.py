"""What is costly to make and always made alike: kept in the user's cache folder, which may be lost or closed.

Comes in: a key that holds everything the bytes depend on. Goes out: the bytes, from the folder or made anew.
Nothing here ever fails: a folder that cannot be used costs time only.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from .errors import OutputError
from .text.patterns import lazy

_DIGEST = 32
_OURS = lazy(r"[\w-]+-[0-9a-f]{32}")
MANY = 400
"""Files; who works on templates makes new ones all day, and the folder is emptied when there are more."""


def folder(environ: os._Environ[str] | dict[str, str] = os.environ) -> Path | None:
    """Where programs of this system keep what they can make again; None where that is not known.

    XDG Base Directory Specification; on Windows LOCALAPPDATA; on macOS ~/Library/Caches.
    """
    if given := environ.get("XDG_CACHE_HOME"):
        # A relative path there is to be ignored, says the specification.
        return Path(given) / "modmigrate" if os.path.isabs(given) else None
    if sys.platform == "win32":
        local = environ.get("LOCALAPPDATA")
        return Path(local) / "modmigrate" / "cache" if local else None
    home = environ.get("HOME")
    if not home or not os.path.isabs(home):
        return None
    return Path(home, "Library/Caches/modmigrate") if sys.platform == "darwin" else Path(home, ".cache/modmigrate")


def get(kind: str, key: bytes) -> bytes | None:
    """What was kept under the key; None when it is not there, damaged, or in a folder that others may write to."""
    place = _place(kind, key)
    if place is None or not _is_ours(place.parent):
        return None
    try:
        data = place.read_bytes()
    except OSError:
        return None
    body = data[_DIGEST:]
    return body if hashlib.sha256(body).digest() == data[:_DIGEST] else None


def put(kind: str, key: bytes, body: bytes) -> None:
    """Keep bytes under a key, where that is possible."""
    from .output import write

    place = _place(kind, key)
    if place is None:
        return
    with suppress(OSError, OutputError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_ours(place.parent):
            files = [file for file in place.parent.iterdir() if _OURS.fullmatch(file.name)]
            for old in files if len(files) >= MANY else ():
                old.unlink()
            write(place, hashlib.sha256(body).digest() + body)


def data(kind: str, text: bytes, parse: Callable[[bytes], Any]) -> Any:
    """What `parse` makes of a text, kept as JSON where that can say it; JSON needs no library and little time."""
    found = get(kind, text)
    if found is not None:
        return json.loads(found)
    parsed = parse(text)
    with suppress(TypeError, ValueError):
        body = json.dumps(parsed).encode()
        if json.loads(body) == parsed:
            put(kind, text, body)
    return parsed


def _place(kind: str, key: bytes) -> Path | None:
    base = folder()
    return None if base is None else base / f"{kind}-{hashlib.sha256(key).hexdigest()[:32]}"


def _is_ours(place: Path) -> bool:
    """Whether nobody else can put files there, or another folder in its place: templates are kept as program code."""
    if not hasattr(os, "getuid"):
        return True
    try:
        found, above = place.lstat(), place.parent.stat()
    except OSError:
        return False
    mine = found.st_uid == os.getuid() and stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o022
    # In a folder as /tmp others may add names, but not take ours away.
    safe = above.st_uid in (os.getuid(), 0) and (not above.st_mode & 0o022 or bool(above.st_mode & stat.S_ISVTX))
    return mine and safe
