"""Words to be put in order: `school / to / she / goes / .`, alone or below the sentence that they are to become.

Forms and menus have strokes, too: words of a sentence are many, short and mostly small, and stand so in most questions.
They stay in the stem as they are printed, since what is typed of them is what keys and teachers speak of.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....text.amounts import HALF, MOST, SEVERAL, reaches
from ....text.patterns import lazy
from ...lines.line import Line, unlabelled
from ..draft import Draft, Option

_STROKE = lazy(r"\s/\s|／")
_PIECE = lazy(r"(?:(?<=\s/\s)|(?<=／)|^)\s*([^/／\n]+?)\s*(?=\s/\s|／|$)")
FEWEST = 4
"""Words of such a line, at least."""
LONGEST = 3
"""Words that may belong together in it."""


def scrambled(line: Line) -> list[Line]:
    """The words that a line holds apart by strokes, each as a line; [] for other lines."""
    paragraph = line.paragraph
    if paragraph is None or not _STROKE.search(line.text):
        return []
    found = list(_PIECE.finditer(paragraph.text[line.start : line.end]))
    worded = [m for m in found if any(c.isalnum() for c in m[1])]
    short = all(len(m[1].split()) <= LONGEST and not m[1].endswith((":", "：")) for m in worded)
    alone = sum(len(m[1].split()) == 1 for m in worded)
    small = sum(not m[1][:1].isupper() for m in worded)
    most = reaches(alone, len(worded), MOST) and reaches(small, len(worded), HALF)
    if len(worded) < FEWEST or not short or not most:
        return []
    return [unlabelled(line, line.start + m.start(1), line.start + m.end(1)) for m in worded]


def before_scrambled(flat: Sequence[Line]) -> list[int]:
    """Where unlabelled questions of this kind begin: at the words, or at the line above them."""
    own = [at for at, line in enumerate(flat) if scrambled(line)]
    if len(own) < SEVERAL:
        return []
    above = [at for at in own if at and at - 1 not in own and flat[at - 1].text]
    return [at - 1 for at in above] if len(above) == len(own) else own


def with_scrambled(drafts: Sequence[Draft]) -> list[Draft]:
    """The questions, the words of each as what is to be put in order, where most have such."""
    found = [_words(d) for d in drafts]
    if not reaches(sum(map(bool, found)), len(drafts), MOST) or len(drafts) < SEVERAL:
        return list(drafts)
    return [
        replace(d, kind="order", options=tuple(Option((x,), n) for n, x in enumerate(own, 1))) if own else d
        for d, own in zip(drafts, found, strict=True)
    ]


def _words(draft: Draft) -> list[Line]:
    plain = not (draft.options or draft.right or draft.kind) and bool(draft.stem)
    return scrambled(draft.stem[-1]) if plain else []
