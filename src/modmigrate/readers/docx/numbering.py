"""Word's automatic numbering: the marker that a paragraph shows (ECMA-376 part 1, 17.9).

Option letters and chapter labels often exist only here. Counters belong to the abstract numbering
definition: lists that share one count on, until a start override makes a list begin anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from ...document import Marker
from .names import VAL, W, is_on
from .numerals import shown

_PLACE = re.compile(r"%([1-9])")
_BULLETS = {"·": "•", "o": "•", "§": "•", "Ø": "•", "ü": "✓", "q": "•", "v": "•", "": "•"}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list definition."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str = ""
    indent: float = 0.0


class Numbering:
    """List definitions and their running counters; ask for paragraphs in document order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._nums: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.by_style: dict[str, tuple[str, int]] = {}
        self._read(root)

    def _read(self, root: etree._Element | None) -> None:
        links: dict[str, str] = {}
        targets: dict[str, str] = {}
        for element in root if root is not None else ():
            if element.tag == W + "abstractNum":
                key = element.get(W + "abstractNumId", "")
                self._abstract[key] = {_ilvl(e): _level(e) for e in element.iterchildren(W + "lvl")}
                if (link := element.find(W + "numStyleLink")) is not None:
                    links[key] = link.get(VAL, "")
                if (link := element.find(W + "styleLink")) is not None:
                    targets[link.get(VAL, "")] = key
            elif element.tag == W + "num":
                self._read_num(element)
        for key, style in links.items():
            if style in targets:
                self._abstract[key] = self._abstract[targets[style]]
        for num, (abstract, own, _) in self._nums.items():
            for ilvl, level in {**self._abstract.get(abstract, {}), **own}.items():
                if level.style:
                    self.by_style.setdefault(level.style, (num, ilvl))

    def _read_num(self, element: etree._Element) -> None:
        abstract = element.find(W + "abstractNumId")
        own: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            if (start := override.find(W + "startOverride")) is not None:
                starts[_ilvl(override)] = _int(start.get(VAL), 1)
            if (level := override.find(W + "lvl")) is not None:
                own[_ilvl(override)] = _level(level)
        key = "" if abstract is None else abstract.get(VAL, "")
        self._nums[element.get(W + "numId", "")] = (key, own, starts)

    def level(self, num: str, ilvl: int) -> Level | None:
        """A list's level definition; None for number 0 and unknown lists."""
        if num not in self._nums:
            return None
        abstract, own, _ = self._nums[num]
        return own.get(ilvl) or self._abstract.get(abstract, {}).get(ilvl)

    def next(self, num: str, ilvl: int) -> Marker | None:
        """Count one paragraph of a list and give the marker it shows; None if it shows none."""
        level = self.level(num, ilvl)
        if level is None:
            return None
        abstract, _, starts = self._nums[num]
        counters = self._counters.setdefault(abstract, {})
        self._begin(num, ilvl, counters, starts)
        counters[ilvl] = counters[ilvl] + 1 if ilvl in counters else starts.get(ilvl, level.start)
        for deeper in [d for d in counters if d > ilvl and self._restarts(num, d, ilvl)]:
            del counters[deeper]
        text = self._text(num, ilvl, level, counters)
        if not text and level.kind != "bullet":
            return None
        return Marker(text, level.kind, counters[ilvl], ilvl, abstract)

    def _begin(self, num: str, ilvl: int, counters: dict[int, int], starts: dict[int, int]) -> None:
        # A start override counts once, when its list is first met at that level.
        if ilvl in starts and (num, ilvl) not in self._begun:
            counters.pop(ilvl, None)
        self._begun.add((num, ilvl))

    def _restarts(self, num: str, deeper: int, ilvl: int) -> bool:
        level = self.level(num, deeper)
        restart = level.restart if level else None
        return restart is None or (restart > 0 and ilvl < restart)

    def _text(self, num: str, ilvl: int, level: Level, counters: dict[int, int]) -> str:
        if level.kind == "bullet":
            return _BULLETS.get(level.text, level.text if level.text < "\ue000" or level.text > "\uf8ff" else "•")

        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self.level(num, at) or Level()
            kind = "decimal" if level.legal and at != ilvl else other.kind
            kind = "decimal" if level.legal and other.kind not in ("decimal", "decimalZero") else kind
            return shown(counters.get(at, other.start), kind)

        return _PLACE.sub(place, level.text)


def _level(element: etree._Element) -> Level:
    level = Level()
    for child in element:
        tag, value = child.tag, child.get(VAL)
        if tag == W + "numFmt":
            level = replace(level, kind=value or "decimal")
        elif tag == W + "lvlText":
            level = replace(level, text=value or "")
        elif tag == W + "start":
            level = replace(level, start=_int(value, 1))
        elif tag == W + "lvlRestart":
            level = replace(level, restart=_int(value, 0))
        elif tag == W + "isLgl":
            level = replace(level, legal=is_on(value))
        elif tag == W + "pStyle":
            level = replace(level, style=value or "")
    return level


def _ilvl(element: etree._Element) -> int:
    return _int(element.get(W + "ilvl"), 0)


def _int(value: str | None, default: int) -> int:
    try:
        return int(value) if value else default
    except ValueError:
        return default
