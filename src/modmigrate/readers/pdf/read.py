"""The PDF reader's front door: pages read side by side, furniture out, lines joined to paragraphs and tables."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...document import Document, Media
from ...errors import DamagedError
from ...report import Code, Finding, finding
from ...source import Where
from .ground.page import Figure, Page
from .ground.said import title
from .guard.opening import attached, opened
from .guard.pool import read_pages
from .guard.suspect import is_suspect
from .stamped import find_scans, read_again
from .structure.accounts import unjoined
from .structure.contents import without_contents
from .structure.furniture import without_furniture
from .structure.headings import bookmarks, set_levels
from .structure.joining import Joiner
from .structure.notes import take_notes
from .structure.tagging import settle
from .structure.turkish import mend

MANY_WORDS = 15
"""In a picture; more are told."""


def read(path: Path, password: str = "") -> Document:
    """Read a PDF. Raises DamagedError with one sentence for a file that cannot be opened."""
    # Pages hold no cycles; looking for some costs a fifth of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _read(path, password)
    finally:
        if collecting:
            gc.enable()


def _read(path: Path, password: str) -> Document:
    if not path.stat().st_size:
        raise DamagedError(f"{path.name}: the file is empty")
    suspect = is_suspect(path)
    with opened(path, password) as document:
        count, files = len(document), attached(document)
        said = title(document)
        outline = bookmarks(document) if count else []
    if not count:
        raise DamagedError(f"{path.name}: the file has no pages; export it again as PDF")
    pages = read_pages(path, count, password, suspect=suspect)
    mend(pages)
    settle(pages)
    without_furniture(pages)
    if stamped := find_scans(pages):
        read_again(path, password, pages, stamped)
    without_contents(pages)
    set_levels(pages, outline)
    notes = take_notes(pages)
    joiner = Joiner(pages)
    blocks = tuple(joiner.blocks())
    media: dict[str, Media] = {name: m for page in pages for name, m in page.media.items()}
    shown = {i.name for b in blocks for i in getattr(b, "inlines", ()) if hasattr(i, "name")}
    media = {name: m for name, m in media.items() if name in shown}
    told = {key: joiner.note(lines) for key, lines in notes.items()}
    left_out = [gone for page in pages for gone in page.left_out]
    return Document(
        blocks,
        media,
        told,
        title=said,
        file=path.name,
        findings=tuple(_remarks(pages, bool(blocks), files)),
        left_out=(*left_out, *unjoined(pages, blocks, told)),
        pages=count,
    )


def _remarks(pages: Sequence[Page], any_block: bool, files: int) -> Iterator[Finding]:
    if files:
        what = "an attached file" if files == 1 else f"what is attached ({files} files)"
        yield finding(Code.DROPPED, what=what, reason="only the pages of a PDF are read; convert such files themselves")
    scanned = [p.number for p in pages if p.scanned]
    if scanned:
        yield finding(Code.NO_TEXT, Where(page=scanned[0]), pages=_ranges(scanned))
    recognised = [p.number for p in pages if p.recognised]
    if recognised:
        yield finding(Code.TEXT_RECOGNISED, Where(page=recognised[0]), pages=_ranges(recognised))
    full = [p.number for p in pages if any(isinstance(i, Figure) and i.words > MANY_WORDS for i in p.items)]
    if full:
        yield finding(Code.TEXT_IN_PICTURE, Where(page=full[0]), pages=_ranges(full))
    odd = [p.number for p in pages if p.unknown]
    if odd:
        count = sum(p.unknown for p in pages)
        yield finding(Code.SIGNS_UNKNOWN, Where(page=odd[0]), count=count, pages=_ranges(odd))
    for page in pages:
        if page.broken:
            yield finding(Code.DROPPED, Where(page=page.number), what=f"page {page.number}", reason=page.broken)
        if page.fault:
            kept = "was read as plain text" if page.items else "is left out"
            what = f"page {page.number}"
            yield finding(Code.INTERNAL, Where(page=page.number), what=what, kept=kept, error=page.fault)
    if not any_block:
        yield finding(Code.EMPTY)


def _ranges(numbers: Sequence[int]) -> str:
    """`page 3`, `pages 3–7 and 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs[:12]]
    word = "page" if len(numbers) == 1 else "pages"
    listed = ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else parts[0]
    return f"{word} {listed}" + (" and others" if len(runs) > 12 else "")
