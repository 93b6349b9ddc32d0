"""Three-character codes for screens and questions, made from ids: what learners' stored state is keyed by.

A code never comes from a position, so a state saved with yesterday's package still fits today's.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

LENGTH = 3


def code(id_: str, attempt: int = 0) -> str:
    """18 bits of a hash as base64url: letters, digits, `-` and `_`."""
    text = id_ if not attempt else f"{id_}\x1f{attempt}"
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()[:3])[:LENGTH].decode()


def table(ids: Iterable[str]) -> dict[str, str]:
    """Id → code, each code once; of two ids with one hash the second in alphabetical order gets another."""
    out: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in sorted(set(ids)):
        attempt = 0
        while (found := code(id_, attempt)) in taken:
            attempt += 1
        taken.add(found)
        out[id_] = found
    return out
