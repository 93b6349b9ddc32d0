"""Inline Markdown → HTML: the one place where the words of a module become markup, everything escaped.

Only http, https and mailto links and `#anchor` become links; any other target leaves plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby

from markupsafe import Markup, escape

from ..questions.fill import BLANK
from ..text import inline
from ..text.patterns import lazy
from .listings import with_listings

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
_EXTERNAL = lazy(r"(https?://|mailto:)[^\s<>\"']+", re.IGNORECASE)
_ANCHOR = lazy(r"#[A-Za-z][\w.-]*")

ImageWriter = Callable[[inline.Image], Markup]
NoteWriter = Callable[[str], Markup]
BlankWriter = Callable[[], Markup]
WordWriter = Callable[[str], str]
"""Plain text → HTML, where terms may become buttons."""


def html(
    text: str,
    image: ImageWriter,
    note: NoteWriter,
    blank: BlankWriter | None = None,
    words: WordWriter | None = None,
) -> Markup:
    """HTML of a string of module.yaml; the others write what needs more than the string."""
    out: list[str] = []
    whole = inline.parse(text)
    if text.count("`") > 3:
        whole = tuple(with_listings(whole))
    for target, parts in groupby(whole, key=lambda part: getattr(part, "link", None)):
        # A button cannot stand inside a link.
        body = "".join(_part(part, image, note, blank, None if target else words) for part in parts)
        out.append(link(target, body) if target else body)
    return Markup("".join(out))  # noqa: S704 - run() and link() escape; plain strings in between are faster


def _part(
    part: inline.Inline,
    image: ImageWriter,
    note: NoteWriter,
    blank: BlankWriter | None,
    words: WordWriter | None,
) -> str:
    match part:
        case inline.Run(marks=marks) if "lines" in marks:
            return f'<code class="lines">{escape(part.text)}</code>'
        case inline.Run():
            return run(part, blank, words)
        case inline.Image():
            return image(part)
        case inline.NoteRef(id_):
            return note(id_)
        case inline.Math(text):
            from . import formula  # which brings an XML parser

            return formula.shown(text)


def run(part: inline.Run, blank: BlankWriter | None = None, words: WordWriter | None = None) -> str:
    """Escaped text in its marks' elements, always nested in the same order."""
    if words is not None and "code" not in part.marks:
        out = words(part.text)
    else:
        out = _with_blanks(part.text, blank) if blank else escaped(part.text)
    for mark, tag in reversed(TAGS.items()):
        if mark in part.marks:
            out = f"<{tag}>{out}</{tag}>"
    return out


def escaped(text: str) -> str:
    """Text as HTML, its line ends as breaks."""
    return str(escape(text)).replace("\n", "<br>")


def _with_blanks(text: str, blank: BlankWriter) -> str:
    out = ""
    at = 0
    for gap in BLANK.finditer(text):
        # A plain string: adding to markup would escape what is escaped already.
        out += escaped(text[at : gap.start()]) + str(blank())
        at = gap.end()
    return out + escaped(text[at:])


def link(target: str, body: str) -> str:
    """HTML as a link, or as it is when the target is of a kind that we do not open."""
    if _ANCHOR.fullmatch(target):
        return f'<a href="{escape(target)}">{body}</a>'
    if _EXTERNAL.fullmatch(target):
        return f'<a href="{escape(target)}" target="_blank" rel="noopener noreferrer">{body}</a>'
    return body
