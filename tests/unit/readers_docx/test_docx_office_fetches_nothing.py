"""LibreOffice follows nothing that a file names: tried with a server that counts who asks."""

from __future__ import annotations

import http.server
import io
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from needs import skip

from modmigrate.document import Document, Paragraph
from modmigrate.readers import libreoffice, libreoffice_run, read

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="shells of POSIX")]
BODY = "Isi yang terbaca."
_ODT = (
    '<?xml version="1.0"?><office:document-content office:version="1.2" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><office:body><office:text>'
    "<text:p>{body}</text:p>{more}</office:text></office:body></office:document-content>"
)
_FRAME = '<text:p><draw:frame svg:width="5cm" svg:height="5cm">{}</draw:frame></text:p>'
_LINK = 'xlink:href="{at}/x" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
ODT = {
    "picture": _FRAME.format(f"<draw:image {_LINK}/>"),
    "object": _FRAME.format(f"<draw:object {_LINK}/>"),
    "ole": _FRAME.format(f"<draw:object-ole {_LINK}/>"),
    "frame": _FRAME.format(f"<draw:floating-frame {_LINK}/>"),
    "plugin": _FRAME.format(f'<draw:plugin {_LINK} draw:mime-type="video/mp4"/>'),
    "section": f'<text:section text:name="a"><text:section-source {_LINK}/><text:p>b</text:p></text:section>',
}
RTF = {
    "picture": '{\\field{\\*\\fldinst INCLUDEPICTURE "{at}/x.png" \\\\d}{\\fldrslt }}',
    "text": '{\\field{\\*\\fldinst INCLUDETEXT "{at}/x.rtf"}{\\fldrslt b}}',
    "template": "{\\*\\template {at}/x.dot}",
    "link": '{\\field{\\*\\fldinst LINK Word.Document.8 "{at}/x.doc" \\\\a}{\\fldrslt b}}',
}


class Server:
    """Counts who asks for anything, and gives nothing."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def parse_request(self) -> bool:
                server.asked.append(str(self.raw_requestline))
                return False

            def log_message(self, *_: object) -> None:
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.at = f"http://127.0.0.1:{self.http.server_port}"


@pytest.fixture
def server() -> Iterator[Server]:
    if libreoffice.program() is None:
        skip("LibreOffice is missing; install it to read .doc, .odt and .rtf")
    made = Server()
    thread = threading.Thread(target=made.http.serve_forever)
    thread.start()
    yield made
    made.http.shutdown()
    thread.join()
    made.http.server_close()


def odt(more: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", _ODT.format(body=BODY, more=more))
        package.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        )
    return out.getvalue()


def said(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize("kind", ODT)
def test_an_opendocument_file_has_nothing_fetched(tmp_path: Path, server: Server, kind: str) -> None:
    (tmp_path / "modul.odt").write_bytes(odt(ODT[kind].replace("{at}", server.at)))
    assert BODY in said(read(tmp_path / "modul.odt"))
    assert server.asked == []


@pytest.mark.parametrize("kind", RTF)
def test_an_rtf_file_has_nothing_fetched(tmp_path: Path, server: Server, kind: str) -> None:
    more = RTF[kind].replace("{at}", server.at)
    head = more if kind == "template" else ""
    (tmp_path / "modul.rtf").write_text(f"{{\\rtf1\\ansi {head}\\pard {BODY}\\par {more}\\par}}", "ascii")
    assert BODY in said(read(tmp_path / "modul.rtf"))
    assert server.asked == []


@pytest.mark.parametrize("name", ["modul.doc", "modul.docx"])
def test_an_old_word_file_under_either_name_has_nothing_fetched(tmp_path: Path, server: Server, name: str) -> None:
    (tmp_path / "a.odt").write_bytes(odt("".join(ODT.values()).replace("{at}", server.at)))
    libreoffice.convert([tmp_path / "a.odt"], "doc", tmp_path, 60)
    (tmp_path / "a.doc").rename(tmp_path / name)
    assert BODY in said(read(tmp_path / name))
    assert server.asked == []


def test_a_web_page_that_is_called_rtf_has_nothing_fetched(tmp_path: Path, server: Server) -> None:
    page = f'<html><link rel="stylesheet" href="{server.at}/a.css"><p>{BODY}<img src="{server.at}/a.png">'
    (tmp_path / "modul.rtf").write_text(page)
    libreoffice.convert([tmp_path / "modul.rtf"], "docx", tmp_path, 60)
    assert server.asked == []


def test_it_ends_when_we_are_killed(tmp_path: Path) -> None:
    """A program that never ends, and is silent: the shell around it sees the pipe to us close."""
    (tmp_path / "soffice").write_text("#!/bin/sh\ntrap '' TERM\n(while :; do :; done) &\nwhile :; do :; done\n")
    (tmp_path / "soffice").chmod(0o755)
    folder = tmp_path / "work"
    folder.mkdir()
    code = (
        "import sys, os; from pathlib import Path; from modmigrate.readers import libreoffice_run as o\n"
        "def silent(stdin): return {'stdin': stdin, 'stdout': 1, 'stderr': 1}\n"
        "o._silent = silent\n"
        "print('begun', flush=True)\n"
        f"o.run({str(tmp_path / 'soffice')!r}, ['x'], Path({str(folder)!r}), 60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while children.exists() and not children.read_text():
        pass
    process.kill()
    process.communicate(timeout=20)  # To the end of the last child's stdout.
    assert not folder.exists()


def test_it_may_work_so_long_and_no_longer(tmp_path: Path) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\nwhile :; do :; done\n")
    (tmp_path / "soffice").chmod(0o755)
    assert libreoffice_run.run(str(tmp_path / "soffice"), [], tmp_path / "out", 1.0) is None
    (tmp_path / "soffice").write_text("#!/bin/sh\nexit 0\n")
    used = libreoffice_run.run(str(tmp_path / "soffice"), [], tmp_path / "out", 1.0)
    assert used is not None
    assert used < 1
