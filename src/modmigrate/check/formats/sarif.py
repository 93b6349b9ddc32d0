"""Findings as SARIF 2.1.0 (OASIS), which GitHub and editors show at their places."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ..fault import Fault, Rule


def text(checked: Mapping[str, Sequence[Fault]], strict: bool) -> str:
    """One run; a place is the package, and the file in it a part of its name."""
    known = list(rules())
    driver = {
        "name": "modmigrate",
        "rules": [_rule(rule) for rule in rules().values()],
    }
    results = [_result(name, fault, known, strict) for name, faults in checked.items() for fault in faults]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def rules() -> dict[str, Rule]:
    """Every rule, by its code."""
    from ..rules import RULES

    return RULES


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"Source: {rule.source}"},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(name: str, fault: Fault, known: list[str], strict: bool) -> dict[str, Any]:
    level = "error" if strict and fault.rule.severity == "warning" else fault.rule.severity
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(name.replace("\\", "/"), errors="replace")}}
    if fault.line and fault.file:
        place["region"] = {"startLine": fault.line}
    location: dict[str, Any] = {"physicalLocation": place}
    if fault.file:
        location["logicalLocations"] = [{"fullyQualifiedName": fault.file, "kind": "resource"}]
    said = f"{fault.place}: {fault.message}".removeprefix(": ")
    return {
        "ruleId": fault.rule.code,
        "ruleIndex": known.index(fault.rule.code),
        "level": level,
        "message": {"text": said},
        "locations": [location],
    }
