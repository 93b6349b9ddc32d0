"""Room to write in before a question's number: `____ 12. Statement`, `(.....) 3. Statement`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ....text.patterns import lazy
from ....text.signs import BRACKETED_ROOM
from ...lines.line import Line, part

_ROOMED = lazy(rf"(?:^|(?<=\s)(?<!\s\s))\s*+(?:_{{2,}}+|…{{2,}}+|\.{{4,}}+|{BRACKETED_ROOM})\s*+(?=\d{{1,3}}\s?[.)、])")
_OPENS = tuple("_….([（")
"""The cheap sign first: most lines begin otherwise."""
ENOUGH = 2
"""Numbers behind room; a lone one may be a date."""


def without_front_room(lines: Sequence[Line]) -> list[Line]:
    """The lines, each number behind room to write in (`____ 12. Statement`) as the label of a line with a `slot`.

    Several on a line are taken apart. Two such numbers at least, counted on.
    """
    rooms = {at: found for at, line in enumerate(lines) if (found := _rooms(line))}
    numbers = [n for found in rooms.values() for _, _, n in found]
    if len(numbers) < ENOUGH or any(b != a + 1 and b != 1 for a, b in pairwise(numbers)):
        return list(lines)
    return [own for at, line in enumerate(lines) for own in (_apart(line, rooms[at]) if at in rooms else [line])]


def _rooms(line: Line) -> list[tuple[int, int, int]]:
    """Start and end of each place before a number, and the number; [] unless the line begins with such a place."""
    paragraph = line.paragraph
    if paragraph is None or line.label is not None or line.text[:1] not in _OPENS:
        return []
    text = paragraph.text
    found = [(m.start(), m.end(), part(line, m.end()).label) for m in _ROOMED.finditer(text, line.start, line.end)]
    kept = [(start, end, label.number) for start, end, label in found if label is not None and label.kind == "number"]
    return kept if kept and not text[line.start : kept[0][0]].strip() else []


def _apart(line: Line, rooms: Sequence[tuple[int, int, int]]) -> Iterator[Line]:
    ends = [*(start for start, _, _ in rooms[1:]), line.end]
    for (_, start, _), end in zip(rooms, ends, strict=True):
        yield replace(part(line, start, end), slot="")
