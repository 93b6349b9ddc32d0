"""The command line: the only place that prints and picks exit codes. stdout is for results, stderr for people."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import EXIT_CODES, BatchError, SourceError, reading
from .checking import check
from .describing import schema
from .options import EDITION, LANGUAGE, PASSWORD, SCO, TEMPLATES, THEME, File, Place, findings
from .previewing import preview
from .program import Group, as_utf8
from .reviewing import review
from .settling import todo
from .signs import give, say, visible

if TYPE_CHECKING:
    from ..module import Edition, ScoPer

CODES = "\b\nExit codes:\n" + "\n".join(f"  {code}  {what}" for code, what in sorted(EXIT_CODES.items()))


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]}, epilog=CODES)
@click.version_option(package_name="modmigrate")
def main() -> None:
    """Turn training modules (Word, PDF) into SCORM 1.2 packages with interactive quizzes.

    \b
    Example:
      modmigrate convert modul-3.docx -o modul-3.zip
    """


@main.command(epilog=CODES)
@click.argument("sources", nargs=-1, required=True, type=File())
@click.option("-o", "--output", type=Place(), help="The package; a folder for several sources.")
@click.option("--keep", type=File(), help="Keep module.yaml, media/ and a report in this folder.")
@LANGUAGE
@PASSWORD
@TEMPLATES
@THEME
@EDITION
@SCO
@findings
def convert(
    sources: tuple[Path, ...], output: str | None, keep: Path | None, language: str, password: str,
    templates: Path | None, theme: str, edition: Edition, sco: ScoPer | None,
    strict: bool, report: Path | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Convert modules (.docx, .pdf, module.yaml, or folders of them) to SCORM 1.2 packages.

    \b
    Examples:
      modmigrate convert modul-3.docx -o modul-3.zip
      modmigrate convert shelf/ -o packages/
    """
    from functools import partial

    from ..commands.batch import jobs
    from ..commands.batch import run as one_by_one
    from ..commands.work import convert_one, is_read, outputs
    from ..output import check as distinct
    from .shown import Shown

    todo = jobs(sources, output)
    many = len(todo) > 1
    distinct([*outputs(todo, keep, many), *_given(report)], [job.source for job in todo if is_read(job.source)])
    work = partial(
        convert_one, keep=keep, many=many, language=language, templates=templates, password=password,
        edition=edition, theme=theme, sco=sco,
    )  # fmt: skip
    if many:
        from .side_by_side import outcomes as run

        outcomes = run(todo, work, quiet)
    else:
        outcomes = list(one_by_one(todo, work))
    show = Shown(strict, report, quiet, verbose)
    show.totals = not many
    for outcome in outcomes:
        show.add(outcome.job.source.name, outcome.findings)
        if outcome.trace and verbose:
            say(outcome.trace)
        if outcome.error:
            say(outcome.error)
    for outcome in outcomes:
        if not outcome.error and (not strict or not show.count(outcome.findings)):
            give(str(outcome.job.output))
    failed = [o for o in outcomes if o.error]
    if len(outcomes) > 1 and not quiet:
        done = len(outcomes) - len(failed)
        say(f"{done} of {len(outcomes)} modules converted, {show.said}; {show.account}")
    if len(outcomes) == 1 and failed:
        sys.exit(failed[0].exit_code)
    if failed:
        raise BatchError(f"{len(failed)} of {len(outcomes)} modules could not be converted")
    show.end()


@main.command(epilog=CODES)
@click.argument("source", type=File())
@click.option("-o", "--output", required=True, type=File(), help="The folder for module.yaml.")
@LANGUAGE
@PASSWORD
@findings
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
    from ..commands.summary import written
    from ..commands.todo import lines_of
    from ..commands.workspace import MODULE, save
    from ..output import check as distinct
    from ..pipeline import extract as read
    from ..pipeline import load
    from .shown import Shown

    distinct([output / MODULE, *_given(report)], [source])
    found = read(source, language, password)
    path, conflicts = save(found, output)
    show = Shown(strict, report, quiet, verbose)
    end = written(load(path).module, output)
    show.add(source.name, (*found.findings, *conflicts, end), lines_of(found, path))
    give(str(path))
    show.end()


@main.command(epilog=CODES)
@click.argument("module", type=File())
@click.option("-o", "--output", type=Place(), help="The package; beside the module by default.")
@TEMPLATES
@THEME
@EDITION
@SCO
@findings
def build(
    module: Path, output: str | None, templates: Path | None, theme: str, edition: Edition, sco: ScoPer | None,
    strict: bool, report: Path | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Build a SCORM 1.2 package from a module.yaml.

    \b
    Example:
      modmigrate build modul-3/module.yaml -o modul-3.zip
    """
    from ..output import check as distinct
    from ..output import place, write
    from ..pipeline import build as package
    from ..pipeline import load, theme_of
    from .shown import Shown

    module = _module(module)
    found = load(module)
    shown = theme_of(found.module, module.parent, theme)
    built = package(found.module, found.media, templates, edition, shown, sco)
    show = Shown(strict, report, quiet, verbose)
    show.add(module.name, (*found.findings, *built.findings))
    target = place(output or module.with_suffix(".zip"), f"{module.stem}.zip")
    distinct([target, *_given(report)], [module, *(module.parent / name for name in found.media)])
    show.check()
    write(target, built.data)
    give(str(target))
    show.end()


@main.command(epilog=CODES)
@click.argument("source", type=File())
@click.option("--json", "as_json", is_flag=True, help="A stable JSON document instead of a tree.")
@click.option("--why", is_flag=True, help="The evidence for each decision, and how sure it is.")
@LANGUAGE
@PASSWORD
@findings
def inspect(
    source: Path,
    as_json: bool,
    why: bool,
    language: str,
    password: str,
    strict: bool,
    report: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show what was found in a module: chapters, objectives, questions and their keys.

    With --why, each decision comes with its evidence and how sure it is.

    \b
    Example:
      modmigrate inspect modul-3.docx --json > found.json
    """
    from ..commands.inspection import as_data, as_tree
    from ..commands.touching import activities
    from ..output import check as distinct
    from ..pipeline import extract as read
    from ..pipeline import is_yaml, load
    from .shown import Shown

    distinct(_given(report), [source])
    found = load(source) if is_yaml(source) else read(source, language, password, why=why)
    reasons = [*found.why, *activities(found)] if why else []
    if as_json:
        as_utf8()
        more = {"why": [reason.as_data() for reason in reasons]} if why else {}
        give(json.dumps({**as_data(found), **more}, ensure_ascii=False, indent=1))
    else:
        give(visible("\n".join(map(str, reasons) if why else as_tree(found))))
    show = Shown(strict, report, quiet or as_json, verbose)
    show.add(source.name, found.findings)
    show.end()


for command in (check, todo, schema, preview, review):
    main.command(epilog=CODES)(command)


def _given(report: Path | None) -> list[Path]:
    return [] if report is None else [report]


def _module(path: Path) -> Path:
    """The module.yaml that is meant. Raises SourceError for a folder without one, and for a document."""
    from ..commands.workspace import MODULE
    from ..readers import READERS

    with reading(path):
        if path.is_dir():
            if not (path / MODULE).exists():
                raise SourceError(f"{path}: there is no {MODULE} in this folder; make one with `modmigrate extract`")
            return path / MODULE
    if path.suffix.lower() in READERS:
        raise SourceError(f"{path.name}: this is no {MODULE}; use `modmigrate convert` for Word and PDF files")
    return path
