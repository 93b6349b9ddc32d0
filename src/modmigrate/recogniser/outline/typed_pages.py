"""Page numbers, and the feet above them, that were typed into a text: furniture of the printed page.

Evidence: lines of nothing but a number, two at least, that grow through the document a page's worth of lines apart;
a foot is the same line right before each of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ...text.amounts import SEVERAL
from ...text.patterns import lazy
from ..lines.line import Line

_NUMBER = lazy(r"[-–\s]*(\d{1,3})[-–\s]*")
PAGE = 8
"""Lines of a page, at least."""
FOOT = 12
"""Words of a foot, at most."""


def typed_pages(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of such lines; empty where there is any doubt."""
    numbers = [(at, int(found[1])) for at, x in enumerate(lines) if (found := _number(x))]
    grows = all(b > a and there - here >= PAGE for (here, a), (there, b) in pairwise(numbers))
    if len(numbers) < SEVERAL or not grows:
        return frozenset()
    feet = Counter(lines[at - 1].text for at, _ in numbers if at and 0 < lines[at - 1].words <= FOOT)
    repeated = {text for text, count in feet.items() if count == len(numbers)}
    above = {at - 1 for at, _ in numbers if at and lines[at - 1].text in repeated}
    return frozenset({at for at, _ in numbers} | above)


def _number(line: Line) -> re.Match[str] | None:
    paragraph = line.paragraph
    plain = paragraph is not None and line.label is None and not paragraph.layout.bold and paragraph.level is None
    return _NUMBER.fullmatch(line.text) if plain else None
