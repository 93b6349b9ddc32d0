"""`modmigrate review`: one page for the person who signs a module."""

from __future__ import annotations

from pathlib import Path

import click

from .options import LANGUAGE, PASSWORD, File, is_shelf
from .signs import give


@click.argument("paths", nargs=-1, required=True, type=File())
@click.option("-o", "--output", type=File(), help="The page, or the folder for several; review.html by default.")
@click.option("--words", type=click.Choice(["en", "id"]), help="The page's own language; the module's by default.")
@click.option("--pages", is_flag=True, help="Draw the pages of Word files, too, by LibreOffice where it is installed.")
@LANGUAGE
@PASSWORD
def review(
    paths: tuple[Path, ...], output: Path | None, words: str | None, pages: bool, language: str, password: str
) -> None:  # fmt: skip
    """Write one page that shows what is doubtful in a module, how it was read, and what was left out.

    The page needs nothing but a browser: each doubt beside its place in the source and the line to change, then the
    whole reading, the ledger of what was left out, objectives and their questions, alternative texts, weights.

    \b
    Examples:
      modmigrate review modul-3/ -o review.html
      modmigrate review shelf/ -o reviews/
    """
    from ..output import check, write
    from ..review import review as page

    if len(paths) > 1 or is_shelf(paths[0]):
        _all(paths, output, (language, password, words or ""), pages)
        return
    path = paths[0]
    target = output or (path if path.is_dir() else path.parent) / "review.html"
    check([target], [path])
    write(target, page(path, language, password, words or "", pages=pages).encode("utf-8", "replace"))
    give(str(target))


def _all(paths: tuple[Path, ...], output: Path | None, words: tuple[str, str, str], pages: bool) -> None:
    """A page for each module of a shelf, in the folder."""
    from functools import partial

    from ..commands.work import review_one
    from ..output import check
    from .over import Over, Wishes, shelf

    todo = shelf(paths, output, "-review.html", quiet=False)
    check([job.output for job in todo], [job.source for job in todo])
    wishes = Wishes(strict=False, report=None, quiet=False, verbose=False)
    over = Over(todo, partial(review_one, words=words, pages=pages), "reviewed", wishes)
    outcomes = over.run()
    over.give(outcomes)
    over.end(outcomes)
