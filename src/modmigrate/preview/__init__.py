"""A local player: a strict SCORM 1.2 run-time around a package, which reloads when its source changes.

It is on loopback alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from .server import Servers
from .showing import Showing, shown

__all__ = ["preview"]

EVERY = 0.05
"""Seconds between looks at the files."""


def preview(
    path: Path, said: Callable[[str], None], language: str = "", password: str = "", templates: Path | None = None,
    port: int = 0,
) -> None:  # fmt: skip
    """Serve until the process is stopped; `said` hears the player's address first, then what is wrong with the source.

    Raises SourceError for a path that cannot be shown, OutputError for a port that is taken.
    """
    showing = Showing(shown(path), language, password, templates, apart=True)
    try:
        showing.changed()
        showing.load()  # Its process is born before the servers' threads.
        _serve(showing, said, port)
    finally:
        showing.close()


def _serve(showing: Showing, said: Callable[[str], None], port: int) -> None:
    servers = Servers(showing, port)
    try:
        said(servers.address)
        told = ""
        while True:
            if showing.error != told:
                told = showing.error
                said(told)
            time.sleep(EVERY)
            if showing.changed():
                showing.load()
                servers.announce()
    finally:
        servers.close()
