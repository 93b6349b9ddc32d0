"""Titles as learners read them: what a document shouts in capitals is written as sentences are.

Acronyms and names stay as the module's running text writes them. Only how titles are shown changes, in a copy of the
module: module.yaml keeps the document's own, and so do ids.
"""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from ...languages import known, traces
from ...module import Block, Heading, Module, texts, walk
from ...text import inline

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LOUD = re.compile(r"[^\W\d_]{2,}")
_ROMAN = re.compile(r"[IVXLC]+")
_MARKED = re.compile(r"[*_~`$\[\]=+^<>\\]")
FEWEST = 6
"""Letters of a shouted title: a shorter one (`PLC`) may be a name."""


def calmed(module: Module) -> Module:
    """The module with its shouted titles in sentence case."""
    if not any(map(is_shouted, _titles(module))):
        return module
    calm = Calm(module)
    return replace(
        module,
        title=calm(module.title),
        opening=calm.blocks(module.opening),
        chapters=tuple(replace(c, title=calm(c.title), content=calm.blocks(c.content)) for c in module.chapters),
    )


def is_shouted(title: str) -> bool:
    """Whether a title is in capitals throughout, in a script that has small letters."""
    words = _LOUD.findall(title)
    letters = "".join(words)
    return len(letters) >= FEWEST and letters == letters.upper() != letters.lower() and not _MARKED.search(title)


def _titles(module: Module) -> list[str]:
    headings = [b.text for c in module.chapters for b in c.content if isinstance(b, Heading)]
    return [module.title, *(c.title for c in module.chapters), *headings]


class Calm:
    """Writes titles by the words of one module's running text."""

    def __init__(self, module: Module) -> None:
        self._language = module.language.split("-")[0].lower()
        self._common = frozenset(traces(self._language)[0]) if self._language in known() else frozenset[str]()
        self._seen: Counter[str] = Counter()
        for blocks in (module.opening, *(c.content for c in module.chapters)):
            for block in walk(blocks):
                for text in texts(block):
                    plain = inline.plain(text)
                    if not plain.isupper():
                        self._count(plain)

    def _count(self, text: str) -> None:
        begins = True
        for found in _WORD.finditer(text):
            before = text[: found.start()].rstrip(" *_(\"“‘'")
            begins = not before or before[-1] in ".!?:;…\n–-•"
            # A capital at the beginning of a sentence says nothing.
            self._seen[self._small(found[0]) if begins and found[0][1:].islower() else found[0]] += 1

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Blocks of a chapter, their headings calmed."""
        return tuple(
            replace(b, text=self(b.text)) if isinstance(b, Heading) and is_shouted(b.text) else b for b in blocks
        )

    def __call__(self, title: str) -> str:
        """A title in sentence case; one that is not shouted stays."""
        return self._calm(title) if is_shouted(title) else title

    def _calm(self, title: str) -> str:
        written = _WORD.sub(lambda found: self._word(found[0]), title)
        first = re.search(r"[^\W\d_]", written)
        return written if first is None else written[: first.start()] + self._large(first[0]) + written[first.end() :]

    def name(self, title: str) -> str:
        """A name, of an institution: as a title, but its longer words begin with capitals."""
        return _WORD.sub(lambda f: self._large(f[0][0]) + f[0][1:] if len(f[0]) > 3 else f[0], self._calm(title))

    def _word(self, word: str) -> str:
        small = self._small(word)
        ways = {way: self._seen[way] for way in (small, word, self._large(small[0]) + small[1:])}
        best = max(ways, key=lambda way: ways[way])
        if ways[best]:
            return best
        if small in self._common:
            return small
        if _ROMAN.fullmatch(word) or len(word) < 3 or not re.search(r"[aeiouyàâäéèêëîïôöûüáíóúıåæøœ]", small):
            return word
        # German nouns begin with a capital wherever they stand.
        return self._large(small[0]) + small[1:] if self._language == "de" and len(word) > 4 else small

    def _small(self, text: str) -> str:
        return (text.replace("I", "ı").replace("İ", "i") if self._language == "tr" else text).lower()

    def _large(self, text: str) -> str:
        return (text.replace("i", "İ") if self._language == "tr" else text).upper()
