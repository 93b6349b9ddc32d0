"""Places that a person finds: no program shows the number of a paragraph, so findings say its first words, too."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ..document import Document
from ..report import Finding
from .inventory import every

FIRST, LONGEST = 8, 60
"""Words and signs of a paragraph by which it is found."""


def with_words(findings: Sequence[Finding], document: Document) -> tuple[Finding, ...]:
    """The findings, each with the words of the paragraphs that it names."""
    if not any(finding.numbers for finding in findings):
        return tuple(findings)
    known = beginnings(document)
    out = []
    for finding in findings:
        words = tuple((n, known[n]) for n in finding.numbers if n in known)
        out.append(replace(finding, words=words) if words else finding)
    return tuple(out)


def beginnings(document: Document) -> dict[int, str]:
    """The first words of paragraphs by number, in quotes; of one without any the words above it, with an arrow down."""
    out: dict[int, str] = {}
    above = ""
    for paragraph in every(document):
        text = _first(paragraph.text)
        number = paragraph.where.paragraph
        if text:
            above = text
        if number and (text or above) and (number not in out or (text and out[number].endswith("↓"))):
            out[number] = f"“{text}”" if text else f"“{above}” ↓"
    return out


def _first(text: str) -> str:
    words = text.split()
    said = " ".join(words[:FIRST])
    cut = said[:LONGEST].rstrip()
    return f"{cut} …" if cut != said or len(words) > FIRST else cut
