"""`modmigrate export`: the questions of a module as a bank for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from .options import LANGUAGE, PASSWORD, File, Place, findings
from .signs import give

TO = ("gift", "moodle-xml", "qti21", "qti12", "aiken", "h5p", "csv", "xlsx", "docx")
"""The keys of export.FORMATS, which the command line names before it loads them."""


@click.argument("source", metavar="PATH", type=File())
@click.option("--to", "to", required=True, type=click.Choice(TO), help="The format.")
@click.option("-o", "--output", type=Place(), help="The file; beside the source by default.")
@LANGUAGE
@PASSWORD
@findings
def export(
    source: Path, to: str, output: str | None, language: str, password: str,
    strict: bool, report: Path | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Write the questions of a module (a source, an extraction's folder, a module.yaml) as a question bank.

    What a format does not hold is told, question by question; none is ever given an answer that is not known.
    docs/export.md shows what each format makes of each type of question.

    \b
    Examples:
      modmigrate export modul-3.docx --to moodle-xml
      modmigrate export modul-3/ --to gift -o soal.gift.txt
    """
    from ..commands.banks import bank, module_of, target
    from ..output import check as distinct
    from ..output import write
    from .shown import Shown

    source = module_of(source)
    path = target(source, to, output)
    distinct([path, *([report] if report else [])], [source])
    data, told = bank(source, to, language, password)
    show = Shown(strict, report, quiet, verbose)
    show.add(source.name, told)
    show.check()
    write(path, data)
    give(str(path))
    show.end()
