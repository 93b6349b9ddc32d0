"""Questions to match among others: told by their stem, with entries side by side on a line, or in a table below."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....text.amounts import SEVERAL
from ....text.patterns import lazy
from ....text.signs import BRACKETED_ROOM
from ...lines.line import Line, line_labels, unlabelled
from ...words.words import Words
from ..draft import Draft, Option
from ..options import behind
from ..tables.match_columns import columns_of

_ROOM = lazy(rf"\s+{BRACKETED_ROOM}\s*(?=\S)")
LETTERS = ("upper", "lower")


def with_matches(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """The drafts, those whose stem tells to match read as two columns where they have two."""
    return [_read(d) if d.stem and words.question_type(d.stem[0].text) == "match" else d for d in drafts]


def _read(draft: Draft) -> Draft:
    tables = [line for line in draft.stem if line.table is not None]
    if draft.right or draft.kind:
        return draft
    if (
        len(tables) == 1
        and tables[0].table is not None
        and (columns := columns_of(tables[0].table, told=True)) is not None
    ):
        left, right = columns
        stem = tuple(line for line in draft.stem if line is not tables[0])
        return matched(replace(draft, stem=stem), left, right) if len(left) > 1 and len(right) > 1 else draft
    if found := _columns(draft):
        return matched(replace(draft, stem=draft.stem[:1]), *found)
    if not draft.options and (apart := _roomed(draft.stem[1:])):
        return matched(replace(draft, stem=draft.stem[:1]), *apart)
    listed = not draft.options and line_labels(draft.stem[1:]) == list(range(1, len(draft.stem)))
    found = beside(draft.stem[1:] if listed else [o.lines[0] for o in draft.options])
    return matched(replace(draft, stem=draft.stem[:1] if listed else draft.stem), *found) if found else draft


def _columns(draft: Draft) -> tuple[list[Line], list[Line]] | None:
    """Numbered entries in the stem and options below: lettered ones fit them, boxed ones take their numbers."""
    numbered = list(draft.stem[1:])
    others = [o.lines[0] for o in draft.options]
    if len(numbered) < SEVERAL or len(others) < SEVERAL or line_labels(numbered) != list(range(1, len(numbered) + 1)):
        return None
    return (others, numbered) if all(x.slot is not None for x in others) else (numbered, others)


def _roomed(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """Numbered entries and those beside them, with room for a number between: `1. till⇥( ) weighs fruit`.

    The latter keep their room as a `slot`: a key goes through them and says the numbers.
    """
    if len(lines) < SEVERAL or line_labels(lines) != list(range(1, len(lines) + 1)):
        return None
    found = [_ROOM.search(x.paragraph.text, x.start, x.end) if x.paragraph else None for x in lines]
    if any(m is None or m.start() == x.start for m, x in zip(found, lines, strict=True)):
        return None
    cuts = [(x, m) for x, m in zip(lines, found, strict=True) if m is not None]
    boxed = [replace(unlabelled(x, m.end(), x.end), slot="") for x, m in cuts]
    return [replace(unlabelled(x, x.start, m.start()), label=x.label) for x, m in cuts], boxed


def sets(lines: Sequence[Line]) -> list[Draft]:
    """The questions of an exercise that holds nothing but sets to match; [] for others.

    Numbered entries and lettered ones, below one another or side by side (`1. Modal⇥a. uang`); a further set begins
    at the line that introduces it.
    """
    starts = [at for at, line in enumerate(lines) if line.label is None and (not at or lines[at - 1].label is not None)]
    cuts = sorted({0, *starts})
    found = [_set(lines[a:b]) for a, b in zip(cuts, [*cuts[1:], len(lines)], strict=True)]
    return [d for d in found if d] if all(found) else []


def _set(lines: Sequence[Line]) -> Draft | None:
    head = next((at for at, line in enumerate(lines) if line.label is not None), len(lines))
    entries = lines[head:]
    left = [x for x in entries if x.label is not None and x.label.kind == "number"]
    right = [x for x in entries if x.label is not None and x.label.kind in LETTERS]
    numbers = line_labels(left)
    counted = bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if len(left) + len(right) != len(entries) or len(left) < SEVERAL or not counted:
        return None
    if not right:
        found = beside(left)
    else:
        found = (left, right) if line_labels(right) == list(range(1, len(right) + 1)) else None
    if found is None or len(found[1]) < len(left):
        return None
    return matched(Draft(tuple(lines[:head])), *found)


def beside(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """Entries with a lettered one at the end of each line, the letters in any order; None where one lacks its own."""
    pairs = [behind(line, several=False) for line in lines]
    found = sorted(((n, line) for _, right in pairs for n, line in right), key=lambda pair: pair[0])
    if len(pairs) < SEVERAL or [n for n, _ in found] != list(range(1, len(pairs) + 1)):
        return None
    return [line for line, _ in pairs], [line for _, line in found]


def matched(draft: Draft, left: Sequence[Line], right: Sequence[Line]) -> Draft:
    """The draft as a question to match these columns."""
    options = tuple(Option((line,), n) for n, line in enumerate(left, 1))
    return replace(draft, options=options, right=tuple(right), kind="match")
