"""Marks that are the same beside every statement of an exercise: an offer, no key.

`(V) (F)` behind each, a cross that is printed in every box: what does not differ from one question to the next was put
there for the learner. A whole exercise with one and the same key is a misreading until shown otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ....module import folded
from ..draft import Draft

ENOUGH = 3
"""Statements; two may have the same answer by chance."""


def unless_constant(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, answers that were marked in place dropped where all that are marked have the same.

    Two of two may be so by chance; two of more are not.
    """
    marked = [d for d in drafts if d.answer_source == "marked" and d.answer and not d.options]
    alike = len({folded(d.answer) or d.answer for d in marked}) == 1
    if not alike or len(drafts) < ENOUGH or len(marked) < ENOUGH - 1:
        return list(drafts)
    return [replace(d, answer="", answer_source="none") if d in marked else d for d in drafts]
