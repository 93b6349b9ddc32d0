"""Many modules at once, on any concurrent.futures Executor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass
from pathlib import Path

from .errors import ModmigrateError, SourceError
from .readers import READERS
from .report import Finding


@dataclass(frozen=True, slots=True)
class Job:
    """One source and where its package goes."""

    source: Path
    output: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job; `error` is its sentence, or empty."""

    job: Job
    findings: tuple[Finding, ...] = ()
    error: str = ""
    exit_code: int = 0


Work = Callable[[Job], tuple[Finding, ...]]


def jobs(sources: Sequence[Path], output: Path | None) -> list[Job]:
    """A job per source; folders stand for the modules in them. `output` is a folder unless one file is converted.

    Raises SourceError for a folder without modules.
    """
    found = [file for source in sources for file in (_modules(source) if source.is_dir() else [source])]
    if len(found) == 1 and len(sources) == 1 and not sources[0].is_dir():
        target = output or found[0].with_suffix(".zip")
        return [Job(found[0], target / f"{found[0].stem}.zip" if target.is_dir() else target)]
    out: list[Job] = []
    names: set[str] = set()
    for source in found:
        folder = output or source.parent
        name = source.stem if f"{folder}/{source.stem}" not in names else source.name.replace(".", "-")
        names.add(f"{folder}/{name}")
        out.append(Job(source, folder / f"{name}.zip"))
    return out


def _modules(folder: Path) -> list[Path]:
    """The modules directly in a folder, by name; Word's lock files (~$…) and hidden files are none."""
    found = [p for p in sorted(folder.iterdir()) if p.suffix.lower() in READERS and not p.name.startswith(("~$", "."))]
    if not found:
        raise SourceError(f"{folder}: there is no module in this folder; modules end in {', '.join(sorted(READERS))}")
    return found


def run(todo: Sequence[Job], work: Work, executor: Executor | None = None) -> Iterator[Outcome]:
    """Outcomes as they come; in this process without an executor."""
    if executor is None:
        yield from (_one(work, job) for job in todo)
        return
    futures = [executor.submit(_one, work, job) for job in todo]
    for future in as_completed(futures):
        yield future.result()


def _one(work: Work, job: Job) -> Outcome:
    try:
        return Outcome(job, work(job))
    except ModmigrateError as error:
        return Outcome(job, error=str(error), exit_code=error.exit_code)
