"""Documents as plain text, for cases that a person can read and add to.

A line is a paragraph; `{…}` before it says how Word shows it; an empty line means nothing:

    {h1} BAB I                 heading style 1–9 ('title' for Title)
    {b c s14} PENDAHULUAN      bold, centred, 14 points (also: i u, k keep with next, >20 indent)
    {1. L1} Stem               Word's own marker and list (L1), level after a dot: {a) L1.1}
    {•} item                   Word's bullet
    plain **bold** __underlined__ ==highlighted== !!red!! ~~struck~~ text
    | a | b |                  a table row; cells hold lines divided by ' // '
    |= Head | Head |           a header row
    [picture]                  a picture
    one \\\\ two                 a line break
"""

from __future__ import annotations

import re

from modmigrate.document import (
    Block,
    Cell,
    Document,
    Inline,
    Layout,
    Look,
    Marker,
    Paragraph,
    Picture,
    Row,
    Span,
    Table,
)
from modmigrate.source import Where

_FLAGS = re.compile(r"\{([^}]*)\}\s*")
_MARK = re.compile(r"(\*\*|__|==|!!|~~)(?=\S)(.+?)(?<=\S)\1")
_LOOKS = {"**": {"bold": True}, "__": {"underline": True}, "==": {"highlight": "yellow"}, "!!": {"colour": "ff0000"},
          "~~": {"strike": True}}  # fmt: skip
_KINDS = (
    (r"\d+", "decimal", int),
    (r"[IVX]{2,}|[IVX](?=\.)", "upperRoman", lambda s: {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}.get(s, 1)),
    (r"[A-Z]", "upperLetter", lambda s: ord(s) - 64),
    (r"[a-z]", "lowerLetter", lambda s: ord(s) - 96),
    (r"[一二三四五]", "chineseCounting", lambda s: "一二三四五".index(s) + 1),
)


def document(text: str, file: str = "case.docx") -> Document:
    """The Document that the plain text describes."""
    blocks: list[Block] = []
    rows: list[Row] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("|"):
            rows.append(_row(line, number))
            continue
        if rows:
            blocks.append(Table(tuple(rows), Where(paragraph=number)))
            rows = []
        if line.strip():
            blocks.append(_paragraph(line.strip(), number))
    if rows:
        blocks.append(Table(tuple(rows)))
    return Document(tuple(blocks), file=file)


def _row(line: str, number: int) -> Row:
    header = line.startswith("|=")
    cells = line.strip().removeprefix("|=").removeprefix("|").removesuffix("|").split("|")
    return Row(tuple(Cell(tuple(_paragraph(p.strip(), number) for p in c.split(" // ") if p.strip())) for c in cells),
               header)  # fmt: skip


def _paragraph(line: str, number: int) -> Paragraph:
    flags: list[str] = []
    if found := _FLAGS.match(line):
        flags, line = found[1].split(), line[found.end() :]
    base = Look(bold="b" in flags, italic="i" in flags, underline="u" in flags, size=_size(flags))
    inlines = _inlines(line.replace(" \\\\ ", "\n"), base)
    spans = [i for i in inlines if isinstance(i, Span) and i.text.strip()]
    heading = next((f for f in flags if re.fullmatch(r"h[1-9]|title", f)), "")
    level = int(heading[1]) if heading and heading != "title" else None
    layout = Layout(
        centred="c" in flags, size=base.size, bold=bool(spans) and all(s.look.bold for s in spans),
        capitals="".join(s.text for s in spans).isupper(), keep_with_next="k" in flags,
        indent=float(next((f[1:] for f in flags if f.startswith(">")), 0)),
    )  # fmt: skip
    style = "Title" if heading == "title" else f"heading {level}" if level else "Normal"
    return Paragraph(tuple(inlines), Where(paragraph=number), style, level, _marker(flags), layout)


def _size(flags: list[str]) -> float:
    return next((float(f[1:]) for f in flags if re.fullmatch(r"s\d+", f)), 11.0)


def _marker(flags: list[str]) -> Marker | None:
    listed = next((f for f in flags if re.fullmatch(r"L\w+(\.\d)?", f)), "L0")
    name, _, level = listed.partition(".")
    for flag in flags:
        if flag == "•":
            return Marker("•", "bullet", 0, int(level or 0), name)
        for pattern, kind, value in _KINDS:
            if (found := re.fullmatch(rf"\(?({pattern})[.)、]", flag)) is not None:
                return Marker(flag, kind, value(found[1]), int(level or 0), name)
    return None


def _inlines(line: str, base: Look) -> list[Inline]:
    out: list[Inline] = []
    at = 0
    for part in re.split(r"(\[picture\])", line):
        if part == "[picture]":
            out.append(Picture("media/picture.png"))
            continue
        at = 0
        for found in _MARK.finditer(part):
            out += _span(part[at : found.start()], base)
            out += _span(found[2], _with(base, found[1]))
            at = found.end()
        out += _span(part[at:], base)
    return out


def _with(base: Look, mark: str) -> Look:
    from msgspec.structs import replace

    return replace(base, **_LOOKS[mark])  # type: ignore[arg-type]


def _span(text: str, look: Look) -> list[Inline]:
    return [Span(text, look)] if text else []
