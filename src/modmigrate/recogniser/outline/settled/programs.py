"""A look that programs have heads nothing: commands set in bold between lines that say what they do.

Titles begin with a capital, a figure, or in a script without case. Of a look whose lines mostly do not, those head
nothing that begin with a small letter or a sign. Whole designs write their titles small, too: larger than the text is,
or without anything that is written as people write to machines.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ....text.amounts import ALMOST_ALL, HALF, reaches
from ....text.patterns import lazy
from ...lines.line import Line
from ...lines.signs import body_size, is_code
from ..candidate import Candidate

LEAST = 4
"""Lines of such a look; fewer may be a slip of the hand."""
_OPENS = frozenset("\"'“”„‘’«‹(（[【「『《¿¡…–—-*")
"""Signs that a title may begin with."""
_MACHINE = lazy(r"(?:^|\s)(?:--?\w|\.{0,2}/\w)|[\\=<>$_{}]|\w{2}\.[a-z]{2,4}\b|\w\(")
"""What commands and programs have, and titles as a rule do not."""
_Look = tuple[float, bool, bool]


def without_programs(found: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The candidates without commands and lines of programs."""
    looks: defaultdict[_Look, list[Candidate]] = defaultdict(list)
    for c in found:
        if c.level is None and not (c.marker or c.word or c.role):
            looks[_look(lines[c.at])].append(c)
    coded = Counter(_look(x) for x in lines if x.paragraph is not None and x.label is None and is_code(x))
    dropped: set[int] = set()
    body = round(body_size(lines))
    for look, group in looks.items():
        low = [c.at for c in group if _is_low(c.title)]
        told = len(low) + coded[look]
        signed = look[0] <= body and (any(_MACHINE.search(c.title) for c in group) or _begin_large(found, group))
        if low and (signed or coded[look]) and told >= LEAST and reaches(told, len(group) + coded[look], HALF):
            dropped.update(low)
    return [c for c in found if c.at not in dropped]


def _begin_large(found: Sequence[Candidate], group: Sequence[Candidate]) -> bool:
    """Whether the document's other headings begin as titles do: it does not write them small."""
    own = {c.at for c in group}
    others = [not _is_low(c.title) for c in found if c.at not in own and c.title]
    return sum(others) >= LEAST and reaches(sum(others), len(others), ALMOST_ALL)


def _look(line: Line) -> _Look:
    assert line.paragraph is not None
    layout = line.paragraph.layout
    return (round(layout.size or 0), layout.bold, layout.centred)


def _is_low(title: str) -> bool:
    """Whether a title begins as none does."""
    first = title[:1]
    return first.islower() or not (first.isalnum() or first in _OPENS)
