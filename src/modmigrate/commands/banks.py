"""The questions of a module as a file for another program: where they come from, where they go, what is told."""

from __future__ import annotations

from pathlib import Path

from ..errors import SourceError, reading
from ..output import place
from ..report import Code, Finding, finding
from ..shelf.jobs import name_of
from ..text.amounts import kilobytes, many
from .work import load_or_extract, totals


def module_of(path: Path) -> Path:
    """The file that is meant: a folder's module.yaml. Raises SourceError for a folder without one."""
    from .workspace import MODULE

    with reading(path):
        if not path.is_dir():
            return path
        if not (path / MODULE).exists():
            raise SourceError(f"{path}: there is no {MODULE} in this folder; make one with `modmigrate extract`")
    return path / MODULE


def target(source: Path, to: str, output: str | None) -> Path:
    """Where the bank goes."""
    from ..export import FORMATS

    name = f"{name_of(source)}{FORMATS[to].suffix}"
    return place(output or source.parent / name, name)


def bank(source: Path, to: str, language: str = "", password: str = "") -> tuple[bytes, tuple[Finding, ...]]:
    """A bank's bytes, and what is to be told. Raises the errors of reading."""
    from ..export import FORMATS, export

    found = load_or_extract(source, language, password)
    made = export(found.module, found.media, to)
    said = f"{many(made.questions, 'question')} ({made.keyed or 'none'} with a key), {kilobytes(len(made.data))}"
    data = {"questions": made.questions, "keyed": made.keyed, "bytes": len(made.data)}
    end = finding(Code.SUMMARY, what=said, next=FORMATS[to].where, data=data)
    return made.data, (*found.findings, *made.findings, *totals(found), end)
