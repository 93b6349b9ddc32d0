"""The net under recognition: whole readings of cases and examples, kept in tests/kept/ and compared word for word.

A reading is what `inspect --json` gives, findings with places and severities included. `pytest --accept` writes anew
what has changed, so that each change of behaviour is a readable diff in its commit, and each move is proven neutral.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "kept"
_fresh: dict[str, dict[str, Any]] = {}
_told: dict[str, set[str]] = {}


@cache
def _kept(stem: str) -> dict[str, Any]:
    file = FOLDER / f"{stem}.json"
    return json.loads(file.read_text("utf-8")) if file.exists() else {}  # type: ignore[no-any-return]


def compare(stem: str, name: str, found: dict[str, Any], accept: bool) -> None:
    """Fails where a reading is not the one that is kept under this name; with `accept` it is noted to be kept."""
    found = json.loads(json.dumps(found))
    if accept:
        _fresh.setdefault(stem, {})[name] = found
        return
    assert name in _kept(stem), "no reading is kept for this; look at it, then run pytest --accept"
    assert found == _kept(stem)[name], "another reading than the one kept; look at the difference, then run --accept"


def write() -> None:
    """Keeps what `compare` noted; what is kept of tests that failed or did not run stays."""
    for stem, readings in _fresh.items():
        kept = {name: data for name, data in {**_kept(stem), **readings}.items() if name in _told.get(stem, {name})}
        text = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True)
        (FOLDER / f"{stem}.json").write_text(text + "\n", "utf-8")


def told(stem: str, cases: set[str]) -> None:
    """Names the cases that a file has: what is kept of others goes when it is written anew."""
    _told[stem] = cases
    if _fresh:
        _fresh.setdefault(stem, {})


def names(stem: str) -> set[str]:
    """What is kept in a file."""
    return set(_kept(stem))
