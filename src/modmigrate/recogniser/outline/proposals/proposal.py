"""One way to divide a document into chapters: how, and by which headings."""

from __future__ import annotations

from msgspec import Struct

from ..candidate import Candidate


class Proposal(Struct, frozen=True):
    """Chapters that one way of dividing gives, and all headings as that way reads them."""

    how: str
    chapters: tuple[Candidate, ...]
    found: tuple[Candidate, ...]
