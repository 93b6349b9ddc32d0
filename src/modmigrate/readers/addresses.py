"""What people see of an address that stands for itself: where it leads, without what only a server reads."""

from __future__ import annotations

LONGEST = 60
"""Letters; a longer address shows its host alone."""


def shown(url: str) -> str:
    """The address as a line of text."""
    if len(url) <= LONGEST:
        return url
    return f"{url.split('://', 1)[-1].split('/', 1)[0][:LONGEST]}/…"
