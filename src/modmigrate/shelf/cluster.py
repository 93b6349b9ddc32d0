"""The same shelf over a Dask cluster (https://docs.dask.org): conversions on its workers, packages back over the wire.

A source is read where the workers see the same file under the same path, else it is sent. A worker runs each
conversion in a process of its own, so that a file without end or one that takes all memory ends that process and not
the worker. A worker that dies costs nothing: the scheduler gives its modules to others; a module that has taken several
workers with it is told as failed.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from .. import version
from ..commands.workspace import MODULE
from ..errors import DamagedError, OutputError, reading
from ..output import write
from .jobs import Job
from .run import Made, Outcome, run

LONGEST = 600
"""Seconds that a conversion may take on a worker, waiting included; it ends itself long before (processes.effort)."""
PATIENCE = 10.0
"""Seconds that a scheduler has to answer."""
TRIES = 2
"""How often a module is tried again after its worker died."""


class Sent(Struct, frozen=True):
    """A source on its way: its name, and the files by name, or none where the worker sees them under `path`."""

    path: str
    name: str
    files: dict[str, bytes]


class Returned(Struct, frozen=True):
    """What comes back: a package, the report, what was said, and the exit code."""

    package: bytes
    told: list[dict[str, Any]]
    said: str
    code: int


def outcomes(
    todo: Sequence[Job], address: str, words: Sequence[str], running: Callable[[Sequence[Job]], None]
) -> Iterator[Outcome]:
    """The outcomes of the jobs as they come, their packages written. `words` are options of `convert`.

    Raises OutputError where there is no cluster, or one whose workers have another modmigrate.
    """
    try:
        from distributed import Client
    except ImportError:
        raise OutputError("a cluster needs the extra modmigrate[dask]; install it with pip") from None
    try:
        client: Any = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise OutputError(f"{address}: there is no Dask scheduler ({error or 'no answer'})") from None
    with client:
        workers = _checked(client, address)
        shared = _shared(client, todo)
        work = _Remote(list(words), shared)
        executor = client.get_executor(retries=TRIES, pure=False)
        for outcome in run(todo, work, lambda: executor, workers, running, pack=work.packed):
            yield _received(outcome)


class _Remote:
    """The work as it is sent: with the source in it, where that is not seen."""

    def __init__(self, words: list[str], shared: bool, sent: Sent | None = None) -> None:
        self.words, self.shared, self.sent = words, shared, sent

    def packed(self, job: Job) -> _Remote:
        """With this job's source. Raises SourceError for what cannot be read."""
        return _Remote(self.words, self.shared, _sent(job.source, self.shared))

    def __call__(self, _job: Job) -> Made:
        """Run on a worker."""
        assert self.sent is not None, "packed before it is sent"
        return Made(data=converted(self.sent, self.words))


def converted(sent: Sent, words: Sequence[str]) -> Returned:
    """Convert what was sent, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="modmigrate-") as folder:
        source = Path(sent.path)
        if sent.files:
            source = Path(folder, "in", sent.name)
            for name, data in sent.files.items():
                write(source.parent / name, data)
        package, report = Path(folder, "out.zip"), Path(folder, "report.json")
        command = [sys.executable, "-m", "modmigrate", "convert", str(source), "-o", str(package)]
        try:
            done = subprocess.run(  # noqa: S603 - this program, its arguments as a list
                [*command, "--report", str(report), *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE, timeout=LONGEST, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise DamagedError(f"{sent.name}: the conversion took more than {LONGEST} seconds") from None
        data = package.read_bytes() if package.is_file() else b""
        told = json.loads(report.read_bytes()) if report.is_file() else []
        return Returned(data, told, done.stderr.decode("utf-8", "replace"), done.returncode)


def _received(outcome: Outcome) -> Outcome:
    """The outcome with its package written."""
    found = outcome.made.data
    if not isinstance(found, Returned):
        return outcome
    label = outcome.job.label
    told = tuple({**one, "file": label} for one in found.told if one["severity"] != "error")
    figures: dict[str, Any] = next((one["data"] for one in told if one["code"] == "summary"), {})
    row = {name: value for name, value in figures.items() if name != "bytes"}
    if found.package:
        row |= {"kB": max(1, round(len(found.package) / 1000))}
        write(outcome.job.output, found.package)
        return replace(outcome, made=Made(row=row), told=told)
    lines = found.said.strip().splitlines() or [f"{label}: the conversion was ended"]
    return replace(outcome, made=Made(), told=told, error=lines[-1], exit_code=found.code or DamagedError.exit_code)


def _sent(source: Path, shared: bool) -> Sent:
    if shared:
        return Sent(str(source.absolute()), source.name, {})
    with reading(source):
        if source.name != MODULE:
            return Sent("", source.name, {source.name: source.read_bytes()})
        folder = source.parent
        names = [p for p in folder.rglob("*") if p.is_file() and p.suffix != ".zip" and ".modmigrate" not in p.parts]
        return Sent("", source.name, {p.relative_to(folder).as_posix(): p.read_bytes() for p in names})


def _checked(client: Any, address: str) -> int:
    """How many conversions run at once. Raises OutputError for a cluster that cannot do them."""
    threads = client.nthreads()
    if not threads:
        raise OutputError(f"{address}: the Dask cluster has no workers; start some with `dask worker {address}`")
    try:
        found = set(client.run(version).values())
    except Exception as error:
        raise OutputError(f"{address}: a worker cannot run modmigrate; install it there ({error})") from None
    if found != {version()}:
        raise OutputError(f"{address}: workers have modmigrate {', '.join(sorted(found))}, and this is {version()}")
    return sum(threads.values())


def _shared(client: Any, todo: Sequence[Job]) -> bool:
    """Whether all workers see the sources under the same paths: the first and the last are looked at."""
    tried = [todo[0].source.absolute(), todo[-1].source.absolute()]
    own = digests([str(path) for path in tried])
    return all(other == own for other in client.run(digests, [str(path) for path in tried]).values())


def digests(paths: Sequence[str]) -> list[str]:
    """Of the files under these paths; '' for one that is not there."""
    return [hashlib.sha256(Path(p).read_bytes()).hexdigest() if os.path.isfile(p) else "" for p in paths]
