"""Jobs side by side in processes, with a progress bar; a shelf that is ended takes its processes with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

import click

from ..processes.children import end_with_parent, unstopped
from ..shelf.jobs import Job
from ..shelf.run import Outcome, Work, run
from .signs import visible

SHOWN = 2
"""Modules that the progress bar names."""


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def outcomes(
    todo: Sequence[Job], work: Work, quiet: bool, workers: int = 0, label: str = "Converting"
) -> Iterator[Outcome]:
    """Run the jobs, several side by side, with a progress bar on a terminal; outcomes as they come."""
    count = min(len(todo), workers or processors())
    if count < 2:
        with progress(len(todo), label, quiet) as running:
            yield from running.past(run(todo, work, running=running.now))
        return
    with _processes(count) as pool, progress(len(todo), label, quiet) as running:
        yield from running.past(run(todo, work, pool, count, running.now))


class Bar:
    """A progress bar that names what is worked on; without one, nothing."""

    def __init__(self, bar: Any = None) -> None:
        self._bar = bar

    def now(self, jobs: Sequence[Job]) -> None:
        """These are worked on."""
        if self._bar is not None:
            self._bar.current_item = jobs
            self._bar.render_progress()

    def past(self, found: Iterator[Outcome]) -> Iterator[Outcome]:
        """Outcomes as they pass; the bar grows with each."""
        for outcome in found:
            if self._bar is not None:
                self._bar.update(1, self._bar.current_item)
            yield outcome


@contextmanager
def progress(length: int, label: str, quiet: bool) -> Iterator[Bar]:
    """A bar on a terminal; none for CI, whose logs keep every state of it, and where nothing is to be said."""
    if quiet or length < 2 or not sys.stderr.isatty() or os.environ.get("CI"):
        yield Bar()
        return
    with click.progressbar(length=length, label=label, file=sys.stderr, item_show_func=_named) as bar:
        yield Bar(bar)


def _named(jobs: Sequence[Job] | None) -> str:
    names = [visible(job.label or job.source.name) for job in jobs or ()]
    return ", ".join(names[:SHOWN])


@contextmanager
def _processes(count: int) -> Iterator[Callable[[], Executor]]:
    """Makes pools whose processes are ended at once when something is raised here, also by SIGTERM."""
    main = threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    if main:
        signal.signal(signal.SIGTERM, _end)
    made: list[ProcessPoolExecutor] = []

    def pool() -> Executor:
        executor = ProcessPoolExecutor(max_workers=count, initializer=end_with_parent)
        made.append(executor)
        with unstopped():
            executor.submit(int)  # All processes begin here, none of them with this one's way with signals.
        return executor

    try:
        yield pool
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        for executor in made:
            executor.shutdown(cancel_futures=True)
        if main:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _end(number: int, _frame: Any) -> None:
    raise SystemExit(128 + number)
