"""What earlier runs did, so that a module that has not changed is not done again.

Kept below the folder that was given, of the outputs or else of the sources, a line of JSON for each outcome, by the
output's name: a digest of all that the output depends on (the source, the options, this program) and of the output
itself. A line that cannot be read, or whose output is not there or another one, means that the job is done again;
nothing here ever fails.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from ..commands.workspace import MODULE
from ..errors import DamagedError, ModelError, SourceError
from .jobs import Job
from .run import Made, Outcome

RECORD = ".modmigrate/shelf.jsonl"
FAILURES = (SourceError.exit_code, DamagedError.exit_code, ModelError.exit_code)
"""Failures that lie in the source: as long as it does not change, trying again is time for nothing."""


class Done:
    """The record in a folder. `options` is all that the outputs depend on besides their sources."""

    def __init__(self, folder: Path, options: Iterable[object], kept: Path | None = None) -> None:
        self._folder = folder.absolute()
        self._options = _digest([*_program(), *(str(_told(option)) for option in options)])
        self._kept = kept
        self._lines = self._read()

    def before(self, todo: Sequence[Job]) -> Iterator[Outcome]:
        """The outcomes that are as they would be if their jobs were done again."""
        for job in todo:
            line = self._lines.get(self._name(job))
            if line is None or line["key"] != self._key(job) or line["output"] != _content(job.output):
                continue
            yield Outcome(
                job, Made(row=line["row"]), line["error"], line["exit"], told=tuple(line["told"]), before=True
            )

    def add(self, outcome: Outcome, told: Sequence[dict[str, Any]], row: dict[str, Any]) -> None:
        """Note what was done; at once, since the run may be ended at any moment."""
        if outcome.before or (outcome.error and outcome.exit_code not in FAILURES):
            return
        line = {
            "name": self._name(outcome.job), "key": self._key(outcome.job), "output": _content(outcome.job.output),
            "error": outcome.error, "exit": outcome.exit_code, "told": list(told), "row": row,
        }  # fmt: skip
        with suppress(OSError):
            path = self._folder / RECORD
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", errors="replace") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            text = (self._folder / RECORD).read_text("utf-8", "replace")
        except OSError:
            return {}
        out: dict[str, dict[str, Any]] = {}
        for written in text.splitlines():
            with suppress(ValueError, TypeError, KeyError):
                line = msgspec.json.decode(written)
                out[line["name"]] = {k: line[k] for k in ("key", "output", "error", "exit", "told", "row")}
        return out

    def _name(self, job: Job) -> str:
        return os.path.relpath(job.output.absolute(), self._folder)

    def _key(self, job: Job) -> str:
        beside = _beside(job.source.parent) if job.source.name == MODULE else ()
        kept = _content(self._kept / job.name / MODULE) if self._kept else ""
        return _digest([self._options, _content(job.source), *beside, kept])


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _content(path: Path) -> str:
    """A digest of a file, or of an extraction's folder by its module.yaml; '' for what is not there."""
    try:
        with (path / MODULE if path.is_dir() else path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _beside(folder: Path) -> Iterator[str]:
    """What a module.yaml may name: the files in its folder, by name, size and time."""
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".zip" and ".modmigrate" not in path.parts:
            with suppress(OSError):
                told = path.stat()
                yield f"{path.relative_to(folder)} {told.st_size} {told.st_mtime_ns}"


def _told(option: object) -> object:
    """An option; of one that names a file or folder, such as a theme, what is in it, too."""
    if not isinstance(option, str | Path) or not str(option) or not os.path.exists(option):
        return option
    path = Path(option)
    return _digest([str(option), *(_beside(path) if path.is_dir() else [_content(path)])])


def _program() -> Iterator[str]:
    """This program: another one may make something else of the same source."""
    top = Path(__file__).parent.parent
    from ..templating.themes import BUILT_IN

    for folder in (top, BUILT_IN):
        for path, _, files in sorted(os.walk(folder)):
            for name in sorted(files):
                if not name.endswith(".pyc"):
                    told = os.stat(os.path.join(path, name))
                    yield f"{name} {told.st_size} {told.st_mtime_ns}"
