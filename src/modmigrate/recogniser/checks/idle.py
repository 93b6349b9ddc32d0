"""Questions that neither ask nor tell to do anything, offer nothing and leave no room: items of a list, code, remarks.

Statements to judge and entries to match are asked by what stands above them.
"""

from __future__ import annotations

from ..exercises.draft import Draft, place
from ..exercises.evidence import tells
from ..words.words import Words
from .fault import Fault, Seen, counted

STATED = ("truefalse", "match", "order")
"""Types whose questions need not ask."""
FEW = 2
"""One question may be put in any way."""


def idle(seen: Seen) -> Fault | None:
    """Lines that were taken for questions and do not read like any."""
    drafts = seen.drafts
    found = [
        a.draft for a in seen.reading.gathered.asked if a.kind not in STATED and not _asks(a.draft, seen.words)
    ]  # fmt: skip
    if len(found) < FEW:
        return None
    first = found[0].stem[0].text if found[0].stem else ""
    says = counted("questions that neither ask nor tell to do anything", len(found), len(drafts), first)
    return Fault(says, tuple(place(d) for d in found), len(found) / len(drafts))


def _asks(draft: Draft, words: Words) -> bool:
    shaped = draft.right or draft.room or draft.pairs or draft.part
    return bool(shaped) or any(x.slot is not None or x.table is not None for x in draft.stem) or tells(draft, words)
