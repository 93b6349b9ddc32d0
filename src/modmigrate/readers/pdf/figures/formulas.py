"""Stacked formulas among the lines of a page.

A formula that stands by itself between lines of text is shown as a picture, with its words as text: on paper its
pieces have places that no line of text gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....document import Media
from ..ground.frame import Frame
from ..ground.page import Box, Figure, Item, Line
from ..lines.lines import in_words
from .fractions import Stack
from .pictures import region

_SCALE = 3.0
_LINE = 0.6
"""Baselines of lines of text are farther apart than this, in sizes; pieces of a formula are not."""


def settle(items: list[Item], stacks: Sequence[Stack], page: Any, frame: Frame, media: dict[str, Media]) -> list[Item]:
    """Lines told how far their fractions stand out; formulas that stand by themselves as pictures."""
    out: list[Item] = []
    for run in _runs(items):
        if not isinstance(run, list):
            out.append(run)
            continue
        own = [s for line in run for s in _in_line(stacks, line)]
        for line in run:
            _stretch(line, _in_line(stacks, line))
        if all(line.math for line in run) and (own or len(run) > 1):
            box = _extent(run, own)
            name = region(page, frame, box, media, _SCALE)
            if name is not None:
                out.append(Figure(name, box, " ".join(map(in_words, run))))
                continue
        out += run
    return out


def _runs(items: Sequence[Item]) -> Iterator[list[Line] | Item]:
    """Lines of mathematics that stand too close to be lines of text, as one; every other line by itself."""
    run: list[Line] = []
    for item in items:
        if not isinstance(item, Line):
            if run:
                yield run
            run = []
            yield item
            continue
        if run and not (item.math and run[-1].math and abs(item.y - run[-1].y) < _LINE * max(item.size, run[-1].size)):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _in_line(stacks: Sequence[Stack], line: Line) -> list[Stack]:
    return [s for s in stacks if abs(s.y - line.y) < 0.3 * line.size and line.x0 - 1 <= s.x0 and s.x1 <= line.x1 + 1]


def _stretch(line: Line, own: Sequence[Stack]) -> None:
    if own:
        line.rise = max(0.0, line.top - min(s.box.y0 for s in own))
        line.fall = max(0.0, max(s.box.y1 for s in own) - line.y - 0.25 * line.size)


def _extent(run: Sequence[Line], own: Sequence[Stack]) -> Box:
    boxes = [Box(x.x0, x.y - x.size, x.x1, x.y + 0.4 * x.size) for x in run] + [s.box for s in own]
    out = boxes[0]
    for box in boxes[1:]:
        out = out.joined(box)
    return Box(max(out.x0 - 2, 0), max(out.y0 - 2, 0), out.x1 + 2, out.y1 + 2)
