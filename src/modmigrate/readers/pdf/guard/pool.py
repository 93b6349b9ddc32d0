"""Pages worked by several processes where that wins; each opens the file for itself."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from ....processes.children import Pipe, may_divide, start
from ..ground.page import Page
from . import kept
from .opening import opened

MIN_PAGES = 24
"""Below this a second process costs more than it saves: a fork and sending the pages back take some 30 ms."""
MAX_WORKERS = 4


def read_pages(path: Path, count: int, password: str = "", *, suspect: bool = False) -> list[Page]:
    """All pages, in order; those of a suspect file with bounded memory, where the system can."""
    workers = _workers(count)
    if suspect and _may_guard():
        # Imported late: the limits that it sets are known to no other system.
        from .guard import read_guarded

        return read_guarded(path, password, _shares(count, workers))
    if workers < 2:
        return kept.pages(_share(path, range(1, count + 1), password))
    shares = _shares(count, workers)
    return kept.pages([page for part in _forked(path, shares, password) for page in part])


def _may_fork() -> bool:
    """Only forking is quick enough, and only a process without threads forks safely."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return False
    return may_divide()  # A batch already keeps every processor busy.


def _may_guard() -> bool:
    return sys.platform.startswith("linux") and not multiprocessing.current_process().daemon


def _workers(count: int) -> int:
    """How many processes to use."""
    if count < MIN_PAGES or not _may_fork():
        return 1
    return min(len(os.sched_getaffinity(0)), MAX_WORKERS, count // (MIN_PAGES // 2))


def _shares(count: int, workers: int) -> list[range]:
    """Stretches of pages of equal length."""
    size = -(-count // workers)
    return [range(start, min(start + size, count + 1)) for start in range(1, count + 1, size)]


def _share(path: Path, numbers: Sequence[int], password: str) -> list[kept.Read]:
    with opened(path, password) as document:
        return list(kept.read(document.raw, numbers))


def _forked(path: Path, shares: list[range], password: str) -> list[list[kept.Read]]:
    """The first share is read here, the others in children; a child that dies has its share read here after all."""
    context = multiprocessing.get_context("fork")
    running = [(*start(context, _send, path, share, password), share) for share in shares[1:]]
    out = [_share(path, shares[0], password)]
    for process, receiver, share in running:
        try:
            found = receiver.recv()
        except (EOFError, OSError):
            found = None
        receiver.close()
        process.join()
        out.append(found if isinstance(found, list) else _share(path, share, password))
    return out


def _send(sender: Pipe, path: Path, share: range, password: str) -> None:
    sender.send(_share(path, share, password))
