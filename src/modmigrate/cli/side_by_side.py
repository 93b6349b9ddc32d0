"""Jobs side by side in processes, with a progress bar; a batch that is ended takes its processes with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

import click

from ..commands.batch import Job, Outcome, Work, run
from ..processes.children import end_with_parent, unstopped


def outcomes(todo: Sequence[Job], work: Work, quiet: bool) -> list[Outcome]:
    """Run the jobs, several side by side, with a progress bar on a terminal; outcomes in the order of the sources."""
    out: list[Outcome] = []
    with _processes(min(len(todo), os.cpu_count() or 1)) as executor:
        found = run(todo, work, executor)
        if quiet or not sys.stderr.isatty():
            out = list(found)
        else:
            with click.progressbar(length=len(todo), label="Converting", file=sys.stderr) as bar:
                for outcome in found:
                    out.append(outcome)
                    bar.update(1)
    order = {job: at for at, job in enumerate(todo)}
    return sorted(out, key=lambda outcome: order[outcome.job])


@contextmanager
def _processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """A pool whose processes are ended at once when something is raised here, also by SIGTERM."""
    main = threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    if main:
        signal.signal(signal.SIGTERM, _end)
    executor = ProcessPoolExecutor(max_workers=count, initializer=end_with_parent)
    try:
        with unstopped():
            executor.submit(int)  # All processes begin here, none of them with this one's way with signals.
        yield executor
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)
        if main:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _end(number: int, _frame: Any) -> None:
    raise SystemExit(128 + number)
