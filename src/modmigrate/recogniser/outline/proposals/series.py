"""Headings told by how they count alone, in a text without looks: `A. Tujuan`, `B. Uraian Materi`, `C. Latihan`;
`Exercice 1 Le prix`, `Exercice 2 La marge`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ....text.patterns import lazy
from ....text.signs import asks
from ...lines.line import Line
from ...words.words import EXERCISES, Words
from ..finder import ENDS

_SPACED = lazy(r"(?P<word>[^\W\d]+(?:\s[^\W\d]+)?)\s++(?P<number>\d{1,2})\s++(?P<title>[^\W\d]\S*+.*)")
"""A word, its number and a title with nothing but blanks between them."""
MAX_WORDS = 10
ENOUGH = 2
"""Announcing titles that make a series one of headings."""


def heading_series(lines: Sequence[Line], options: Collection[int], words: Words) -> frozenset[int]:
    """Indices of lines whose typed capitals or roman numerals count on without a gap, several of which announce parts.

    A title's letter says more than its look where a document has none: between `A. Tujuan` and `C. Latihan`
    stands the heading `B. Uraian Materi`. Options are told apart by standing one right below the other.
    """
    found = [run for run in _runs(lines, options) if _heads([lines[at] for at in run])]
    counts = [(run, sum(bool(words.role(lines[at].text, extra=3)) for at in run)) for run in found]
    sure = {_style(lines[run[0]]) for run, count in counts if count >= ENOUGH and run[-1] - run[0] >= len(run)}
    # In another chapter one announcing title is enough for the same kind of letter.
    return frozenset(at for run, count in counts if count and _style(lines[run[0]]) in sure for at in run)


def decorated(lines: Sequence[Line]) -> frozenset[int]:
    """Bold lines behind a typed sign (`■ Goals`) that stands before nothing else, each with a text of its own."""
    signs: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if line.label is not None and line.label.kind == "bullet" and not line.label.auto:
            signs.setdefault(line.label.style, []).append(at)
    return frozenset(at for own in signs.values() if len(own) > 1 and _heads([lines[at] for at in own])
                     and all(_is_bold(lines[at]) for at in own) and all(b > a + 1 for a, b in pairwise(own))
                     for at in own)  # fmt: skip


def named_exercises(lines: Sequence[Line], words: Words) -> dict[int, tuple[str, str, str]]:
    """Lines that name exercises by a word and a number that counts on from 1, and by a title that asks nothing: what
    each announces, its label and its title, by line.

    Three at least, each with a text of its own: a mention in running text counts nothing. Where most are titles, one
    that ends in a question mark is one as well.
    """
    run: dict[int, tuple[str, str, str]] = {}
    titled = 0
    for at, line in enumerate(lines):
        found = _SPACED.fullmatch(line.text) if line.paragraph is not None and line.label is None else None
        if found is None or int(found["number"]) != len(run) + 1 or line.words > MAX_WORDS + ENOUGH:
            continue
        role = words.role(found["word"], extra=0)
        if role in EXERCISES and at - 1 not in run:
            run[at] = (role, f"{found['word']} {found['number']}", found["title"])
            titled += not (line.text.endswith(ENDS) or words.tells(found["title"]) or asks(found["title"]))
    return run if titled > ENOUGH and titled * 2 > len(run) else {}


def _is_bold(line: Line) -> bool:
    return line.paragraph is not None and line.paragraph.layout.bold


def _heads(titles: Sequence[Line]) -> bool:
    return all(x.words <= MAX_WORDS and not (x.text.endswith((*ENDS, ":")) or asks(x.text)) for x in titles)


def _style(line: Line) -> str:
    return line.label.style if line.label is not None else ""


def _runs(lines: Sequence[Line], options: Collection[int]) -> Iterator[list[int]]:
    """Runs of lines of one style of label, from the first letter on."""
    open_runs: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        label = line.label
        if label is None or label.auto or label.kind not in ("upper", "roman") or at in options:
            continue
        run = open_runs.get(label.style, [])
        before = lines[run[-1]].label if run else None
        if before is not None and label.number == before.number + 1:
            run.append(at)
        elif label.number == 1:
            if run:
                yield run
            open_runs[label.style] = [at]
    yield from open_runs.values()
