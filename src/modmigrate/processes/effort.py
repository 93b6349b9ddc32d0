"""How much work one file may take: processor time of this process, which a busy machine does not use up."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 1.0
"""Seconds; where Python could not raise the first time (in a destructor) it is raised once more."""


class OutOfTime(BaseException):  # It is no error of a library, and none may take it for one.
    """The work took longer than it may."""


class _State:
    counting = False


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises OutOfTime where the work inside takes more processor time.

    Nothing is counted in threads other than the main one, on systems without such a clock (Windows), and inside of
    work that is counted already.
    """
    if not _may_count():
        yield
        return
    signal.signal(signal.SIGPROF, _raise)
    _State.counting = True
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        _State.counting = False


def grant(seconds: float) -> None:
    """More time, for work of a kind that needs it and is known to end, such as text recognition."""
    if _State.counting:
        left, _ = signal.getitimer(signal.ITIMER_PROF)
        signal.setitimer(signal.ITIMER_PROF, left + seconds, _AGAIN)


def _may_count() -> bool:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    return not _State.counting and signal.getsignal(signal.SIGPROF) == signal.SIG_DFL


def _raise(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTime
