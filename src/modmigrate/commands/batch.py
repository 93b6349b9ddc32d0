"""Many modules at once, on any concurrent.futures Executor."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ..errors import InternalError, ModmigrateError, OutputError, SourceError, reading, refused
from ..output import place
from ..readers import READERS
from ..report import Finding

if TYPE_CHECKING:
    from concurrent.futures import Executor


class Job(Struct, frozen=True):
    """One source and where its package goes."""

    source: Path
    output: Path
    name: str
    """Its own among all jobs, also where case does not count."""


class Outcome(Struct, frozen=True):
    """What became of a job; `error` is its sentence, or empty."""

    job: Job
    findings: tuple[Finding, ...] = ()
    error: str = ""
    exit_code: int = 0
    trace: str = ""
    """Where an unforeseen error came from."""


Work = Callable[[Job], tuple[Finding, ...]]


def jobs(sources: Sequence[Path], output: str | Path | None) -> list[Job]:
    """A job per source; folders stand for the modules in them. `output` is a folder unless one file is converted.

    No two jobs have the same output: modul.zip, modul-2.zip … in the order of the sources.
    Raises SourceError for a folder without modules, OutputError for a file as the output of several.
    """
    if len(sources) == 1 and not os.path.isdir(sources[0]):
        source = sources[0]
        return [Job(source, place(output or source.with_suffix(".zip"), f"{source.stem}.zip"), source.stem)]
    _check_folder(output)
    names: set[str] = set()
    outputs: set[str] = set()
    out: list[Job] = []
    for source in (file for given in sources for file in (modules(given) if os.path.isdir(given) else [given])):
        name = _free(source.stem, names)
        folder = source.parent if output is None else Path(output)
        stem = _free(source.stem, outputs, os.path.realpath(folder) + os.sep)
        out.append(Job(source, folder / f"{stem}.zip", name))
    return out


def _free(stem: str, taken: set[str], folder: str = "") -> str:
    """The stem, or the first of stem-2, stem-3 … that is not taken; takes it."""
    for number in count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        key = unicodedata.normalize("NFC", folder + name).casefold()
        if key not in taken:
            break
    taken.add(key)
    return name


def _check_folder(output: str | Path | None) -> None:
    if output is None:
        return
    folder = Path(output)
    if not os.path.isdir(folder) and (os.path.exists(folder) or folder.suffix.lower() == ".zip"):
        raise OutputError(f"{folder}: several modules need a folder, and this names a file; give a folder with -o")


def modules(folder: Path) -> list[Path]:
    """The modules directly in a folder, by name; Word's lock files (~$…) and hidden files are none."""
    with reading(folder):
        files = sorted(folder.iterdir())
    found = [p for p in files if p.suffix.lower() in READERS and not p.name.startswith(("~$", "."))]
    if not found:
        raise SourceError(f"{folder}: there is no module in this folder; modules end in {', '.join(sorted(READERS))}")
    return found


def run(todo: Sequence[Job], work: Work, executor: Executor | None = None) -> Iterator[Outcome]:
    """Outcomes as they come; in this process without an executor."""
    if executor is None:
        yield from (_one(work, job) for job in todo)
        return
    from concurrent.futures import as_completed

    futures = {executor.submit(_one, work, job): job for job in todo}
    for future in as_completed(futures):
        try:
            yield future.result()
        except Exception as error:  # the process was killed, perhaps for want of memory
            yield _unforeseen(futures[future], error)


def _one(work: Work, job: Job) -> Outcome:
    try:
        return Outcome(job, work(job))
    except ModmigrateError as error:
        return Outcome(job, error=str(error), exit_code=error.exit_code)
    except OSError as error:
        failure = refused(error, job.source.name)
        return Outcome(job, error=str(failure), exit_code=failure.exit_code)
    except Exception as error:
        return _unforeseen(job, error)


def _unforeseen(job: Job, error: Exception) -> Outcome:
    import traceback

    trace = "".join(traceback.format_exception(error)).rstrip()
    return Outcome(
        job, error=str(InternalError(job.source.name, error)), exit_code=InternalError.exit_code, trace=trace
    )
