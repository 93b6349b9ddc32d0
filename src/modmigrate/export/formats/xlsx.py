"""A spreadsheet in the layout that quiz games import: question, four answers, seconds, numbers of the right ones.

Its columns and their place (heads in row 8, questions from row 9 on) are those of Kahoot's own template, which Blooket,
Quizizz and others read, too. The file is written by hand: one sheet of texts needs five small parts
(ECMA-376, Part 1, 12.3.24 and 18.3.1), and a library would be one more thing for everybody to install.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from ...questions import Choice, Multi, TrueFalse
from ...text import inline
from ..archive import zipped
from ..bank import Bank, Entry
from ..markup import clean

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD_ROW = 8
SECONDS = 30
"""A time that quiz games offer."""
HEADS = (
    "", "Question - max 120 characters", *(f"Answer {n} - max 75 characters" for n in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one",
)  # fmt: skip


def write(bank: Bank) -> bytes:
    """The bank as a workbook of one sheet."""
    rows: dict[int, Sequence[str | int]] = {2: ("", bank.title), HEAD_ROW: HEADS}
    for at, entry in enumerate(bank.entries, 1):
        rows[HEAD_ROW + at] = (at, *_row(entry, bank))
    sheet = "xl/worksheets/sheet1.xml"
    types = {"/xl/workbook.xml": f"{TYPE}.sheet.main+xml", f"/{sheet}": f"{TYPE}.worksheet+xml"}
    return zipped({
        "[Content_Types].xml": _types(types),
        "_rels/.rels": _leads("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": _workbook(),
        "xl/_rels/workbook.xml.rels": _leads("worksheet", "worksheets/sheet1.xml"),
        sheet: _sheet(rows),
    })  # fmt: skip


def _row(entry: Entry, bank: Bank) -> tuple[str | int, ...]:
    question = entry.question
    options: tuple[str, ...] = ()
    right: tuple[int, ...] = ()
    match question:
        case Choice(answer=int(answer)):
            options, right = question.options, (answer,)
        case Multi(answer=tuple(right)):
            options = question.options
        case TrueFalse(answer=answer):
            options, right = (bank.words["true"], bank.words["false"]), (0 if answer else 1,)
    texts = [*map(inline.plain, options), *[""] * (4 - len(options))]
    return (inline.plain(question.stem), *texts, SECONDS, ",".join(str(at + 1) for at in right))


def _sheet(rows: dict[int, Sequence[str | int]]) -> bytes:
    top = ET.Element("worksheet", {"xmlns": MAIN})
    data = ET.SubElement(top, "sheetData")
    for number, cells in rows.items():
        row = ET.SubElement(data, "row", {"r": str(number)})
        for at, value in enumerate(cells):
            _cell(row, f"{chr(ord('A') + at)}{number}", value)
    return _document(top)


def _cell(row: ET.Element, place: str, value: str | int) -> None:
    """A number, or text that stays text: a string in the cell (18.18.11, inlineStr) is never a formula."""
    if value == "":
        return
    cell = ET.SubElement(row, "c", {"r": place})
    if isinstance(value, int):
        ET.SubElement(cell, "v").text = str(value)
    else:
        cell.set("t", "inlineStr")
        text = ET.SubElement(ET.SubElement(cell, "is"), "t", {"xml:space": "preserve"})
        text.text = clean(value)


def _workbook() -> bytes:
    top = ET.Element("workbook", {"xmlns": MAIN, "xmlns:r": OFFICE})
    ET.SubElement(ET.SubElement(top, "sheets"), "sheet", {"name": "Quiz", "sheetId": "1", "r:id": "r1"})
    return _document(top)


def _leads(kind: str, target: str) -> bytes:
    top = ET.Element("Relationships", {"xmlns": f"{PACKAGE}/relationships"})
    ET.SubElement(top, "Relationship", {"Id": "r1", "Type": f"{OFFICE}/{kind}", "Target": target})
    return _document(top)


def _types(parts: dict[str, str]) -> bytes:
    top = ET.Element("Types", {"xmlns": f"{PACKAGE}/content-types"})
    for suffix, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        ET.SubElement(top, "Default", {"Extension": suffix, "ContentType": kind})
    for name, kind in parts.items():
        ET.SubElement(top, "Override", {"PartName": name, "ContentType": kind})
    return _document(top)


def _document(top: ET.Element) -> bytes:
    return bytes(ET.tostring(top, "utf-8", xml_declaration=True))
