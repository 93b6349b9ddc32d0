"""The folder of an extraction: module.yaml, media/, and the last extraction as the base of the next merge."""

from __future__ import annotations

from pathlib import Path

from .. import module_yaml
from ..errors import OutputError, reading, writing
from ..module import Module
from ..module_yaml.rewriting import rewritten
from ..output import as_json, write_all
from ..pipeline import Extraction, load, text_of
from ..report import Finding

MODULE = "module.yaml"
BASE = ".modmigrate/extracted.yaml"
"""What the source said last time, so that a hand edit can be told from a change in the source."""
DOUBTS = ".modmigrate/doubts.json"
"""Why there are doubts in module.yaml, by element and word."""
BEFORE = ".modmigrate/before.yaml"
"""module.yaml as it was before the last extraction."""
SCHEMA = ".modmigrate/module.schema.json"
"""What editors complete and check module.yaml by; the file's first line names it, so that nothing is fetched."""


def save(found: Extraction, folder: Path) -> tuple[Path, tuple[Finding, ...]]:
    """Write an extraction into a folder, merged with the module.yaml that stands there.

    Gives the file's path and a finding for each conflict. Raises ModelError if the edited file is
    wrong, OutputError if the folder cannot be written.
    """
    from ..merge import aligned, counted, merge

    path = folder / MODULE
    with writing(folder):
        if folder.exists() and not folder.is_dir():
            raise OutputError(f"{folder}: this is no folder; give the folder for module.yaml and its pictures")
        there = path.exists()
    files = dict(found.media)
    module, extracted, edited = found.module, found.module, None
    findings: tuple[Finding, ...] = ()
    if there:
        edited, base = load(path).module, _base(folder)
        module, findings = merge(base, edited, extracted)
        extracted = aligned(base or edited, extracted)
        with reading(path):
            files[BEFORE] = path.read_bytes()
        findings = (*findings, counted(edited, module, extracted, len(findings)))
    if edited is None:
        files[SCHEMA] = as_json(module_yaml.schema())
        files[MODULE] = new_text(module).encode()
    else:
        files[MODULE] = rewritten(text_of(path), edited, module).encode()
    files[BASE] = module_yaml.dumps(extracted).encode()
    files[DOUBTS] = as_json([doubt.as_data() for doubt in found.doubts])
    write_all(folder, files)
    return path, findings


def new_text(module: Module) -> str:
    """The text of a module.yaml that is written for the first time."""
    return f"# yaml-language-server: $schema={SCHEMA}\n{module_yaml.dumps(module)}"


def _base(folder: Path) -> Module | None:
    path = folder / BASE
    with reading(path):
        data = path.read_bytes() if path.is_file() else None
    return None if data is None else module_yaml.loads(data.decode("utf-8", "replace"), str(path))
