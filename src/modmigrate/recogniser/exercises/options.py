"""Options: one to a line, or several on a line behind their letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ...document import Table
from ...text.amounts import SEVERAL
from ...text.letters import FIRST, LETTER, letter_of, letter_value
from ...text.patterns import lazy
from ..lines.grid import cell_lines
from ..lines.line import Line, part, unlabelled
from ..lines.signs import MAX_LETTER, is_code, is_option
from ..words.words import Words
from .beside.marks import STARS, asterisk, marks_of, uncrossed
from .draft import Option

_LETTER = lazy(rf"(?:(?<=\s)|^)[(（]?({LETTER})(?:\s?[.)、．）]|\s?\([ \t]+\))(?![A-Za-z]\.)\s*(?=\S)")
_MAYBE = lazy(rf"[\s(（][{FIRST}][ـ'׳]?\s?(?:[.)、．）]|\([ \t])")
"""A first letter behind a blank: without it no options stand behind a stem."""
_SWAPPED = 2
_ENOUGH = 3
"""Options that are left where one letter was lost."""


def _said_right(line: Line, words: Words) -> Line | None:
    """The line without a `(correct)` at its end; None if it has none."""
    paragraph = line.paragraph
    found = words.right_tail.search(paragraph.text, line.start, line.end) if paragraph is not None else None
    if found is None or found.start() == line.start:
        return None
    return replace(unlabelled(line, line.start, found.start()), slot="*")


def lettered(lines: Sequence[Line]) -> frozenset[int]:
    """The letters of a question's options, one to a line, where two changed places or one was lost; else none."""
    first = next((line.label for line in lines if is_option(line, 1)), None)
    labels = [line.label for line in lines if is_option(line) and line.label is not None]
    if first is None or any(label.style != first.style for label in labels):
        return frozenset()
    numbers = [label.number for label in labels]
    whole, lost = set(range(1, len(numbers) + 1)), set(range(1, len(numbers) + 2))
    swapped = set(numbers) == whole and sum(a != n for n, a in enumerate(numbers, 1)) == _SWAPPED
    gap = len(numbers) >= _ENOUGH and set(numbers) < lost and numbers == sorted(numbers) and numbers[:2] == [1, 2]
    return frozenset(numbers) if (swapped or gap) and numbers[0] == 1 else frozenset()


def from_first(lines: Sequence[Line]) -> tuple[Sequence[Line], int]:
    """A question's lines, automatic letters that go on from another question's (E, F, G) counted from the first.

    Also how many letters came before them: as Word shows it, a key may mean either letter.
    """
    labels = [x.label for x in lines if x.label is not None and x.label.auto and x.label.kind in ("upper", "lower")]
    numbers = [label.number for label in labels]
    before = numbers[0] - 1 if numbers else 0
    whole = (
        numbers == list(range(before + 1, before + len(numbers) + 1)) and len({label.style for label in labels}) == 1
    )
    if not before or len(numbers) < SEVERAL or not whole:
        return lines, 0
    moved = [replace(x, label=replace(x.label, number=x.label.number - before)) if x.label in labels and x.label else x
             for x in lines]  # fmt: skip
    return moved, before


def lettered_cells(table: Table) -> list[tuple[int, Line]]:
    """Options that stand one to a cell behind their letters, in rows or columns; [] for other tables."""
    lines = [line for row in table.rows for cell in row.cells for line in cell_lines(cell)]
    found = sorted([entry for line in lines for entry in split(line)], key=lambda entry: entry[0])
    counted = [n for n, _ in found] == list(range(1, len(found) + 1))
    return found if len(found) > 1 and counted and all(map(is_option, lines)) else []


def split(line: Line) -> list[tuple[int, Line]]:
    """Letter number and line of each option in a line; [] if the line starts with none.

    `A. modal⇥B. laba⇥C. rugi` holds three; letters must follow one another, or stand apart in columns
    that are read downwards (`a. laba⇥c. utang`).
    """
    label = line.label
    paragraph = line.paragraph
    if label is None or paragraph is None or not is_option(line):
        return []
    text = paragraph.text[line.start : line.end]
    found = _sequence(text, label.number + 1, upper=label.kind == "upper")
    numbers = [label.number, *range(label.number + 1, label.number + 1 + len(found))]
    if not found and (apart := _apart(text, label.number, upper=label.kind == "upper")):
        found, numbers = [apart], [label.number, letter_value(apart[1])]
    starts = [line.start, *(line.start + m.end() for m in found)]
    ends = [*(line.start + m.start() for m in found), line.end]
    out = [(n, unlabelled(line, s, e)) for n, s, e in zip(numbers, starts, ends, strict=True)]
    if label.text[0] in STARS:
        out[0] = (out[0][0], replace(out[0][1], slot="*"))
    return out


def _apart(text: str, number: int, *, upper: bool) -> re.Match[str] | None:
    """A later letter behind a tab or a wide gap: the second column of options that are read downwards."""
    for match in _LETTER.finditer(text):
        gap = text[: match.start()]
        wide = match[0][:1] == "\t" or gap.endswith(("\t", "   "))
        if wide and match[1].islower() != upper and number < letter_value(match[1]) <= MAX_LETTER:
            return match
    return None


def bare(line: Line, number: int) -> bool:
    """Whether a line begins with the expected letter whose point was forgotten: `d tumbuhan`."""
    letter = letter_of(number).lower()
    # An e alone is a word of some languages.
    return line.label is None and number > 2 and letter != "e" and line.text[:2] == f"{letter} "


def pointless(lines: Sequence[Line]) -> dict[int, list[tuple[int, Line]]]:
    """Lines below a stem that begin with A, B, C … and a blank, one below the other: index → letters' numbers, options.

    Question banks pasted from web pages have lost their points. Three at least: `A` begins sentences, too. With a tab
    between them they stand in columns that are read downwards: `A rent⇥C tax`.
    """
    best: list[int] = []
    for upper in () if any(map(is_option, lines)) else (True, False):
        run: list[int] = []
        for at, line in enumerate(lines[1:], 1):
            if _begins(line, len(run) + 1, upper=upper) and (not run or at == run[-1] + 1):
                run.append(at)
            elif run and line.text:
                break
        best = max(best, run, key=len)
    if len(best) >= _ENOUGH:
        return {at: [(number, unlettered(lines[at]))] for number, at in enumerate(best, 1)}
    columns = {at: found for number, at in enumerate(best, 1) if (found := _in_columns(lines[at], number, len(best)))}
    return columns if len(columns) == len(best) > 1 else {}


def _in_columns(line: Line, number: int, rows: int) -> list[tuple[int, Line]]:
    """The two options of a line, the second behind a tab and the letter that the next column begins with."""
    paragraph = line.paragraph
    assert paragraph is not None
    letter = letter_of(letter_value(line.text[0]) + rows)
    letter = letter.lower() if line.text[0].islower() else letter
    found = re.search(rf"\t\s*({letter})[ \t]+(?=\S)", paragraph.text[line.start : line.end])
    if found is None:
        return []
    middle, second = line.start + found.start(), line.start + found.end()
    return [
        (number, unlettered(unlabelled(line, line.start, middle))),
        (number + rows, unlabelled(line, second, line.end)),
    ]


def _begins(line: Line, number: int, *, upper: bool) -> bool:
    letter = letter_of(number) if upper else letter_of(number).lower()
    begins = line.label is None and line.paragraph is not None and line.text.startswith((f"{letter} ", f"{letter}\t"))
    return begins and not is_code(line)


def unlettered(line: Line) -> Line:
    """Such a line without its letter."""
    paragraph = line.paragraph
    assert paragraph is not None
    return unlabelled(line, paragraph.text.index(line.text[0], line.start) + 1, line.end)


def behind(line: Line, *, several: bool = True) -> tuple[Line, list[tuple[int, Line]]]:
    """A stem whose options stand on the same line: the stem alone, and its options ([] if none).

    With `several` false it is one entry of a list beside another's, whichever letter that carries.
    """
    paragraph = line.paragraph
    if paragraph is None:
        return line, []
    text = paragraph.text[line.start : line.end]
    for upper in (True, False) if not several or _MAYBE.search(text) else ():
        found = _sequence(text, 1, upper=upper) if several else _single(text, upper=upper)
        if len(found) >= 1 + several and found[0].start() > 0:
            starts = [line.start + m.end() for m in found]
            ends = [*(line.start + m.start() for m in found[1:]), line.end]
            first = letter_value(found[0][1])
            options = [(n, unlabelled(line, s, e)) for n, (s, e) in enumerate(zip(starts, ends, strict=True), first)]
            return Line(line.block, part(line, line.start, line.start + found[0].start()).text, line.label,
                        line.start, line.start + found[0].start(), line.opens), options  # fmt: skip
    return line, []


def _single(text: str, *, upper: bool) -> list[re.Match[str]]:
    """The last letter in a text that labels something."""
    return [m for m in _LETTER.finditer(text) if m[1].islower() != upper and letter_value(m[1]) <= MAX_LETTER][-1:]


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


def says_wrong(lines: Sequence[Line], words: Words) -> bool:
    """Whether an option ends in `(false)`: then `(true)` behind another belongs to its words, too."""
    return words.wrong_tail.search(lines[-1].text) is not None


def option(number: int, lines: Sequence[Line], words: Words, *, tail: bool = True, signs: bool = True) -> Option:
    """An option with the marks that may make it the key; `tail` where `(correct)` at its end is one, `signs` where
    ticks and crosses are."""
    lines = [*lines[:-1], uncrossed(lines[-1])] if signs else list(lines)
    first = lines[0]
    if tail and len(lines) == 1 and (found := _said_right(first, words)):
        first, lines = found, [found]
    marks = marks_of(lines)
    if first.slot:
        marks |= {"asterisk"}
    if signs and (starred := asterisk(first)):
        return Option((starred, *lines[1:]), number, marks | {"asterisk"})
    return Option(tuple(lines), number, marks)
