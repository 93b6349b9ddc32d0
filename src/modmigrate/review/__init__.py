"""A page for the person who signs a module: what is doubtful, how it was read, what was left out.

In: a source, or the folder of an extraction. Out: one HTML page that needs nothing else, not even a network.
"""

from __future__ import annotations

from pathlib import Path

from .gathering import gathered
from .page import page

__all__ = ["review"]


def review(path: Path, language: str = "", password: str = "", words: str = "") -> str:
    """The page; `words` is the language it speaks (`en`, `id`), else the module's, else English.

    Raises the errors of reading and building.
    """
    return page(gathered(path, language, password), words, password)
