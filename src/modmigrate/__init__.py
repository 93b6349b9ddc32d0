"""modmigrate: conventional training modules in, SCORM 1.2 packages out."""

from __future__ import annotations

TYPE_CHECKING = False
"""As `typing` has it, which takes longer to load than all that `--help` needs; until then Ctrl-C is not heard."""
if TYPE_CHECKING:
    from typing import Any

    from .module import Module
    from .pipeline import build, convert, extract

__all__ = ["Module", "build", "convert", "extract", "version"]


def version() -> str:
    """The version that is installed."""
    from importlib.metadata import version as installed

    return installed("modmigrate")


def __getattr__(name: str) -> Any:
    """The public names, imported when first used: the command line must start fast."""
    if name == "Module":
        from .module import Module

        return Module
    if name in ("build", "convert", "extract"):
        from . import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
