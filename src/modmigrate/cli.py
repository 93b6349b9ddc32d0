"""The command line: the only place that prints and picks exit codes. stdout is for results, stderr for people."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .errors import EXIT_CODES, BatchError, ModmigrateError, StrictError

if TYPE_CHECKING:
    from .batch import Job, Outcome
    from .report import Finding

CODES = "\b\nExit codes:\n" + "\n".join(f"  {code}  {what}" for code, what in sorted(EXIT_CODES.items()))


class Command(click.Command):
    """A command whose expected failures are one sentence on stderr and a documented exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run; turn expected errors into sentences."""
        try:
            return super().invoke(ctx)
        except ModmigrateError as error:
            click.echo(str(error), err=True)
            ctx.exit(error.exit_code)


class Group(click.Group):
    """The program; all its commands are of our kind."""

    command_class = Command


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]}, epilog=CODES)
@click.version_option(package_name="modmigrate")
def main() -> None:
    """Turn training modules (Word, PDF) into SCORM 1.2 packages with interactive quizzes.

    \b
    Example:
      modmigrate convert modul-3.docx -o modul-3.zip
    """


def _options(function: Any) -> Any:
    """The options that all commands with findings share."""
    for option in (
        click.option("--strict", is_flag=True, help="Fail if there are warnings, after showing all of them."),
        click.option("--report", type=click.Path(path_type=Path), help="Write the findings as JSON to this file."),
        click.option("-q", "--quiet", is_flag=True, help="Show errors only."),
        click.option("-v", "--verbose", is_flag=True, help="Show remarks besides warnings."),
    ):
        function = option(function)
    return function


_LANGUAGE = click.option("--language", default="", help="The module's language, such as id or en; found by itself.")
_PASSWORD = click.option("--password", default="", help="The password that opens an encrypted PDF.")
_TEMPLATES = click.option(
    "--templates", type=click.Path(path_type=Path, file_okay=False, exists=True), help="A folder of your own templates."
)


@main.command(epilog=CODES)
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The package; a folder for several sources.")
@click.option("--keep", type=click.Path(path_type=Path), help="Keep module.yaml, media/ and a report in this folder.")
@_LANGUAGE
@_PASSWORD
@_TEMPLATES
@_options
def convert(
    sources: tuple[Path, ...], output: Path | None, keep: Path | None, language: str, password: str,
    templates: Path | None,
    strict: bool, report: Path | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Convert modules (.docx, .pdf, module.yaml, or folders of them) to SCORM 1.2 packages.

    \b
    Examples:
      modmigrate convert modul-3.docx -o modul-3.zip
      modmigrate convert shelf/ -o packages/
    """
    from functools import partial

    from .batch import jobs
    from .work import convert_one

    todo = jobs(sources, output)
    many = len(todo) > 1
    work = partial(
        convert_one, keep=keep, many=many, language=language, templates=templates, password=password
    )  # fmt: skip
    outcomes = _run(todo, work, quiet)
    show = _Shown(strict, report, quiet, verbose)
    for outcome in outcomes:
        show.add(outcome.job.source.name, outcome.findings)
        if outcome.error:
            click.echo(outcome.error, err=True)
    for outcome in outcomes:
        if not outcome.error and (not strict or not show.count(outcome.findings)):
            click.echo(str(outcome.job.output))
    failed = [o for o in outcomes if o.error]
    if len(outcomes) > 1 and not quiet:
        done = len(outcomes) - len(failed)
        click.echo(f"{done} of {len(outcomes)} modules converted, {show.warnings} warnings", err=True)
    if len(outcomes) == 1 and failed:
        sys.exit(failed[0].exit_code)
    if failed:
        raise BatchError(f"{len(failed)} of {len(outcomes)} modules could not be converted")
    show.end()


def _run(todo: Sequence[Job], work: Any, quiet: bool) -> list[Outcome]:
    """Run the jobs, several side by side, with a progress bar on a terminal; outcomes in the order of the sources."""
    from .batch import run

    if len(todo) == 1:
        return list(run(todo, work))
    from concurrent.futures import ProcessPoolExecutor

    out: list[Outcome] = []
    with ProcessPoolExecutor(max_workers=min(len(todo), os.cpu_count() or 1)) as executor:
        outcomes = run(todo, work, executor)
        if quiet:
            out = list(outcomes)
        else:
            with click.progressbar(length=len(todo), label="Converting", file=sys.stderr) as bar:
                for outcome in outcomes:
                    out.append(outcome)
                    bar.update(1)
    order = {job: at for at, job in enumerate(todo)}
    return sorted(out, key=lambda outcome: order[outcome.job])


@main.command(epilog=CODES)
@click.argument("source", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The folder for module.yaml.")
@_LANGUAGE
@_PASSWORD
@_options
def extract(
    source: Path,
    output: Path,
    language: str,
    password: str,
    strict: bool,
    report: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write what a module holds as module.yaml, to be edited, with its pictures in media/.

    Run again over an edited module.yaml, it takes the source's changes and keeps yours.

    \b
    Example:
      modmigrate extract modul-3.docx -o modul-3/
    """
    from .pipeline import extract as read
    from .workspace import save

    found = read(source, language, password)
    path, conflicts = save(found, output)
    show = _Shown(strict, report, quiet, verbose)
    show.add(source.name, (*found.findings, *conflicts))
    click.echo(str(path))
    show.end()


@main.command(epilog=CODES)
@click.argument("module", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The package; beside the module by default.")
@_TEMPLATES
@_options
def build(
    module: Path, output: Path | None, templates: Path | None, strict: bool, report: Path | None, quiet: bool,
    verbose: bool,
) -> None:  # fmt: skip
    """Build a SCORM 1.2 package from a module.yaml.

    \b
    Example:
      modmigrate build modul-3/module.yaml -o modul-3.zip
    """
    from .output import write
    from .pipeline import build as package
    from .pipeline import load

    found = load(module)
    built = package(found.module, found.media, templates)
    show = _Shown(strict, report, quiet, verbose)
    show.add(module.name, (*found.findings, *built.findings))
    target = output or module.with_suffix(".zip")
    target = target / f"{module.stem}.zip" if target.is_dir() else target
    show.check()
    write(target, built.data)
    click.echo(str(target))
    show.end()


@main.command(epilog=CODES)
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="A stable JSON document instead of a tree.")
@_LANGUAGE
@_PASSWORD
@_options
def inspect(
    source: Path,
    as_json: bool,
    language: str,
    password: str,
    strict: bool,
    report: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show what was found in a module: chapters, objectives, questions and their keys.

    \b
    Example:
      modmigrate inspect modul-3.docx --json > found.json
    """
    from .inspection import as_data, as_tree
    from .pipeline import extract as read
    from .pipeline import load

    found = load(source) if source.suffix.lower() in (".yaml", ".yml") else read(source, language, password)
    if as_json:
        click.echo(json.dumps(as_data(found), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(as_tree(found)))
    show = _Shown(strict, report, quiet or as_json, verbose)
    show.add(source.name, found.findings)
    show.end()


class _Shown:
    """Shows findings, writes the report, and fails under --strict at the end."""

    def __init__(self, strict: bool, report: Path | None, quiet: bool, verbose: bool) -> None:
        self.strict, self.report, self.quiet, self.verbose = strict, report, quiet, verbose
        self.warnings = 0
        self._data: list[dict[str, str]] = []

    def add(self, file: str, findings: Iterable[Finding]) -> None:
        """Show the findings of one file."""
        from .report import Severity

        for finding in findings:
            warning = finding.code.severity is Severity.WARNING
            self.warnings += warning
            self._data.append({"file": file, **finding.as_data()})
            if not self.quiet and (warning or self.verbose):
                click.echo(finding.line(file), err=True)

    @staticmethod
    def count(findings: Iterable[Finding]) -> int:
        """How many of them fail under --strict."""
        from .report import warnings

        return len(warnings(findings))

    def check(self) -> None:
        """Under --strict, write the report and fail if there were warnings. Raises StrictError."""
        if self.strict and self.warnings:
            self.end()

    def end(self) -> None:
        """Write the report; raises StrictError where --strict asks for it."""
        if self.report is not None:
            from .output import write

            write(self.report, (json.dumps(self._data, ensure_ascii=False, indent=1) + "\n").encode())
        if self.strict and self.warnings:
            raise StrictError(f"{self.warnings} warnings, and --strict was given")
