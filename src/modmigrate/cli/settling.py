"""`modmigrate todo`: what a person must settle, for people and for CI."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

import click

from ..errors import StrictError
from ..languages.designers import sentence
from .options import LANGUAGE, PASSWORD, File
from .program import as_utf8
from .signs import give, say, visible

HEADS = {3: "Settle first: these cost learners points or text", 2: "Then look at these", 1: "At last, for tidiness"}


@click.argument("path", type=File())
@click.option("--json", "as_json", is_flag=True, help="A JSON document instead of lines.")
@LANGUAGE
@PASSWORD
def todo(path: Path, as_json: bool, language: str, password: str) -> None:
    """List what a person must settle in a module.yaml, in all of a folder, or in a source before it is extracted.

    The gravest come first, each with its line in module.yaml and its place in the source.
    Exit code 1 while any is open.

    \b
    Example:
      modmigrate todo modul-3/
    """
    from ..commands.todo import counted, todos
    from .shown import reasoned

    found = todos(path, language, password)
    if as_json:
        as_utf8()
        give(json.dumps({"open": len(found), "doubts": [t.as_data() for t in found]}, ensure_ascii=False, indent=1))
    else:
        for gravity, group in groupby(found, key=lambda t: t.gravity):
            own = list(group)
            give(sentence(f"{HEADS[gravity]} ({len(own)})"))
            give(visible("\n".join(f"  {t.line(reasoned)}" for t in own)))
    if found:
        raise StrictError(counted(found))
    if not as_json:
        say("nothing is open")
