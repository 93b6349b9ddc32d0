"""Pictures that a table or a letter of their own sets in their place: each with what belongs to it, in reading order.

The kinds: screens side by side in work sheets on programs, with a row of captions below; a picture beside what is said
of it; options that are pictures, their letters in a row below, or each in a line of its own above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..document import Block, Cell, Inline, Paragraph, Picture, Span, Table
from ..text.patterns import lazy

MIN_OPTIONS = 2
CAPTION = 25
"""Words of a picture's caption, at most."""
_LETTER = lazy(r"\s*\(?[A-Ha-h][.)]?\s*")
_LABEL = lazy(r"\s*(?:\([A-Ha-h]\)|[A-Ha-h][.)])\s*")


def lettered(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; each letter that stands by itself above or before its picture in one paragraph with it."""
    held: Paragraph | None = None
    for block in (part for whole in blocks for part in _apart(whole)):
        if held is not None:
            if _is_picture(block):
                yield _joined(held, block)
                held = None
                continue
            yield held
            held = None
        if isinstance(block, Paragraph) and block.marker is None and _LABEL.fullmatch(block.text):
            held = block if len(block.inlines) == 1 else None
        if held is None:
            yield block
    if held is not None:
        yield held


def gallery(table: Table) -> tuple[Block, ...]:
    """What a table of pictures with their captions, or of one picture beside its text, lays out; () for others."""
    if any(row.header for row in table.rows) or table.boxed:
        return ()
    rows = [[list(_filled(cell)) for cell in row.cells] for row in table.rows]
    rows = [row for row in rows if any(row)]
    if len(rows) == 1 and len(rows[0]) == 2 and sum(_all_pictures(cell) for cell in rows[0]) == 1:
        return tuple(block for cell in rows[0] for block in cell)
    out: list[Block] = []
    above: list[list[Block]] = []
    for row in rows:
        if all(_all_pictures(cell) or not cell for cell in row):
            out += (block for cell in above for block in cell)
            above = row
        elif above and len(row) == len(above) and all(map(_is_caption, row, above)):
            out += (block for pair in zip(above, row, strict=True) for block in _captioned(*pair))
            above = []
        else:
            return ()
    return (*out, *(block for cell in above for block in cell))


def _apart(block: Block) -> Sequence[Block]:
    """A line of letters with a picture behind each, `A. … B. … C. …`, as a paragraph for each of them."""
    if not isinstance(block, Paragraph) or sum(isinstance(i, Picture) for i in block.inlines) < MIN_OPTIONS:
        return (block,)
    parts: list[list[Inline]] = []
    for inline in block.inlines:
        if isinstance(inline, Span) and _LABEL.fullmatch(inline.text):
            parts.append([Span(f"{inline.text.strip()} ", inline.look)])
        elif isinstance(inline, Picture) and parts:
            parts[-1].append(inline)
        elif not isinstance(inline, Span) or inline.text.strip():
            return (block,)
    letters = "".join(part[0].text.strip(" ().") for part in parts if isinstance(part[0], Span)).casefold()
    if len(parts) < MIN_OPTIONS or letters != "abcdefgh"[: len(parts)] or any(len(part) == 1 for part in parts):
        return (block,)
    return [replace(block, inlines=tuple(part)) for part in parts]


def _filled(cell: Cell) -> Iterator[Block]:
    for block in cell.blocks:
        if isinstance(block, Table) or block.text.strip() or any(isinstance(i, Picture) for i in block.inlines):
            yield block


def _is_picture(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.text.strip():
        return False
    return any(isinstance(i, Picture) for i in block.inlines)


def _all_pictures(cell: Sequence[Block]) -> bool:
    return bool(cell) and all(map(_is_picture, cell))


def _is_caption(cell: Sequence[Block], above: Sequence[Block]) -> bool:
    """Whether a cell can say what a picture above it shows: a line or nothing, and nothing where there is none."""
    if not above or not cell:
        return not cell
    only = cell[0]
    return len(cell) == 1 and isinstance(only, Paragraph) and len(only.text.split()) <= CAPTION


def _captioned(pictures: Sequence[Block], caption: Sequence[Block]) -> Iterator[Block]:
    if len(pictures) == 1 and caption and isinstance(caption[0], Paragraph) and _LETTER.fullmatch(caption[0].text):
        yield _joined(caption[0], pictures[0])
    else:
        yield from pictures
        yield from caption


def _joined(letter: Paragraph, picture: Block) -> Paragraph:
    """An option that is a picture: its letter, with a sign behind it, and the picture."""
    assert isinstance(picture, Paragraph)
    text = letter.text.strip()
    text = text if text[-1] in ".)" else f"{text}."
    return replace(letter, inlines=(Span(f"{text} "), *picture.inlines))
