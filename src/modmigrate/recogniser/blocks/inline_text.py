"""A line's inlines as the model's Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from ... import document as doc
from ...text import inline as md
from ...text.patterns import lazy
from ..lines.line import Line

_BLANKS = lazy(r" [^\S\n]+|[^\S\n ][^\S\n]*")
"""What is to be one blank; a blank alone is one already."""
KEEP_ALL = ("bold", "italic", "underline", "strike", "highlight", "code", "script")
KEEP_PLAIN = ("italic", "code", "script")
"""Marks kept in stems and options: bold, underline and colour there may be the key."""


def text_of(inlines: Sequence[doc.Inline], keep: tuple[str, ...] = KEEP_ALL) -> str:
    """Inline Markdown of a line; blanks at its ends and around breaks are dropped."""
    if len(inlines) == 1 and isinstance(only := inlines[0], doc.Span) and not only.link:
        run = md.Run(_folded(only.text).strip(), _marks(only.look, keep))
        return md.write((run,)) if run.text else md.write(_trimmed([run]))
    parts: list[md.Inline] = []
    for inline in inlines:
        match inline:
            case doc.Span(text, look, link):
                parts.append(md.Run(_folded(text), _marks(look, keep), _link(link)))
            case doc.Picture(name, alt):
                parts.append(md.Image(name, alt))
            case doc.NoteMark(note):
                parts.append(md.NoteRef(note))
            case doc.Formula(text):
                parts.append(md.Math(text))
    return md.write(_trimmed(_apart(parts)))


def _folded(text: str) -> str:
    """The text with one blank for several; the cheap signs first, for most texts have nothing to fold."""
    return text if "  " not in text and text.isprintable() else _BLANKS.sub(" ", text)


def labelled(line: Line) -> str:
    """Inline Markdown of a line with its label, typed or counted, in front."""
    text = text_of(line.inlines)
    return text if line.label is None else md.write((md.Run(f"{line.label.text} "), *md.parse(text)))


def _apart(parts: list[md.Inline]) -> list[md.Inline]:
    """A digit or another formula right behind a formula would undo its dollar sign: a hair's breadth between them."""
    if not any(isinstance(part, md.Math) for part in parts):
        return parts
    out: list[md.Inline] = []
    for part in parts:
        if out and isinstance(out[-1], md.Math):
            if isinstance(part, md.Math):
                out.append(md.Run("\u2009"))
            elif isinstance(part, md.Run) and part.text[:1].isdigit():
                part = replace(part, text="\u2009" + part.text)
        out.append(part)
    return out


@lru_cache(1024)
def _marks(look: doc.Look, keep: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = {
        name for name in ("bold", "italic", "underline", "strike", "code") if name in keep and getattr(look, name)
    }
    if "highlight" in keep and look.highlight and not look.code:
        found.add("highlight")
    if "script" in keep and look.script:
        found.add(look.script)
    return frozenset(found)


def _link(link: str | None) -> str | None:
    return link if link and re.match(r"(https?://|mailto:|#)", link, re.IGNORECASE) else None


def _trimmed(parts: list[md.Inline]) -> list[md.Inline]:
    out: list[md.Inline] = []
    for part in parts:
        if isinstance(part, md.Run):
            # A mark on blanks alone shows nothing, unless it is an underline: a blank to fill in.
            if not part.text.strip() and "underline" not in part.marks:
                part = replace(part, marks=frozenset()) if part.marks else part
            elif not part.text.strip():
                part = md.Run("____" if len(part.text) > 2 else part.text)
        out.append(part)
    while out and isinstance(out[0], md.Run) and not out[0].text.strip():
        out.pop(0)
    while out and isinstance(out[-1], md.Run) and not out[-1].text.strip():
        out.pop()
    if out and isinstance(out[0], md.Run):
        out[0] = replace(out[0], text=out[0].text.lstrip())
    if out and isinstance(out[-1], md.Run):
        out[-1] = replace(out[-1], text=out[-1].text.rstrip())
    return out
