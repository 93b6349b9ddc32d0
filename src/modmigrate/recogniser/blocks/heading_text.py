"""A heading's text with what its title alone does not say: notes, formulas, raised and lowered signs, links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ... import document as doc
from ...text import inline as md
from ..lines.line import Line, cut
from .inline_text import text_of

_KEPT = ("script",)
"""Bold, size and colour are the heading's own; they say nothing within it."""


def heading_text(lines: Sequence[Line], title: str) -> str:
    """Inline Markdown of a heading that stands on these lines; `title` is its words without the label."""
    inlines: list[doc.Inline] = []
    for line in lines:
        if line.paragraph is not None:
            inlines += [doc.Span(" "), *(i for i in line.paragraph.inlines if not isinstance(i, doc.Picture))]
    plain = md.write([md.Run(title)])
    if all(isinstance(i, doc.Span) and not i.link and not i.look.script for i in inlines):
        return plain
    text = "".join(i.text for i in inlines if isinstance(i, doc.Span | doc.Formula))
    found = re.search(r"\s+".join(map(re.escape, title.split())), text)
    kept = cut(tuple(inlines), *found.span()) if found else ()
    notes = [i for i in inlines if isinstance(i, doc.NoteMark) and i not in kept]
    return (text_of(kept, _KEPT) or plain) + md.write([md.NoteRef(note.id) for note in notes])
