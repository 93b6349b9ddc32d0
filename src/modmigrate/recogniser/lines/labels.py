"""Labels of lines: those that are printed (`modmigrate.labels`), and those that Word's own numbering shows."""

from __future__ import annotations

import re

from ...document import Paragraph
from ...labels import (
    ASKED,
    ASKED_RUN,
    MENTIONED,
    QUESTION,
    TYPED,
    Label,
    as_roman,
    part_label,
    roman,
    typed,
    value_of,
)

__all__ = [
    "ASKED",
    "ASKED_RUN",
    "MENTIONED",
    "QUESTION",
    "TYPED",
    "Label",
    "as_roman",
    "automatic",
    "part_label",
    "roman",
    "typed",
    "value_of",
]


def automatic(block: Paragraph) -> Label:
    """The label that Word shows before a paragraph, which must have a marker."""
    marker = block.marker
    assert marker is not None
    kinds = {"upperLetter": "upper", "lowerLetter": "lower", "upperRoman": "roman", "lowerRoman": "roman",
             "bullet": "bullet", "none": "bullet"}  # fmt: skip
    kind = kinds.get(marker.kind, "number")
    if kind == "number" and re.match(r"\W*\d+\.\d+", marker.text):
        kind = "multi"
    style = f"auto-{marker.list}-{marker.level}-{marker.kind}"
    return Label(kind, marker.number, marker.text, style, marker.level, auto=True)
