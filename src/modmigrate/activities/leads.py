"""Lists whose items begin with a lead: in bold, or before a colon. They fold, and leads are found by what they say."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from ..module import List
from ..text import inline
from ..text.inline import Run
from .pairs import paired
from .records import Fold, Refused, Verdict
from .texts import bare, overlapping, wordy

FEWEST, MOST = 3, 12
LONGEST = 60
"""Letters of a lead; seven words."""
ENOUGH = 60
"""Letters on average behind the leads: less is read as fast as opened."""


def of_list(block: List) -> Iterator[Verdict]:
    """The activities of a list whose items have leads, and why one that nearly has them has none."""
    found = [_lead(item.text) for item in block.items]
    with_ = [lead for lead in found if lead]
    if len(with_) == len(found) > 1 and not FEWEST <= len(found) <= MOST:
        yield Refused("fold", block, f"{len(found)} items with a lead; from {FEWEST} to {MOST} are folded")
    if len(with_) < FEWEST or len(block.items) > MOST:
        return
    if len(with_) < len(found):
        if 3 * len(with_) >= 2 * len(found):
            yield Refused("fold", block, f"{len(found) - len(with_)} of {len(found)} items have no lead")
        return
    if reason := overlapping([_named(lead) for lead, _ in with_]):
        yield Refused("fold", block, reason)
        return
    said = [len(bare(rest)) + 60 * len(item.content) for (_, rest), item in zip(with_, block.items, strict=True)]
    if sum(said) >= ENOUGH * len(said) and all(said):
        yield Fold(block, tuple(with_))
    if not any(item.content for item in block.items) and all(wordy(i.text) for i in block.items):
        yield paired(block, [(_named(lead), bare(rest)) for lead, rest in with_])


def _lead(text: str) -> tuple[str, str] | None:
    """A text's lead and the rest of it, both as inline Markdown; None where it has none."""
    parts = inline.parse(text)
    count = 0
    while count < len(parts) and isinstance(part := parts[count], Run) and "bold" in part.marks and not part.link:
        count += 1
    lead, rest = parts[:count], parts[count:]
    first = parts[0] if parts else None
    if not count and isinstance(first, Run) and not first.link and (at := _colon(first.text)):
        lead = (replace(first, text=first.text[:at]),)
        rest = (replace(first, text=first.text[at:]), *parts[1:])
    said = "".join(part.text for part in lead if isinstance(part, Run)).strip(" :：")
    if not said or len(said) > LONGEST or len(said.split()) > 7 or "\n" in said:
        return None
    behind = inline.write(rest).lstrip(" :：–—-\n")
    return (inline.write(lead).strip(), behind) if bare(behind) else (inline.write(lead).strip(), "")


def _colon(text: str) -> int:
    """Where a lead before a colon ends, the colon included; 0 where there is none, or it is a time or an address."""
    at = next((n for n, sign in enumerate(text[: LONGEST + 1]) if sign in ":："), -1)
    behind = text[at + 1 : at + 2]
    return at + 1 if at > 0 and (text[at] == "：" or behind in (" ", "")) else 0


def _named(lead: str) -> str:
    """A lead without the signs that end it."""
    return bare(lead).rstrip(" :：.–—-")
