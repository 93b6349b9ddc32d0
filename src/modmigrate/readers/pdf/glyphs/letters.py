"""The words of pages with scripts that run from right to left, letter by letter.

pdfium turns such lines round by guesses: blanks change places with brackets, `1.` becomes `.1`. So here the letters
are taken by their places alone. A word is a piece of one direction (see `direction`): a full stop beside a Latin word
is a piece of its own, since which side it belongs to is known only in its line.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

from ..ground import calls
from ..ground.calls import Handle
from ..ground.frame import Frame
from ..ground.page import Box, Style, Word
from .direction import LEFT, NEUTRAL, NUMBER, RIGHT, kind
from .fonts import Styles

_STROKE = 0.2
"""Sizes; what is lower and on the baseline is no digit, but a stroke that stretches a word: a file may name it so."""
GAP = 0.3
"""Sizes; a wider gap parts words though no blank stands in it."""
SAME_ROW = 0.16


@dataclass(slots=True)
class Letter:
    """A glyph; blanks too. `order` is its text object's place in the file."""

    text: str
    box: Box
    y: float
    style: Style
    address: int
    order: int
    spaced: bool = False
    """Whether a typed blank stands before it."""

    @property
    def middle(self) -> float:
        """Between its sides."""
        return (self.box.x0 + self.box.x1) / 2


class Letters:
    """Reads a page's letters; `page` gives the order in which the file draws its text."""

    def __init__(self, text_page: Handle, page: Handle, frame: Frame, styles: Styles) -> None:
        self.page, self.frame, self.styles = text_page, frame, styles
        self._order = {calls.page_object(page, at): at for at in range(calls.count_objects(page))}
        self._x, self._y, self._rect = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()

    def words(self, text: str, spelled: Callable[[str], str]) -> Iterator[tuple[Word, int]]:
        """The level words of the page, each with the address of its text object."""
        letters = [letter for at, said in enumerate(text) if (letter := self._letter(at, spelled(said))) is not None]
        for row in _rows(_with_marks(_turned_back(letters))):
            for piece in _pieces(row):
                yield _word(piece), piece[0].address

    def _letter(self, at: int, said: str) -> Letter | None:
        address = calls.text_object(self.page, at)
        style = self.styles.of(address, at)
        if style is None or style.angle or not said or (said.isspace() and calls.is_generated(self.page, at)):
            return None
        calls.char_box(self.page, at, ctypes.byref(self._rect))
        calls.char_origin(self.page, at, ctypes.byref(self._x), ctypes.byref(self._y))
        rect = self._rect
        if said.isascii() and said.isdecimal() and self._is_stroke(at, style.size):
            return None
        box = self.frame.box(rect.left, rect.bottom, rect.right, rect.top)
        _, y = self.frame.point(self._x.value, self._y.value)
        return Letter(said, box, y, style, address, self._order.get(address, -1))

    def _is_stroke(self, at: int, size: float) -> bool:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        found = calls.tight_box(self.page, at, *map(ctypes.byref, (left, right, bottom, top)))
        low = abs(bottom.value - self._y.value) < _STROKE * size / 2
        return bool(found) and low and 0 < top.value - bottom.value < _STROKE * size


def _turned_back(letters: list[Letter]) -> list[Letter]:
    """Arabic letters of one glyph, such as lam-alef: pdfium turns them round, with the same box for all."""
    out: list[Letter] = []
    for letter in letters:
        same = bool(out) and out[-1].box == letter.box and letter.box.width > 0
        if same and kind(letter.text) == RIGHT and kind(out[-1].text) == RIGHT:
            out[-1].text = letter.text + out[-1].text
        elif out and letter.box == out[-1].box and letter.box.width and letter.style is out[-1].style:
            out[-1].text += letter.text
        else:
            out.append(letter)
    return out


def _with_marks(letters: Sequence[Letter]) -> list[Letter]:
    """Vowel marks behind the letters that they are drawn over or under."""
    marks = [x for x in letters if unicodedata.combining(x.text[0])]
    out = [x for x in letters if not unicodedata.combining(x.text[0])]
    for mark in marks:
        near = [x for x in out if abs(x.y - mark.y) < x.style.size and x.text.strip() and x.box.meets(mark.box)]
        if near:
            best = min(near, key=lambda x: abs(x.middle - mark.middle))
            best.text += mark.text
    return out


def _rows(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    row: list[Letter] = []
    for letter in sorted(letters, key=lambda x: (x.y, x.middle)):
        if row and letter.y - row[0].y > SAME_ROW * min(letter.style.size, row[0].style.size):
            yield sorted(row, key=lambda x: x.middle)
            row = []
        row.append(letter)
    if row:
        yield sorted(row, key=lambda x: x.middle)


def _pieces(row: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Letters of one look and direction without a blank between them, from left to right."""
    piece: list[Letter] = []
    last: Letter | None = None
    before: Letter | None = None
    for letter in row:
        if letter.text.isspace():
            last = None
            continue
        # Between words from left to right the blank that was typed is one, however near they stand.
        latin = letter.text.isascii() and letter.text.isalpha()
        letter.spaced = latin and last is None and before is not None and kind(before.text) == LEFT
        before = letter
        if piece and last is not None and _goes_on(piece, letter):
            piece.append(letter)
            last = letter
        else:
            if piece:
                yield from _trimmed(piece)
            piece, last = [letter], letter
    if piece:
        yield from _trimmed(piece)


def _goes_on(piece: Sequence[Letter], letter: Letter) -> bool:
    last = piece[-1]
    if letter.style != last.style or letter.box.x0 - last.box.x1 > GAP * letter.style.size:
        return False
    return (kind(letter.text) == RIGHT) == (kind(last.text) == RIGHT)


def _trimmed(piece: list[Letter]) -> Iterator[list[Letter]]:
    """A piece, its outer signs as pieces of their own."""
    if kind(piece[0].text) == RIGHT:
        yield piece
        return
    strong = [at for at, letter in enumerate(piece) if kind(letter.text) != NEUTRAL]
    cuts = {at for at in range(len(piece) + 1) if not strong or at <= strong[0] or at > strong[-1]}
    if strong and all(kind(letter.text) in (NUMBER, NEUTRAL) for letter in piece):
        # Of signs between numbers only those that make one number of them keep them together (UAX #9, W4).
        cuts |= {c for at in range(strong[0], strong[-1]) for c in (at, at + 1)
                 if kind(piece[at].text) == NEUTRAL and piece[at].text not in "-+./,:"}  # fmt: skip
    edges = sorted({0, len(piece), *cuts})
    yield from (piece[a:b] for a, b in pairwise(edges))


def _word(piece: Sequence[Letter]) -> Word:
    turned = reversed(piece) if kind(piece[0].text) == RIGHT else piece
    first = piece[0]
    word = Word(
        "".join(x.text for x in turned),
        min(x.box.x0 for x in piece),
        max(x.box.x1 for x in piece),
        first.y,
        first.style,
    )
    word.order = first.order
    word.spaced = first.spaced
    return word
