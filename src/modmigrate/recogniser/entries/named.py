"""Keys of several exercises on one line: `Key Pre-test: 1. a 2. b  Key Exercise: 1. 400`, `Key: exercise 1: a – …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.patterns import lazy
from ..lines.line import Line, part
from ..words.words import EXERCISES, Words

_COLON = lazy(r"\s*[:：]")
_WORD = lazy(r"[^\s–—-]+(?:-[^\s–—-]+)*")
LONGEST = 4
"""Words of a name."""


def by_name(line: Line, words: Words) -> list[Line]:
    """A line that begins as a key, cut before each exercise that it names; [] where it names none."""
    paragraph = line.paragraph
    if paragraph is None or line.label is not None:
        return []
    text = paragraph.text[line.start : line.end]
    names = _names(text, words)
    if not names or text[: names[0][0]].strip() or _kind(names[0][2], words) != "key":
        return []
    starts = [start for start, _, _ in names]
    cuts = [(start, end, colon) for (start, colon, _), end in zip(names, [*starts[1:], len(text)], strict=True)]
    parts = [_trimmed(line, text, a, b) for a, b, colon in cuts if text[colon:b].strip(" ;,.–—-\t\n")]
    return parts if len(parts) > 1 or (len(names) == 1 and parts and names_key(names[0][2], words)) else []


def _trimmed(line: Line, text: str, start: int, end: int) -> Line:
    kept = text[start:end].rstrip(" ;,–—-\t\n")
    return part(line, line.start + start, line.start + start + len(kept))


def _names(text: str, words: Words) -> list[tuple[int, int, str]]:
    """Where each name before a colon begins, where its value does, and the name."""
    out: list[tuple[int, int, str]] = []
    before = 0
    for colon in _COLON.finditer(text):
        tokens = list(_WORD.finditer(text, before, colon.start()))
        name = _name(tokens, text, colon.start(), words)
        if name is not None:
            out.append((name, colon.end(), text[name : colon.start()]))
        before = colon.end()
    return out


def _name(tokens: Sequence[re.Match[str]], text: str, end: int, words: Words) -> int | None:
    """The start of the longest name that ends here; None where no exercise is named."""
    starts = [token.start() for token in tokens[-LONGEST:]]
    return next((s for s in starts if _kind(text[s:end], words)), None)


def _kind(name: str, words: Words) -> str:
    """`key` or the role of an exercise; `Key Pre-test` is a key by its first word; '' for other names."""
    role = words.role(name, extra=1)
    if role in ("key", *EXERCISES):
        return role
    return "key" if names_key(name, words) else ""


def names_key(name: str, words: Words) -> bool:
    """Whether a name says whose key it is: `Key Pre-test`, `Kunci Jawaban Latihan 2`."""
    tokens = name.split()
    return any(
        words.role(" ".join(tokens[:n]), extra=0) == "key" and words.role(" ".join(tokens[n:]), extra=1) in EXERCISES
        for n in range(1, min(len(tokens), LONGEST))
    )
