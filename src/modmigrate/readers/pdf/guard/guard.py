"""Pages of files that pdfium may not survive: forms that draw forms without end, streams that unpack to gigabytes.

A form can draw itself, or ten times another that draws ten times another; pdfium opens all of them and takes all
memory there is. So suspect files are read in a child process with bounded memory and time, page by page, and a
page that it does not survive is left out with a finding.
"""

from __future__ import annotations

import multiprocessing
import resource
import threading
from collections.abc import Sequence
from multiprocessing.connection import wait
from pathlib import Path

from ....processes.children import Failed, Pipe, start
from ..glyphs import ocr
from ..ground.page import Page
from . import kept
from .opening import opened

MEMORY = 400_000_000
"""Bytes that a child may take beyond what it was born with."""
SECONDS = 12
"""Processor time for one page; it is counted anew with each."""
MAX_DEAD = 2
"""So many pages may fail before the rest is given up: each takes seconds."""
WHY = "its drawings take more memory or time than any page needs"


def read_guarded(path: Path, password: str, shares: Sequence[range]) -> list[Page]:
    """The pages with these numbers, each share in a child, which hands each page over as soon as it is read."""
    # A process with threads cannot fork safely; starting Python anew takes longer, and nothing else will do.
    context = multiprocessing.get_context("fork" if threading.active_count() == 1 else "spawn")
    found: dict[int, kept.Read] = {}
    running = {start(context, _send, path, password, share)[1]: share for share in shares}
    dead = 0
    while running:
        for receiver in wait(list(running)):
            assert isinstance(receiver, Pipe)
            page = _received(receiver)
            if isinstance(page, kept.Read):
                found[page.number] = page
                continue
            left = [number for number in running.pop(receiver) if number not in found]
            receiver.close()
            if left:
                dead += 1
                lost = left[:1] if dead <= MAX_DEAD else left
                found |= {number: _lost(number, page) for number in lost}
                if rest := left[len(lost) :]:
                    share = range(rest[0], rest[-1] + 1)
                    running[start(context, _send, path, password, share)[1]] = share
    return kept.pages([found[number] for number in sorted(found)])


def _received(receiver: Pipe) -> object:
    """A page as read; how the child failed by a mistake of ours; None when it did not live to send either."""
    try:
        return receiver.recv()
    except (EOFError, OSError):
        return None


def _lost(number: int, sent: object) -> kept.Read:
    page = Page(number, 0, 0, fault=sent.what) if isinstance(sent, Failed) else Page(number, 0, 0, broken=WHY)
    return kept.Read(number, page=page)


def _lift() -> None:
    """Let this process take memory again, for work that needs it and is known to end."""
    resource.setrlimit(resource.RLIMIT_AS, (resource.getrlimit(resource.RLIMIT_AS)[1],) * 2)


def _send(sender: Pipe, path: Path, password: str, numbers: range) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ocr.before.append(_lift)
    with opened(path, password) as document:
        _bound()
        for page in kept.read(document.raw, numbers):
            sender.send(page)
            _bound()


def _bound() -> None:
    """Limits for the next page, counted from what was used so far."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + MEMORY)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + SECONDS)


def _limit(what: int, value: int) -> None:
    """Set a soft limit; the hard one, which a person may have set, stays."""
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
