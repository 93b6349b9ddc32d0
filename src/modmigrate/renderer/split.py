"""A chapter → the parts that are shown one at a time.

A part begins at each level-2 heading and each exercise, goes on while it is very short, and is divided
where it is long: at lower headings, else between paragraphs. Its id is that of the block it begins with
(or made from that block's words), never a position. A question is never divided.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from ..module import Block, Chapter, Exercise, Figure, Glossary, Heading, Paragraph, Table, folded, walk
from ..questions import Question
from ..text import inline

SHORT = 400
"""A part under this weight (about a third of a phone's screen) takes the next section in."""
LONG = 6000
"""Above this weight (some six phone screens, four minutes) a part is divided where a heading allows it."""
VERY_LONG = 9000
"""Above this weight it is divided between paragraphs, too."""


class Part(Struct, frozen=True):
    """Blocks of one screen. `first` marks a chapter's first; `heading` is the one it begins with, if any."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    first: bool = False
    heading: Heading | None = None
    exercise: Exercise | None = None
    continued: bool = False


class _Draft:
    def __init__(self, heading: Heading | None, exercise: Exercise | None) -> None:
        self.heading = heading
        self.exercise = exercise
        self.blocks: list[Block] = []
        self.weight = 0

    def add(self, block: Block) -> None:
        self.blocks.append(block)
        self.weight += weight(block)


def split(chapter: Chapter, chapter_id: str, names: Mapping[int, str], fresh: Callable[[str], str]) -> Iterator[Part]:
    """Parts of a chapter in order, at least one; `fresh` makes an id unique."""
    number = 0
    for draft in _drafts(chapter):
        for position, blocks in enumerate(_divided(draft)):
            head = blocks[0] if blocks and isinstance(blocks[0], Heading) else None
            own = draft.heading if position == 0 else head
            yield Part(
                id=_id(chapter_id if number == 0 else "", own, blocks, names, fresh),
                title=_title(chapter, own or draft.heading)
                + (f" ({position + 1})" if position and head is None else ""),
                blocks=tuple(blocks),
                first=number == 0,
                heading=own,
                exercise=draft.exercise,
                continued=position > 0 and head is None,
            )
            number += 1


def _id(
    chapter_id: str, heading: Heading | None, blocks: list[Block], names: Mapping[int, str], fresh: Callable[[str], str]
) -> str:
    if chapter_id:
        return chapter_id
    if heading is not None:
        return names[id(heading)]
    words = folded(" ".join(_words(b) for b in blocks[:1]))[:200]
    return fresh(f"part-{hashlib.sha256(words.encode()).hexdigest()[:6]}")


def _title(chapter: Chapter, heading: Heading | None) -> str:
    if heading is None:
        return inline.plain(chapter.title)
    number = "" if heading.text.startswith(heading.number) else heading.number
    return " ".join(inline.plain(f"{number} {heading.text}").split())


def _drafts(chapter: Chapter) -> list[_Draft]:
    """Undivided parts: one per section and exercise."""
    drafts = [_Draft(None, chapter.exercise)]
    open_: list[Heading] = []
    for block in chapter.content:
        if isinstance(block, Heading):
            ended = [h for h in open_ if h.level >= block.level]
            open_ = [h for h in open_ if h.level < block.level]
            # «Evaluasi» (test) with «A. Pilihan Ganda» (test) below it is one test, not two.
            inside = open_[-1].exercise if open_ else chapter.exercise
            starts = block.exercise is not None and block.exercise != inside
            if starts:
                open_.append(block)
            full = drafts[-1].weight >= SHORT or _stands_alone(block, drafts[-1])
            if starts or ended or (block.level <= 2 and not inside and full):
                _begin(drafts, block, block.exercise if starts else inside, starts=starts)
        drafts[-1].add(block)
    return drafts


def _stands_alone(heading: Heading, last: _Draft) -> bool:
    """A summary shares its screen neither with what it sums up nor with what follows."""
    above = last.heading.meaning if last.heading else ""
    return bool(last.blocks) and "summary" in (heading.meaning, above)


def _begin(drafts: list[_Draft], heading: Heading, exercise: Exercise | None, *, starts: bool) -> None:
    """A draft that begins with the heading, or with those right above it that lead to nothing but its exercise."""
    last = drafts[-1].blocks
    leading: list[Heading] = []
    while starts and last and isinstance(above := last[-1], Heading) and _leads(above, heading):
        leading.insert(0, above)
        last.pop()
    if not last:
        drafts.pop()  # the chapter, or the part, begins with this heading
    drafts.append(_Draft([*leading, heading][0], exercise))
    for block in leading:
        drafts[-1].add(block)


def _leads(above: Heading, heading: Heading) -> bool:
    return above.level < heading.level or above.exercise in (None, heading.exercise)


def _divided(draft: _Draft) -> list[list[Block]]:
    """The draft's blocks, in several parts when there is much to read; a test stays whole."""
    if draft.exercise in ("test", "pretest") or draft.weight <= LONG:
        return [draft.blocks]
    parts: list[list[Block]] = [[]]
    size = 0
    for block in draft.blocks:
        at_heading = isinstance(block, Heading) and size >= LONG // 3
        at_block = size >= LONG and not isinstance(block, Heading) and _may_break(parts[-1])
        if at_heading or (at_block and draft.weight > VERY_LONG):
            parts.append([])
            size = 0
        parts[-1].append(block)
        size += weight(block)
    return _joined(parts)


def _may_break(before: list[Block]) -> bool:
    """Not after a heading or a sentence that announces what follows."""
    last = before[-1] if before else None
    return not (
        last is None
        or isinstance(last, Heading)
        or (isinstance(last, Paragraph) and last.text.rstrip().endswith((":", "：")))
    )


def _joined(parts: list[list[Block]]) -> list[list[Block]]:
    """A short remainder goes back to the part before it."""
    if len(parts) > 1 and sum(map(weight, parts[-1])) < LONG // 5:
        last = parts.pop()
        parts[-1] += last
    return parts


def weight(block: Block) -> int:
    """How much there is to read, in characters; a picture counts as much as the room it takes."""
    return sum(len(_words(b)) + 300 * isinstance(b, Figure) for b in walk((block,)))


def _words(block: Block) -> str:
    match block:
        case Question():
            return " ".join((block.stem, *block.texts()))
        case Table():
            return " ".join(cell.text for row in block.rows for cell in row)
        case Glossary(terms=terms):
            return " ".join(f"{t.term} {t.meaning}" for t in terms)
        case _:
            items = [i.text for i in getattr(block, "items", ())] + [o.text for o in getattr(block, "objectives", ())]
            return " ".join([getattr(block, "text", ""), getattr(block, "caption", ""), *items]).strip()
