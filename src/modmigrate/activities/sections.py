"""Sub-sections of one rank that stand side by side: each opens by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..module import Block, Heading, Objectives, texts, walk
from ..questions import Question
from .records import Parts, Refused, Verdict
from .texts import bare

FEWEST, MOST = 3, 8
LEAST, EACH, ALL = 80, 1800, 600
"""Letters of a part at least and at most, and of all together at least."""


def of_screen(blocks: Sequence[Block]) -> Iterator[Verdict]:
    """The runs of such parts on a screen."""
    for parts in _runs(blocks):
        if len(parts) < FEWEST:
            continue
        first = parts[0][0]
        sizes = [sum(len(bare(t)) for b in walk(own) for t in texts(b)) for _, own in parts]
        inside = [b for _, own in parts for b in walk(own)]
        if any(isinstance(b, Question | Objectives) for b in inside):
            yield Refused("fold", first, "a part holds a question or objectives")
        elif len(parts) > MOST:
            yield Refused("fold", first, f"{len(parts)} parts; more than {MOST} are a list of their own")
        elif min(sizes) < LEAST or sum(sizes) < ALL:
            yield Refused("fold", first, "a part is too short to be opened for")
        elif max(sizes) > EACH:
            yield Refused("fold", first, "a part is too long to stand in a fold")
        else:
            yield Parts(first, tuple(parts))


def _runs(blocks: Sequence[Block]) -> Iterator[list[tuple[Heading, tuple[Block, ...]]]]:
    """Headings of one level from 3 down, each with what stands below it, up to one of a higher rank."""
    ranks = [b.level for b in blocks if isinstance(b, Heading) and b.level > 2]
    if not ranks:
        return
    rank = min(ranks)
    run: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= rank:
            plain = block.level == rank and not block.exercise and not block.meaning and block.activities == "auto"
            if not plain:
                yield [(h, tuple(own)) for h, own in run]
                run = []
            else:
                run.append((block, []))
        elif run:
            run[-1][1].append(block)
    yield [(h, tuple(own)) for h, own in run]
