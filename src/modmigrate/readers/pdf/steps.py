"""What is done with a page, one step after the other; the order is told in `content`."""

from __future__ import annotations

from collections.abc import Sequence

from ...document import UNEXPLAINED, LeftOut
from ...source import Where
from .drawn.links import lead_of, links_of
from .drawn.marks import mark_words
from .drawn.shapes import shapes
from .drawn.ticks import with_ticks
from .drawn.writing_rules import with_blanks
from .figures import formulas
from .figures.figures import figures
from .figures.fractions import Stack, folded
from .glyphs import ocr
from .glyphs.direction import runs_right_to_left
from .glyphs.forms import typed_words
from .glyphs.glyphs import words as words_of
from .ground.page import Box, Grid, Item, Line, Word, said_by
from .lines.cells import from_right
from .lines.labels import BULLETS
from .lines.lines import in_context
from .lines.rows import in_rows, once, segments
from .order.bands import in_bands
from .order.boxes import boxed, is_cell
from .order.options import down_the_columns
from .order.placing import insert, placed
from .order.turned import turned
from .sheet import Sheet
from .tables.gapped import gapped
from .tables.ruled import ruled
from .tables.tagged_tables import tagged_tables

MAX_STAMP = 15
"""Words that may be printed over a scan: a page's number, an archive's name."""
SCAN = 0.4
"""Share of a page that pictures cover, from which on it may be one."""


def take_words(sheet: Sheet) -> None:
    """What is printed, and what was typed into fields, as far as it stands on the page."""
    page, frame = sheet.page, sheet.frame
    found = words_of(sheet.text_page, page, frame, tags=sheet.tags) if sheet.text_page else []
    found += typed_words(page, frame)
    width, height = frame.width + 1, frame.height + 1
    sheet.words = [
        w for w in found if w.text and -1 <= w.x0 <= width and -1 <= w.y <= height and w.style.angle % 90 == 0
    ]


def take_shapes(sheet: Sheet) -> None:
    """What is drawn."""
    sheet.drawn = shapes(sheet.page, sheet.frame)


def read_scans(sheet: Sheet) -> None:
    """The words of a page that is a picture: those hidden behind it, or what text recognition sees."""
    found, out = sheet.words, sheet.out
    covered = sum(i.box.area for i in sheet.drawn.images)
    if len(found) > MAX_STAMP or covered <= SCAN * sheet.area:
        return
    found = [] if sheet.scan else found
    see = sheet.text_page and not sheet.scan
    hidden = words_of(sheet.text_page, sheet.page, sheet.frame, hidden=True) if see else []
    if len(hidden) > 2 * len(found):
        found = hidden
    elif not found and ocr.installed():
        found = ocr.recognised(sheet.document, sheet.number, sheet.frame)
        out.recognised = bool(found)
    out.scanned, out.stamped = not found, bool(found) and found is not hidden and not out.recognised
    sheet.words = found


def drop_overprints(sheet: Sheet) -> None:
    """Pages with pictures may have been printed in strips."""
    if sheet.drawn.images or sheet.drawn.pieces:
        sheet.words = once(sheet.words)


def note_words(sheet: Sheet) -> None:
    """What the page says, for the account at the end."""
    sheet.said = [w.text for w in sheet.words]
    odd = (c for text in sheet.said if not text.isascii() for c in text.translate(BULLETS))
    sheet.out.unknown = sum("\ue000" <= c <= "\uf8ff" or c == "\ufffd" for c in odd)


def fold_fractions(sheet: Sheet) -> None:
    """Each fraction one word; its bar is no rule."""
    drawn = sheet.drawn
    sheet.words, drawn.level = folded(sheet.words, drawn.level, drawn.upright)
    sheet.stacks = [w for w in sheet.words if isinstance(w, Stack)]


def read_ticks(sheet: Sheet) -> None:
    """Circles and squares before words become the signs of boxes to tick."""
    sheet.words = with_ticks(sheet.words, sheet.drawn)


def read_blanks(sheet: Sheet) -> None:
    """Rules to write on become blanks; words on them are marked."""
    sheet.words = with_blanks(sheet.words, sheet.drawn)


def mark(sheet: Sheet) -> None:
    """Underlines, strokes, highlights and links go to their words."""
    sheet.links = links_of(sheet.document, sheet.page, sheet.frame)
    mark_words(sheet.words, sheet.drawn, sheet.links)


def take_ruled_tables(sheet: Sheet) -> None:
    """Tables by their rules; frames around text are kept for later."""
    rtl = runs_right_to_left(sheet.words)
    sheet.grids, sheet.frames, sheet.words = ruled(sheet.drawn, sheet.words, sheet.number, sheet.area)
    for grid in sheet.grids if rtl else ():
        grid.table = from_right(grid.table)


def take_tagged_tables(sheet: Sheet) -> None:
    """Tables that only the structure tree tells of."""
    if sheet.tags:
        more, sheet.words = tagged_tables(sheet.words, sheet.number)
        sheet.grids += more


def take_figures(sheet: Sheet) -> None:
    """Pictures and drawings with the words that label them."""
    if sheet.out.recognised:
        sheet.drawn.images = []  # The picture of the text says nothing that the text does not.
    found = figures(sheet.page, sheet.frame, sheet.drawn, sheet.words, sheet.out.media, sheet.tags)
    sheet.pictures, labels = found
    for figure in sheet.pictures if sheet.links else ():
        figure.link = lead_of(figure.box, sheet.links)
    taken = {id(w) for w in labels}
    sheet.words = [w for w in sheet.words if id(w) not in taken]


def take_boxes(sheet: Sheet) -> None:
    """Text in a frame or on a ground of its own."""
    frames = sheet.frames + [f.box for f in sheet.drawn.fills if not is_cell(f.box, sheet.drawn.fills)]
    sheet.sides, sheet.words = boxed(sheet.words, frames, sheet.area)


def order_lines(sheet: Sheet) -> None:
    """The words left as lines in reading order; formulas of several storeys as pictures."""
    drawn = sheet.drawn
    spanning = [*(f.box for f in drawn.fills), *drawn.level, *(box for box, _ in sheet.sides)]
    spanning += [*(g.box for g in sheet.grids), *(f.box for f in sheet.pictures)]
    lines = _lines(sheet.words, sheet.number, spanning=spanning)
    if sheet.stacks or any(isinstance(i, Line) and i.math for i in lines):
        lines = formulas.settle(lines, sheet.stacks, sheet.page, sheet.frame, sheet.out.media)
    sheet.lines = lines


def place(sheet: Sheet) -> None:
    """Tables, pictures and boxes among the lines."""
    sheet.out.items = placed(sheet.lines, [*sheet.grids, *sheet.pictures])
    for box, inside in sorted(sheet.sides, key=lambda s: s[0].y0):
        insert(sheet.out.items, box, _lines(inside, sheet.number, box))


def account(sheet: Sheet) -> None:
    """Words that are in no item of the page are written down: no step may lose any."""
    out = sheet.out
    # Cells keep their words as they stand on the page; joining them comes later.
    shown = "".join(map(said_by, out.items))
    kept = "".join(shown.split())
    if sum(map(len, sheet.said)) <= len(kept):
        return
    gone = [word for word in sheet.said if any(map(str.isalnum, word)) and word.translate(BULLETS) not in kept]
    if gone:
        out.left_out.append(LeftOut(UNEXPLAINED, " ".join(gone), Where(page=sheet.number)))


def _lines(words: Sequence[Word], number: int, box: Box | None = None, spanning: Sequence[Box] = ()) -> list[Item]:
    """Lines in reading order, each with the bounds of its column, and tables without rules among them.

    `box` is the frame around them; `spanning` may part bands of columns.
    """
    found = in_bands(segments([w for w in words if not w.style.angle]), spanning)
    out: list[Item] = []
    for column, region in enumerate(found):
        left, right = min(s.x0 for s in region), max(s.x1 for s in region)
        if box is not None and len(found) == 1:
            pad = min(max(left - box.x0, 1.0), 10.0)
            left, right = box.x0 + pad, box.x1 - pad
        for part in gapped(down_the_columns(in_rows(region)), number):
            if isinstance(part, Grid):
                out.append(part)
                continue
            lines = in_context(part)
            for line in lines:
                line.column, line.left, line.right = column, left, right
            out += lines
    return out + turned([w for w in words if w.style.angle], len(found))
