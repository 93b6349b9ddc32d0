"""List markers typed at the start of a line, as far as they tell that a paragraph begins."""

from __future__ import annotations

import re

from ....labels import ASKING, CAPITAL_ROMAN, CLOSE_BULLETS, HAN, MULTI, SMALL_ROMAN
from ....text.letters import CIRCLED, JOINED, LETTER, OPTIONS, RIGHT_TO_LEFT
from ....text.patterns import lazy

_FEW = JOINED + JOINED.lower()
"""Letters of options that may stand close to their text."""
_BOXES = "☐☑□❑"
_BULLETS = f"[{CLOSE_BULLETS}{_BOXES}❖➔→►▶"
_LABEL = lazy(
    r"\s*(?:"
    r"\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)、](?=\s|[^\W\d]|$)"
    rf"|{MULTI}\.?(?=\s)"
    rf"|\(?{LETTER}[.)](?=\s|$)|\({LETTER}\)|[{_FEW}]\.(?=[^\W\d]{{2}})|[{_FEW}]\)(?=\w)"
    rf"|\(?(?:{CAPITAL_ROMAN}|{SMALL_ROMAN})[.)](?=\s|$)"
    rf"|{_BULLETS}§·]\s?|[-–*—](?=\s)"
    rf"|(?![a-zà-ÿ])(?i:{ASKING})\d{{1,3}}(?:\s?[.):：]|(?=\s|$))"
    rf"|\(?[{RIGHT_TO_LEFT}][.)](?=\s|$)"
    r"|(?:_{3,}|\.{4,}|…{2,}|\([\s_.]+\)|\[[\s_]*\])\s?\d{1,3}[.)](?=\s|[^\W\d])"
    rf"|[{CIRCLED}]|[（(][{HAN}]{{1,3}}[)）]|[{HAN}]{{1,3}}、"
    r")"
)
_MARKER = lazy(rf"\(?(?:[{OPTIONS}{RIGHT_TO_LEFT}]|[IVX]{{1,4}}|[ivx]{{1,4}}|\d{{1,2}})[.)]$|{_BULLETS}-]$")
BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf0a8": "☐",
                          "\uf06f": "☐", "\uf0fe": "☑", "\uf0e0": "→", "\uf02d": "-", "\uf0de": "⇒"})  # fmt: skip
"""Private-use codes of Word's Symbol and Wingdings bullets."""
_BULLET = lazy(rf"\s*{_BULLETS}§·]")
_CLOSING = "\"'”’)] "
_ENDS = frozenset(".?!:;…。？！：；")


def label(text: str) -> str:
    """The marker at the start of a line; '' for none."""
    found = _LABEL.match(text)
    return found[0].strip() if found else ""


def is_bullet(text: str) -> bool:
    """Whether a line starts with a bullet that nothing else looks like."""
    return _BULLET.match(text) is not None


def is_first(marker: str) -> bool:
    """Whether a list can begin with this marker."""
    return re.sub(r"[\W_]", "", marker).lower() in ("1", "a", "i") or not any(map(str.isalnum, marker))


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence, an announcement or an item can end."""
    return text.rstrip(_CLOSING)[-1:] in _ENDS


def is_marker(word: str) -> bool:
    """Whether a word is a list marker and nothing else."""
    return _MARKER.match(word.translate(BULLETS)) is not None
