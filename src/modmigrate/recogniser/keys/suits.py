"""Whether a key's words can answer a question, and whether two keys say different things."""

from __future__ import annotations

import re

from ...module import folded
from ...text.amounts import PAIR
from ...text.digits import is_count
from ...text.letters import OPTIONS, letter_of, letter_value
from ...text.patterns import lazy
from ..entries.runs import listed
from ..exercises.draft import Draft
from ..words.words import Words
from . import values as answers

NAMES = 12
"""Signs of a value that names letters and says nothing else."""
_TURNED = lazy(rf"\b([{OPTIONS}])\s*[-–—=:→]+>?\s*(\d{{1,2}})\b")
"""`A–2, B–1`: entries that letters name, and the numbers of their right ones."""
_PARTED = lazy(r"(?<!\s)(?:\s*+[:=→]|\s++[–—-]>?\s)\s*+")
LETTERS = 26
"""Right-hand entries that can be named."""
_NAMED = lazy(r"([^\s,;=:→–—-](?:[^,;]{0,120}?[^\s,;=:→–—-])?)\s*+[-–—=:→]++>?\s*+\(?([A-Za-z])\)?\s*+(?:[,;.]|$)")


def chosen(draft: Draft, value: str) -> tuple[tuple[int, ...], str] | None:
    """Indices of the options that a key names, and its explanation; None when in doubt.

    Behind a letter that the question lacks, nobody knows whether the key counts letters or options.
    """
    found = answers.choice(value, [o.lines[0].text for o in draft.options])
    if found is None or any(o.letter != at for at, o in enumerate(draft.options[: max(found[0]) + 1], 1)):
        return None
    return found


def fits(draft: Draft, kind: str, value: str, words: Words) -> bool:
    """Whether words of a key can answer a question of this type."""
    options = [o.lines[0].text for o in draft.options]
    if kind in ("choice", "multi"):
        known = answers.choice(value, options) is not None
        return known or answers.either(value, len(options)) or answers.gives_each(value) == len(options)
    if kind == "truefalse":
        return truth_of(draft, value, words) is not None
    if kind == "match":
        return bool(match_letters(value, len(draft.right)))
    if kind == "order":
        return answers.order(value, len(options)) is not None
    # An open question is not answered by a bare letter: that key belongs to another exercise.
    return not re.fullmatch(rf"\W*[{OPTIONS}]\W*", value)


def contradict(draft: Draft, kind: str, values: tuple[str, str], words: Words) -> bool:
    """Whether two answers of a scored question, both of which fit it, say different things."""
    if kind in ("choice", "multi"):
        said = [found[0] for v in values if (found := chosen(draft, v))]
        return len(said) == PAIR and said[0] != said[1]
    if kind == "truefalse":
        judged = [truth[0] for v in values if (truth := truth_of(draft, v, words))]
        return len(judged) == PAIR and judged[0] != judged[1]
    return False


def truth_of(draft: Draft, value: str, words: Words) -> tuple[bool, str] | None:
    """True or false, and the explanation behind it; an option's letter says what its option says."""
    if draft.options:
        found = chosen(draft, value)
        said = words.truth(draft.options[found[0][0]].lines[0].text) if found else None
        return None if found is None or said is None else (said, found[1])
    return answers.truth(value, words)


def match_letters(value: str, count: int) -> tuple[int, ...]:
    """Indices of right-hand entries that a key names by letter; () when in doubt."""
    letters = re.findall(r"\b[A-Za-z]\b", value.replace(",", " "))
    found = tuple(letter_value(c) - 1 for c in letters)
    return found if found and all(i < count for i in found) and len(value) <= NAMES else ()


def _by_name(draft: Draft, value: str) -> list[tuple[int, str]]:
    """Entries that a key names in words, each with its letter: `profit – b, loan – a`; [] unless all are there."""
    found = {folded(m[1]): m[2] for m in _NAMED.finditer(value)}
    names = [folded(o.lines[0].text) for o in draft.options]
    return [(at, found[name]) for at, name in enumerate(names)] if names and found.keys() == set(names) else []


def _by_words(draft: Draft, value: str) -> list[tuple[int, str]]:
    """Entries that a key pairs in words (`worms: loosen the soil; water: carries salts`); [] unless all are there."""
    said = [tuple(folded(side) for side in _PARTED.split(entry, maxsplit=1)) for entry in value.split(";")]
    left = [folded(o.lines[0].text) for o in draft.options]
    right = [folded(line.text) for line in draft.right]
    if sorted(pair[0] for pair in said) != sorted(left) or any(len(p) != PAIR or right.count(p[1]) != 1 for p in said):
        return []
    return [(left.index(a), letter_of(right.index(b) + 1)) for a, b in said]


def match_pairs(draft: Draft, value: str) -> list[tuple[int, str]]:
    """Left entries and the letters of their right ones from one entry: `1-b, 2-a`, `b, a`, `2, 1`; [] when in doubt."""
    count = len(draft.options)
    if named := _by_name(draft, value) or _by_words(draft, value):
        return named
    run = listed(value)
    if run:
        return [(n - 1, v) for n, v in run] if sorted(n for n, _ in run) == list(range(1, count + 1)) else []
    turned = _TURNED.findall(value)
    if turned and not _TURNED.sub("", value).strip(" .,;"):
        places = [letter_value(letter) - 1 for letter, _ in turned]
        found = [
            (at, letter_of(int(n))) for at, (_, n) in zip(places, turned, strict=True) if 0 < int(n) <= len(draft.right)
        ]
        return found if sorted(places) == list(range(count)) and len(found) == count else []
    names = re.findall(r"\w+", value)
    if len(names) != count or not all(
        (is_count(n) and int(n) <= LETTERS) or (len(n) == 1 and n.isalpha()) for n in names
    ):
        return []
    if draft.right and all(line.slot is not None for line in draft.right) and all(n.isdecimal() for n in names):
        # The numbers stand in the places of the right column, in its order.
        return [(int(n) - 1, letter_of(at + 1)) for at, n in enumerate(names) if 0 < int(n) <= count]
    return [(at, letter_of(int(n)) if n.isdecimal() else n) for at, n in enumerate(names) if n != "0"]
