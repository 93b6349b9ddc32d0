"""Options: one to a line, or several on a line behind their letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .draft import Option
from .lines import LETTER, Line, letter_value, part, unlabelled
from .marked import asterisk, marks_of

_LETTER = re.compile(rf"(?:(?<=\s)|^)[(（]?({LETTER})\s?[.)、．）]\s*(?=\S)")
MAX_LETTER = 8


def is_option(line: Line, number: int | None = None) -> bool:
    """Whether a line is labelled as an option, with the given letter (1 for A) or any."""
    label = line.label
    if label is None or label.kind not in ("upper", "lower") or not 1 <= label.number <= MAX_LETTER:
        return False
    return number is None or label.number == number


def split(line: Line) -> list[tuple[int, Line]]:
    """Letter number and line of each option in a line; [] if the line starts with none.

    `A. modal⇥B. laba⇥C. rugi` holds three; letters must follow one another.
    """
    label = line.label
    paragraph = line.paragraph
    if label is None or paragraph is None or not is_option(line):
        return []
    text = paragraph.text[line.start : line.end]
    found = _sequence(text, label.number + 1, upper=label.kind == "upper")
    starts = [line.start, *(line.start + m.end() for m in found)]
    ends = [*(line.start + m.start() for m in found), line.end]
    numbers = range(label.number, label.number + len(starts))
    return [(n, unlabelled(line, s, e)) for n, s, e in zip(numbers, starts, ends, strict=True)]


def behind(line: Line) -> tuple[Line, list[tuple[int, Line]]]:
    """A stem whose options stand on the same line: the stem alone, and its options ([] if none)."""
    paragraph = line.paragraph
    if paragraph is None:
        return line, []
    text = paragraph.text[line.start : line.end]
    for upper in (True, False):
        found = _sequence(text, 1, upper=upper)
        if len(found) >= 2 and found[0].start() > 0:
            starts = [line.start + m.end() for m in found]
            ends = [*(line.start + m.start() for m in found[1:]), line.end]
            options = [(n + 1, unlabelled(line, s, e)) for n, (s, e) in enumerate(zip(starts, ends, strict=True))]
            return Line(line.block, part(line, line.start, line.start + found[0].start()).text, line.label,
                        line.start, line.start + found[0].start()), options  # fmt: skip
    return line, []


def _sequence(text: str, number: int, *, upper: bool) -> list[re.Match[str]]:
    """Letters that follow one another from a number on, each after a blank or tab."""
    out: list[re.Match[str]] = []
    for match in _LETTER.finditer(text):
        if (
            match[1].islower() != upper
            and letter_value(match[1]) == number
            and text[match.start() : match.end()].strip()
        ):
            out.append(match)
            number += 1
    return out


def option(number: int, lines: Sequence[Line]) -> Option:
    """An option with the marks that may make it the key."""
    first = lines[0]
    marks = marks_of(lines)
    if starred := asterisk(first):
        return Option((starred, *lines[1:]), number, marks | {"asterisk"})
    return Option(tuple(lines), number, marks)
