"""The activities of a module as its screens are divided, for the renderer and for those who ask why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...activities import Page, Plan, plan
from ...module import Module
from ..editions import for_edition
from ..frame.imprint import imprint
from ..frame.titles import calmed
from ..media import ratios
from ..outline import Outline, outline
from ..paper import without_paper


def chosen(module: Module, shown: Outline) -> Plan:
    """What gives something to do on these screens, and what was refused."""
    return plan(module, _pages(shown))


def prepared(module: Module) -> Module:
    """A module as learners read it."""
    return calmed(imprint(without_paper(for_edition(module, "learner"))[0])[0])


def planned(module: Module, media: Mapping[str, bytes]) -> Plan:
    """The same for a module that is not rendered now; its learner's edition counts."""
    own = prepared(module)
    return chosen(own, outline(own, ratios(media)))


def _pages(shown: Outline) -> Iterator[Page]:
    for section in shown.sections:
        for screen in section.screens:
            quiet = bool(screen.part.exercise) or not section.ordinal
            yield Page(screen.part.heading, screen.part.blocks, section.chapter.content, quiet)
