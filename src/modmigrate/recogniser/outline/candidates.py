"""Which lines may be headings, and how strong each is: by style, label, words and looks."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from msgspec.structs import replace

from ...text.amounts import SEVERAL
from ...text.patterns import lazy
from ...text.signs import asks
from ..lines.labels import value_of
from ..lines.line import Line
from ..lines.signs import body_size, is_option
from ..words.words import Words
from .candidate import BARE, Candidate
from .chapter_labels import MAX_WORDS, labels_of
from .finder import ENDS, NAMING, Finder
from .proposals.series import decorated, heading_series, named_exercises
from .proposals.shouted import shouted
from .settled import one_role

_SERIES = 3
"""Lettered headings that make a series."""
FEW = 4
"""Of these, one in so many announces a part."""
MAX_ANSWER = 3
"""Words that say that the answer follows."""
_PROGRAM = lazy(r"@\w+(?:\(.*\))?|[\w./\\-]*\w\.[a-z][a-z0-9]{0,5}|[A-Za-z]\w*_\w+(?:\(.*\))?")
"""`Main.java`, `@Test`, `activity_main`."""


def candidates(lines: Sequence[Line], words: Words) -> list[Candidate]:
    """All lines that may be headings, in order."""
    options = _option_runs(lines)
    series = heading_series(lines, options, words) | _lettered(lines, words, options) | decorated(lines)
    series |= shouted(lines)
    options |= _answers(lines, words)
    named = named_exercises(lines, words)
    finder = Finder(words, body_size(lines), _heading_lists(lines, words), series, options, labels_of(words), named)
    found = []
    for at, line in enumerate(lines):
        candidate = finder.look(at, line)
        if candidate is not None:
            found.append(candidate)
    found = one_role.settled(_alike(lines, found), lines, words, lambda at: finder.vouched(at, lines[at]))
    return _counted([c for c in found if not _is_program(c)], words)


def _is_program(c: Candidate) -> bool:
    """Whether a line without style or number names a file or a part of a program, above its lines: `Main.java`."""
    return c.level is None and not (c.word or c.marker) and _PROGRAM.fullmatch(c.title) is not None


def _counted(found: list[Candidate], words: Words) -> list[Candidate]:
    """Bare numerals that count on through the headings of one look (`1 Money`, `2 Profit`; `I Licence`) are labels.

    A count may begin anew, and roman give way to arabic: each run that counts on is one.
    """
    out = list(found)
    for look in {c.look for c in found}:
        own = [(at, m) for at, c in enumerate(found) if c.look == look and not c.word and not c.number
               and (m := BARE.fullmatch(c.title))]  # fmt: skip
        runs = _counting_runs(own)
        for run in runs:
            for at, m in run:
                # Counts that begin anew, or give way to another kind, rank by their look alone.
                kind = ("number" if m[1].isdecimal() else "roman") if len(runs) == 1 else ""
                out[at] = replace(found[at], number=m[1], title=m[2], role=found[at].role or words.role(m[2], extra=4),
                                  marker=kind, count=value_of(m[1]) or 0)  # fmt: skip
    return out


def _counting_runs(own: Sequence[tuple[int, re.Match[str]]]) -> list[list[tuple[int, re.Match[str]]]]:
    """Runs of numerals 1, 2, 3 …, two at least; [] where any numeral is left over."""
    runs: list[list[tuple[int, re.Match[str]]]] = []
    for at, m in own:
        if runs and value_of(m[1]) == len(runs[-1]) + 1 and m[1].isdecimal() == runs[-1][0][1][1].isdecimal():
            runs[-1].append((at, m))
        else:
            runs.append([(at, m)])
    whole = all(value_of(run[0][1][1]) == 1 and len(run) > 1 for run in runs)
    return runs if whole else []


def _alike(lines: Sequence[Line], found: list[Candidate]) -> list[Candidate]:
    """Headings numbered by one list at one level rank alike, though only some of them carry a style or are bold."""
    groups: dict[str, list[Candidate]] = {}
    for c in found:
        label = lines[c.at].label
        if label is not None and label.auto:
            groups.setdefault(label.style, []).append(c)
    out = []
    for c in found:
        label = lines[c.at].label
        group = groups.get(label.style, []) if label is not None and label.auto else []
        if len(group) > 1:
            level = min((m.level for m in group if m.level is not None), default=None)
            bold, capitals = any(m.bold for m in group), any(m.capitals for m in group)
            size, centred = max(m.size for m in group), all(m.centred for m in group)
            c = replace(c, level=level, size=size, bold=bold, capitals=capitals, centred=centred)
        out.append(c)
    return out


def _heading_lists(lines: Sequence[Line], words: Words) -> set[str]:
    """Automatic lists (list and level) that number headings: members include styled or announcing ones."""
    members: dict[str, list[Line]] = {}
    for line in lines:
        if line.label is not None and line.label.auto and line.label.kind in ("upper", "roman", "number", "multi"):
            members.setdefault(line.label.style, []).append(line)
    out = set()
    for style, found in members.items():
        styled = sum(1 for x in found if x.paragraph is not None and x.paragraph.level is not None)
        announcing = sum(1 for x in found if x.words <= NAMING and words.role(x.text, extra=2))
        short = all(x.words <= MAX_WORDS and not x.text.endswith(ENDS) for x in found)
        letters = found[0].label is not None and found[0].label.kind in ("upper", "roman")
        if short and (styled or (announcing and letters and len(found) > 1)):
            out.add(style)
    return out


def _lettered(lines: Sequence[Line], words: Words, options: Set[int]) -> frozenset[int]:
    """Bold lines lettered a, b, c … that head parts (`a. Pendahuluan`): some announce what parts of modules hold."""
    found = [(at, x) for at, x in enumerate(lines) if x.label is not None and x.label.kind == "lower"
             and x.paragraph is not None and x.paragraph.layout.bold and x.words <= MAX_WORDS
             and at not in options and not (x.text.endswith(ENDS) or asks(x.text))]  # fmt: skip
    announcing = sum(1 for _, x in found if words.role(x.text, extra=4))
    return frozenset(at for at, _ in found if len(found) >= _SERIES and announcing * FEW >= len(found))


def _answers(lines: Sequence[Line], words: Words) -> set[int]:
    """Lines that only say that the answer follows, before one letter and no further ones: `ANSWER`, `C. income`."""
    return {at for at, line in enumerate(lines[:-1]) if line.label is None and 0 < line.words <= MAX_ANSWER
            and is_option(lines[at + 1]) and not any(is_option(x, _next(lines[at + 1])) for x in lines[at + 2 : at + 3])
            and words.only_says_answer(line.text)}  # fmt: skip


def _next(line: Line) -> int:
    return line.label.number + 1 if line.label is not None else 0


def _option_runs(lines: Sequence[Line]) -> set[int]:
    """Lines lettered A, B, C … one right below the other: options, of which the right one may be set in bold."""
    out: set[int] = set()
    run: list[int] = []
    for at, line in enumerate([*lines, None]):
        label = line.label if line is not None else None
        lettered = label is not None and label.kind in ("upper", "lower")
        before = lines[run[-1]].label if run else None
        follows = before is not None and label is not None and label.number == before.number + 1
        if lettered and follows and before is not None and label is not None and label.style == before.style:
            run.append(at)
            continue
        if len(run) > SEVERAL:
            out.update(run)
        run = [at] if lettered and label is not None and label.number == 1 else []
    return out
