"""The stages in order: a source file to a module, a module to a package. Nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from .errors import DamagedError, ModelError, must_be_file, reading, reason
from .module import Edition, Module, ScoPer
from .processes.effort import OutOfTime, at_most
from .report import Finding
from .site import Counts

if TYPE_CHECKING:
    from .account.ledger import Account
    from .document import Document
    from .doubts import Doubt
    from .recogniser import Reason

SECONDS = 15.0
SECONDS_PER_MEGABYTE = 10.0
"""Processor time for a file; modules take a tenth of a second and two or three for each megabyte."""


class Extraction(Struct, frozen=True):
    """A module, its pictures by path (`media/…`), and what the tool was unsure of."""

    module: Module
    media: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    why: tuple[Reason, ...] = ()
    """The evidence for each decision, where it was asked for."""
    account: Account | None = None
    """Where the words of a source went; None for a module.yaml."""
    doubts: tuple[Doubt, ...] = ()
    """What a person must settle in a source's module, and why."""
    document: Document | None = None
    """What the reader gave; None for a module.yaml."""


class Package(Struct, frozen=True):
    """A SCORM 1.2 package's bytes, and what the tool was unsure of while building it."""

    data: bytes
    findings: tuple[Finding, ...]
    counts: Counts = Counts()


def extract(source: Path, language: str = "", password: str = "", *, why: bool = False) -> Extraction:
    """Read a Word or PDF module, and on request say why. Raises SourceError or DamagedError for what cannot be read."""
    seconds = SECONDS + SECONDS_PER_MEGABYTE * _size(source) / 1e6
    try:
        with at_most(seconds):
            return _extract(source, language, password, why=why)
    except OutOfTime:
        raise DamagedError(
            f"{source.name}: the file takes more than {seconds:.0f} seconds of work, far more than a module of its "
            "size needs; save it anew, or in parts"
        ) from None


def _size(source: Path) -> int:
    """Bytes; 0 for what is not there, which the readers refuse."""
    try:
        return source.stat().st_size
    except OSError:
        return 0


def _extract(source: Path, language: str, password: str, *, why: bool) -> Extraction:
    from .account.ledger import account
    from .account.places import with_words
    from .doubts import marked
    from .readers import read
    from .recogniser import explained, recognise

    document = read(source, password)
    reasons: tuple[Reason, ...] = ()
    if why:
        module, findings, reasons = explained(document, language)
    else:
        module, findings = recognise(document, language)
    media = {name: picture.data for name, picture in document.media.items()}
    counted, losses = account(document, module)
    told = with_words((*document.findings, *findings, *losses), document)
    module, doubts = marked(module, told)
    return Extraction(module, media, told, reasons, counted, doubts, document)


def is_yaml(path: Path) -> bool:
    """Whether a path names a module.yaml rather than a document."""
    return path.suffix.lower() in (".yaml", ".yml")


def load(path: Path) -> Extraction:
    """A module.yaml with the pictures beside it. Raises SourceError, or ModelError with line and column."""
    from . import module_yaml
    from .module import files

    module = module_yaml.loads(text_of(path), path.name, lambda kind, name: _faulty(path.parent, kind, name))
    return Extraction(module, {name: _picture(path, name) for name in files(module)}, ())


def text_of(path: Path) -> str:
    """The text of a module.yaml. Raises SourceError, or ModelError for what is no UTF-8."""
    with reading(path):
        must_be_file(path)
        data = path.read_bytes()
    try:
        return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise ModelError(f"{path.name}: the file cannot be read as UTF-8 text ({error})") from None


def _faulty(folder: Path, kind: str, name: str) -> str:
    """What is wrong with a picture, or with a theme's file, that a module.yaml in this folder names."""
    if kind == "theme" and re.fullmatch(r"[\w-]+", name):
        return ""
    if kind == "theme" and not name.endswith((".yaml", ".yml")):
        return f"the theme {name} is no YAML file; give a folder with --theme"
    file = folder / name
    try:
        if not file.is_file():
            return f"the {kind} {name} is not there; put it beside the file or remove it"
        if not file.resolve().is_relative_to(folder.resolve()):
            return f"the {kind} {name} lies outside of the module's folder; copy it there"
    except OSError as error:
        return f"the {kind} {name} cannot be read ({reason(error)})"
    return ""


def _picture(path: Path, name: str) -> bytes:
    """A picture below the folder of a module.yaml."""
    try:
        return (path.parent / name).read_bytes()
    except OSError as error:
        raise ModelError(f"{path.name}: the picture {name} cannot be read ({reason(error)})") from None


def build(
    module: Module,
    media: Mapping[str, bytes],
    templates: Path | None = None,
    edition: Edition = "learner",
    theme: str | Path = "",
    sco: ScoPer | None = None,
) -> Package:
    """Render a module as a SCORM 1.2 package, for learners or for their trainers.

    `sco` says what the LMS lists and tracks by itself, else the module does.
    """
    from .renderer import render
    from .scorm import package

    site = render(module, media, templates, edition, theme, sco)
    return Package(package(site, templates), site.findings, site.counts)


def theme_of(module: Module, folder: Path, given: str = "") -> str | Path:
    """The theme that was asked for, else the module's own: a name, or a path (below the module's folder)."""
    from .templating.themes import built_in

    name = given or module.theme
    if name in ("", *built_in()) or (re.fullmatch(r"[\w-]+", name) and not (given and Path(given).exists())):
        return name
    if given:
        return Path(given)
    # A folder could bring templates, which are programs: those only a person may name, on the command line.
    if not name.endswith((".yaml", ".yml")):
        raise ModelError(f"the theme {name} is no YAML file; give a folder with --theme")
    if not (folder / name).resolve().is_relative_to(folder.resolve()):
        raise ModelError(f"the theme {name} lies outside of the module's folder; copy it there")
    return folder / name


def convert(
    source: Path,
    language: str = "",
    templates: Path | None = None,
    password: str = "",
    edition: Edition = "learner",
    theme: str = "",
    sco: ScoPer | None = None,
) -> Package:
    """Extract (or load a module.yaml), then build."""
    found = load(source) if is_yaml(source) else extract(source, language, password)
    shown = theme_of(found.module, source.parent, theme)
    built = build(found.module, found.media, templates, edition, shown, sco)
    return Package(built.data, (*found.findings, *built.findings), built.counts)
