"""Findings as people and CI see them: lines on stderr, the report, and --strict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from ..errors import StrictError
from ..languages.designers import message, spoken
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
        self._data: list[dict[str, Any]] = []
        click.get_current_context().meta[Shown.__name__] = self

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
                say(finding.line(file, message(finding, _reason)) + (f" → {line}" if line else ""))

    def known(self, told: Iterable[dict[str, Any]], *, silent: bool) -> None:
        """Findings of an earlier run, or of another machine, as the report has them; shown unless `silent`."""
        for one in told:
            severity = Severity(one["severity"])
            self.warnings += severity is Severity.WARNING
            self._data.append(one)
            if severity is Severity.TOTAL:
                self._count(one.get("data", {}))
                continue
            if not silent and not self.quiet and (self.verbose or severity is not Severity.INFO):
                place = " ".join(part for part in (one["file"], one["from"]) if part)
                trail = f" ({one['trail']})" if one["trail"] else ""
                say(f"{place}{trail}: {one['message']} [{one['code']}]")

    def failed(self, file: str, error: str) -> None:
        """A module that could not be done, for the report: its sentence has been said."""
        self._data.append(
            {"code": "failed", "severity": "error", "message": error, "from": "", "trail": "", "file": file}
        )

    def write(self) -> None:
        """Write the report, if one is asked for."""
        if self.report is not None:
            write(self.report, as_json(self._data))

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
        self.write()
        if self.strict and self.warnings:
            raise StrictError(f"{self.said}, and --strict was given")


def reasoned(text: str) -> str:
    """Why something was decided, and what there is to do, in the language of people."""
    return text if spoken() == "en" else _reason(text, spoken())


def _reason(text: str, language: str) -> str:
    """Why there is a doubt, as the review page says it."""
    from ..review.said import said

    return said(text, language)
