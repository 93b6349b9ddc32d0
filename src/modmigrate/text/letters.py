"""Letters that mark options and parts, in every script: which there are, and the place of each. Defined nowhere else.

Lists count A B C, أ ب ج (in the order of أبجد), א ב ג, А Б В, Α Β Γ, ア イ ウ, あ い う, 가 나 다, क ख ग or अ ब स,
ก ข ค, 甲 乙 丙, also full-width, in circles, or as ① ② ③. A list of options has eight at most.
"""

from __future__ import annotations

import unicodedata

from .patterns import lazy

MOST = 8
"""Letters that label options, A to H."""
CAPITALS, SMALLS = "A-H", "a-h"
"""Latin letters of options, as parts of a class of signs."""
OPTIONS = CAPITALS + SMALLS
JOINED = "A-E"
"""Of these, those that keys run together: ABACD; more would make words."""
RIGHT_TO_LEFT = "א-תء-ي"
"""All letters of Hebrew and Arabic, as a part of a class."""
_CASED = ("АБВГДЕЖЗИК", "ΑΒΓΔΕΖΗΘΙΚ")
_OTHERS = ("アイウエオカキク", "あいうえおかきく", "가나다라마바사아", "甲乙丙丁戊己庚辛", "กขคงจฉชซ")
_SPELLED = ("कखगघङचछज", "अबसद")
"""Their vowels are signs of their own behind a letter: with one it begins a word."""
_ARABIC, _HEBREW = "أبجدهوزح", "אבגדהוזח"
_ALPHABETS = (_ARABIC, _HEBREW, *_CASED, *_OTHERS, *_SPELLED)
_LATE = "".join((*_CASED, *(a.lower() for a in _CASED), *_OTHERS))
CIRCLED, RINGED = "①-⑳㉑-㉟㊱-㊿", "Ⓐ-ⓩ"
"""Numbers and letters in circles, as parts of a class: the circle ends the label."""
LETTER = (
    rf"(?:[A-Za-zＡ-Ｚａ-ｚ{RINGED}]|[ا{_ARABIC}]ـ?(?!\w)|[{_HEBREW}]['׳]?(?!\w)|[{_LATE}](?!\w)"
    rf"|[{''.join(_SPELLED)}](?![\w\u0900-\u097f]))"
)
"""A letter that labels an option or a section, as a pattern; what ends the label is said where it is used."""
FIRST = "AaＡａⒶⓐا" + "".join(a[0] for a in (*_ALPHABETS, *(c.lower() for c in _CASED)))
"""The first letters of all alphabets, as a part of a class."""
KANA = _OTHERS[0] + _OTHERS[1]
"""Letters that may stand before a text with nothing but a blank between."""
_ALONE = lazy(rf"(?<!\w)(?:{LETTER}|[{CIRCLED}])(?!\w)")
_WORDS = frozenset("".join((*_CASED, *(a.lower() for a in _CASED))))
"""Of these some are words of their own (а, в, и; η, ο)."""


def letter_value(letter: str) -> int:
    """The place of a letter (see `LETTER`) or of a number in a circle in its row, 1 for A, ב is 2."""
    first = unicodedata.normalize("NFKC", letter)[0].replace("ا", "أ")
    if first.isdecimal():
        return int(unicodedata.normalize("NFKC", letter))
    first = first.upper()
    return next((a.index(first) + 1 for a in _ALPHABETS if first in a), ord(first) - ord("A") + 1)


def letter_of(place: int) -> str:
    """The Latin capital in a place of its row, A for 1."""
    return chr(ord("A") - 1 + place)


def latin(text: str) -> str:
    """Letters of other alphabets as the Latin ones in the same place: ב, ② → B. (و and ו mostly mean `and`.)"""
    return text if text.isascii() else _ALONE.sub(lambda m: _as_latin(m[0], text[m.end() :]), text)


def _as_latin(letter: str, rest: str) -> str:
    if letter.isascii() or letter in "وו":
        return letter
    # В магазине begins a sentence.
    if letter in _WORDS and rest[:1].isspace() and rest.strip()[:1].isalpha() and len(rest.split()[0]) > 1:
        return letter
    return letter_of(letter_value(letter))
