"""Which version of an element stands: the rules for what was changed, added, deleted or moved on either side."""

from __future__ import annotations

from typing import Any, TypeAlias

from msgspec import Struct, field

from ..report import Code, Finding, finding
from .index import CHAPTERS, OPENING, Spot
from .labels import sides, what, where
from .words import bare

Trio: TypeAlias = tuple[Any, Any, Any]
"""Base, edited and source version of one thing; None where a version lacks it."""


class Choices(Struct):
    """The three modules' elements by id, and the conflicts found so far."""

    base: dict[str, Spot]
    edited: dict[str, Spot]
    source: dict[str, Spot]
    homeless: frozenset[str] = frozenset()
    """Ids whose place in the edited module is gone with a list around it: they stand where the source has them."""
    findings: list[Finding] = field(default_factory=list)
    chapter: str = ""
    """The title of the chapter that is being merged."""

    def conflict(self, element: Any, attribute: str = "", mine: Any = None, theirs: Any = None) -> None:
        """Notes that the person's version of an element was kept; with both sides where they are known."""
        place = where(getattr(element, "source", ""), self.chapter)
        said = sides(mine, theirs)
        self.findings.append(finding(Code.MERGE_CONFLICT, place, what=what(element, attribute), sides=said))

    def value(self, trio: Trio, element: Any, attribute: str = "") -> Any:
        """One value of three; the person's, and a finding, where both sides changed it."""
        base, edited, source = trio
        if edited in (base, source):
            return source
        if attribute == "unsure":
            return _doubts(base, edited, source)
        if source != base and attribute != "source":
            self.conflict(element, attribute, edited, source)
        return edited

    def unnamed(self, local: Trio) -> Trio | None:
        """What becomes of an entry without an id; None when it goes."""
        base, edited, source = local
        if edited is None:
            if base is not None and source is not None and bare(base) != bare(source):
                self.conflict(source)
            return None if base is not None else local
        if source is not None or base is None:
            return local
        return None if edited == base else self._kept(base, edited)

    def _kept(self, base: Any, edited: Any) -> Trio:
        """The source lost what the person changed: it stays, as if the source had not changed."""
        self.conflict(edited)
        return base, edited, base

    def named(self, key: str, local: Trio, container: str) -> Trio | None:
        """What becomes of an element with an id in this list, wherever else the versions have it."""
        base, edited, source = (spots.get(key) for spots in (self.base, self.edited, self.source))
        if edited is None:
            if base is not None and local[2] is not None and bare(base.element) != bare(local[2]):
                self.conflict(local[2])
            return local if base is None and local[2] is not None else None
        by_hand = base is not None and edited.container != base.container
        in_source = base is not None and source is not None and source.container != base.container and not by_hand
        here = local[1]
        if in_source and source is not None and self._stands(source.container):
            here = local[2] if source.container == container else None
        if key in self.homeless:
            here = local[2]
        if here is None:
            return None
        if base is not None and source is None and local[2] is None:
            gone = edited.element == base.element and not by_hand
            return None if gone else self._kept(base.element, edited.element)
        return base and base.element, edited.element, source.element if source else local[2]

    def _stands(self, container: str) -> bool:
        """Whether a list of the source is part of the result: the person did not delete what holds it."""
        root = container.split("/")[0]
        return root in (OPENING, CHAPTERS) or root in self.edited or root not in self.base


def _doubts(base: tuple[str, ...], edited: tuple[str, ...], source: tuple[str, ...]) -> tuple[str, ...]:
    """What a person settled stays settled; new doubts of the source come, and those that it has no more go."""
    return (*(w for w in edited if w in source or w not in base), *(w for w in source if w not in (*base, *edited)))
