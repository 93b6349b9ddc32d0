"""Old Word, OpenDocument and RTF files go through LibreOffice, where there is one."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx_maker import lines, p, packed

from modmigrate.errors import DamagedError, SourceError
from modmigrate.readers import libreoffice, read
from modmigrate.readers.docx import metafiles

OLD = libreoffice.OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le")


@pytest.mark.parametrize("name", ["modul.doc", "modul.docx", "modul.odt", "modul.rtf"])
def test_without_libreoffice_a_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    (tmp_path / name).write_bytes(OLD if "doc" in name else b"x")
    with pytest.raises(SourceError, match=r"install LibreOffice, or save it as \.docx"):
        read(tmp_path / name)


def test_what_libreoffice_makes_of_it_is_read_under_the_file_s_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def convert(files: Sequence[Path], kind: str, folder: Path, timeout: float) -> float:
        assert (kind, timeout) == ("docx", libreoffice.SECONDS)
        (folder / f"{files[0].stem}.docx").write_bytes(packed(p("Isi")))
        return 1.0

    monkeypatch.setattr(libreoffice, "program", lambda: "soffice")
    monkeypatch.setattr(libreoffice, "convert", convert)
    (tmp_path / "modul lama.doc").write_bytes(OLD)
    found = read(tmp_path / "modul lama.doc")
    assert (found.file, lines(found)) == ("modul lama.doc", ["Isi"])


def test_what_libreoffice_cannot_open_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: "soffice")
    monkeypatch.setattr(libreoffice, "convert", lambda *_: 1.0)
    (tmp_path / "modul.odt").write_bytes(b"x")
    with pytest.raises(DamagedError, match="LibreOffice cannot open"):
        read(tmp_path / "modul.odt")
    monkeypatch.setattr(libreoffice, "convert", lambda *_: None)
    with pytest.raises(DamagedError, match="takes too long"):
        read(tmp_path / "modul.odt")


def test_many_drawings_are_given_to_libreoffice_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []

    def convert(files: Sequence[Path], *_: object) -> float:
        with zipfile.ZipFile(files[0]) as package:
            given.append(sum(name.endswith(".wmf") for name in package.namelist()))
        return 1.0

    monkeypatch.setattr(libreoffice, "program", lambda: "soffice")
    monkeypatch.setattr(libreoffice, "convert", convert)
    drawings = {f"{n}.png": (b"x", "wmf") for n in range(2 * metafiles.AT_ONCE + 1)}
    assert metafiles.pngs(drawings, 60.0) == {}
    assert given == [metafiles.AT_ONCE, metafiles.AT_ONCE, 1]
    assert metafiles.pngs(drawings, 0.0) == {}
    assert len(given) == 3
