"""`modmigrate convert` and `modmigrate build`: packages, of one module or of a shelf."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import OutputError, SourceError
from .options import DASK, EDITION, LANGUAGE, PASSWORD, SCO, TEMPLATES, THEME, File, Place, findings, given, many
from .signs import give

if TYPE_CHECKING:
    from ..module import Edition, ScoPer


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
    from .over import Over, Wishes, home, shelf

    todo = shelf(sources, output, quiet=quiet)
    several = len(todo) > 1
    distinct([*outputs(todo, keep, several), *given(report, table)], [j.source for j in todo if is_read(j.source)])
    wish = Wish(language=language, password=password, templates=templates, edition=edition, theme=theme, sco=sco)
    wishes = Wishes(
        strict=strict, report=report, quiet=quiet, verbose=verbose, workers=jobs or 0, force=force,
        table=table, dask=dask,
    )  # fmt: skip
    if dask and keep:
        raise OutputError("with --dask nothing can be kept beside the packages; leave --keep away")
    work = partial(convert_one, wish=wish, keep=keep, many=several)
    over = Over(
        todo, work, "converted", wishes, options=astuple(wish), home=home(sources, output), kept=keep,
        command=wish.words(),
    )  # fmt: skip
    outcomes = over.run()
    over.give(outcomes)
    over.end(outcomes)


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
    from ..shelf.jobs import name_of
    from .shown import Shown

    module = _module(module)
    found = load(module)
    shown = theme_of(found.module, module.parent, theme)
    built = package(found.module, found.media, templates, edition, shown, sco)
    name = f"{name_of(module)}.zip"
    target = place(output or module.parent / name, name)
    distinct([target, *given(report)], [module, *(module.parent / name for name in found.media)])
    show = Shown(strict, report, quiet, verbose)
    show.add(module.name, (*found.findings, *built.findings))
    show.check()
    write(target, built.data)
    give(str(target))
    show.end()


def _module(path: Path) -> Path:
    """The module.yaml that is meant. Raises SourceError for a folder without one, and for a document."""
    from ..commands.banks import module_of
    from ..commands.workspace import MODULE
    from ..readers import READERS

    found = module_of(path)
    if found.suffix.lower() in READERS:
        raise SourceError(f"{path.name}: this is no {MODULE}; use `modmigrate convert` for Word and PDF files")
    return found
