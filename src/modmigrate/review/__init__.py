"""A page for the person who signs a module: what is doubtful, how it was read, what was left out.

In: a source, or the folder of an extraction. Out: one HTML page that needs nothing else, not even a network.
"""

from __future__ import annotations

from pathlib import Path

from .gathering import gathered
from .page import page
from .printing import printed

__all__ = ["review"]


def review(path: Path, language: str = "", password: str = "", words: str = "", *, pages: bool = False) -> str:
    """The page; `words` is the language it speaks (`en`, `id`), else the module's, else English.

    PDF pages are drawn; with `pages` those of other files, too, where LibreOffice is installed.

    Raises the errors of reading and building.
    """
    found = gathered(path, language, password)
    with printed(found.source, wanted=pages) as sheets:
        return page(found, words, password, sheets)
