"""Short names for what only a package's program itself calls by name: its functions and constants.

In go the program's parts as they will be shipped and the sources that they were made of; out come the same parts with
the names of the sources' top level shortened. A name stays where it may be anything else: a property (`.name`,
`name:`), a word of a text, a part of what may be a pattern, or too short to gain by it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from string import ascii_letters, digits

from .. import cached
from ..text.patterns import lazy

_TEXTS = lazy(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""")
_WORD = lazy(r"[\w$]+")
_PROPERTY = lazy(r"\.\s*([\w$]+)|([\w$]+)\s*:")
_NAMED = lazy(r"^(?:function|const) (\w{6,})", re.MULTILINE)
RESERVED = frozenset({"do", "if", "in", "of"})


def shortened(parts: Sequence[str], sources: Sequence[str]) -> list[str]:
    """The parts, which share their names, with those shortened that are nothing else anywhere.

    It takes a tenth of a short conversion, so what was made is kept.
    """
    key = b"\0".join(text.encode() for text in (Path(__file__).read_text("utf-8"), *parts, *sources))
    made: list[str] = cached.data("program", key, lambda _: _shortened(parts, sources))
    return made


def _shortened(parts: Sequence[str], sources: Sequence[str]) -> list[str]:
    whole = "\n".join(sources)
    bare = _TEXTS.sub('""', whole)
    other = {name for pair in _PROPERTY.findall(bare) for name in pair}
    other |= {word for text in _TEXTS.findall(whole) for word in _WORD.findall(text)}
    other |= {word for line in bare.split("\n") for word in _WORD.findall(_doubtful(line))}
    counts = Counter(_WORD.findall("\n".join(parts)))
    own = set(_NAMED.findall(whole)) - other
    fresh = _fresh(set(counts) | RESERVED)
    table = {name: next(fresh) for name in sorted(own, key=lambda n: (-counts[n], n))}
    return [_WORD.sub(lambda found: table.get(found[0], found[0]), part) for part in parts]


def _doubtful(line: str) -> str:
    """What stands between the first and the last slash or backtick of a line, where a pattern may be."""
    at = [n for n, sign in enumerate(line) if sign in "/`"]
    return line[at[0] : at[-1]] if at else ""


def _fresh(used: set[str]) -> Iterator[str]:
    for letters in (1, 2):
        for name in map("".join, product(ascii_letters, *[ascii_letters + digits] * letters)):
            if name not in used:
                yield name
