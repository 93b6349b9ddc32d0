"""Whether files changed, by looking: the times and sizes of a few hundred files cost a millisecond.

No library for this: looking ten times a second answers within the second that is asked for, works on network drives
and in containers, where notices of the system do not come, and needs nothing to be installed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

Seen = dict[str, tuple[int, int]]
MOST = 5_000
"""Files of a folder that are looked at."""


def seen(paths: Iterable[Path]) -> Seen:
    """Times and sizes of files, and of all files below folders; what is not there is left out."""
    out: Seen = {}
    for path in paths:
        if path.is_dir():
            for folder, names, files in os.walk(path):
                names[:] = [name for name in names if not name.startswith(".") and name != "node_modules"]
                for name in files[: MOST - len(out)]:
                    _look(os.path.join(folder, name), out)
        else:
            _look(str(path), out)
    return out


def _look(path: str, out: Seen) -> None:
    try:
        found = os.stat(path)
    except OSError:
        return
    out[path] = (found.st_mtime_ns, found.st_size)
