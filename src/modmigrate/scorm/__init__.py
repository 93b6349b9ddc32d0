"""SCORM 1.2: the manifest and the zip of a package."""

from __future__ import annotations

from .packager import contents, package

__all__ = ["contents", "package"]
