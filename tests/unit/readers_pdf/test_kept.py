"""Pages that stay the same are read once by a process that reads version after version, and never a page too few."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf import Sheet, pdf, with_form
from tagged_pdf import Node, Tagged

from modmigrate.readers import keep
from modmigrate.readers.pdf import read
from modmigrate.readers.pdf.guard import kept
from modmigrate.readers.pdf.guard.opening import opened

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept._Kept, "on", False)
    monkeypatch.setattr(kept._Kept, "pages", {})
    keep(Path("modul.pdf"))


def sheets(**other: str) -> list[Sheet]:
    """Six pages, some with another line than usual."""
    said = {name: other.get(name, f"Isi halaman {name} tentang modal usaha.") for name in "abcdef"}
    return [Sheet().lines(72, 80, "Modul usaha", line) for line in said.values()]


def annotated(what: str) -> bytes:
    page = Sheet().text(72, 80, "Isi halaman.")
    page.annotations.append(what)
    return pdf(page, Sheet().text(72, 80, "Lain."))


def field(value: str) -> bytes:
    return annotated(f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V ({value}) /Rect [72 600 300 620] >>")


def tagged(folder: Path, kind: str) -> bytes:
    file = Tagged()
    file.artifact(72, 40, "Kepala halaman")
    tree: list[Node] = [
        ("H1", file.text(72, 100, "Bab tentang modal"), ""),
        ("P", file.text(72, 130, "Modal adalah uang."), ""),
        ("P", file.text(72, 144, "Uang bukan modal."), ""),
        (kind, file.text(72, 180, "Asal modal"), ""),
        ("P", file.text(72, 210, "Modal berasal dari tabungan."), ""),
    ]
    return file.saved(folder / "t.pdf", tree).read_bytes()


def anew(path: Path) -> list[int]:
    """The numbers of the pages that would be read."""
    with opened(path) as document:
        return [r.number for r in kept.read(document.raw, range(1, len(document) + 1)) if r.page is not None]


def test_only_pages_that_changed_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "modul.pdf"
    path.write_bytes(pdf(*sheets()))
    assert anew(path) == [1, 2, 3, 4, 5, 6]
    first = read(path)
    assert anew(path) == []
    assert read(path) == first
    path.write_bytes(pdf(*sheets(d="Halaman ini berubah.")))
    assert anew(path) == [4]


VERSIONS: dict[str, Callable[[Path], list[bytes]]] = {
    "a line": lambda _: [pdf(*sheets()), pdf(*sheets(b="Lain.")), pdf(*sheets())],
    "a page more in front": lambda _: [pdf(*sheets()), pdf(Sheet().text(72, 80, "Baru."), *sheets())],
    "a page less": lambda _: [pdf(*sheets()), pdf(*sheets()[1:])],
    "what is typed into a field": lambda _: [field("Dewi"), field("Sari")],
    "where a link leads": lambda _: [
        annotated(f"<< /Type /Annot /Subtype /Link /Rect [70 755 140 775] /A << /S /URI /URI ({to}) >> >>")
        for to in ("https://a.example", "https://b.example")
    ],
    "a tag": lambda folder: [tagged(folder, "P"), tagged(folder, "H2"), tagged(folder, "P")],
    "a form that pages draw": lambda _: [
        with_form(pdf(page), f"BT /F0 11 Tf 1 0 0 1 72 500 Tm ({said}) Tj ET")
        for page, said in itertools.product([Sheet(ops=["/X0 Do"])], ("Satu.", "Dua."))
    ],
}  # fmt: skip


@pytest.mark.parametrize("what", VERSIONS)
def test_each_version_is_read_as_if_it_were_the_first(what: str, tmp_path: Path) -> None:
    if what.startswith("a form") and sys.platform != "linux":
        pytest.skip("children are bounded on Linux")
    path, found = tmp_path / "modul.pdf", []
    for data in VERSIONS[what](tmp_path):
        path.write_bytes(data)
        found.append(read(path))
        kept._Kept.on = False
        assert found[-1] == read(path)
        kept._Kept.on = True
    assert found[0] != found[1]


def test_where_too_much_is_to_be_compared_all_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 4_000)
    path = tmp_path / "modul.pdf"
    path.write_bytes(pdf(*sheets()))
    first = read(path)
    assert set(anew(path)) < {1, 2, 3, 4, 5, 6}
    assert anew(path)[-1] == 6
    assert read(path) == first
