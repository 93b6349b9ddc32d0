"""Findings as people and CI see them: lines on stderr, the report, and --strict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..errors import StrictError
from ..output import as_json, write
from ..report import Finding, Severity, warnings
from .signs import say


class Shown:
    """Shows findings, writes the report, and fails under --strict at the end."""

    def __init__(self, strict: bool, report: Path | None, quiet: bool, verbose: bool) -> None:
        self.strict, self.report, self.quiet, self.verbose = strict, report, quiet, verbose
        self.warnings = self.words = self.gone = 0
        self.totals = True
        """Whether the account of each file is shown; of many files, their sum is."""
        self._data: list[dict[str, str]] = []

    def add(self, file: str, findings: Iterable[Finding], lines: Mapping[int, str] = MappingProxyType({})) -> None:
        """Show the findings of one file; `lines` are their places in module.yaml, by the identity of a finding."""
        for finding in findings:
            warning = finding.code.severity is Severity.WARNING
            self.warnings += warning
            line = lines.get(id(finding), "")
            self._data.append({"file": file, **finding.as_data(), **({"line": line} if line else {})})
            said = warning or self.verbose or finding.code.severity is Severity.ADVICE
            if finding.code.severity is Severity.TOTAL:
                said = said or self.totals
                self._count(dict(finding.values)["data"])
            if not self.quiet and said:
                say(finding.line(file) + (f" → {line}" if line else ""))

    def _count(self, data: dict[str, Any]) -> None:
        if "words" in data:
            self.words += data["words"]
            self.gone += sum(data["left out"].values())

    @property
    def account(self) -> str:
        """The words of all files so far: `12,480 words read, 212 left out`."""
        return f"{self.words:,} words read, {self.gone:,} left out" if self.words else "no words read"

    @property
    def said(self) -> str:
        """How many warnings there were, in words."""
        return f"{self.warnings} warning{'' if self.warnings == 1 else 's'}"

    @staticmethod
    def count(findings: Iterable[Finding]) -> int:
        """How many of them fail under --strict."""
        return len(warnings(findings))

    def check(self) -> None:
        """Under --strict, write the report and fail if there were warnings. Raises StrictError."""
        if self.strict and self.warnings:
            self.end()

    def end(self) -> None:
        """Write the report; raises StrictError where --strict asks for it."""
        if self.report is not None:
            write(self.report, as_json(self._data))
        if self.strict and self.warnings:
            raise StrictError(f"{self.said}, and --strict was given")
