"""Child processes of ours: they send what they make, say when they failed, and end when their parent ends.

A parent that is killed cannot take its children with it. So a child asks the system to be ended with it (Linux:
prctl(2), PR_SET_PDEATHSIG), and keeps no end of the pipe to read from, so that elsewhere its next message fails.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any

from msgspec import Struct

from ..errors import told

Pipe = Connection
"""The end of a pipe that a child sends to, or its parent receives from."""
_PR_SET_PDEATHSIG = 1
_PARENTS_CARE = {signal.SIGINT, signal.SIGTERM}
"""Signals that a terminal or a service sends to parent and children alike."""


class Failed(Struct, frozen=True):
    """What a child sends last when a mistake of this program ended it."""

    what: str


class _Here:
    divides = False


def may_divide() -> bool:
    """Whether this process may share its work out: the first one, and a child that was started for it.

    Others are at work side by side already.
    """
    return multiprocessing.parent_process() is None or _Here.divides


def start(context: BaseContext, work: Callable[..., None], *arguments: Any, divides: bool = False) -> tuple[Any, Pipe]:
    """Run `work(sender, *arguments)` in a child; gives the process, and the end to receive from.

    The child ends in silence: what `work` raises comes as a `Failed`, save want of memory and an end of the pipe.
    One that `divides` may share its work out to children of its own.
    """
    receiver, sender = context.Pipe(duplex=False)
    forked = context.get_start_method() == "fork"
    process: Any = context.Process  # type: ignore[attr-defined]  # each context has one, the stub of their base none
    made = process(target=_run, args=(sender, receiver if forked else None, divides, work, arguments), daemon=True)
    with unstopped():
        made.start()
    sender.close()
    return made, receiver


def end_with_parent() -> None:
    """Called in a child: be ended when the parent ends, however that does; leave Ctrl-C to it, and be ended by it."""
    for number in _PARENTS_CARE:
        signal.signal(number, signal.SIG_DFL if number == signal.SIGTERM else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _PARENTS_CARE)
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    parent = multiprocessing.parent_process()
    if parent is not None and parent.pid != os.getppid():  # It ended before the system was asked.
        os._exit(1)  # Its end of a pipe would not tell: a child born later holds a copy of it.


def _run(
    sender: Pipe, receiver: Pipe | None, divides: bool, work: Callable[..., None], arguments: tuple[Any, ...]
) -> None:
    code = 1
    _Here.divides = divides
    if divides:
        multiprocessing.current_process().daemon = False  # Python lets no other have children.
    try:
        if receiver is not None:
            receiver.close()
        end_with_parent()
        work(sender, *arguments)
        code = 0
    except (MemoryError, OSError, EOFError):
        pass
    except Exception as error:
        _say(sender, error)
    finally:
        with suppress(OSError):
            sender.close()
        os._exit(code)  # Nothing of the parent's is to be tidied up or written twice.


def _say(sender: Pipe, error: Exception) -> None:
    with suppress(OSError, ValueError, MemoryError):
        sender.send(Failed(told(error)))


@contextmanager
def unstopped() -> Iterator[None]:
    """No signal comes between a child's birth and its own way with signals, where the system can wait with them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _PARENTS_CARE)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
