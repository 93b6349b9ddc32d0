"""Rows to lines: text with its looks as runs, tabs where a gap is meant, blanks where words part."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ....document import Look
from ....text.patterns import lazy
from ..glyphs.direction import BLANK, right_to_left, runs_right_to_left
from ..ground.page import Line, Mark, Run, Style, Word
from .labels import BULLETS, is_marker, label
from .rows import Segment

_APART = 0.45
"""Sizes; a gap behind a marker that is wider than a blank was made by a tab."""
FLUSH = 2.0
"""Points by which ends of lines at one margin may differ."""
FAR = 6.0
"""Sizes; words of a program further apart than this stand in columns, others behind typed blanks."""
SPREAD = 0.2
"""Sizes; between ideographs a wider gap is a blank. Between them and Latin letters it may be the typesetter's."""
_CJK = lazy(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


@lru_cache(4096)
def look_of(style: Style, mark: Mark) -> Look:
    """A span's look."""
    return Look(
        bold=style.bold, italic=style.italic, underline=mark.underline, strike=mark.strike, code=style.code,
        highlight=mark.highlight, colour=style.colour, script=mark.script, size=style.size,
        filled=mark.filled,
    )  # fmt: skip


def in_context(rows: Iterable[Sequence[Segment]]) -> list[Line]:
    """The rows of a column as lines: Latin words alone that end at the right below such a line run as it does."""
    out: list[Line] = []
    for row in rows:
        line = line_of(row)
        if out and out[-1].rtl and not line.rtl and abs(line.x1 - out[-1].x1) < FLUSH and line.x0 > out[-1].x0 + FLUSH:
            line = line_of(row, rtl=True)
        out.append(line)
    return out


def line_of(row: Sequence[Segment], *, rtl: bool = False) -> Line:
    """The segments of one row as a line; with `rtl`, one that runs from right to left whatever its words are."""
    words = row[0].words if len(row) == 1 else [w for part in row for w in part.words]
    if words[0].text == "o" and words[0].style.code and len(words) > 1 and not words[1].style.code:
        words[0].text = "○"  # Word's bullet of the second level is this letter in Courier New.
    main = row[0] if len(row) == 1 else max(row, key=lambda s: (s.size, s.x1 - s.x0))
    rtl = rtl or runs_right_to_left(words)
    ordered, gaps = right_to_left(words) if rtl else (words, [])
    runs = (None if rtl else _even(words)) or _runs(
        ordered, gaps or [b.x0 - a.x1 for a, b in itertools.pairwise(words)]
    )
    text = runs[0].text if len(runs) == 1 else "".join(r.text for r in runs)
    first = ordered[0]
    tag = first.tag
    marker = label(text)
    behind = words[1].x0 if marker and len(words) > 1 and marker == first.text and not rtl else 0.0
    return Line(
        runs, min(s.x0 for s in row), max(s.x1 for s in row), main.y, _main_size(words),
        first=_room(ordered, gaps), rtl=rtl, text=text, math=_is_math(words), tab=_tab(words) if "\t" in text else 0.0,
        label=marker, behind=behind, inner=behind if behind - first.x1 > _APART * first.style.size else 0.0,
        block=tag.block if tag else 0, level=tag.level if tag else None,
        artifact=first.artifact and all(w.artifact for w in words),
    )  # fmt: skip


def _room(words: Sequence[Word], gaps: Sequence[float]) -> float:
    """The room that the line above must have had for some of this one: ideographs may be parted anywhere.

    `gaps` are given for a line from right to left, whose words are in pieces.
    """
    first = words[0]
    width = first.x1 - first.x0
    for word, gap in zip(words[1:], gaps, strict=False):
        if gap > BLANK * word.style.size:
            break
        width += word.x1 - word.x0
    return min(width, first.style.size) if _CJK.match(first.text) else width


def _even(words: Sequence[Word]) -> list[Run] | None:
    """The one run of a line in one look with ordinary blanks; None for other lines. Most lines are such."""
    style, mark = words[0].style, words[0].mark
    low, high = 0.08 * style.size, 0.9 * style.size
    edge = words[0].x0 - 0.25 * style.size
    for at, word in enumerate(words):
        gap, edge = word.x0 - edge, word.x1
        if word.style is not style or word.mark is not mark:
            return None
        if not low < gap < high and (at != 1 or gap < low or not is_marker(words[0].text)):
            return None
    if style.code or not words[0].text[:1].isascii() or any("\uf000" <= w.text[:1] <= "\uf0ff" for w in words):
        return None
    return [Run(" ".join([w.text for w in words]), look_of(style, mark), mark.link)]


def _tab(words: Sequence[Word]) -> float:
    """Where text goes on behind a first wide gap, and behind a colon set apart there; 0 without one."""
    apart = [b for a, b in itertools.pairwise(words) if b.x0 - a.x1 > 1.8 * max(a.style.size, b.style.size)]
    if len(apart) > 1 and apart[0].text == ":":
        apart = apart[1:]
    return apart[0].x0 if apart else 0.0


def _main_size(words: Sequence[Word]) -> float:
    """The size of most of the text."""
    size = words[0].style.size
    if all(w.style.size == size for w in words):
        return size
    sizes: dict[float, int] = {}
    for word in words:
        sizes[word.style.size] = sizes.get(word.style.size, 0) + len(word.text)
    return max(sizes, key=lambda s: (sizes[s], s))


def _is_math(words: Sequence[Word]) -> bool:
    if not any(w.style.math for w in words):
        return False
    letters = sum(len(w.text) for w in words)
    return sum(len(w.text) for w in words if w.style.math) * 2 > letters


def _runs(words: Sequence[Word], gaps: list[float]) -> list[Run]:
    if _CJK.match(words[0].text) and 3 * len(words) > sum(len(w.text) for w in words) > 6:
        gaps = [g - SPREAD * words[0].style.size for g in gaps]  # Ideographs set apart to fill their line.
    blanks = [g for g in gaps if g > 0]
    usual = statistics.median(blanks) if blanks else 0.0
    runs: list[Run] = []
    for at, word in enumerate(words):
        marker = words[0].text if at == 1 else words[0].text + words[1].text if at == 2 and gaps[0] <= BLANK else ""
        before = "" if at == 0 else _between(words[at - 1], word, gaps[at - 1], usual, marker)
        _add(runs, before, word)
    return runs


def _add(runs: list[Run], before: str, word: Word) -> None:
    look = look_of(word.style, word.mark)
    text = word.text.translate(BULLETS)
    last = runs[-1] if runs else None
    if last is not None and last.look == look and last.link == word.mark.link:
        runs[-1] = Run(f"{last.text}{before}{text}", look, last.link)
        return
    if last is not None and before:
        # The blank between two looks goes with the plainer one: nobody underlines or raises a last blank.
        if not _marked(last.look):
            runs[-1] = last._replace(text=last.text + before)
        elif not _marked(look):
            text = before + text
        else:
            runs.append(Run(before, look_of(word.style, Mark())))
    runs.append(Run(text, look, word.mark.link))


def _marked(look: Look) -> bool:
    return bool(look.underline or look.highlight or look.strike or look.script)


def _between(a: Word, b: Word, gap: float, usual: float, marker: str) -> str:
    """What stands between two words: nothing, a blank, or a tab. `marker` is all that stands before, if it is short."""
    size = max(a.style.size, b.style.size)
    # pdfium sees blanks in loosely set monospaced words; a typed one is as wide as a letter there.
    # Slanted letters lean over the blank behind them, and wide boxes reach into it.
    reaches = a.style.italic or not (b.style.italic or b.style.math or a.style.math or (a.style.code and b.style.code))
    leans = b.spaced and reaches and gap > -0.25 * size
    if (gap <= BLANK * size and not leans) or (gap <= 0.3 * size and a.style.code and b.style.code and not b.spaced):
        return ""
    wide = bool(_CJK.match(a.text[-1:])) + bool(_CJK.match(b.text[:1]))
    if wide and gap < 0.5 * size and not b.spaced and not (wide == 2 and gap > SPREAD * size):
        return ""
    if marker and is_marker(marker):
        return " "
    # An option's letter after a clear gap begins the next of several options on the line.
    if gap > max(0.9 * size, 1.8 * usual) and is_marker(b.text):
        return "\t"
    if a.style.code and b.style.code and gap < FAR * size:
        return " " * max(1, round(gap / _advance(a)))
    return "\t" if (gap > 1.8 * size and gap > 2.5 * usual) or gap > 4 * size else " "


def _advance(word: Word) -> float:
    """The width of each letter of a word in a font of one width."""
    return max((word.x1 - word.x0) / len(word.text), 0.4 * word.style.size)


def in_words(line: Line) -> str:
    """A line's text with raised and lowered pieces marked as such."""
    out = ""
    for run in line.runs:
        text = run.text.replace("\t", " ")
        if run.look.script and text.strip():
            sign = "^" if run.look.script == "super" else "_"
            text = sign + (text if len(text.strip()) == 1 else f"{{{text.strip()}}}")
        out += text
    return out
