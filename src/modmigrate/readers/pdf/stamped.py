"""Scans with something printed over each of them, such as the address of an archive: they hold no text of their own.

What is printed over them recurs and is found as furniture; only then a page with a few words over a picture is known
for a scan, and no cover.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .content import read_page
from .glyphs import ocr
from .ground.page import Figure, Page
from .guard.opening import opened
from .structure.furniture import without_furniture


def find_scans(pages: Sequence[Page]) -> list[int]:
    """Mark the scans among the pages, which are without furniture; returns their places."""
    found = [at for at, page in enumerate(pages) if page.stamped and all(isinstance(i, Figure) for i in page.items)]
    for at in found:
        pages[at].scanned = True
    return found


def read_again(path: Path, password: str, pages: list[Page], scans: Sequence[int]) -> None:
    """Put what text recognition reads on the scans in their places, where it is installed."""
    if not ocr.installed():
        return
    with opened(path, password) as document:
        for at in scans:
            pages[at] = read_page(document.raw, pages[at].number, scan=True)
    without_furniture(pages)
