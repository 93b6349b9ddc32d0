"""The stages in order: a source file to a module, a module to a package. Nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .errors import ModelError, SourceError
from .module import Module
from .report import Finding


@dataclass(frozen=True, slots=True)
class Extraction:
    """A module, its pictures by path (`media/…`), and what the tool was unsure of."""

    module: Module
    media: Mapping[str, bytes]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """A SCORM 1.2 package's bytes, and what the tool was unsure of while building it."""

    data: bytes
    findings: tuple[Finding, ...]


def extract(source: Path, language: str = "", password: str = "") -> Extraction:
    """Read a Word or PDF module. Raises SourceError or DamagedError for what cannot be read."""
    from .readers import read
    from .recogniser import recognise

    document = read(source, password)
    module, findings = recognise(document, language)
    media = {name: picture.data for name, picture in document.media.items()}
    return Extraction(module, media, (*document.findings, *findings))


def load(path: Path) -> Extraction:
    """A module.yaml with the pictures beside it. Raises ModelError with line and column."""
    from . import module_yaml
    from .module import files

    if not path.is_file():
        raise SourceError(f"{path}: there is no such file")
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path.name}: the file cannot be read as UTF-8 text ({error})") from None
    module = module_yaml.loads(text, path.name)
    media = {}
    for name in files(module):
        picture = path.parent / name
        if not picture.is_file():
            raise ModelError(f"{path.name}: the picture {name} is not there; put it beside the file or remove it")
        media[name] = picture.read_bytes()
    return Extraction(module, media, ())


def build(module: Module, media: Mapping[str, bytes], templates: Path | None = None) -> Package:
    """Render a module as a SCORM 1.2 package."""
    from .renderer import render
    from .scorm import package

    site = render(module, media, templates)
    return Package(package(site, templates), site.findings)


def convert(source: Path, language: str = "", templates: Path | None = None, password: str = "") -> Package:
    """Extract (or load a module.yaml), then build."""
    found = load(source) if source.suffix.lower() in (".yaml", ".yml") else extract(source, language, password)
    built = build(found.module, found.media, templates)
    return Package(built.data, (*found.findings, *built.findings))
