"""Pages that a text names («lihat halaman 12») lead to what stands there, where the printed numbers of pages are known.

In: a module as read, and its document. Out: the module with links from such words to the section that page 12 is in;
where several sections share the page, to their chapter. The numbers are those in the running heads and feet that the
reader has left out: they are known if most heads agree how far they are from the file's own count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ..document import Document
from ..languages import load
from ..module import Heading, Item, List, Module, Note, Paragraph
from ..questions import Question
from ..text import inline
from .checks.running import RUNNING

_T = TypeVar("_T")
_LINKED = (Module, List, Item, Note, Paragraph, Question)
"""What holds running text; headings, captions and tables name no pages that a learner follows."""
FEWEST = 3


class _Place(Struct, frozen=True):
    page: int
    id: str
    chapter: str


def with_page_links(module: Module, document: Document) -> Module:
    """The module with links where its text names pages; as it is where printed numbers are not known."""
    apart = _apart(document)
    places = list(_places(module)) if apart is not None else []
    if apart is None or not places:
        return module
    pattern = _pattern(module.language)
    chapters = tuple(
        replace(c, content=tuple(_led(b, pattern, lambda page: _target(page + apart, places)) for b in c.content))
        for c in module.chapters
    )
    return replace(module, chapters=chapters)


def _apart(document: Document) -> int | None:
    """How far the file's count of pages is ahead of the printed numbers."""
    found: Counter[int] = Counter()
    pages = {gone.where.page for gone in document.left_out if gone.reason == RUNNING and gone.where.page}
    for gone in document.left_out:
        if gone.reason == RUNNING and gone.where.page:
            found.update({gone.where.page - int(n) for n in re.findall(r"(?<!\d)\d{1,3}(?!\d)", gone.text)})
    apart, count = found.most_common(1)[0] if found else (0, 0)
    return apart if count >= FEWEST and count * 2 > len(pages) else None


def _places(module: Module) -> Iterator[_Place]:
    """Where chapters and sections begin, in order."""
    for chapter in module.chapters:
        if page := _page(chapter.source):
            yield _Place(page, chapter.id, chapter.id)
        for block in chapter.content:
            if isinstance(block, Heading) and block.level <= 2 and block.id and (page := _page(block.source)):
                yield _Place(page, block.id, chapter.id)


def _page(source: str) -> int:
    found = re.fullmatch(r"p\.(\d+)", source)
    return int(found[1]) if found else 0


def _target(page: int, places: Sequence[_Place]) -> str:
    """What a page shows: one section, or several of one chapter; empty where it is not known."""
    before = [p for p in places if p.page < page]
    here = [p for p in places if p.page == page]
    # A chapter begins a page of its own; what stood before it has ended.
    shown = here if here and here[0].id == here[0].chapter else [*before[-1:], *here]
    if len(shown) > 1 and shown[0].id == shown[0].chapter and len(here) == len(shown) == 2:
        shown = here[1:]  # a chapter's title and its first section
    if len(shown) == 1:
        return shown[0].id if page <= places[-1].page else ""
    chapters = {p.chapter for p in shown}
    return chapters.pop() if len(chapters) == 1 else ""


def _led(value: _T, pattern: re.Pattern[str], target: Any) -> _T:
    if isinstance(value, _LINKED):
        changed: Mapping[str, Any] = {
            name: made
            for name in ("text", "stem", "feedback", "items", "content")
            if (old := getattr(value, name, None)) and (made := _field(old, pattern, target)) != old
        }
        return replace(value, **changed) if changed else value
    return value


def _field(value: Any, pattern: re.Pattern[str], target: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_led(entry, pattern, target) for entry in value)
    return _text(value, pattern, target) if pattern.search(value) else value


def _text(text: str, pattern: re.Pattern[str], target: Any) -> str:
    parts: list[inline.Inline] = []
    for part in inline.parse(text):
        if not isinstance(part, inline.Run) or part.link or "code" in part.marks:
            parts.append(part)
            continue
        at = 0
        for found in pattern.finditer(part.text):
            name = target(int(next(group for group in found.groups() if group)))
            if name:
                parts += [
                    replace(part, text=part.text[at : found.start()]),
                    replace(part, text=found[0], link=f"#{name}"),
                ]
                at = found.end()
        parts.append(replace(part, text=part.text[at:]))
    return inline.write([p for p in parts if not isinstance(p, inline.Run) or p.text])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    data = load(language)["document"]
    words = [w for w in data["page"] if w != "第"]
    # A word of up to three letters is an abbreviation of page only with its full stop.
    named = "|".join(re.escape(w) + (r"\." if len(w) < 4 else r"\.?") for w in sorted(words, key=len, reverse=True))
    after = "|".join(map(re.escape, data["page-of"])) or "(?!)"
    spaced = rf"(?<![^\W_])(?:{named or '(?!)'})\s+(\d{{1,3}})(?![^\W_]|[.,–-]\d|\s+(?:{after})\s+\d)"
    return re.compile(rf"{spaced}|第?\s*(\d{{1,3}})\s*(?:页|頁|ページ)", re.IGNORECASE)
