"""The same module as different programs write it reads the same."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx_maker import document, levels, lines, numbered, opened, p, packed, row, table

from modmigrate.document import Table, paragraphs

NUMBERING = levels(("upperLetter", "%1."), ("decimal", "%2)"))
BODY = (
    p("Bab", props='<w:outlineLvl w:val="0"/>') + numbered("Satu") + numbered("Anak", 1) + table(row("kiri", "kanan"))
)
EXPECTED = ["Bab", "A. Satu", "1) Anak", "kiri", "kanan"]


def rewritten(change: dict[str, tuple[str, str]], rename: tuple[str, str] = ("", "")) -> bytes:
    """The package with parts changed by a pattern each, and all names rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed(BODY, numbering=NUMBERING))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            pattern, by = change.get(name, ("$^", ""))
            # ZipInfo would turn backslashes into slashes on Windows only.
            new.writestr(name.replace(*rename) if rename[0] else name, re.sub(pattern, by, data))
    return out.getvalue()


class Pipe(io.RawIOBase):
    """Takes bytes and cannot seek: zipfile then writes sizes behind the data, as browsers' zip libraries do."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.data += bytes(data)
        return len(data)


def streamed() -> bytes:
    pipe = Pipe()
    with zipfile.ZipFile(io.BytesIO(packed(BODY, numbering=NUMBERING))) as old, zipfile.ZipFile(pipe, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return pipe.data


RELS = "word/_rels/document.xml.rels"
WAYS = {
    "as Word does": lambda: packed(BODY, numbering=NUMBERING),
    "sizes behind the data": streamed,
    "backslashes in names": lambda: rewritten({}, ("/", "\\")),
    "absolute targets": lambda: rewritten({RELS: ('Target="', 'Target="/word/')}),
    "targets through a parent": lambda: rewritten({RELS: ('Target="', 'Target="../word/')}),
    "capitals in names": lambda: rewritten({}, ("numbering.xml", "Numbering.XML")),
    "every block in a content control": lambda: rewritten(
        {"word/document.xml": ("(<w:body>)(.*)(</w:body>)", r"\1<w:sdt><w:sdtContent>\2</w:sdtContent></w:sdt>\3")}
    ),
    "every run in a content control": lambda: rewritten(
        {"word/document.xml": ("(<w:r>.*?</w:r>)", r"<w:sdt><w:sdtPr/><w:sdtContent>\1</w:sdtContent></w:sdt>")}
    ),
    "every run in a choice": lambda: rewritten(
        {
            "word/document.xml": (
                "(<w:r>.*?</w:r>)",
                r'<mc:AlternateContent><mc:Choice Requires="wps">\1</mc:Choice></mc:AlternateContent>',
            )
        }
    ),
    "a second body": lambda: rewritten({"word/document.xml": ("(<w:tbl>)", r"</w:body><w:body>\1")}),
    "a byte order mark": lambda: rewritten({"word/document.xml": ("^", "\ufeff")}),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_module_reads_the_same_written(way: str) -> None:
    found = opened(WAYS[way]())
    assert lines(found) == EXPECTED
    assert isinstance(found.blocks[-1], Table)
    assert next(q.level for q in paragraphs(found.blocks)) == 1


def test_number_formats_in_words_are_shown_as_digits() -> None:
    for kind in ("cardinalText", "ordinalText", "bahtText", "unheardOf"):
        found = document(numbered("x") + numbered("y"), numbering=levels((kind, "Bab %1")))
        assert lines(found) == ["Bab 1 x", "Bab 2 y"]


def test_a_list_whose_definition_is_missing_is_text() -> None:
    found = document(numbered("x", num=7), numbering='<w:num w:numId="7"><w:abstractNumId w:val="9"/></w:num>')
    assert lines(found) == ["x"]
