"""Keys, feedback and model answers, sealed so that looking at a package's source does not show them.

This keeps honest learners honest; it is no encryption: the page must be able to open it.
runtime/unseal.js is the other half.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any


def seal(question_id: str, payload: dict[str, Any]) -> str:
    """Base64 of the payload's JSON, mixed with a stream of bytes that follows from the question's id."""
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    mixed = bytes(a ^ b for a, b in zip(text, stream(question_id), strict=False))
    return base64.b64encode(mixed).decode()


def unseal(question_id: str, sealed: str) -> dict[str, Any]:
    """The payload again; for tests and the preview."""
    mixed = base64.b64decode(sealed)
    data = json.loads(bytes(a ^ b for a, b in zip(mixed, stream(question_id), strict=False)))
    assert isinstance(data, dict), "a sealed payload is a mapping"
    return data


def stream(question_id: str) -> Iterator[int]:
    """Marsaglia's xorshift32, seeded with the FNV-1a hash of the id: simple enough to be the same in JavaScript."""
    seed = 0x811C9DC5
    for byte in question_id.encode():
        seed = ((seed ^ byte) * 0x01000193) & 0xFFFFFFFF
    seed = seed or 1
    while True:
        seed ^= (seed << 13) & 0xFFFFFFFF
        seed ^= seed >> 17
        seed ^= (seed << 5) & 0xFFFFFFFF
        yield seed & 0xFF
