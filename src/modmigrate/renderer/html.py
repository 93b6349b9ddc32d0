"""Inline Markdown → HTML: the one place where the words of a module become markup, everything escaped.

Only http, https and mailto links and `#anchor` become links; any other target leaves plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby

from markupsafe import Markup, escape

from .. import inline
from ..questions.fill import BLANK
from . import formula

TAGS = {
    "bold": "strong",
    "italic": "em",
    "underline": "u",
    "strike": "s",
    "highlight": "mark",
    "sub": "sub",
    "super": "sup",
    "code": "code",
}
_ORDER = tuple(TAGS)
_EXTERNAL = re.compile(r"(https?://|mailto:)[^\s<>\"']+", re.IGNORECASE)
_ANCHOR = re.compile(r"#[A-Za-z][\w.-]*")

ImageWriter = Callable[[inline.Image], Markup]
NoteWriter = Callable[[str], Markup]
BlankWriter = Callable[[], Markup]


def html(text: str, image: ImageWriter, note: NoteWriter, blank: BlankWriter | None = None) -> Markup:
    """HTML of a string of module.yaml; `image`, `note` and `blank` write what needs more than the string."""
    out = Markup()
    for target, parts in groupby(inline.parse(text), key=lambda part: getattr(part, "link", None)):
        body = Markup("").join(_part(part, image, note, blank) for part in parts)
        out += link(target, body) if target else body
    return out


def _part(part: inline.Inline, image: ImageWriter, note: NoteWriter, blank: BlankWriter | None) -> Markup:
    match part:
        case inline.Run():
            return run(part, blank)
        case inline.Image():
            return image(part)
        case inline.NoteRef(id_):
            return note(id_)
        case inline.Math(text):
            return Markup('<span class="math">{}</span>').format(formula.typed(text))


def run(part: inline.Run, blank: BlankWriter | None = None) -> Markup:
    """Escaped text in its marks' elements, always nested in the same order."""
    out = Markup("")
    at = 0
    for gap in BLANK.finditer(part.text) if blank else ():
        assert blank is not None  # noqa: S101: for the type checker
        out += _escaped(part.text[at : gap.start()]) + blank()
        at = gap.end()
    out += _escaped(part.text[at:])
    for mark in reversed(_ORDER):
        if mark in part.marks:
            out = Markup("<{0}>{1}</{0}>").format(Markup(TAGS[mark]), out)  # noqa: S704: a tag of the table
    return out


def _escaped(text: str) -> Markup:
    return escape(text).replace("\n", Markup("<br>"))


def link(target: str, body: Markup) -> Markup:
    """The text as a link, or as it is when the target is of a kind that we do not open."""
    if _ANCHOR.fullmatch(target):
        return Markup('<a href="{}">{}</a>').format(target, body)
    if _EXTERNAL.fullmatch(target):
        return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(target, body)
    return body
