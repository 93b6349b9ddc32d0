"""What lines look like beside each other: of one kind, a program's, or made to write on."""

from __future__ import annotations

from ....text.patterns import lazy
from ..ground.page import Line

_FOUR = lazy(r"[._…]{4}")


def is_code(line: Line) -> bool:
    """Whether a line is a program's: each keeps a paragraph of its own."""
    return all(r.look.code for r in line.runs if r.text.strip())


def is_leader(text: str) -> bool:
    """A line to write on: more dots than words."""
    return text.count(".") + text.count("_") + text.count("…") > 0.5 * len(text) and bool(_FOUR.search(text))


def unlike(last: Line, line: Line) -> bool:
    """Whether two lines look too different for one paragraph."""
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size):
        return True
    a, b = last.runs[-1].look, line.runs[0].look
    if last.bold != line.bold and a.bold != b.bold:
        return True
    return a.colour != b.colour and _one_colour(last) and _one_colour(line)


def _one_colour(line: Line) -> bool:
    return len({r.look.colour for r in line.runs if r.text.strip()}) == 1
