"""Questions to match among others: told by their stem, with entries side by side on a line, or in a table below."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from .draft import Draft, Option
from .exercise_tables import columns_of
from .lines import Line, line_labels
from .options import behind
from .words import Words


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
        return _with(replace(draft, stem=stem), left, right) if len(left) > 1 and len(right) > 1 else draft
    listed = not draft.options and line_labels(draft.stem[1:]) == list(range(1, len(draft.stem)))
    entries = draft.stem[1:] if listed else [o.lines[0] for o in draft.options]
    pairs = [behind(line, several=False) for line in entries]
    letters = [n for _, found in pairs for n, _ in found]
    if len(pairs) < 2 or sorted(letters) != list(range(1, len(pairs) + 1)):
        return draft
    ordered = sorted(((n, line) for _, found in pairs for n, line in found), key=lambda pair: pair[0])
    stem = draft.stem[:1] if listed else draft.stem
    return _with(replace(draft, stem=stem), [line for line, _ in pairs], [line for _, line in ordered])


def _with(draft: Draft, left: Sequence[Line], right: Sequence[Line]) -> Draft:
    options = tuple(Option((line,), n) for n, line in enumerate(left, 1))
    return replace(draft, options=options, right=tuple(right), kind="match")
