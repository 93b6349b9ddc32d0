"""One conversion from file to file: what the command line runs, in this process or in others."""

from __future__ import annotations

import json
from pathlib import Path

from .batch import Job
from .output import write
from .pipeline import Extraction, build, extract, load
from .report import Finding


def convert_one(
    job: Job, *, keep: Path | None, many: bool, language: str, templates: Path | None, password: str = ""
) -> tuple[Finding, ...]:
    """Convert a source and write its package; with `keep`, module.yaml, media/ and report.json, too.

    Of several sources each keeps a folder of its own. Raises the errors of reading, building and writing.
    """
    is_yaml = job.source.suffix.lower() in (".yaml", ".yml")
    found = load(job.source) if is_yaml else extract(job.source, language, password)
    if keep is not None and not is_yaml:
        found = _kept(found, keep / job.source.stem if many else keep)
    built = build(found.module, found.media, templates)
    findings = (*found.findings, *built.findings)
    if keep is not None:
        folder = keep / job.source.stem if many else keep
        data = [{"file": job.source.name, **f.as_data()} for f in findings]
        write(folder / "report.json", (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())
    write(job.output, built.data)
    return findings


def _kept(found: Extraction, folder: Path) -> Extraction:
    """The extraction, merged with the edited module.yaml that stands in the folder, and written there."""
    from .workspace import save

    path, conflicts = save(found, folder)
    merged = load(path)
    return Extraction(merged.module, merged.media, (*found.findings, *conflicts))
