"""What a review is made of: the module as it stands, its module.yaml, its source read once, what was built of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from ..account.ledger import Account, account, lost
from ..commands.todo import Todo, todos_in
from ..commands.workspace import MODULE, new_text
from ..document import Document, LeftOut
from ..errors import SourceError
from ..module import Module
from ..pipeline import extract, is_yaml, load, text_of
from ..readers import READERS
from ..recogniser import Reason
from ..renderer import render
from ..report import Finding
from ..site import Site


class Gathered(Struct, frozen=True):
    """One module under review; `source` and `document` are None where the source is not there any more."""

    module: Module
    text: str
    """The module.yaml, as it is or as it would be written."""
    file: str
    """Its name for people."""
    media: Mapping[str, bytes]
    todos: tuple[Todo, ...]
    findings: tuple[Finding, ...]
    why: tuple[Reason, ...]
    site: Site
    source: Path | None
    document: Document | None
    account: Account | None
    left_out: tuple[LeftOut, ...]


def gathered(path: Path, language: str = "", password: str = "") -> Gathered:
    """All of it. Raises the errors of reading; SourceError for a folder that holds no module."""
    path = _meant(path)
    if not is_yaml(path):
        return _of_source(path, language, password)
    found = load(path)
    text, file = text_of(path), str(path)
    source = _source(path, found.module)
    read = extract(source, language, password, why=True) if source else None
    document = read.document if read else None
    return Gathered(
        found.module, text, file, found.media, tuple(todos_in(path)), read.findings if read else (),
        read.why if read else (), render(found.module, found.media), source, document,
        account(document, found.module)[0] if document else None, _left_out(document, found.module),
    )  # fmt: skip


def _of_source(path: Path, language: str, password: str) -> Gathered:
    read = extract(path, language, password, why=True)
    return Gathered(
        read.module, new_text(read.module), f"{path.name} › {MODULE}", read.media, tuple(todos_in(path, read)),
        read.findings, read.why, render(read.module, read.media), path, read.document, read.account,
        _left_out(read.document, read.module),
    )  # fmt: skip


def _left_out(document: Document | None, module: Module) -> tuple[LeftOut, ...]:
    return (*document.left_out, *lost(document, module)) if document else ()


def _meant(path: Path) -> Path:
    if not path.is_dir():
        return path
    if not (path / MODULE).is_file():
        raise SourceError(f"{path}: there is no {MODULE} in this folder; give a source, or a folder made by `extract`")
    return path / MODULE


def _source(path: Path, module: Module) -> Path | None:
    """The source of a module.yaml, in its folder or beside it."""
    name = Path(module.source).name
    found = (folder / name for folder in (path.parent, path.resolve().parent.parent))
    return next((f for f in found if name and f.suffix.lower() in READERS and f.is_file()), None)
