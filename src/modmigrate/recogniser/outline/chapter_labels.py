"""Labels of chapters: `BAB II : MODAL`, `Unit 3`, `第一章 绪论`, read as word, number and title."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec import Struct

from ...text.digits import is_count
from ...text.letters import CAPITALS, letter_value
from ...text.patterns import lazy
from ..lines.labels import roman, value_of
from ..lines.line import Line, fold
from ..words.words import Words

MAX_WORDS = 18
"""A longer line is running text."""
_NUMBER = (
    rf"(?P<number>\d{{1,3}}|{{spelled}}|[IVXLC]{{1,6}}|[{CAPITALS}](?=\s*[:–—\-])|[א-ת](?=['׳]?\s*(?:[:–—\-]|$)))"
    r"['׳]?(?![\w%])"
)


class ChapterLabel(NamedTuple):
    """The label's word, folded; the label as printed; the title behind it; and the number's value."""

    word: str
    printed: str
    title: str
    value: int


class ChapterLabels(Struct, frozen=True):
    """Reads the labels of one document."""

    words: Words
    pattern: re.Pattern[str]
    """A label and the rest of its line."""

    def read(self, line: Line) -> ChapterLabel | None:
        """The label of a line, in or behind Word's numbering; None for other lines."""
        text = line.text
        if line.label is not None and line.paragraph is not None:
            text = f"{line.label.text} {line.text}"
        return self.of(text) if line.words <= MAX_WORDS else None

    def of(self, text: str) -> ChapterLabel | None:
        """The label that a text begins with; None if it begins with none, or goes on as a sentence."""
        inside = next((m for p in self.words.chapter_patterns if (m := p.fullmatch(text.strip()))), None)
        if inside is not None:
            label = text.strip()[: len(text.strip()) - len(inside["rest"])].strip(" :：.、")
            return ChapterLabel(inside["word"], label, fold(inside["rest"]), value_of(inside["number"]) or 0)
        found = self.pattern.match(text)
        value = self._value(found["number"]) if found else 0
        if found is None or not value:
            return None
        rest = found["rest"]
        if rest and not re.match(r"\s*[.:–—\-|\n\t]|\s+", rest):
            return None
        title = fold(re.sub(r"^[\s.:–—\-|]+", "", rest)).strip()
        if title[:1].islower() or title.startswith((",", ";", ")")):
            return None
        word = re.sub(r"[\s.:\-]+", " ", found["word"]).strip()
        return ChapterLabel(word.casefold(), f"{word} {found['number']}", title, value)

    def _value(self, number: str) -> int:
        """The number in a chapter's label; 0 for none: small letters number no chapters."""
        if is_count(number):
            return int(number)
        if number.isupper():
            return roman(number) or letter_value(number[0])
        return self.words.numerals.get(number.casefold(), 0) or (letter_value(number) if number >= "א" else 0)


def labels_of(words: Words) -> ChapterLabels:
    """A reader of labels in these words."""
    spelled = "|".join(sorted(map(re.escape, words.numerals), key=len, reverse=True))
    number = _NUMBER.replace("{spelled}", spelled or "(?!)")
    pattern = rf"\s*(?P<word>{words.chapter.pattern}){number}(?P<rest>.*)"
    return ChapterLabels(words, lazy(pattern, re.IGNORECASE | re.DOTALL))
