"""Headings that only their capitals set apart: `WHAT ENERGY IS`, `KINDS OF ENERGY` in a text without loud lines.

One such line may be an acronym or a shout; several, of words alone and each above a text of its own, divide it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....text.amounts import HALF, MOST, reaches
from ....text.patterns import lazy
from ....text.signs import STOPS
from ...lines.line import Line
from ...lines.signs import is_code

LEAST = 3
"""Lines in capitals that divide a text."""
LONGEST = 10
"""Words of such a line."""
TITLES = ("title", "judul")
"""Styles of a document's title."""
LETTERS = 9
"""Letters of such a line: acronyms have fewer."""
_WORDS = lazy(r"[^\W\d]+(?:[ ,/&’'–-]+[^\W\d]+)+(?: ?\([^\W\d]+(?: [^\W\d]+)*\))?")
_SENTENCE_ENDS = (*STOPS, ":", "…", ")", "”")


def shouted(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of lines of words in capitals, neither labelled nor otherwise loud, that divide the text.

    A text set in capitals throughout has none that stand out.
    """
    own = frozenset(at for at, line in enumerate(lines) if _is_shouted(line) and _is_apart(lines, at))
    text = sum(bool(x.text) for x in lines)
    headed = sum(at + 1 < len(lines) and at + 1 not in own for at in own)
    if len(own) < LEAST or not reaches(headed, len(own), HALF) or reaches(len(own), text, MOST):
        return frozenset()
    return own


def _is_shouted(line: Line) -> bool:
    paragraph = line.paragraph
    if paragraph is None or line.label is not None or not line.text.isupper() or line.words > LONGEST:
        return False
    letters = sum(c.isalpha() for c in line.text)
    return letters >= LETTERS and _WORDS.fullmatch(line.text) is not None and not is_code(line)


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether the line before ends what it says, shouts as well, or is a title itself."""
    before = next((lines[n] for n in range(at - 1, -1, -1) if lines[n].text), None)
    if before is None or before.text.endswith(_SENTENCE_ENDS) or before.text.isupper():
        return True
    paragraph = before.paragraph
    if paragraph is None:
        return False
    layout = paragraph.layout
    titled = paragraph.style.lower() in TITLES or paragraph.level is not None
    return titled or layout.bold or layout.centred
