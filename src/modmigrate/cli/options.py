"""The kinds of paths, and the options that commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click


class Place(click.Path):
    """A path whose troubles are told by what reads or writes it; a slash at its end is kept."""

    def __init__(self) -> None:
        super().__init__(readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """An empty name is a slip, such as an unset variable in a script."""
        if not os.fspath(value):
            self.fail("the name is empty", param, ctx)
        return super().convert(value, param, ctx)


class File(Place):
    """The same, as a Path."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """See Place."""
        return Path(super().convert(value, param, ctx))


def _tag(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if value:
        from ..languages import TAG

        if not TAG.fullmatch(value):
            raise click.BadParameter(f"'{value}' is no language code; write one such as id, en or pt-BR")
    return value


def findings(function: Any) -> Any:
    """The options that all commands with findings share."""
    for option in (
        click.option("--strict", is_flag=True, help="Fail if there are warnings, after showing all of them."),
        click.option("--report", type=File(), help="Write the findings as JSON to this file."),
        click.option("-q", "--quiet", is_flag=True, help="Show errors only."),
        click.option("-v", "--verbose", is_flag=True, help="Show remarks besides warnings."),
    ):
        function = option(function)
    return function


def many(function: Any) -> Any:
    """The options of commands that take many modules."""
    for option in (
        click.option("--table", type=File(), help="Write the table of the modules to this file: .csv, .json, or text."),
        click.option("--force", is_flag=True, help="Do again what has not changed since the last run, too."),
        click.option("--jobs", type=click.IntRange(1), metavar="N",
                     help="Modules that are worked on side by side; one for each processor by default."),
    ):  # fmt: skip
        function = option(function)
    return function


def given(*files: Path | None) -> list[Path]:
    """Those of these files that were asked for."""
    return [file for file in files if file is not None]


def is_shelf(path: Path) -> bool:
    """Whether a path may stand for several modules: a folder that is none, or a pattern."""
    if path.is_dir():
        return not (path / "module.yaml").is_file()
    return not os.path.lexists(path) and any(sign in str(path) for sign in "*?[")


DASK = click.option("--dask", default="", metavar="ADDRESS", help="Work on a Dask cluster, such as tcp://host:8786.")
LANGUAGE = click.option(
    "--language", default="", callback=_tag, help="The module's language, such as id or en; found by itself."
)
PASSWORD = click.option("--password", default="", help="The password that opens an encrypted PDF.")
EDITION = click.option(
    "--edition",
    type=click.Choice(["learner", "trainer"]),
    default="learner",
    help="For learners, or for trainers: with keys and trainers' notes, unscored.",
)
SCO = click.option(
    "--sco",
    type=click.Choice(["module", "chapter"]),
    help="What the LMS lists and tracks: the whole module (as a rule), or each chapter and test.",
)
THEME = click.option("--theme", default="", help="default, contrast, or the folder or file of a theme of your own.")
TEMPLATES = click.option(
    "--templates", type=click.Path(path_type=Path, file_okay=False, exists=True), help="A folder of your own templates."
)
