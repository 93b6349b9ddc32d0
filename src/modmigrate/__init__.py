"""modmigrate: conventional training modules in, SCORM 1.2 packages out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .module import Module
    from .pipeline import build, convert, extract

__all__ = ["Module", "build", "convert", "extract"]


def __getattr__(name: str) -> Any:
    """The public names, imported when first used: the command line must start fast."""
    if name == "Module":
        from .module import Module

        return Module
    if name in ("build", "convert", "extract"):
        from . import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
