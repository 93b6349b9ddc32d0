"""PDF modules: the text layer as lines and paragraphs, page by page."""

from __future__ import annotations

from .read import read

__all__ = ["read"]
