"""A chapter → the parts that are shown one at a time.

A part begins at each level-2 heading and each exercise, goes on while it is very short, and is divided
where it stands too high on a phone: at lower headings, else between paragraphs. Its id is that of the block it
begins with (or made from that block's words), never a position. A question is never divided.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ..module import Block, Chapter, Exercise, Figure, Glossary, Heading, List, Paragraph, Table, folded, walk
from ..questions import Question
from ..text import inline
from .linked.captions import caption_label
from .phone.heights import HEAD, OPENER, Ratio, end_of, height

SHORT = 400
"""A part under this weight (about a third of a phone's screen) takes the next section in."""
TALL = 1850
"""Pixels on a phone: with what stands above and below, some three of its heights. A part above is divided where a
heading allows it, else between paragraphs."""
SPARE = 1.03
"""A part that is so many times too high is divided between paragraphs, too: the height is an estimate."""
LEAD = 60
"""Letters of a line that stands for a heading."""
LEAST = TALL / 6
"""What is lower than this makes no screen of its own."""


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
    """What becomes one or more parts."""

    def __init__(self, heading: Heading | None, exercise: Exercise | None) -> None:
        self.heading = heading
        self.exercise = exercise
        self.blocks: list[Block] = []
        self.weight = 0

    def add(self, block: Block) -> None:
        self.blocks.append(block)
        self.weight += weight(block)


def split(
    chapter: Chapter, chapter_id: str, names: Mapping[int, str], fresh: Callable[[str], str], ratio: Ratio = lambda _: 0
) -> Iterator[Part]:
    """Parts of a chapter in order, at least one; `fresh` makes an id unique, `ratio` knows the shapes of pictures."""
    number = 0
    above: Heading | None = None
    again = 1
    drafts = _drafts(chapter)
    around = chapter.role == "body"
    for draft in drafts:
        before = OPENER if around and draft is drafts[0] else 0
        after = end_of(chapter.content) if around and draft is drafts[-1] else 0
        for position, blocks in enumerate(_divided(draft, ratio, before, after)):
            head = blocks[0] if blocks and isinstance(blocks[0], Heading) else None
            own = draft.heading if position == 0 else head
            again = 1 if position == 0 or head else again + 1
            # The rest of a section goes on under its name.
            named = own or above or draft.heading
            yield Part(
                id=_id(chapter_id if number == 0 else "", own, blocks, names, fresh),
                title=_title(chapter, named) + (f" ({again})" if again > 1 else ""),
                blocks=tuple(blocks),
                first=number == 0,
                heading=own,
                exercise=draft.exercise,
                continued=position > 0 and head is None,
            )
            above = next((b for b in reversed(blocks) if isinstance(b, Heading) and b.level <= 2), own or above)
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


def _divided(draft: _Draft, ratio: Ratio, before: float = 0, after: float = 0) -> list[list[Block]]:
    """The draft's blocks, in several parts when they stand too high; an exercise, a question at a time, stays whole.

    `before` and `after` are what a chapter's opening and end add to its first and last screen.
    """
    asked = sum(isinstance(b, Question) for b in draft.blocks)
    # Of an exercise, the deck shows one question at a time; what leads to its questions stays with them.
    whole = draft.exercise in ("test", "pretest") or (draft.exercise is not None and asked > 1)
    blocks = draft.blocks if whole else [part for b in draft.blocks for part in _lists(b, ratio)]
    sizes = _heights(blocks, ratio)
    if whole or before + sum(sizes) + after <= TALL:
        return [draft.blocks]
    sizes[0] += before
    sizes[-1] += after
    parts: list[list[int]] = [[]]
    size, total = 0.0, sum(sizes)
    for number, (block, own) in enumerate(zip(blocks, sizes, strict=True)):
        heading = isinstance(block, Heading)
        at_heading = heading and (size >= TALL / 3 or size + _section(blocks, sizes, number) > TALL) and size > LEAST
        at_block = size + own > TALL and not heading and total > TALL * SPARE
        going = _going_along(blocks, parts[-1], number) if at_block else 0
        if parts[-1] and (at_heading or (at_block and going < len(parts[-1]))):
            parts.append(_moved(parts[-1], going))
            size = sum(sizes[n] for n in parts[-1]) + HEAD * (not heading)
        parts[-1].append(number)
        size += own
    return [[blocks[n] for n in part] for part in _joined(parts, blocks, sizes, after)]


def _moved(part: list[int], count: int) -> list[int]:
    """The last `count` of a part, taken out of it."""
    moved = part[len(part) - count :]
    del part[len(part) - count :]
    return moved


def _lists(block: Block, ratio: Ratio) -> list[Block]:
    """A list that is higher than a screen as several that go on counting; any other block as it is."""
    if not isinstance(block, List) or height(block, ratio) <= TALL:
        return [block]
    out: list[Block] = []
    first = 0
    while first < len(block.items):
        last = first + 1
        while last < len(block.items) and height(_from(block, first, last + 1), ratio) <= TALL:
            last += 1
        out.append(_from(block, first, last))
        first = last
    return out


def _from(block: List, first: int, last: int) -> List:
    return replace(block, items=block.items[first:last], start=block.start + first)


def _heights(blocks: list[Block], ratio: Ratio) -> list[float]:
    """Of each block what it adds: questions right behind each other are a deck, as high as its highest one."""
    out: list[float] = []
    run = 0.0
    for block in blocks:
        own = height(block, ratio)
        out.append(max(0.0, own - run) if isinstance(block, Question) else own)
        run = max(run, own) if isinstance(block, Question) else 0.0
    return out


def _section(blocks: list[Block], sizes: list[float], at: int) -> float:
    """The height of what stands below a heading, up to the next one, itself included."""
    end = next((n for n in range(at + 1, len(blocks)) if isinstance(blocks[n], Heading)), len(blocks))
    return sum(sizes[at:end])


def _going_along(blocks: list[Block], before: list[int], at: int) -> int:
    """How many of those before a block stay with it: headings, sentences that lead to it, a deck's questions."""
    count = 0
    after = blocks[at]
    for last in (blocks[n] for n in reversed(before)):
        if not (
            isinstance(last, Heading)
            or (isinstance(last, Question) and isinstance(after, Question))
            or (isinstance(last, Paragraph) and last.text.rstrip().endswith((":", "：")))
            or _heads(last)
            or _names(last, after)
        ):
            break
        count += 1
        after = last
    return count


def _heads(block: Block) -> bool:
    """Whether a list is a single short line, which says what follows."""
    return isinstance(block, List) and len(block.items) == 1 and weight(block) <= LEAD and not block.items[0].content


def _names(block: Block, after: Block) -> bool:
    """Whether a paragraph of a line or two names the figure or table right behind it (`… tampak pada Gambar 1.1.`)."""
    if not (isinstance(block, Paragraph) and isinstance(after, Figure | Table)) or weight(block) > 2 * LEAD:
        return False
    label = folded(caption_label(after.caption))
    return bool(label) and label in folded(inline.plain(block.text))


def _joined(parts: list[list[int]], blocks: list[Block], sizes: list[float], after: float = 0) -> list[list[int]]:
    """A short remainder goes back to the part before it, or, where that would be too high, takes some of it.

    A chapter's end (`after`, in the last size) is not what a learner turns a page for: it makes no remainder longer.
    """
    if len(parts) < 2 or sum(sizes[n] for n in parts[-1]) - after >= LEAST:
        return parts
    *_, above, last = parts
    if sum(sizes[n] for n in (*above, *last)) <= TALL * SPARE:
        above += parts.pop()
        return parts
    while above and sum(sizes[n] for n in last) - after < LEAST:
        count = 1 + _going_along(blocks, above[:-1], above[-1])
        moved = sum(sizes[n] for n in above[-count:])
        if count >= len(above) or sum(sizes[n] for n in last) + moved > TALL:
            break
        last[:0] = _moved(above, count)
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
