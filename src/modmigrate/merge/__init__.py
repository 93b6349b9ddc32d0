"""A new extraction into a module that people edited: a three-way merge of values.

In: the previous extraction, the edited module, the new extraction. Out: the merged module and a
finding for each place where both sides changed the same thing. A hand edit is never overwritten.
"""

from __future__ import annotations

from ..module import Module
from ..report import Finding
from . import align, notes
from .choices import Choices
from .counting import counted
from .index import index
from .three_way import Merger

__all__ = ["aligned", "counted", "merge"]


def aligned(base: Module, extracted: Module) -> Module:
    """`extracted` with the ids that its elements and notes have in `base`, also where their words changed.

    Keep this, not the bare extraction, as the base of the next merge.
    """
    return notes.renumbered(base, align.aligned(base, extracted))


def merge(base: Module | None, edited: Module, extracted: Module) -> tuple[Module, tuple[Finding, ...]]:
    """The edited module with what changed in the source since `base`, and MERGE_CONFLICT findings.

    What only the person changed stays; what only the source changed is taken; where both changed
    one thing, the person's stays and a finding says so. Without a base every difference counts as
    a hand edit, so that `edited` comes back as it is.
    """
    if base is None:
        return edited, ()
    # Ids in `edited` win: they are what learners' progress hangs on.
    base = align.aligned(edited, base, twins=False)
    source = aligned(base, extracted)
    if edited == base or source == base:
        return (source if edited == base else edited), ()
    choices = Choices(index(base), index(edited), index(source))
    merged = Merger(choices).module(base, edited, source)
    if homeless := _homeless(choices, merged):
        choices = Choices(choices.base, choices.edited, choices.source, homeless)
        merged = Merger(choices).module(base, edited, source)
    return merged, tuple(dict.fromkeys(choices.findings))


def _homeless(choices: Choices, merged: Module) -> frozenset[str]:
    """Ids that both sides have and the result lacks."""
    return frozenset((choices.edited.keys() & choices.source.keys()) - index(merged).keys())
