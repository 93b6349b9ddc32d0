"""Links inside a document: bookmarks of its paragraphs become the ids of the module's elements."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ... import document as doc
from ...source import Where
from ...text import inline as md

_T = TypeVar("_T")


class Places:
    """Which element of the module stands where in the document."""

    def __init__(self) -> None:
        self._ids: dict[int, str] = {}

    def put(self, where: Where, name: str) -> None:
        """A heading, chapter or question begins here."""
        self._ids[where.paragraph] = name

    def add(self, where: Where, name: str) -> None:
        """A figure or table stands here, or right behind what begins here."""
        self._ids.setdefault(where.paragraph, name)

    def targets(self, blocks: tuple[doc.Block, ...]) -> dict[str, str]:
        """Bookmark → id of the element it is in: the nearest that has one, at or before the bookmark."""
        numbers = sorted(n for n in self._ids if n)
        out: dict[str, str] = {}
        for paragraph in doc.paragraphs(blocks):
            at = bisect_right(numbers, paragraph.where.paragraph)
            for anchor in paragraph.anchors if at else ():
                out.setdefault(anchor, self._ids[numbers[at - 1]])
        return out


def are_in(document: doc.Document) -> bool:
    """Whether a document links to places in itself."""
    inlines = (i for p in _all(document) for i in p.inlines)
    return any(isinstance(i, doc.Span) and i.link is not None and i.link.startswith("#") for i in inlines)


def _all(document: doc.Document) -> Iterator[doc.Paragraph]:
    for blocks in (document.blocks, *document.notes.values()):
        yield from doc.paragraphs(blocks)


def led(value: _T, targets: Mapping[str, str]) -> _T:
    """A part of the model with its links led to ids; those that lead nowhere become plain text."""
    if isinstance(value, str):
        return _text(value, targets) if "](#" in value else value  # type: ignore[return-value]
    if isinstance(value, tuple):
        made = tuple(led(entry, targets) for entry in value)
        return made if _differ(made, value) else value  # type: ignore[return-value]
    if isinstance(value, Struct):
        old: dict[str, Any] = {f: getattr(value, f) for f in value.__struct_fields__}
        new = {name: led(entry, targets) for name, entry in old.items()}
        return replace(value, **new) if _differ(new.values(), old.values()) else value
    return value


def _differ(new: Iterable[object], old: Iterable[object]) -> bool:
    return any(a is not b for a, b in zip(new, old, strict=True))


def _text(text: str, targets: Mapping[str, str]) -> str:
    parts: list[md.Inline] = []
    for part in md.parse(text):
        if isinstance(part, md.Run | md.Image) and part.link is not None and part.link.startswith("#"):
            name = targets.get(part.link[1:])
            part = replace(part, link=f"#{name}" if name else None)
        parts.append(part)
    return md.write(parts)
