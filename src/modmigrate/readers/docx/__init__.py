"""Word modules (.docx, .docm, .dotx): the file as Word shows it, as a Document."""

from __future__ import annotations

from .read import read

__all__ = ["read"]
