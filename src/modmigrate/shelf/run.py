"""Jobs on any concurrent.futures Executor: an outcome for each, as they come, whatever becomes of the others."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..errors import DamagedError, InternalError, ModmigrateError, refused
from ..report import Finding
from .jobs import Job


class Made(Struct, frozen=True):
    """What work on a job gives: findings, and its row of the table."""

    findings: tuple[Finding, ...] = ()
    row: dict[str, Any] = {}
    data: Any = None
    """What the command shows besides, such as what `inspect --json` says."""


class Outcome(Struct, frozen=True):
    """What became of a job; `error` is its sentence, or empty."""

    job: Job
    made: Made = Made()
    error: str = ""
    exit_code: int = 0
    trace: str = ""
    """Where an unforeseen error came from."""
    seconds: float = 0.0
    told: tuple[dict[str, Any], ...] | None = None
    """Findings as the report has them, where they come from an earlier run or from another machine."""
    before: bool = False
    """Whether it was done in an earlier run, and nothing has changed since."""


Work = Callable[[Job], Made]
AHEAD = 2
"""Jobs that wait in an executor for each that runs there, so that none of its workers is idle."""


def run(
    todo: Sequence[Job],
    work: Work,
    pool: Callable[[], Executor] | None = None,
    workers: int = 1,
    running: Callable[[Sequence[Job]], None] = lambda _: None,
    pack: Callable[[Job], Work] | None = None,
) -> Iterator[Outcome]:
    """Outcomes as they come; in this process without a pool. `running` is told the jobs that are being worked on.

    `pack` makes the work of one job, where what is handed over is not the same for all; it may raise what work may.

    `pool` makes an executor. One that breaks, because a process of it was killed, is made anew: what ran in it is
    tried again one by one, so that only the job that kills its process is lost.
    """
    if pool is None:
        for job in todo:
            running([job])
            yield one(work, job)
        return
    waiting = deque(todo)
    while waiting:
        executor = pool()
        suspects: list[Job] = []
        yield from _in_one(executor, waiting, pack or (lambda _: work), workers, running, suspects)
        executor.shutdown(wait=False)
        for job in suspects:
            running([job])
            yield _alone(pool, work, job)


def one(work: Work, job: Job) -> Outcome:
    """The outcome of a job; nothing is raised. What a child process runs."""
    begun = time.perf_counter()
    try:
        done = Outcome(job, work(job))
    except ModmigrateError as error:
        done = Outcome(job, error=str(error), exit_code=error.exit_code)
    except OSError as error:
        failure = refused(error, job.source.name)
        done = Outcome(job, error=str(failure), exit_code=failure.exit_code)
    except Exception as error:
        done = _unforeseen(job, error)
    return replace(done, seconds=time.perf_counter() - begun)


def _in_one(
    executor: Executor,
    waiting: deque[Job],
    pack: Callable[[Job], Work],
    workers: int,
    running: Callable[[Sequence[Job]], None],
    suspects: list[Job],
) -> Iterator[Outcome]:
    """Outcomes of one executor until all is done or it breaks; then `suspects` are the jobs that were in it."""
    futures: dict[Future[Outcome], Job] = {}
    while waiting or futures:
        while waiting and len(futures) < workers * AHEAD and not suspects:
            job = waiting.popleft()
            try:
                futures[executor.submit(one, pack(job), job)] = job
            except BrokenExecutor:
                suspects.append(job)
            except ModmigrateError as error:
                yield Outcome(job, error=str(error), exit_code=error.exit_code)
        if not futures:
            return
        running(list(futures.values())[:workers])
        done, _ = wait(futures, return_when=FIRST_COMPLETED)
        for future in done:
            job = futures.pop(future)
            try:
                yield future.result()
            except BrokenExecutor:
                suspects.append(job)
            except Exception as error:
                yield _unforeseen(job, error)


def _alone(pool: Callable[[], Executor], work: Work, job: Job) -> Outcome:
    executor = pool()
    try:
        return executor.submit(one, work, job).result()
    except BrokenExecutor:
        error = DamagedError(f"{job.source.name}: the process that worked on it was ended, perhaps for want of memory")
        return Outcome(job, error=str(error), exit_code=error.exit_code)
    finally:
        executor.shutdown(wait=False)


def _unforeseen(job: Job, error: Exception) -> Outcome:
    import traceback

    trace = "".join(traceback.format_exception(error)).rstrip()
    return Outcome(
        job, error=str(InternalError(job.source.name, error)), exit_code=InternalError.exit_code, trace=trace
    )
