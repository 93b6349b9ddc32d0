"""What a key's words mean for a question: an index, truth, accepted texts; None when they do not fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...languages import said
from ...module import folded
from ...text.digits import is_count
from ...text.letters import CAPITALS, OPTIONS, SMALLS, latin, letter_value
from ...text.patterns import lazy
from ..words.words import Words

_LETTER = lazy(rf"\(?([{OPTIONS}])\)?(?=$|[\s.):,;。，：\-–=])[\s.):,;。，：\-–=]*(.*)$", re.DOTALL)
_LETTERS = lazy(rf"\(?[{OPTIONS}]\)?(?:(?:\s*+[,;&،、，；+/]|\s)\s*+\(?[{OPTIONS}]\)?)+[\s.]*$")
_EXPLAINED = lazy(rf"(\(?[{OPTIONS}]\)?(?:\s*[,;&،、，；+/]\s*\(?[{OPTIONS}]\)?(?!\w))+)[\s.):\-–=]*(.*)$", re.DOTALL)
"""Several letters, then words: taking the first letter alone would be a wrong key."""


def _joins(letters: int) -> str:
    """The words for `and` of one letter, or of two and more, as a part of a pattern."""
    return "|".join(word for word in said("and") if min(len(word), 2) == letters)


_AND = lazy(
    rf"(?<=[{CAPITALS}])\)?\s*\b(?:(?i:{_joins(2)})|(?:{_joins(1)})-?)\s*(?=\(?[{CAPITALS}]\b)"
    rf"|(?<=[{SMALLS}])\)?\s+(?i:{_joins(2)}|y)\s+(?=\(?[{SMALLS}]\b)"
)
"""Between letters; a small e is a word only between capitals."""
_OR = lazy(rf"\(?[{OPTIONS}]\)?[\s,;:–=-]+(\w+\s+)?\(?[{OPTIONS}]\)?[\s.]*")
"""`A or B` in any language, where it is no `and`; `A–C`."""
_EITHER = lazy(rf"\(?[{OPTIONS}]\)?\s*/\s*\(?[{OPTIONS}]\)?[\s.]*")
"""`B / C`: one as well as the other, or whoever wrote it was not sure."""
_SPACED = lazy(rf"([{OPTIONS}])\s+(?=\w)")
_OTHER = lazy(rf"\b[{CAPITALS}]\b")
_LAST = lazy(rf"[,;]\s*(?:{_joins(2)}|{_joins(1)})\s+(?=\(?[{OPTIONS}]\b)")
"""`A, C, dan D`."""
_EACH = lazy(rf"(?:^|(?<=\s))(\()?([{OPTIONS}])([.)])\s*(?=[^\s,;()])")
"""A letter before a value of its own."""
_JOINED = lazy(r"A?B?C?D?E?F?G?H?")
_APART = lazy(r"[.,;:)]|\s*[-–—(\[:;]")
"""What sets a lone letter apart from the remark behind it: `F. They …`, `F (but …)`, `F – they`."""
_FIRST = lazy(rf"[{OPTIONS}]")
_TAIL = lazy(rf"(?<!\w)([{OPTIONS}])[\s.)\]]*$")
_LIST = lazy(r"\(?[1a][.)]\s+(?!\d)|[^;]*[^\W\d_]\.?\s*;\s*[^\W\d_]")
"""A list's first number or letter; words beside others."""
FEW = 4
"""Words that correct a key; more explain it."""
MAX_SCORED_WORDS = 5
"""A longer text cannot be compared with what a learner types."""


def choice(value: str, options: Sequence[str]) -> tuple[tuple[int, ...], str] | None:
    """Indices of the right options and the explanation behind them; None when in doubt.

    A key that repeats the option's text must repeat that of its own letter.
    """
    if (own := _own_words(value, options)) is not None:
        return (own,), ""
    text = _AND.sub(", ", _LAST.sub(", ", latin(value.strip())))
    if repeated := _repeated(text, options):
        return repeated, ""
    if _EITHER.fullmatch(text) or gives_each(text) > 1 or _rises(text):
        return None
    if len(text) > 1 and _JOINED.fullmatch(text):
        text = ", ".join(text)
    if _LETTERS.fullmatch(text):
        found = _indices(rf"\b[{CAPITALS}]\b", text)
        return (found, "") if found and found[-1] < len(options) else None
    if several := _EXPLAINED.match(text):
        found = _indices(f"[{CAPITALS}]", several[1])
        return (found, several[2].strip()) if found[-1] < len(options) else None
    letter = _LETTER.match(text)
    if letter:
        index = letter_value(letter[1]) - 1
        rest = letter[2].strip()
        if index >= len(options) or _is_other(rest, index, options) or _doubtful(text, rest, options[index]):
            return None
        return (index,), "" if folded(rest) == folded(options[index]) else rest
    return None


def _repeated(value: str, options: Sequence[str]) -> tuple[int, ...]:
    """The options that a key repeats with their letters, several and not all: `a. clay c. sand`; () for other keys."""
    found = list(_EACH.finditer(value))
    ends = [m.start() for m in found[1:]] + [len(value)] * bool(found)
    told = {letter_value(m[2]) - 1: value[m.end() : end] for m, end in zip(found, ends, strict=True)}
    whole = bool(found) and found[0].start() == 0 and 1 < len(told) == len(found) < len(options)
    same = whole and all(at < len(options) and folded(said) == folded(options[at]) for at, said in told.items())
    return tuple(sorted(told)) if same else ()


def _rises(value: str) -> bool:
    """Whether a key goes through letters of one kind and leaves some out: `a. It is fine. c. It is dry.`

    Abbreviations are no letters: `e.g.`, `d. h.`
    """
    found = list(_EACH.finditer(value))
    apart = all(m[0][-1].isspace() for m in found) and all(a.end() < b.start() for a, b in pairwise(found))
    letters = _gone_through(value)
    return apart and len(letters) > 1 and letters == sorted(set(letters))


def _gone_through(value: str) -> list[int]:
    """The places of the letters before values of their own, all written alike and from the start on; else []."""
    found = list(_EACH.finditer(value))
    same = len({(m[1], m[3], m[2].islower()) for m in found}) == 1 and found[0].start() == 0
    return [letter_value(m[2]) for m in found] if same else []


def _indices(letters: str, text: str) -> tuple[int, ...]:
    """The places of the letters in a text that a pattern finds, each once, from 0 on."""
    return tuple(sorted({letter_value(c) - 1 for c in re.findall(letters, text.upper())}))


def gives_each(value: str) -> int:
    """How many letters a key goes through, a value behind each: `(a) 1/2 (b) 1/3`. None of them is the right one."""
    letters = _gone_through(value.strip())
    return len(letters) if letters == list(range(1, len(letters) + 1)) else 0


def either(value: str, count: int) -> bool:
    """Whether a key gives one letter or another of so many options: `B / C`."""
    found = _indices(f"[{CAPITALS}]", value) if _EITHER.fullmatch(value.strip()) else ()
    return bool(found) and max(found) < count


def _own_words(value: str, options: Sequence[str]) -> int | None:
    """The one option that a key repeats: AC among AC and DC is no A and C, and `a loan` no A."""
    if len(value.strip(" .()")) <= 1:
        return None
    same = [i for i, o in enumerate(options) if o.strip() == value.strip()]
    same = same or [i for i, o in enumerate(options) if folded(o) == folded(value)]
    return same[0] if len(same) == 1 else None


def order(value: str, count: int) -> tuple[int, ...] | None:
    """Indices in the right order from letters or numbers, each named once: `b, c, a`, `2-3-1`; None when in doubt."""
    names = re.findall(r"\w+", latin(value.strip()))
    found = tuple(int(n) - 1 if is_count(n) else letter_value(n) - 1 for n in names if is_count(n) or len(n) == 1)
    return found if len(found) == len(names) and sorted(found) == list(range(count)) else None


def _doubtful(text: str, rest: str, own: str) -> bool:
    """Whether a letter with nothing but a blank behind it may be a word, or one of several: `A loan`, `A or B`."""
    if folded(rest) == folded(own):
        return False
    spaced = _SPACED.match(text)
    # A capital behind it begins a sentence of its own: `A Prices rise.`
    if _corrected(text, rest, own):
        return True
    word = spaced is not None and spaced[1] in "AaEe" and not (spaced[1].isupper() and rest[:1].isupper())
    return bool(_OR.fullmatch(text)) or word or (spaced is not None and bool(_OTHER.search(rest)))


def _corrected(text: str, rest: str, own: str) -> bool:
    """Whether few words behind a letter end in another: `B (revised: A)`, `b, no, a`, `B → A`."""
    last = _TAIL.search(rest)
    first = _FIRST.search(text)
    if last is None or first is None or len(rest.split()) > FEW or folded(rest) in folded(own):
        return False
    return last[1].isupper() == first[0].isupper() and last[1] != first[0]


def _is_other(text: str, index: int, options: Sequence[str]) -> bool:
    """Whether the words behind a letter are another option's."""
    if text.strip(" .") == options[index].strip(" ."):
        return False  # a + b is not a - b
    said = folded(text)
    return bool(said) and any(i != index and said == folded(o) for i, o in enumerate(options))


def truth(value: str, words: Words) -> tuple[bool, str] | None:
    """True or false, and the explanation behind it."""
    whole = words.truth(value)
    if whole is not None:
        return whole, ""
    first, _, rest = re.sub(r"[.,;:()\-–—]", " ", value, count=1).strip().partition(" ")
    found = words.truth(first)
    if found is not None and (_says_other(value, rest, found, words) or words.truth(rest) is (not found)):
        return None
    # A single letter before further words may be a word of its own.
    if found is None or (len(first.strip(".,;:()")) == 1 and rest and not _APART.match(value.strip()[1:])):
        return None
    return found, rest.strip(" .,;:()-–—")


def _says_other(value: str, rest: str, found: bool, words: Words) -> bool:
    """Whether a sentence goes on from its first word to the opposite: `True or false, as you see it`."""
    goes_on = re.match(r"\s*\w+\s+\w", value) is not None
    return goes_on and any(len(t) > 2 and words.truth(t) is (not found) for t in re.findall(r"\w+", rest))


def texts(value: str, blanks: int, words: Words) -> tuple[tuple[str, ...], ...] | None:
    """Accepted texts per blank: `a / b` are variants, `a; b` or `a, b` fill several blanks.

    None for a list in the place of one answer (`1) a bank 2) a friend`): nobody types its numbers.
    """
    value = re.sub(r"\s+", " ", value).strip().rstrip(".")
    if blanks == 1 and _LIST.match(value):
        return None
    parts = [value]
    if blanks > 1:
        for sign in (r"\|", "[;；]", "[,，、،]", r"\s/\s", r"\s"):
            parts = [p.strip() for p in re.split(sign, value) if p.strip()]
            if len(parts) == blanks:
                break
        if len(parts) != blanks:
            return None
    # `1/2` and `5 km/h` are one value each.
    slash = r"\s+/\s*|\s*/\s+" if re.search(r"\d", value) else r"\s*/\s*"
    between = rf"{slash}|{words.either.pattern}"
    found = tuple(tuple(v.strip() for v in re.split(between, p) if v.strip()) for p in parts)
    if any(not f or any(len(v.split()) > MAX_SCORED_WORDS for v in f) for f in found):
        return None
    return found
