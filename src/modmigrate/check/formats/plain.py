"""Findings as JSON (docs/check.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from ..fault import Fault
from .people import verdict


def text(checked: Mapping[str, Sequence[Fault]], strict: bool) -> str:
    """`{packages: [{package, verdict, faults: […]}]}`."""
    packages = [
        {"package": name, "verdict": verdict(faults, strict), "faults": [fault.as_data() for fault in faults]}
        for name, faults in checked.items()
    ]
    return json.dumps({"packages": packages}, ensure_ascii=False, indent=1) + "\n"
