"""What was found in packages, as text of a form: `FORMATS`, a row for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..fault import Fault
from . import junit, people, plain, sarif

__all__ = ["FORMATS", "Checked"]

Checked = Mapping[str, Sequence[Fault]]
"""Package (its path as given) → its faults."""
FORMATS: dict[str, Callable[[Checked, bool], str]] = {
    "text": people.text,
    "json": plain.text,
    "junit": junit.text,
    "sarif": sarif.text,
}
"""Form → what writes it; the flag says whether warnings count as failures."""
