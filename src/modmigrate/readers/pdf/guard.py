"""Pages of files that pdfium may not survive: forms that draw forms, some of which never end.

A form can draw itself, or ten times another that draws ten times another; pdfium opens all of them and takes all
memory there is. So files with forms are read in a child process with bounded memory and time, page by page, and a
page that it does not survive is left out with a finding.
"""

from __future__ import annotations

import resource
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext
from pathlib import Path
from typing import Any

from . import ocr
from .page import Page

MEMORY = 450_000_000
"""Bytes that a child may take beyond what it was born with."""
SECONDS = 12
"""Processor time for one page; it is counted anew with each."""
MAX_DEAD = 2
"""So many pages may fail before the rest is given up: each takes seconds."""
WHY = "its drawings take more memory or time than any page needs"
Reading = Callable[[range, Callable[[Page], None]], None]


def read_guarded(context: ForkContext, read: Reading, shares: Sequence[range]) -> list[Page]:
    """The pages with these numbers, each share in a child. `read` hands each page over as soon as it is read."""
    found: dict[int, Page] = {}
    running = {_started(context, read, share): share for share in shares}
    dead = 0
    while running:
        for receiver in wait(list(running)):
            assert isinstance(receiver, Connection)
            try:
                page = receiver.recv()
                found[page.number] = page
                continue
            except (EOFError, OSError):
                left = [number for number in running.pop(receiver) if number not in found]
            if left:
                dead += 1
                lost = left[:1] if dead <= MAX_DEAD else left
                found |= {number: Page(number, 0, 0, broken=WHY) for number in lost}
                if rest := left[len(lost) :]:
                    share = range(rest[0], rest[-1] + 1)
                    running[_started(context, read, share)] = share
    return [found[number] for number in sorted(found)]


def _lift() -> None:
    """Let this process take memory again, for work that needs it and is known to end."""
    resource.setrlimit(resource.RLIMIT_AS, (resource.getrlimit(resource.RLIMIT_AS)[1],) * 2)


def _started(context: ForkContext, read: Reading, numbers: range) -> Connection[Any, Any]:
    receiver, sender = context.Pipe(duplex=False)
    context.Process(target=_child, args=(sender, read, numbers), daemon=True).start()
    sender.close()
    return receiver


def _child(sender: Connection[Any, Any], read: Reading, numbers: range) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ocr.before.append(_lift)

    def send(page: Page) -> None:
        sender.send(page)
        _bound()

    _bound()
    read(numbers, send)
    sender.close()


def _bound() -> None:
    """Limits for the next page, counted from what was used so far."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, resource.RLIM_INFINITY))
