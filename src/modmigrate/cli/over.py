"""One command over many modules: what is shown and written while they come, and at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..errors import BatchError
from ..languages.designers import word
from ..processes.stopping import Stopped
from ..shelf.jobs import Job
from ..shelf.run import Outcome, Work
from .shown import Shown
from .signs import give, say

NAMED = 5
"""Files that a line names."""


def shelf(sources: Sequence[Path], output: str | Path | None, suffix: str = ".zip", *, quiet: bool) -> list[Job]:
    """The jobs; documents that a module.yaml stands for are told, since they are not read."""
    from ..shelf.jobs import jobs, passed_over

    todo = jobs(sources, output, suffix)
    over = passed_over(sources)
    if over and not quiet:
        names = ", ".join(str(path) for path in over[:NAMED])
        more = f" and {len(over) - NAMED} more" if len(over) > NAMED else ""
        say(f"not read, since a module.yaml stands beside: {names}{more}")
    return todo


def home(sources: Sequence[Path], output: str | Path | None) -> Path | None:
    """The folder that remembers what was done: of the outputs, else the one that was given; None for loose files."""
    if output is not None:
        return Path(output)
    return sources[0] if len(sources) == 1 and sources[0].is_dir() else None


class Wishes(Struct, frozen=True, kw_only=True):
    """What was asked for besides the work itself."""

    strict: bool
    report: Path | None
    quiet: bool
    verbose: bool
    workers: int = 0
    force: bool = False
    table: Path | None = None
    dask: str = ""


class Over:
    """Runs the work on the jobs; `verb` is what becomes of a module (`converted`).

    `home` is the folder that remembers what was done, None where nothing is; `options` is all that the outputs depend
    on besides the sources; `command` runs the work on another machine.
    """

    def __init__(
        self, todo: Sequence[Job], work: Work, verb: str, wishes: Wishes, *,
        options: Iterable[object] = (), home: Path | None = None, kept: Path | None = None, command: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.todo, self.work, self.verb, self.wishes, self.command = todo, work, verb, wishes, command
        self.many = len(todo) > 1
        self.show = Shown(wishes.strict, wishes.report, wishes.quiet, wishes.verbose)
        self.show.totals = not self.many
        self.done = self._record(home, options, kept)
        self.rows: dict[Job, dict[str, Any]] = {}
        self.found: dict[Job, Outcome] = {}

    def _record(self, home: Path | None, options: Iterable[object], kept: Path | None) -> Any:
        if home is None or not self.many:
            return None
        from ..shelf.done import Done

        return Done(home, options, kept)

    def run(self) -> list[Outcome]:
        """Do all that is to be done; the outcomes in the order of the jobs, after they have been told."""
        try:
            for outcome in self._outcomes():
                self.found[outcome.job] = outcome
                self._note(outcome)
        except (Stopped, KeyboardInterrupt, SystemExit):
            if self.many:
                say(f"{len(self.found)} of {len(self.todo)} modules are done and whole; the same command does the rest")
            raise
        outcomes = [self.found[job] for job in self.todo]
        for outcome in outcomes:
            self._tell(outcome)
        return outcomes

    def end(self, outcomes: Sequence[Outcome]) -> None:
        """The table, the last line, the report, and the exit code. Raises BatchError and StrictError."""
        failed = [o for o in outcomes if o.error]
        if self.many:
            self._table()
            if not self.wishes.quiet:
                say(self._sum(outcomes, len(failed)))
        if failed:
            self.show.write()
            if not self.many:
                sys.exit(failed[0].exit_code)
            raise BatchError(f"{len(failed)} of {len(outcomes)} modules could not be {self.verb}")
        self.show.end()

    def give(self, outcomes: Sequence[Outcome]) -> None:
        """The outputs, a line each; under --strict not those with warnings."""
        for outcome in outcomes:
            if not outcome.error and not (self.wishes.strict and self.rows[outcome.job]["warnings"]):
                give(str(outcome.job.output))

    def _outcomes(self) -> Iterator[Outcome]:
        before = [] if self.done is None or self.wishes.force else list(self.done.before(self.todo))
        yield from before
        same = {outcome.job for outcome in before}
        todo = [job for job in self.todo if job not in same]
        if not todo:
            return
        if self.wishes.dask:
            from ..shelf.cluster import outcomes as spread
            from .side_by_side import progress

            with progress(len(todo), self._label, self.wishes.quiet) as bar:
                yield from bar.past(spread(todo, self.wishes.dask, self.command, bar.now))
            return
        from .side_by_side import outcomes

        yield from outcomes(todo, self.work, self.wishes.quiet, self.wishes.workers, self._label)

    @property
    def _label(self) -> str:
        """What the progress bar says: `Converting`."""
        return word(f"{self.verb.removesuffix('ed')}ing").capitalize()

    def _note(self, outcome: Outcome) -> None:
        told = self._told(outcome)
        warnings = sum(t["severity"] == "warning" for t in told)
        state = "failed" if outcome.error else "unchanged" if outcome.before else self.verb
        row = {"module": outcome.job.label, "state": state, **outcome.made.row, "warnings": warnings}
        self.rows[outcome.job] = row | {"seconds": round(outcome.seconds, 2)}
        if self.done is not None:
            self.done.add(outcome, told, outcome.made.row)

    def _told(self, outcome: Outcome) -> list[dict[str, Any]]:
        if outcome.told is not None:
            return list(outcome.told)
        return [{"file": outcome.job.label, **f.as_data()} for f in outcome.made.findings]

    def _tell(self, outcome: Outcome) -> None:
        if outcome.told is not None:
            self.show.known(outcome.told, silent=outcome.before)
        else:
            self.show.add(outcome.job.label, outcome.made.findings)
        if outcome.trace and self.wishes.verbose:
            say(outcome.trace)
        if outcome.error:
            again = " (as before; --force tries again)" if outcome.before else ""
            say(f"{outcome.error}{again}")
            self.show.failed(outcome.job.label, outcome.error)

    def _table(self) -> None:
        from ..output import write
        from ..shelf import table

        rows = [self.rows[job] for job in self.todo]
        if not self.wishes.quiet:
            say(table.as_text(rows, word))
        if self.wishes.table is not None:
            write(self.wishes.table, table.form(self.wishes.table, rows))

    def _sum(self, outcomes: Sequence[Outcome], failed: int) -> str:
        same = sum(o.before and not o.error for o in outcomes)
        unchanged = f" ({same} unchanged)" if same else ""
        done = len(outcomes) - failed
        return f"{done} of {len(outcomes)} modules {self.verb}{unchanged}, {self.show.said}; {self.show.account}"
