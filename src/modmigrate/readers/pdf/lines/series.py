"""Lines that begin with a word and a number that counts on, whatever the word: `Question 7.`, `Câu 7.`, `שאלה 7:`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ....text.letters import CAPITALS, letter_of
from ....text.patterns import lazy
from ..ground.page import Line

_LETTER = lazy(rf"([{CAPITALS}])[ \t]\S")
_SAME = 2.5
_COUNTED = lazy(r"\s*([^\W\d_]{2,12})\s(\d{1,3})\s?[.:)(]")


def mark_counted(lines: Sequence[Line]) -> None:
    """Set `counted` of lines that begin with what counts on."""
    _mark_words(lines)
    for at, line in enumerate(lines):
        if (letter := _LETTER.match(line.text)) and letter[1] == "A":
            _mark_letters(lines[at:], line.x0)


def _mark_letters(lines: Sequence[Line], x0: float) -> None:
    """Bare letters of options, one line below the other: `A modal` above `B hutang`."""
    found = [line for line in lines[:9] if abs(line.x0 - x0) <= _SAME]
    letters = [match[1] if (match := _LETTER.match(line.text)) else "" for line in found]
    count = next((n for n, letter in enumerate(letters) if letter != letter_of(n + 1)), len(letters))
    for line in found[:count] if count > 1 else ():
        line.counted = True


def _mark_words(lines: Sequence[Line]) -> None:
    """Set `counted` of lines of a column whose word and number come once, beside the same word and a next number."""
    found = {at: (match[1], int(match[2])) for at, line in enumerate(lines) if (match := _COUNTED.match(line.text))}
    times = Counter(found.values())
    for at, (word, number) in found.items():
        near = times[word, number - 1] + times[word, number + 1]
        lines[at].counted = near > 0 and times[word, number] == 1 and not word[0].islower()
