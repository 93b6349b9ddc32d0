"""The label that a caption gives its figure or table."""

from __future__ import annotations

from ...text import inline
from ...text.patterns import lazy

_CAPTION = lazy(r"[^\W\d_]+\.?\s*\d{1,3}(?:[.–-]\d{1,3}){0,3}[a-z]?(?![\w.]*\d)")
"""`Tabel 2.3`, `Gambar 1`, `Fig. 3-2`, `表 1`: a word and a number."""


def caption_label(caption: str) -> str:
    """The label at a caption's beginning, '' where it has none."""
    found = _CAPTION.match(" ".join(inline.plain(caption).split()))
    return found[0] if found else ""
