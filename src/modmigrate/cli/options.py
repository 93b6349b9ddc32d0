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
