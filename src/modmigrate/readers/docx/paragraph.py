"""A finished paragraph: its level, its layout evidence, and whether it is a line of a contents table."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ...document import Inline, Layout, Look, Marker, Paragraph, Span
from ...source import Where
from ...text.patterns import lazy
from .line import ROOM, Line
from .styles import Style

_CONTENTS_STYLE = lazy(r"(toc|table of figures)\s*\d*$", re.IGNORECASE)
_ENDS_IN_PAGE = lazy(r"(?:\t|\.\.|…|__|\s\s)\s?(?:\d{1,4}|[ivxlc]{1,7})$", re.IGNORECASE)
"""A tab, dots or several blanks, then a page: captions are set in these styles, too, and may end in a number."""


def is_contents_line(style: Style, line: Line) -> bool:
    """A line in a contents style that ends in a page number: a contents table whose field was unlinked."""
    if not _CONTENTS_STYLE.match(style.name):
        return False
    text = "".join(i.text for i in line.inlines if isinstance(i, Span))
    return bool(_ENDS_IN_PAGE.search(text.rstrip()[-20:]))


def built(
    line: Line,
    style: Style,
    own: dict[str, object],
    props: dict[str, object],
    marker: Marker | None,
    where: Where,
) -> Paragraph:
    """The Document's paragraph. `own` are its direct properties, `props` those with the style's."""
    if props.get("lined"):
        line.inlines = [replace(i, text=i.text.replace("\t", ROOM)) if isinstance(i, Span) else i for i in line.inlines]
    layout = _layout(line.inlines, style, props)
    anchors = tuple(a for a in line.anchors if a and a != "_GoBack")
    return Paragraph(tuple(line.inlines), where, style.name, _level(style, own), marker, layout, anchors)


def _level(style: Style, own: dict[str, object]) -> int | None:
    """The paragraph's own outline level wins over its style's; level 10 (9 in the file) is body text."""
    outline = own.get("outline")
    if isinstance(outline, int):
        return outline + 1 if outline < 9 else None
    return style.level


def _layout(inlines: list[Inline], style: Style, props: dict[str, object]) -> Layout:
    size: float | None = None
    bold, some, capitals, lower = True, False, False, False
    for span in inlines:
        if isinstance(span, Span) and not span.text.isspace():
            look: Look = span.look
            some = True
            bold = bold and look.bold
            size = look.size if size is None or (look.size or 0) > size else size
            capitals = capitals or span.text.isupper()
            lower = lower or not (span.text.isupper() or span.text.upper() == span.text)
    indent, before, after = (props.get(name) for name in ("indent", "before", "after"))
    return Layout(
        centred=props.get("align") == "center",
        size=size,
        bold=some and bold,
        capitals=(capitals and not lower) or bool(style.run.get("caps")),
        indent=indent if isinstance(indent, float) else 0.0,
        before=before if isinstance(before, float) else 0.0,
        after=after if isinstance(after, float) else 0.0,
        page_break_before=bool(props.get("page_break")),
        keep_with_next=bool(props.get("keep_next")),
        rtl=bool(props.get("rtl")),
    )
