"""Site → zip bytes: the same Site gives the same bytes on every machine."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from ..errors import OutputError
from ..site import Site
from ..text.patterns import lazy
from . import limits
from .manifest import NAME, manifest

DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold: a build leaves no trace of when it ran."""
_PATH = lazy(rf"{limits.FILE_NAME}(/{limits.FILE_NAME})*")


def contents(site: Site, templates: Path | None = None) -> tuple[tuple[str, bytes], ...]:
    """Path and bytes of each file of the package, the manifest first."""
    return ((NAME, manifest(site, templates)), *sorted(site.files))


def package(site: Site, templates: Path | None = None) -> bytes:
    """The SCORM 1.2 package; raises OutputError for a path that LMSs would refuse."""
    out = io.BytesIO()
    # BytesIO can seek, so sizes go into the local headers and no data descriptors are written,
    # which some LMSs' unzippers cannot read.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, allowZip64=False, compresslevel=9) as archive:
        for path, data in contents(site, templates):
            archive.writestr(_entry(path), data)
    return out.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    last = path.rsplit("/", 1)[-1].lower()
    if not _PATH.fullmatch(path) or ".." in path or "php" in last or last.endswith(limits.REFUSED_SUFFIXES):
        raise OutputError(f"{path!r} cannot be the name of a file in a package; rename it")
    entry = zipfile.ZipInfo(path, DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # the same everywhere, whatever system builds
    entry.external_attr = 0o644 << 16
    return entry
