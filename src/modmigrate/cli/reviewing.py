"""`modmigrate review`: one page for the person who signs a module."""

from __future__ import annotations

from pathlib import Path

import click

from .options import LANGUAGE, PASSWORD, File
from .signs import give


@click.argument("path", type=File())
@click.option("-o", "--output", type=File(), help="The page; review.html beside the source by default.")
@click.option("--words", type=click.Choice(["en", "id"]), help="The page's own language; the module's by default.")
@click.option("--pages", is_flag=True, help="Draw the pages of Word files, too, by LibreOffice where it is installed.")
@LANGUAGE
@PASSWORD
def review(path: Path, output: Path | None, words: str | None, pages: bool, language: str, password: str) -> None:
    """Write one page that shows what is doubtful in a module, how it was read, and what was left out.

    The page needs nothing but a browser: each doubt beside its place in the source and the line to change, then the
    whole reading, the ledger of what was left out, objectives and their questions, alternative texts, weights.

    \b
    Example:
      modmigrate review modul-3/ -o review.html
    """
    from ..output import check, write
    from ..review import review as page

    target = output or (path if path.is_dir() else path.parent) / "review.html"
    check([target], [path])
    write(target, page(path, language, password, words or "", pages=pages).encode("utf-8", "replace"))
    give(str(target))
