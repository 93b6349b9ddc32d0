"""Word's automatic numbering: the marker that a paragraph shows (ECMA-376 part 1, 17.9).

Option letters and chapter labels often exist only here. Counters belong to the abstract numbering
definition: lists that share one count on, until a start override makes a list begin anew.
"""

from __future__ import annotations

import re

from lxml import etree

from ...document import Marker
from ...text.numerals import shown
from ...text.patterns import lazy
from . import levels
from .levels import Level, Num
from .names import VAL, W

_PLACE = lazy(r"%([1-9])")


class Numbering:
    """List definitions and their running counters; ask for paragraphs in document order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._nums: dict[str, Num] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._of_style: dict[tuple[str, str], int] = {}
        self._read(root)

    def _read(self, root: etree._Element | None) -> None:
        links: dict[str, str] = {}
        targets: dict[str, str] = {}
        for element in root if root is not None else ():
            if element.tag == W + "abstractNum":
                key = element.get(W + "abstractNumId", "")
                self._abstract[key] = {levels.ilvl(e): levels.level(e) for e in element.iterchildren(W + "lvl")}
                if (link := element.find(W + "numStyleLink")) is not None:
                    links[key] = link.get(VAL, "")
                if (link := element.find(W + "styleLink")) is not None:
                    targets[link.get(VAL, "")] = key
            elif element.tag == W + "num":
                self._nums[element.get(W + "numId", "")] = levels.num(element)
        for key, style in links.items():
            if style in targets:
                self._abstract[key] = self._abstract[targets[style]]
        for name, num in self._nums.items():
            for ilvl, level in {**self._abstract.get(num.abstract, {}), **num.own}.items():
                if level.style:
                    self._of_style.setdefault((name, level.style), ilvl)

    def level(self, num: str, ilvl: int) -> Level | None:
        """A list's level definition; None for number 0 and unknown lists."""
        found = self._nums.get(num)
        if found is None:
            return None
        return found.own.get(ilvl) or self._abstract.get(found.abstract, {}).get(ilvl)

    def marker(self, style: str, own: dict[str, object], inherited: dict[str, object]) -> Marker | None:
        """Count a paragraph and give its marker: by its own w:numPr, else by that of its style.

        In a style the level is the one that names the style; a w:ilvl there does not count (17.9.23).
        """
        place = self._place(style, own, inherited)
        return self.next(*place) if place else None

    def indent(self, style: str, own: dict[str, object], inherited: dict[str, object]) -> float | None:
        """Where its level sets a paragraph's text; a style that names its list itself says more than the level.

        So do the paragraph's own properties (17.9.23, 17.3.1.12).
        """
        place = None if "indent" in own else self._place(style, own, inherited)
        if place is None or ("num" not in own and "indent" in inherited):
            return None
        level = self.level(*place)
        return level.indent if level else None

    def _place(self, style: str, own: dict[str, object], inherited: dict[str, object]) -> tuple[str, int] | None:
        num, ilvl = own.get("num"), own.get("ilvl")
        if num is None:
            num = inherited.get("num")
        if not isinstance(num, str):
            return None
        if not isinstance(ilvl, int):
            linked = self._of_style.get((num, style))
            ilvl = linked if linked is not None else inherited.get("ilvl") if "num" not in own else 0
        return num, ilvl if isinstance(ilvl, int) else 0

    def next(self, num: str, ilvl: int) -> Marker | None:
        """Count one paragraph of a list and give the marker it shows; None if it shows none."""
        level = self.level(num, ilvl)
        if level is None:
            return None
        found = self._nums[num]
        counters = self._counters.setdefault(found.abstract, {})
        # A start override counts once, when its list is first met at that level.
        if ilvl in found.starts and (num, ilvl) not in self._begun:
            counters.pop(ilvl, None)
        self._begun.add((num, ilvl))
        counters[ilvl] = counters[ilvl] + 1 if ilvl in counters else found.starts.get(ilvl, level.start)
        for deeper in [d for d in counters if d > ilvl and self._restarts(num, d, ilvl)]:
            del counters[deeper]
        text = level.text if level.kind == "bullet" else self._text(num, ilvl, level, counters)
        if not text and level.kind != "bullet":
            return None
        return Marker(text, level.kind, counters[ilvl], ilvl, found.abstract)

    def _restarts(self, num: str, deeper: int, ilvl: int) -> bool:
        level = self.level(num, deeper)
        restart = level.restart if level else None
        return restart is None or (restart > 0 and ilvl < restart)

    def _text(self, num: str, ilvl: int, level: Level, counters: dict[int, int]) -> str:
        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = level if at == ilvl else self.level(num, at) or Level()
            kind = "decimal" if level.legal and other.kind != "decimalZero" else other.kind
            number = counters.get(at, other.start)
            made = str(number).zfill(other.pad) if other.pad else shown(number, kind)
            # An ordinal brings its own full stop.
            return made.removesuffix(".") if level.text.startswith(".", match.end()) else made

        return _PLACE.sub(place, level.text)
