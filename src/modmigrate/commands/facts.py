"""A module in figures: its row in the table of a shelf."""

from __future__ import annotations

from typing import Any

from ..doubts import count
from ..pipeline import Extraction, Package


def facts(found: Extraction, built: Package | None = None) -> dict[str, Any]:
    """Pages (None where the source stores none), chapters, questions, those that count, doubts, and the weight."""
    from ..renderer.editions import for_edition
    from ..renderer.outline import outline

    module = found.module
    if built is not None:
        asked, scored = built.counts.questions, built.counts.scored
    else:
        plan = list(outline(for_edition(module, "learner")).questions())
        asked, scored = len(plan), sum(q.points > 0 for q in plan)
    return {
        "pages": (found.document.pages or None) if found.document is not None else None,
        "chapters": sum(chapter.role == "body" for chapter in module.chapters),
        "questions": asked, "scored": scored, "doubts": count(module),
        "kB": None if built is None else max(1, round(len(built.data) / 1000)),
    }  # fmt: skip
