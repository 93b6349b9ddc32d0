"""The pass mark that a document names itself: «nilai lulus 80», «KKM 75», «tingkat penguasaan kurang dari 80 persen».

In: a module as read. Out: it with that mark, or, where the document names several, unchanged with a finding.
What names it is in `languages/*.yaml`, section `passing`; `mark-unit` are the words behind its number.
A range (a band of marks) and a full 100 name no pass mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from ..languages import load, said
from ..module import List, Module, Paragraph, texts, walk
from ..report import Code, Finding, finding
from ..text import inline
from ..text.patterns import lazy
from ..text.signs import SENTENCE

NEAR = 60
"""Letters between the words and the number, within one sentence."""
_RANGE = lazy(r"\d\s*%?\s*[–-]\s*\d")
LOWEST, HIGHEST = 40, 95


def with_pass_mark(module: Module) -> tuple[Module, tuple[Finding, ...]]:
    """The module with the mark that its text names, and a finding where it names more than one."""
    found: dict[int, str] = {}
    for text in _sentences(module):
        for mark in _marks(text, module.language):
            found.setdefault(mark, text)
    if len(found) == 1:
        return replace(module, mastery=next(iter(found))), ()
    if not found:
        return module, ()
    named = ", ".join(f"{mark} (“{' '.join(text.split())[:60]}”)" for mark, text in sorted(found.items()))
    return module, (finding(Code.PASS_MARK, named=named, used=module.mastery),)


def _sentences(module: Module) -> Iterator[str]:
    for blocks in (module.opening, *(c.content for c in module.chapters)):
        for block in walk(blocks):
            if isinstance(block, Paragraph | List):
                for text in texts(block):
                    yield from SENTENCE.split(inline.plain(text))


def _marks(sentence: str, language: str) -> Iterator[int]:
    for words in _words(language).finditer(sentence):
        near = sentence[words.end() : words.end() + NEAR]
        if not _RANGE.search(near):
            # Two marks in one sentence (50 for theory, 70 for practice) are two, whichever comes first.
            yield from (
                mark for found in _number().finditer(f" {near}") if LOWEST <= (mark := int(found[1])) <= HIGHEST
            )


@cache
def _number() -> re.Pattern[str]:
    """A mark: two digits and a unit in any language, a sign for percent, or the end of the clause."""
    units = "|".join(map(re.escape, said("mark-unit")))
    return re.compile(
        rf"(?<![\d.,=×xX*/–-])\s(\d{{2}})(?:[.,]0+)?\s*"
        rf"(?:%|‰|(?:{units})(?![^\W\d_])|$|[.,;:)])(?!\s*[–-]\s*\d)",
        re.IGNORECASE,
    )


@cache
def _words(language: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(p) for p in sorted(load(language)["passing"], key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])(?:{phrases})", re.IGNORECASE)
