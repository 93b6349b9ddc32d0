"""Keys in the brackets that stems leave for the answer's letter: `The heart of a computer is （ B ）.`

Most questions of an exercise must have theirs so: a letter in brackets alone may name a figure. The letters leave the
stem, for learners would read them there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ....document import Span
from ....text.amounts import NEARLY_ALL, reaches
from ....text.letters import CAPITALS, letter_value
from ....text.patterns import lazy
from ....text.signs import BRACKETED_ROOM
from ...lines.line import Line, cut, fold
from ..draft import Draft

_KEY = lazy(rf"[(（]\s*([{CAPITALS}]{{1,6}})\s*[)）]")
_TIGHT = lazy(rf"\([{CAPITALS}]+\)")
_GOES_ON = lazy(r"\s*(?:[?]|[^\W\d_](?<![\u3040-\uffff]))")
"""A question mark or a word of a script that has blanks; Chinese and Japanese sentences go on behind their keys."""
_ROOM = lazy(BRACKETED_ROOM)


def with_bracket_keys(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, the letters in their stems' brackets read as keys where most have one and no other brackets."""
    offered = [d for d in drafts if len(d.options) > 1 and not d.answer]
    read = {id(d): own for d in offered if (own := _read(d)) is not None}
    room = sum(any(_ROOM.search(line.text) for line in d.stem) for d in offered)
    if not read or not reaches(len(read) + room, len(offered), NEARLY_ALL) or len(read) < room:
        return list(drafts)
    return [read.get(id(d), d) for d in drafts]


def _read(draft: Draft) -> Draft | None:
    """The draft with the key that stands in the one pair of brackets of its stem; None if it has none."""
    found = [(at, m) for at, line in enumerate(draft.stem) if line.paragraph is not None
             for m in _KEY.finditer(line.paragraph.text, line.start, line.end)]  # fmt: skip
    if len(found) != 1:
        return None
    at, match = found[0]
    if _names(draft.stem[at], match):
        return None
    letters = [letter_value(c) for c in match[1]]
    if letters != sorted(set(letters)) or not set(letters) <= {o.letter for o in draft.options}:
        return None
    stem = (*draft.stem[:at], _emptied(draft.stem[at], match.start(1), match.end(1)), *draft.stem[at + 1 :])
    return replace(draft, stem=stem, answer=" ".join(match[1]), answer_source="marked")


def _names(line: Line, match: re.Match[str]) -> bool:
    """Whether a letter in tight brackets within a Latin sentence may name a thing: `What does figure (A) show?`."""
    text = line.paragraph.text if line.paragraph is not None else ""
    after = text[match.end() : line.end]
    return _TIGHT.fullmatch(match[0]) is not None and _GOES_ON.match(after) is not None


def _emptied(line: Line, start: int, end: int) -> Line:
    """The line with a blank instead of what stands between two offsets into its paragraph's text."""
    paragraph = line.paragraph
    assert paragraph is not None
    whole = paragraph.inlines
    inlines = (*cut(whole, 0, start), Span("\u3000"), *cut(whole, end, len(paragraph.text), end))
    block = replace(paragraph, inlines=inlines)
    stop = line.end - (end - start) + 1
    return replace(line, block=block, text=fold(block.text[line.start : stop]), end=stop)
