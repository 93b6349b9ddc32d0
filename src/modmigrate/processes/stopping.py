"""Ctrl-C and SIGTERM: the program ends with one sentence, after it has tidied up, from its first line on."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import Any

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))

_MOMENT = 0.001
"""Seconds; long enough for Python to leave the place where nothing can be raised."""


class Stopped(BaseException):
    """A person or the system wants this process to end. It is no KeyboardInterrupt, which libraries take for theirs."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def exit_code(self) -> int:
        """As shells count: 130 for Ctrl-C, 143 for SIGTERM."""
        return 128 + self.number

    def __str__(self) -> str:
        return f"stopped by {'Ctrl-C' if self.number == signal.SIGINT else signal.Signals(self.number).name}"


def listen() -> None:
    """From now on such a signal raises Stopped in the main thread; one that is ignored (`nohup`) stays so."""
    for number in SIGNALS:
        if signal.getsignal(number) not in (signal.SIG_IGN, None):
            signal.signal(number, _stop)
    sys.unraisablehook = _unraisable


def deafen() -> None:
    """The end has begun: a second signal may not break into the tidying."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def say(stopped: Stopped) -> None:
    """The sentence, on stderr."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{stopped}\n")
        sys.stderr.flush()


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)


def _unraisable(found: Any) -> None:
    """Where Python cannot raise (in a destructor, in a library's callback) it is raised again in a moment."""
    stopped = found.exc_value
    if not isinstance(stopped, Stopped):
        sys.__unraisablehook__(found)
    elif hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, lambda *_: _stop(stopped.number, None))
        signal.setitimer(signal.ITIMER_REAL, _MOMENT)
    else:
        say(stopped)
        os._exit(stopped.exit_code)
