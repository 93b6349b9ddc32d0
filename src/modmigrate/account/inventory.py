"""Pictures, notes and links of a source: how many were read, how many a module holds, and where one is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .. import module as mod
from ..document import Document, NoteMark, Paragraph, Picture, Span, paragraphs
from ..report import Code, Finding, finding
from ..source import listed


def files(document: Document, module: mod.Module) -> frozenset[str]:
    """The pictures that a module shows; to look for them takes time, which documents without any need not."""
    any_at_all = any(isinstance(i, Picture) for p in every(document) for i in p.inlines)
    return frozenset(mod.files(module)) if any_at_all else frozenset()


def kept(document: Document, module: mod.Module, known: frozenset[str]) -> Mapping[str, tuple[int, int]]:
    """Of each kind of thing how many the document has, and how many of these the module, which shows these files."""
    inlines = [i for p in every(document) for i in p.inlines]
    pictures = {i.name for i in inlines if isinstance(i, Picture)}
    links = {i.link for i in inlines if isinstance(i, Span) and i.link and not i.link.startswith("#")}
    notes = {i.id for i in inlines if isinstance(i, NoteMark)} & set(document.notes)
    said = "\n".join(text for c in (module.opening, *(c.content for c in module.chapters))
                     for b in mod.walk(c) for text in mod.texts(b)) if links else ""  # fmt: skip
    return {
        "pictures": (len(pictures), len(pictures & known)),
        "notes": (len(notes), len(notes & {id_ for id_, _ in module.notes})),
        "links": (len(links), sum(re.sub(r"[()\s]", "", link)[:40] in re.sub(r"[()\s]", "", said) for link in links)),
    }


def missing_pictures(document: Document, known: frozenset[str]) -> Iterator[Finding]:
    """One warning for the pictures that are none of the files that a module shows."""
    found = {i.name: p.where for p in every(document) for i in p.inlines
             if isinstance(i, Picture) and i.name not in known}  # fmt: skip
    if found:
        first = next(iter(found.values()))
        yield finding(Code.PICTURES_LOST, first, count=len(found), places=listed(found.values()))


def every(document: Document) -> Iterator[Paragraph]:
    """All paragraphs of the text and of its notes."""
    yield from paragraphs(document.blocks)
    for note in document.notes.values():
        yield from paragraphs(note)
