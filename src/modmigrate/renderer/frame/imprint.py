"""What a title page leaves besides its title: institution, audience, place and year, shown on the cover.

Only where the opening is nothing else: a few short lines without an end of a sentence. Others stay a screen.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from ...module import Figure, Module, Paragraph, folded
from ...text import inline
from .titles import Calm

MOST, LONGEST = 14, 90
_YEAR = re.compile(r"(19|20)\d\d")
_SENTENCE = re.compile(r"[.!?;:。！？]\s*$")


class Imprint(Struct, frozen=True):
    """Lines of the cover: those that stand above the title, and those below it."""

    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def imprint(module: Module) -> tuple[Module, Imprint]:
    """The module without an opening that is a title page, and what its cover says instead."""
    lines = _lines(module)
    if not lines:
        return module, Imprint()
    calm = Calm(module)
    lines = [line for line in lines if folded(line) != folded(inline.plain(module.title))]
    # The first line of a title page that is long enough to be a name is its institution.
    above = 1 if lines and len(lines[0]) >= 20 else 0
    said = [calm.name(line) if line.isupper() and len(line) > 4 else line for line in lines]
    if len(said) > above + 1 and _YEAR.fullmatch(said[-1]) and not _YEAR.search(said[-2]):
        said[-2:] = [f"{said[-2]}, {said[-1]}"]
    return replace(module, opening=()), Imprint(tuple(said[:above]), tuple(said[above:]))


def _lines(module: Module) -> list[str]:
    """The opening's lines where it is a title page; none where it is text."""
    blocks = [b for b in module.opening if not (isinstance(b, Figure) and b.file == module.cover and not b.caption)]
    if not 0 < len(blocks) <= MOST or not all(isinstance(b, Paragraph) for b in blocks):
        return []
    lines = [" ".join(inline.plain(b.text).split()) for b in blocks if isinstance(b, Paragraph)]
    if any(len(line) > LONGEST or _SENTENCE.search(line) or not folded(line) for line in lines):
        return []
    return lines
