"""Charts as tables of their numbers, SmartArt as the list it was made from: the words are always kept."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ...document import NO_LAYOUT, PLAIN, Block, Cell, Layout, Look, Marker, Paragraph, Row, Span, Table
from ...source import Where
from ...text.digits import count, is_count
from .names import CX, DGM, A, C
from .number_formats import shown

_BOLD = Look(bold=True)
MAX_ROWS = 2000


def chart(root: etree._Element, where: Where) -> list[Block]:
    """A chart's titles and a table: a column per series, a row per category (ECMA-376 part 1, 21.2)."""
    out: list[Block] = [_line(text, where, _BOLD, Layout(centred=True, bold=True)) for text in _titles(root)]
    series = list(root.iter(C + "ser"))
    columns = [(_name(s), _points(s, "val") or _points(s, "yVal")) for s in series]
    if not any(points for _, points in columns):
        return out
    categories = next((c for s in series if (c := _points(s, "cat") or _points(s, "xVal"))), {})
    places = sorted({at for _, points in columns for at in points} | set(categories))[:MAX_ROWS]
    head = Row((_cell("", where), *(_cell(name, where, _BOLD) for name, _ in columns)), header=True)
    rows = [
        Row(
            (
                _cell(categories.get(at) or str(at + 1), where),
                *(_cell(points.get(at, ""), where) for _, points in columns),
            )
        )
        for at in places
    ]
    return [*out, Table((head, *rows), where)]


def new_chart(root: etree._Element, where: Where) -> list[Block]:
    """A chart of Office 2016 (waterfall, funnel, treemap …): titles, then a table of each set of data."""
    out: list[Block] = []
    for title in root.iter(CX + "title"):
        if text := " ".join("".join(t.text or "" for t in title.iter(A + "t")).split()):
            out.append(_line(text, where, _BOLD, Layout(centred=True, bold=True)))
    names = {s.find(CX + "dataId").get("val"): " ".join(v.text or "" for v in s.iterfind(f"{CX}tx//{CX}v"))  # type: ignore[union-attr]
             for s in root.iter(CX + "series") if s.find(CX + "dataId") is not None}  # fmt: skip
    for data in root.iter(CX + "data"):
        columns = [_levels(d) for d in data if d.tag in (CX + "strDim", CX + "numDim")]
        places = sorted({at for points in columns for at in points})[:MAX_ROWS]
        rows = [Row(tuple(_cell(points.get(at, ""), where) for points in columns)) for at in places]
        if name := names.get(data.get("id"), "").strip():
            out.append(_line(name, where, _BOLD, Layout(bold=True)))
        if rows:
            out.append(Table(tuple(rows), where))
    return out


def _levels(dimension: etree._Element) -> dict[int, str]:
    """The entries of a dimension; those of outer levels come last and stand in front."""
    points: dict[int, str] = {}
    for point in dimension.iter(CX + "pt"):
        place, text = point.get("idx") or "", shown(point.text or "", _level_format(point))
        if is_count(place) and text:
            points[int(place)] = f"{text} {points[int(place)]}" if int(place) in points else text
    return points


def _level_format(point: etree._Element) -> str:
    level = point.getparent()
    return "" if level is None else level.get("formatCode") or ""


def _titles(root: etree._Element) -> Iterator[str]:
    for title in root.iter(C + "title"):
        text = "".join(t.text or "" for t in title.iter(A + "t")) or "".join(v.text or "" for v in title.iter(C + "v"))
        if text.strip():
            yield " ".join(text.split())


def _name(series: etree._Element) -> str:
    name = series.find(C + "tx")
    words = [] if name is None else [v.text or "" for v in name.iter(C + "v")]
    # A name that refers to a whole range is a slip of the sheet's author; charts then show none.
    return " ".join(words[0].split()) if len(words) == 1 else ""


def _points(series: etree._Element, kind: str) -> dict[int, str]:
    """The values a chart stores beside the sheet they come from, by their place."""
    source = series.find(C + kind)
    if source is None:
        return {}
    points: dict[int, str] = {}
    code = next(source.iter(C + "formatCode"), None)
    form = "" if code is None else code.text or ""
    for point in source.iter(C + "pt"):
        place, value = point.get("idx") or "", point.find(C + "v")
        if is_count(place) and value is not None:
            # Words that look like numbers stand in a cache of strings, without a format.
            text = shown(value.text or "", point.get("formatCode") or form)
            # Categories of several levels come innermost first.
            points[int(place)] = f"{text} {points[int(place)]}" if int(place) in points else text
    return points


def smart_art(root: etree._Element, where: Where) -> list[Block]:
    """The points of a diagram as a list, deeper ones below their parents (ECMA-376 part 1, 21.4)."""
    texts: dict[str, str] = {}
    top = ""
    for point in root.iter(DGM + "pt"):
        kind, id_ = point.get("type", "node"), point.get("modelId", "")
        if kind == "doc":
            top = id_
        elif kind in ("node", "asst"):
            body = point.find(DGM + "t")
            texts[id_] = "" if body is None else " ".join(
                " ".join("".join(t.text or "" for t in p.iter(A + "t")) for p in body.iter(A + "p")).split()
            )  # fmt: skip
    below: dict[str, list[tuple[int, str]]] = {}
    for link in root.iter(DGM + "cxn"):
        if link.get("type", "parOf") == "parOf":
            order = link.get("srcOrd") or "0"
            place = count(order, 0)
            below.setdefault(link.get("srcId", ""), []).append((place, link.get("destId", "")))
    out: list[Block] = []
    _walk(top, 0, texts, below, where, out)
    # Points that no connection leads to are words all the same.
    return out + [_line(text, where) for text in texts.values() if text]


def _walk(
    id_: str, depth: int, texts: dict[str, str], below: dict[str, list[tuple[int, str]]], where: Where, out: list[Block]
) -> None:
    for _, child in sorted(below.pop(id_, ())):
        text = texts.pop(child, None)
        if text:
            marker = Marker("•", "bullet", 0, min(depth, 8), "diagram")
            out.append(_line(text, where, PLAIN, Layout(indent=18.0 * (depth + 1)), marker))
        if text is not None and depth < 40:
            _walk(child, depth + 1, texts, below, where, out)


def _line(
    text: str, where: Where, look: Look = PLAIN, layout: Layout = NO_LAYOUT, marker: Marker | None = None
) -> Paragraph:
    return Paragraph((Span(text, look),), where, marker=marker, layout=layout)


def _cell(text: str, where: Where, look: Look = PLAIN) -> Cell:
    return Cell((_line(text, where, look, Layout(bold=look.bold)),) if text else ())
