"""The words of a page, by as few calls into pdfium as they need.

One call gives the page's text; words are found in it, and only a word's first and last characters are asked
for their places and looks. Words that stretch too far or change their look inside are taken apart.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from ....text.patterns import lazy
from ...symbol_fonts import sign
from ..ground import calls
from ..ground.calls import Handle
from ..ground.frame import Frame
from ..ground.page import Box, Style, Word
from ..ground.tags import Tags
from .accents import composed
from .direction import BLANK, is_rtl
from .fonts import Styles
from .letters import Letters

_WORD = lazy(r"[^\s\ufffe\x00-\x20\x7f]+[\ufffe\x02]?")
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\u00ad": "-", "\ufeff": None, "\u200b": None})
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_SURROGATE = lazy(r"[\ud800-\udfff]")
_IDEOGRAPH = lazy(r"[\u2e80-\u9fff]")
MAX_CHARS = 400_000
"""More on one page is no page a person reads."""


def words(text_page: Any, page: Any, frame: Frame, *, hidden: bool = False, tags: Tags | None = None) -> list[Word]:
    """The page's visible words, in the order of the file; with `hidden`, those laid invisibly over a scan too."""
    count = min(pdfium.FPDFText_CountChars(text_page), MAX_CHARS)
    if count <= 0:
        return []
    reader = _Reader(calls.handle(text_page), frame, hidden, tags or None)
    text = _characters(text_page, count)
    return reader.read_letters(text, calls.handle(page)) if is_rtl(text) else reader.read(text)


def _characters(text_page: Any, count: int) -> str:
    """One character for each of pdfium's; those that it leaves out of its text come as blanks."""
    buffer = (ctypes.c_ushort * (count * 2 + 2))()
    length = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    length = max(length - 1, 0)
    text = bytes(buffer)[: length * 2].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    if length == count:
        # Letters beyond the first plane (mathematical ones) are two of pdfium's characters.
        return "".join(map(chr, buffer[:length]))
    page, get = calls.handle(text_page), calls.char_code
    return "".join(chr(code) if 0 < (code := get(page, at)) < 0x110000 else " " for at in range(count))


_LETTERS = lazy(r"[^\W\d_]{4}")


class _Reader:
    def __init__(self, text_page: Handle, frame: Frame, hidden: bool, tags: Tags | None) -> None:
        self.page = text_page
        self.frame = frame
        self.tags = tags
        self.styles = Styles(text_page, frame.turn, hidden)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rect = pdfium.FS_RECTF()
        self._by_x, self._by_y, self._by_rect = (ctypes.byref(v) for v in (self._x, self._y, self._rect))

    def read(self, text: str) -> list[Word]:
        """Words of the text; one look-up of the text object per word, two where it changes."""
        page, get_object, style_of = self.page, calls.text_object, self.styles.of
        text = composed(text, lambda at: self._extent(at, at + 1), self._box)
        places = [match.span() for match in _WORD.finditer(text)]
        addresses = [get_object(page, start) for start, _ in places]
        addresses.append(None)
        wide = _IDEOGRAPH.search(text) is not None  # Between ideographs a gap may be the typesetter's.
        out: list[Word] = []
        for at, (start, end) in enumerate(places):
            address = addresses[at]
            style = style_of(address, start)
            first = len(out)
            if address != addresses[at + 1] and end - start > 1 and self.styles.at(end - 1) != style:
                out += self._split(text, start, end)
            elif style is not None:
                word = self._word(text, start, end, style)
                if start and text[start - 1] == " ":
                    near = bool(out) and _touches(out[-1], word)
                    if style.code or style.italic or wide or near:
                        slanted = style.italic or (near and out[-1].style.italic)
                        word.spaced = slanted or calls.is_generated(page, start - 1) == 0
                length = end - start
                # Wider than its letters can be: pdfium saw no gap where there is one.
                width = word.x1 - word.x0
                if length > 1 and not style.angle and width > 1.15 * length * style.size:
                    out += self._split(text, start, end)
                elif length > 3 and width < 0.4 * length * style.size and not style.angle:
                    word.text = self._once(word.text, start, end)
                    out.append(word)
                else:
                    out.append(word)
            if self.tags is not None and address:
                self._tag(out[first:], address)
        return out

    def read_letters(self, text: str, page: Handle) -> list[Word]:
        """The same for a page with scripts that run from right to left, whose letters are asked for one by one."""
        out = [word for word in self.read(text) if word.style.angle]
        for word, address in Letters(self.page, page, self.frame, self.styles).words(text, _spelled):
            out.append(word)
            if self.tags is not None:
                self._tag([word], address)
        return out

    def _tag(self, made: list[Word], address: int) -> None:
        assert self.tags is not None
        tag = self.tags.of(address)
        artifact = tag is None and self.tags.is_artifact(address)
        for word in made:
            word.tag, word.artifact = tag, artifact

    def _word(self, text: str, start: int, end: int, style: Style) -> Word:
        said = text[start:end]
        if not said.isascii():
            said = _spelled(said)
        if style.signs:
            said = signed(said, style.signs)
        if self.frame.turn or style.angle:
            return Word(said, *self._extent(start, end), style)
        calls.char_origin(self.page, start, self._by_x, self._by_y)
        calls.char_box(self.page, end - 1, self._by_rect)
        left = self.frame.left
        return Word(said, self._x.value - left, self._rect.right - left, self.frame.top - self._y.value, style)

    def _extent(self, start: int, end: int) -> tuple[float, float, float]:
        """Left and right edge and baseline by the boxes of both ends: for turned text, and from right to left."""
        boxes = [self._box(start), self._box(end - 1)]
        calls.char_origin(self.page, start, self._by_x, self._by_y)
        _, y = self.frame.point(self._x.value, self._y.value)
        return min(b.x0 for b in boxes), max(b.x1 for b in boxes), y

    def _box(self, index: int) -> Box:
        calls.char_box(self.page, index, self._by_rect)
        rect = self._rect
        return self.frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def _once(self, said: str, start: int, end: int) -> str:
        """The letters of a narrow word less those printed again a hair apart, as a shadow or poor bold."""
        if len(said) != end - start:
            return said
        kept: list[tuple[str, Box]] = []
        for at in range(start, end):
            letter, box = said[at - start], self._box(at)
            # The letters of a ligature share one box; a shadow, as wide as its letter, stands a little off.
            if not any(c == letter and _is_shadow(b, box) for c, b in kept[-3:]):
                kept.append((letter, box))
        return "".join(letter for letter, _ in kept)

    def _split(self, text: str, start: int, end: int) -> Iterator[Word]:
        """The pieces of a word by look, and where a gap tears it."""
        piece, style = start, self.styles.at(start)
        before: Box | None = None
        for at in range(start, end):
            here, box = self.styles.at(at), self._box(at)
            size = style.size if style else 10.0
            torn = before is not None and (abs(box.x0 - before.x1) > size or abs(box.y1 - before.y1) > size * 1.5)
            if here != style or torn:
                if style is not None:
                    yield self._word(text, piece, at, style)
                piece, style = at, here
            before = box
        if style is not None and piece < end:
            yield self._word(text, piece, end, style)


def signed(said: str, font: str) -> str:
    """Letters of a symbol font as signs. Symbol's own letters pdfium knows; words in Wingdings are no signs."""
    if font != "symbol" and not _LETTERS.search(said):
        return "".join(sign(ord(c), font) or c for c in said)
    return "".join(sign(ord(c), font) or c if "\ue000" <= c <= "\uf8ff" else c for c in said)


def _touches(before: Word, word: Word) -> bool:
    """Whether a word begins where the one before ends: loosely boxed letters reach into the blank that was typed.

    Accents that are drawn by themselves, rows of dots and what is set below a line touch without one.
    """
    size = word.style.size
    if not -size < word.x0 - before.x1 <= BLANK * size:
        return False  # most words: asked first
    first = word.text[:1]
    level = abs(before.y - word.y) < size / 10 and abs(before.style.size - size) < size / 10
    return level and first.isascii() and (first.isalpha() or first == "(")


def _is_shadow(first: Box, second: Box) -> bool:
    same = abs(first.width - second.width) < 0.1 * max(first.width, 1.0)
    return same and 0.02 < abs(first.x0 - second.x0) < 0.4 * max(second.width, 1.0)


def _spelled(text: str) -> str:
    """Ligatures as letters, pairs of surrogates as one letter, mathematical alphabets as the plain one."""
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = "".join(unicodedata.normalize("NFKC", c) if "\U0001d400" <= c <= "\U0001d7ff" else c for c in text)
    return text.translate(_HYPHENS).translate(LIGATURES)
