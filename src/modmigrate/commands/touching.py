"""Which activities a module gets, and why others are refused: decisions as `inspect --why` lists them."""

from __future__ import annotations

from collections.abc import Iterator

from ..activities.reasons import about
from ..pipeline import Extraction
from ..recogniser.why import Reason
from ..source import NOWHERE


def activities(found: Extraction) -> Iterator[Reason]:
    """A decision for each activity, then for each that was refused."""
    from ..renderer.active.chosen import planned

    plan = planned(found.module, found.media)
    for verdict in (*plan.chosen, *plan.refused):
        what, decision, evidence = about(verdict)
        yield Reason(NOWHERE, what, decision, (evidence,), "sure")
