"""The command line: the only place that prints and picks exit codes. stdout is for results, stderr for people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import EXIT_CODES, OutputError, SourceError
from .checking import check
from .describing import schema
from .exporting import export
from .options import (
    DASK,
    EDITION,
    LANGUAGE,
    PASSWORD,
    SCO,
    TEMPLATES,
    THEME,
    File,
    Place,
    findings,
    is_shelf,
    many,
)
from .previewing import preview
from .program import Group, as_utf8
from .reviewing import review
from .settling import todo
from .signs import give, visible

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
@many
@DASK
@findings
def convert(
    sources: tuple[Path, ...], output: str | None, keep: Path | None, language: str, password: str,
    templates: Path | None, theme: str, edition: Edition, sco: ScoPer | None, dask: str,
    jobs: int | None, force: bool, table: Path | None, strict: bool, report: Path | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Convert modules (.docx, .pdf, module.yaml, or folders of them) to SCORM 1.2 packages.

    Folders are searched with the folders below them; one with a module.yaml is a module. What has not changed since
    the last run is not done again.

    \b
    Examples:
      modmigrate convert modul-3.docx -o modul-3.zip
      modmigrate convert shelf/ -o packages/ --table table.csv
    """
    from functools import partial

    from msgspec.structs import astuple

    from ..commands.work import Wish, convert_one, is_read, outputs
    from ..output import check as distinct
    from .over import Over, Wishes, shelf

    todo = shelf(sources, output, quiet=quiet)
    several = len(todo) > 1
    distinct([*outputs(todo, keep, several), *_given(report, table)], [j.source for j in todo if is_read(j.source)])
    wish = Wish(language=language, password=password, templates=templates, edition=edition, theme=theme, sco=sco)
    wishes = Wishes(
        strict=strict, report=report, quiet=quiet, verbose=verbose, workers=jobs or 0, force=force,
        table=table, dask=dask,
    )  # fmt: skip
    if dask and keep:
        raise OutputError("with --dask nothing can be kept beside the packages; leave --keep away")
    work = partial(convert_one, wish=wish, keep=keep, many=several)
    over = Over(todo, work, "converted", wishes, options=astuple(wish), kept=keep, command=wish.words())
    outcomes = over.run()
    over.give(outcomes)
    over.end(outcomes)


@main.command(epilog=CODES)
@click.argument("sources", nargs=-1, required=True, type=File())
@click.option("-o", "--output", required=True, type=File(), help="The folder for module.yaml, or for several modules.")
@LANGUAGE
@PASSWORD
@many
@findings
def extract(
    sources: tuple[Path, ...], output: Path, language: str, password: str,
    jobs: int | None, force: bool, table: Path | None, strict: bool, report: Path | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Write what modules hold as module.yaml, to be edited, with their pictures in media/.

    Run again over an edited module.yaml, it takes the source's changes and keeps yours.

    \b
    Examples:
      modmigrate extract modul-3.docx -o modul-3/
      modmigrate extract shelf/ -o modules/
    """
    from ..commands.work import extract_one
    from ..commands.workspace import MODULE
    from ..output import check as distinct
    from .over import Over, Wishes, shelf

    if len(sources) == 1 and not is_shelf(sources[0]):
        _extract(sources[0], output, language, password, strict, report, quiet, verbose)
        return
    from functools import partial

    todo = [job for job in shelf(sources, output, "", quiet=quiet) if job.source.name != MODULE]
    distinct([*(job.output / MODULE for job in todo), *_given(report, table)], [job.source for job in todo])
    wishes = Wishes(
        strict=strict, report=report, quiet=quiet, verbose=verbose, workers=jobs or 0, force=force, table=table
    )
    work = partial(extract_one, language=language, password=password)
    over = Over(todo, work, "extracted", wishes, options=("extract", language))
    outcomes = over.run()
    over.give(outcomes)
    over.end(outcomes)


def _extract(
    source: Path, output: Path, language: str, password: str,
    strict: bool, report: Path | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
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
    target = place(output or module.with_suffix(".zip"), f"{module.stem}.zip")
    distinct([target, *_given(report)], [module, *(module.parent / name for name in found.media)])
    show = Shown(strict, report, quiet, verbose)
    show.add(module.name, (*found.findings, *built.findings))
    show.check()
    write(target, built.data)
    give(str(target))
    show.end()


@main.command(epilog=CODES)
@click.argument("sources", nargs=-1, required=True, type=File())
@click.option("--json", "as_json", is_flag=True, help="A stable JSON document instead of a tree.")
@click.option("--why", is_flag=True, help="The evidence for each decision, and how sure it is.")
@LANGUAGE
@PASSWORD
@many
@findings
def inspect(
    sources: tuple[Path, ...], as_json: bool, why: bool, language: str, password: str,
    jobs: int | None, force: bool, table: Path | None, strict: bool, report: Path | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Show what was found in a module: chapters, objectives, questions and their keys; of several, a table.

    With --why, each decision of a single module comes with its evidence and how sure it is.

    \b
    Examples:
      modmigrate inspect modul-3.docx --json > found.json
      modmigrate inspect shelf/ --table table.csv
    """
    from functools import partial

    from ..commands.work import inspect_one
    from ..output import check as distinct
    from .over import Over, Wishes, shelf

    if len(sources) == 1 and not is_shelf(sources[0]):
        _inspect(sources[0], as_json, why, language, password, strict, report, quiet, verbose)
        return
    if why:
        raise click.UsageError("--why is for a single module")
    todo = shelf(sources, None, quiet=quiet or as_json)
    distinct(_given(report, table), [job.source for job in todo])
    wishes = Wishes(
        strict=strict, report=report, quiet=quiet or as_json, verbose=verbose, workers=jobs or 0,
        force=force, table=table,
    )  # fmt: skip
    over = Over(todo, partial(inspect_one, language=language, password=password), "inspected", wishes)
    outcomes = over.run()
    if as_json:
        as_utf8()
        give(json.dumps([{"file": o.job.label, **(o.made.data or {})} for o in outcomes], ensure_ascii=False, indent=1))
    over.end(outcomes)


def _inspect(
    source: Path, as_json: bool, why: bool, language: str, password: str,
    strict: bool, report: Path | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    from ..commands.banks import module_of
    from ..commands.inspection import as_data, as_tree
    from ..output import check as distinct
    from ..pipeline import extract as read
    from ..pipeline import is_yaml, load
    from .shown import Shown

    source = module_of(source)
    distinct(_given(report), [source])
    found = load(source) if is_yaml(source) else read(source, language, password, why=why)
    if as_json:
        as_utf8()
        more = {"why": [reason.as_data() for reason in found.why]} if why else {}
        give(json.dumps({**as_data(found), **more}, ensure_ascii=False, indent=1))
    else:
        give(visible("\n".join(map(str, found.why) if why else as_tree(found))))
    show = Shown(strict, report, quiet or as_json, verbose)
    show.add(source.name, found.findings)
    show.end()


for command in (check, todo, schema, preview, review, export):
    main.command(epilog=CODES)(command)


def _given(*files: Path | None) -> list[Path]:
    return [file for file in files if file is not None]


def _module(path: Path) -> Path:
    """The module.yaml that is meant. Raises SourceError for a folder without one, and for a document."""
    from ..commands.banks import module_of
    from ..commands.workspace import MODULE
    from ..readers import READERS

    found = module_of(path)
    if found.suffix.lower() in READERS:
        raise SourceError(f"{path.name}: this is no {MODULE}; use `modmigrate convert` for Word and PDF files")
    return found
