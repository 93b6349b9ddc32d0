"""`modmigrate extract` and `modmigrate inspect`: what is found in a module, or in each module of a shelf."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..errors import SourceError
from .options import LANGUAGE, PASSWORD, File, findings, given, is_shelf, many
from .program import as_utf8
from .signs import give, visible


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
    if not todo:
        raise SourceError(f"{sources[0]}: there is nothing but {MODULE} here; documents are extracted")
    distinct([*(job.output / MODULE for job in todo), *given(report, table)], [job.source for job in todo])
    wishes = Wishes(
        strict=strict, report=report, quiet=quiet, verbose=verbose, workers=jobs or 0, force=force, table=table
    )
    work = partial(extract_one, language=language, password=password)
    over = Over(todo, work, "extracted", wishes, options=("extract", language), home=output)
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

    distinct([output / MODULE, *given(report)], [source])
    found = read(source, language, password)
    path, conflicts = save(found, output)
    show = Shown(strict, report, quiet, verbose)
    end = written(load(path).module, output)
    show.add(source.name, (*found.findings, *conflicts, end), lines_of(found, path))
    give(str(path))
    show.end()


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
    distinct(given(report, table), [job.source for job in todo])
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
    from ..commands.touching import activities
    from ..output import check as distinct
    from ..pipeline import extract as read
    from ..pipeline import is_yaml, load
    from .shown import Shown, reasoned

    source = module_of(source)
    distinct(given(report), [source])
    found = load(source) if is_yaml(source) else read(source, language, password, why=why)
    reasons = [*found.why, *activities(found)] if why else []
    if as_json:
        as_utf8()
        more = {"why": [reason.as_data() for reason in reasons]} if why else {}
        give(json.dumps({**as_data(found), **more}, ensure_ascii=False, indent=1))
    else:
        give(visible("\n".join((reason.told(reasoned) for reason in reasons) if why else as_tree(found, reasoned))))
    show = Shown(strict, report, quiet or as_json, verbose)
    show.add(source.name, found.findings)
    show.end()
