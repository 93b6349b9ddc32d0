"""Runs of key entries on a line: `1. A 2. C`, `1 The car is out of gas. 2 B`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ...text.amounts import SEVERAL, reaches
from ...text.letters import CAPITALS, JOINED, LETTER, OPTIONS, SMALLS, latin
from ...text.patterns import lazy
from ..lines.labels import ASKED_RUN

_PAIR = lazy(
    rf"(?<![\w.,])(\d{{1,3}})\s*+(?:[.)\-–:=→>．、：]++\s*+)?\(?"
    rf"([{CAPITALS}]|(?<![0-9])[{SMALLS}]|[BDEFJNORSTVWY]|[√✓✔×✗○〇]|(?=[^\x00-\x7f]){LETTER})"
    r"\)?(?!\.?\w)(?=[\s,;.)|，；、]|$)"
)
_LETTERS = lazy(
    rf"\s*(?:[{CAPITALS}](?:[\s,;/–-]+[{CAPITALS}])+|[{SMALLS}](?:[\s,;/–-]+[{SMALLS}])+"
    rf"|[{JOINED}]{{3,10}}(?:\s+[{JOINED}]{{3,10}})*)[\s.]*"
)
_NUMBERS = lazy(r"[0-9０-９٠-٩][^0-9０-９٠-٩]+[0-9０-９٠-٩]")
"""The cheap sign first: most lines hold no two numbers."""
_COUNT = lazy(r"(?:^|(?<=\s))(\d{1,4})\s+")
_POINTED = lazy(r"(?:^|(?<=\s))(\d{1,4})[.)．、]\s*(?=\S)")
_SIGNS = (r"[-–](?![-–\d])", "=", "[:：]", "[→>]")
_SIGNED = tuple(lazy(rf"(?:^|(?<=\s))(\d{{1,3}})\s?{sign}\s*(?=\S)") for sign in _SIGNS)
"""`1- donanım 2- tarayıcı`, `1 = a ; 2 = b`: one sign for the whole run."""
_CLOSE = lazy(r"(?:^|(?<=\s))(\d{1,3})(?:\s?[-–.):=]\s?)?(?=[^\W\d])")
"""`1C 2A 3-false 4-crema`: letters and words close behind their numbers."""
_RANGED = lazy(
    r"(\d{1,3})\s*+[-–－—~～]\s*+(\d{1,3})\s*+(?:[:：.、)）]\s*+)?"
    rf"((?:[{OPTIONS}√×✓✗][\s,，、]*+){{2,}})"
)
_MOSTLY = 7
"""Tenths of a line that are entries where it is a run of them."""
_ENOUGH = 3
"""Entries of a run; fewer may be numbers in a sentence, unless each has its point."""


def letters(text: str) -> list[str]:
    """The letters of a run without numbers: `A B A C`, `a, b, b`, `ABACD BCDAB`; [] for other text.

    It answers an exercise of just as many questions.
    """
    text = latin(text)
    return re.findall(f"[{OPTIONS}]", text) if _LETTERS.fullmatch(text) else []


def listed(text: str) -> list[tuple[int, str]]:
    """The entries of a run such as `1. A 2. C 3. D`; [] for other text.

    Words behind a letter belong to its entry (`5-a and c`): alone, the letter would be a wrong key.
    """
    found = list(_PAIR.finditer(text)) if _NUMBERS.search(text) else []
    if len(found) < SEVERAL or not _mostly([(m[1], m[2]) for m in found], text):
        return []
    ends = [*(m.start() for m in found[1:]), len(text)]
    return [(int(m[1]), _with_rest(m, text[m.end() : end])) for m, end in zip(found, ends, strict=True)]


def ranged(text: str) -> list[tuple[int, str]]:
    """The entries of `1-5 CBCDC 6-8: A B D`, where there are as many letters as numbers; [] for other text."""
    found = list(_RANGED.finditer(text))
    if not found or _RANGED.sub("", text).strip(" ;,.，；、"):
        return []
    out: list[tuple[int, str]] = []
    for match in found:
        numbers = range(int(match[1]), int(match[2]) + 1)
        letters_of = re.findall(rf"[{OPTIONS}√×✓✗]", match[3])
        if len(letters_of) != len(numbers):
            return []
        out += zip(numbers, letters_of, strict=True)
    return out


def _with_rest(match: re.Match[str], rest: str) -> str:
    return f"{match[2]}{rest}".strip(" ;,.，；、)(") if any(map(str.isalnum, rest)) else match[2]


def counted(text: str) -> list[tuple[int, str]]:
    """The entries of a run in which values may be sentences: `1 The car is out of gas. 2 B 3 A`; [] for other text.

    Each number must follow once: two places for one leave the cut in doubt.
    """
    form = next((form for form in (_POINTED, *_SIGNED, ASKED_RUN, _CLOSE) if form.match(text)), _COUNT)
    found = list(form.finditer(text))
    first = int(found[0][1]) if found and found[0].start() == 0 else 0
    if form is not _CLOSE:
        found = _in_order(found, first)
    numbers: Sequence[int] = range(first, first + len(found))
    if form is _CLOSE and len(found) >= _ENOUGH and all(a < b for a, b in pairwise(int(m[1]) for m in found)):
        numbers = [int(m[1]) for m in found]  # what is not asked for is left out
    pointed = len(found) > 1 and form is not _COUNT
    if (len(found) < _ENOUGH and not pointed) or not first or [int(m[1]) for m in found] != list(numbers):
        return []
    ends = [*(m.start() for m in found[1:]), len(text)]
    values = [text[m.end() : end].strip(" ;,，；、") for m, end in zip(found, ends, strict=True)]
    return list(zip(numbers, values, strict=True)) if all(values) else []


def _in_order(found: Sequence[re.Match[str]], first: int) -> list[re.Match[str]]:
    """The matches whose numbers count on; a number in a value (`3 1080 litres`) is passed over, unless it could be one.

    A number that is met twice leaves the cut in doubt: all matches then.
    """
    out: list[re.Match[str]] = []
    for match in found:
        if int(match[1]) == first + len(out):
            out.append(match)
    last = first + len(out) - 1
    return out if sum(first <= int(m[1]) <= last for m in found) == len(out) else list(found)


def _mostly(pairs: Iterable[tuple[str, str]], text: str) -> bool:
    """Whether the pairs make up most of the line's letters and digits."""
    size = sum(len(n) + len(v) for n, v in pairs)
    return reaches(size, sum(c.isalnum() for c in text), _MOSTLY)
