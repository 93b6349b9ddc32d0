"""Documents stored whole in a Word file (w:altChunk; ECMA-376 part 1, 17.17.2), which Word reads in on opening it.

HTML and plain text are read here, Word files by this reader itself, RTF and the like through LibreOffice.
"""

from __future__ import annotations

import email
import email.policy
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree, html
from msgspec.structs import replace

from ...document import Block, Cell, Document, Look, Paragraph, Row, Span, Table
from ...errors import ModmigrateError
from ...report import Code, finding
from ...source import Where
from .. import libreoffice

MAX_HTML = 16 * 2**20
_SKIPPED = frozenset({"script", "style", "head", "template", "noscript", "object", "iframe"})
_INLINE = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "s": "strike",
           "del": "strike", "strike": "strike", "code": "code", "tt": "code", "kbd": "code"}  # fmt: skip
_FLOWS = frozenset({"span", "a", "font", "sub", "sup", "small", "big", "mark", "label", "q", "cite", "abbr", *_INLINE})
_OPENED = ("http://", "https://", "mailto:")
ReadWord = Callable[[Path], Document]


def read_in(name: str, data: bytes, where: Where, word: ReadWord, seconds: float) -> Document | None:
    """An embedded document; None where it cannot be read.

    `word` reads a Word file; `seconds` are LibreOffice's, which makes Word files of other kinds.
    """
    ending = name.rpartition(".")[2].lower()
    head = data.lstrip(b"\xef\xbb\xbf \r\n\t")[:256].lower()
    if data.startswith(b"PK\x03\x04"):
        return _word(data, "docx", where, word, seconds)
    if data.startswith((b"{\\rtf", libreoffice.OLE)):
        return _word(data, "rtf" if data.startswith(b"{") else "doc", where, word, seconds)
    if ending in ("mht", "mhtml") or head.startswith((b"mime-version", b"from:")):
        page = _of_mail(data)
        return None if page is None else _page(page, where)
    if ending in ("htm", "html", "xhtml") or b"<html" in head or head.startswith((b"<!doctype html", b"<body")):
        return _page(data, where)
    if ending == "txt":
        return Document(tuple(Paragraph((Span(t),), where) for t in _decoded(data).splitlines() if t.strip()))
    return None


def _word(data: bytes, ending: str, where: Where, word: ReadWord, seconds: float) -> Document | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"part.{ending}"
        path.write_bytes(data)
        if ending != "docx":
            if seconds > 0:
                libreoffice.convert([path], "docx", Path(folder), seconds)
            path = path.with_suffix(".docx")
        try:
            found = word(path) if path.is_file() else None
        except ModmigrateError:
            found = None
    return None if found is None else replace(found, blocks=tuple(replace(b, where=where) for b in found.blocks))


def _page(data: bytes, where: Where) -> Document:
    lost = b"<img" in data.lower()
    reason = "they are not stored as pictures of the Word file"
    told = (finding(Code.DROPPED, where, what="pictures of an embedded page", reason=reason),) if lost else ()
    return Document(tuple(_html(data, where)), findings=told)


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _of_mail(data: bytes) -> bytes | None:
    """The page of a web archive (MHTML, RFC 2557)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = next((p for p in message.walk() if p.get_content_type() == "text/html"), None)
    found = None if part is None else part.get_payload(decode=True)
    return found if isinstance(found, bytes) else None


def _html(data: bytes, where: Where) -> Iterator[Block]:
    """Headings, paragraphs, items and tables of a page; nothing of it is run or fetched."""
    if not data.strip() or len(data) > MAX_HTML:
        return
    try:
        root = html.document_fromstring(
            _decoded(data).encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True)
        )
    except (etree.ParserError, ValueError):
        return
    yield from _Page(where).blocks(root)


class _Page:
    """Walks a page; text between elements of the block kind makes paragraphs."""

    def __init__(self, where: Where) -> None:
        self.where = where
        self.spans: list[Span] = []

    def blocks(self, element: etree._Element, depth: int = 0) -> Iterator[Block]:
        """The blocks below an element."""
        yield from self._inside(element, Look(), None, depth)
        yield from self._ended()

    def _inside(self, element: etree._Element, look: Look, link: str | None, depth: int) -> Iterator[Block]:
        self._text(element.text, look, link)
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag in _SKIPPED or not tag or depth > 200:
                pass
            elif tag == "br":
                self.spans.append(Span("\n", look, link))
            elif tag in _FLOWS:
                yield from self._inside(child, _look(look, tag), _link(child) or link, depth + 1)
            elif tag == "table":
                yield from self._ended()
                yield from self._table(child, depth)
            else:
                yield from self._ended()
                yield from self._inside(child, look, link, depth + 1)
                yield from self._ended(_level(tag), "• " if tag == "li" else "")
            self._text(child.tail, look, link)

    def _text(self, text: str | None, look: Look, link: str | None) -> None:
        if text and (words := " ".join(text.split())):
            before = " " if text[0].isspace() and self.spans else ""
            self.spans.append(Span(before + words + (" " if text[-1].isspace() else ""), look, link))

    def _ended(self, level: int | None = None, marker: str = "") -> Iterator[Paragraph]:
        spans, self.spans = self.spans, []
        if any(s.text.strip() for s in spans):
            spans[0] = replace(spans[0], text=marker + spans[0].text.lstrip())
            spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip())
            yield Paragraph(tuple(spans), self.where, level=level)

    def _table(self, table: etree._Element, depth: int) -> Iterator[Table]:
        rows = []
        for row in table.iter("tr"):
            cells = [c for c in row if c.tag in ("td", "th")]
            read = tuple(Cell(tuple(_Page(self.where).blocks(c, depth + 1))) for c in cells)
            if read:
                rows.append(Row(read, header=all(c.tag == "th" for c in cells)))
        if any(cell.blocks for row in rows for cell in row.cells):
            yield Table(tuple(rows), self.where)


def _level(tag: str) -> int | None:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else None


def _look(look: Look, tag: str) -> Look:
    if tag in ("sub", "sup"):
        return replace(look, script="super" if tag == "sup" else "sub")
    return replace(look, **{_INLINE[tag]: True}) if tag in _INLINE else look


def _link(element: etree._Element) -> str | None:
    target = element.get("href") or ""
    return target if target.lower().startswith(_OPENED) else None
