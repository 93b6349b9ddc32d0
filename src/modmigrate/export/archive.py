"""The files beside a bank's text: pictures as they are safe to hand out, and archives of the same bytes each time."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Mapping

from ..renderer.media import Shelf

DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold: a bank leaves no trace of when it was made."""


class Pictures:
    """The pictures that a bank's texts ask for, each content once, under `media/<hash>.<suffix>`."""

    def __init__(self, media: Mapping[str, bytes]) -> None:
        self.shelf = Shelf(media)

    def path(self, src: str) -> str | None:
        """Its path in an archive; None for what is no picture that browsers show."""
        found = self.shelf.picture(src)
        return None if found is None else found.path

    def address(self, src: str) -> str | None:
        """The whole picture as an address (RFC 2397), for files that hold text alone."""
        path = self.path(src)
        return None if path is None else f"data:{kind(path)};base64,{base64.b64encode(self.shelf.files[path]).decode()}"


def kind(path: str) -> str:
    """The media type of a picture."""
    suffix = path.rsplit(".", 1)[-1]
    return f"image/{ {'jpg': 'jpeg', 'svg': 'svg+xml'}.get(suffix, suffix) }"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()
