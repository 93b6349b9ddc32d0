"""Terms of a module's glossaries in running text: each opens its meaning where a screen first names it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup
from msgspec import Struct, field

from ...module import Glossary, Module, folded, walk
from ...text import inline
from ...text.patterns import lazy
from ..html import escaped

MOST = 500
"""Terms of one module: more is no glossary but a dictionary, and would make a button of every other word."""
_UNSPACED = lazy(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Scripts without blanks between words."""

WriteTerm = Callable[[str, str, str], Markup]
"""The words as they stand, the meaning, the punctuation behind them → the button that opens it."""
_BEHIND = lazy(r"[)\]}.,;:!?…»”’]*")


class Terms(Struct):
    """The meanings of a module's terms, and which of them a screen has opened already."""

    meanings: dict[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None
    write: WriteTerm = lambda name, _, after: Markup.escape(name + after)
    told: set[str] = field(default_factory=set)
    quiet: int = 0
    """Above 0 where no term may be a button: in headings, questions and the glossary itself."""

    def marked(self, text: str) -> str:
        """Plain text as HTML, with a button for each term that this screen names for the first time."""
        if self.pattern is None or self.quiet:
            return escaped(text)
        out, at = "", 0
        for found in self.pattern.finditer(text):
            name = _name(found[0], self.meanings)
            if name and name not in self.told:
                self.told.add(name)
                behind = _BEHIND.match(text, found.end())
                after = behind[0] if behind else ""
                out += escaped(text[at : found.start()]) + self.write(found[0], self.meanings[name], after)
                at = found.end() + len(after)
        return out + escaped(text[at:])


def terms(module: Module, write: WriteTerm) -> Terms:
    """The terms of all glossaries of a module; of two meanings of one term the first is taken."""
    meanings: dict[str, str] = {}
    for name, meaning in _listed(module):
        if len(meanings) < MOST:
            meanings.setdefault(name, meaning)
    if not meanings:
        return Terms()
    # The longest first: «laba bersih» is one term, not «laba» and a word.
    names = sorted(meanings, key=lambda name: (-len(name), name))
    return Terms(meanings, re.compile("|".join(map(_sought, names)), re.IGNORECASE), write)


def _listed(module: Module) -> Iterator[tuple[str, str]]:
    for blocks in (module.opening, *(c.content for c in module.chapters)):
        for block in walk(blocks):
            for term in block.terms if isinstance(block, Glossary) else ():
                # «SOP (Standar Operasional Prosedur)»: the text says SOP.
                name = re.sub(r"\s*[(（].*", "", " ".join(inline.plain(term.term).split())).strip(" :.–-")
                if len(name) > 1 and folded(name) and term.meaning.strip():
                    yield name, term.meaning


def _sought(name: str) -> str:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return words if _UNSPACED.search(name) else rf"(?<!\w){words}(?!\w)"


def _name(found: str, meanings: dict[str, str]) -> str:
    """The term that was found; none for a word that only looks like an abbreviation (AS, as)."""
    plain = " ".join(found.split())
    if plain in meanings:
        return plain
    name = next((n for n in meanings if n.casefold() == plain.casefold()), "")
    return "" if name.isupper() and len(name) <= 5 else name
