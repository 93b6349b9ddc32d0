"""Files that are not what their ending says are named for what they are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx_maker import lines, p, packed

from modmigrate.errors import SourceError
from modmigrate.readers import libreoffice, read


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{\\rtf1 Isi}", "an RTF file; give it the ending .rtf"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text", content="x"), "an OpenDocument file"),
        (zipped(mimetype="application/epub+zip", content="x"), "an e-book"),
        (zipped(xl__workbook="x"), "an Excel workbook"),
        (zipped(ppt__presentation="x"), "a PowerPoint presentation"),
        (b"\xef\xbb\xbf\r\n<HTML><body>Isi", "a web page"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "Word's XML of one file"),
        (b"%PDF-1.7", "a PDF file"),
    ],
)
def test_a_docx_that_is_something_else(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "modul.docx").write_bytes(data)
    with pytest.raises(SourceError, match=f"in spite of its name this is {words}"):
        read(tmp_path / "modul.docx")


@pytest.mark.parametrize("name", ["modul.doc", "modul.rtf", "modul.odt"])
def test_a_new_word_file_under_an_old_ending_needs_no_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    (tmp_path / name).write_bytes(packed(p("Isi")))
    found = read(tmp_path / name)
    assert (lines(found), found.file) == (["Isi"], name)
