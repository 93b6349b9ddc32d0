"""A Site: the finished files of a package, and what its manifest must say about them. Renderer → packager."""

from __future__ import annotations

from dataclasses import dataclass

from .report import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a package holds besides its manifest."""

    files: tuple[tuple[str, bytes], ...]
    """Path and bytes, sorted by path; paths are relative, with forward slashes and safe characters only."""
    start: str = "index.html"
    identifier: str
    """An NCName that stays the same over rebuilds of the same module."""
    title: str
    description: str = ""
    language: str = "en"
    mastery: int | None = None
    """Per cent needed to pass, 1–100; None when nothing is scored."""
    chapters: tuple[str, ...] = ()
    """Titles of the chapters in order, for people and tests."""
    findings: tuple[Finding, ...] = ()
