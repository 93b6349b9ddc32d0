"""A small LMS for tests: serves packages, keeps each learner's data between launches, judges every API call."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from needs import SCORM_AGAIN, needed

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Frame, Page

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css",
    "js": "text/javascript; charset=utf-8",
    "png": "image/png",
}
CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
LMS_FILES = Path(__file__).parent / "lms"


def kind_of(path: str) -> str:
    """The media type that a file's ending stands for."""
    return TYPES.get(path.rsplit(".", 1)[-1], "application/octet-stream")


class Loopback:
    """A server on a free port of this machine that holds the LMS's own files and packages in memory."""

    folder = "/p"
    """What the addresses of packages begin with; a number follows, another one for each."""

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        self.files = {f"/lms/{f.name}": f.read_bytes() for f in LMS_FILES.iterdir()}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self._server.server_port}"

    def add(self, package: bytes) -> str:
        """Unpacks a package; the address of its folder."""
        folder = f"{self.folder}{sum(1 for f in self.files if f.endswith('/imsmanifest.xml'))}"
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            self.files |= {f"{folder}/{name}": archive.read(name) for name in archive.namelist()}
        return folder

    def close(self) -> None:
        """Ends the server."""
        self._server.shutdown()
        self._server.server_close()


class Server(Loopback):
    """Files from memory below http://127.0.0.1:<port>/."""

    def __init__(self) -> None:
        self.missing: list[str] = []
        super().__init__(_handler(self))
        self.files["/scorm-again.js"] = needed(SCORM_AGAIN).read_bytes()


def _handler(of: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            body = of.files.get(path)
            if body is None:
                of.missing.append(path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", kind_of(path))
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            with suppress(ConnectionError):  # the page is gone
                self.wfile.write(body or b"")

        def log_message(self, *_: Any) -> None:
            pass

    return Handler


@dataclass
class Session:
    """One launch of a package in a tab."""

    page: Page
    learner: Learner
    problems: list[str] = field(default_factory=list)

    @property
    def sco(self) -> Frame:
        """The package's frame: the innermost one, or a window of its own."""
        self.page.wait_for_function("!!document.querySelector('iframe') || document.readyState === 'complete'")
        while len(self.page.frames) == 1 and len(self.page.context.pages) == 1:
            self.page.wait_for_timeout(20)
        return self.page.context.pages[-1].frames[-1]

    def lms(self, what: str) -> Any:
        """A field of the LMS's record: calls, violations, committed, finished, commits."""
        return self.page.evaluate(f"window.lms.{what}")

    def cmi(self, element: str) -> str | None:
        """The last value that the package has sent for an element, committed or not."""
        sent = [c[2] for c in self.lms("calls") if c[0] == "LMSSetValue" and c[1] == element]
        return sent[-1] if sent else None

    def run(self, milliseconds: int) -> None:
        """Lets the page's clock run (launched with clock=True), and its last question to the server be answered."""
        self.page.clock.run_for(milliseconds)
        # No wait_for_function: it evaluates strings, which the page's own policy forbids.
        self.sco.wait_for_selector('script[src^="online.js"]', state="detached")

    def sets(self) -> list[str]:
        """All elements written, in order."""
        return [c[1] for c in self.lms("calls") if c[0] == "LMSSetValue"]

    def close(self) -> dict[str, str]:
        """Leaves as a learner does: the SCO is unloaded, the LMS keeps what LMSFinish left."""
        self.page.evaluate("document.querySelector('iframe').remove()")
        self.page.wait_for_function("window.lms.finished > 0 || !window.lms.initialized")
        return self._ended()

    def kill(self) -> dict[str, str]:
        """The tab dies: only what was committed stays."""
        return self._ended()

    def _ended(self) -> dict[str, str]:
        self.problems += self.lms("violations")
        self.learner.cmi = self.lms("committed")
        self.learner.store = self.page.context.storage_state()
        self.page.context.close()
        assert self.problems == []
        return self.learner.cmi


@dataclass
class Learner:
    """A learner's data for one package, from launch to launch."""

    browser: Any
    server: Server
    package: bytes
    cmi: dict[str, str] = field(default_factory=dict)
    store: Any = None
    options: dict[str, Any] = field(default_factory=dict)
    folder: str = ""
    sco: str = "index.html"
    """The page of the SCO that is opened; `cmi` is its own."""

    def launch(self, width: int = 360, height: int = 740, script: str = "", **options: Any) -> Session:
        """Opens the package in a fresh tab; options are those of lms.js, `script` runs before the page's own."""
        self.folder = self.folder or self.server.add(self.package)
        core = {
            "cmi.core.student_id": options.pop("student", "peserta-1"),
            "cmi.core.student_name": "Sari, Dewi",
            "cmi.core.lesson_status": self.cmi.get("cmi.core.lesson_status", "not attempted"),
            "cmi.core.lesson_mode": options.pop("mode", "normal"),
            "cmi.core.credit": options.pop("credit", "credit"),
            "cmi.core.entry": "resume" if self.cmi.get("cmi.core.exit") == "suspend" else "ab-initio",
            "cmi.suspend_data": self.cmi.get("cmi.suspend_data", ""),
            "cmi.core.lesson_location": self.cmi.get("cmi.core.lesson_location", ""),
        }
        kept = {k: v for k, v in self.cmi.items() if not k.startswith(("cmi.core.session_time", "cmi.core.exit"))}
        setup = {
            "sco": f"{self.folder}/{self.sco}",
            "cmi": kept | core,
            "mastery": mastery(self.server.files[f"{self.folder}/imsmanifest.xml"], self.sco),
            "options": self.options | options,
        }
        context: BrowserContext = self.browser.new_context(
            viewport={"width": width, "height": height}, storage_state=self.store, locale="id-ID"
        )
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.add_init_script(f"if (window.parent === window) window.setup = {json.dumps(setup)};")
        page.add_init_script(script)
        if options.pop("clock", False):
            page.clock.install()
        session = Session(page, self)
        watch(page, session.problems, self.server.origin)
        page.goto(f"{self.server.origin}/lms/index.html")
        session.sco.wait_for_selector("#mm-contents li", state="attached")  # the program has begun
        return session


def watch(page: Page, problems: list[str], origin: str) -> None:
    """Collects console errors, exceptions and requests to elsewhere."""
    page.on("console", lambda m: problems.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: problems.append(f"exception: {e}"))
    page.on(
        "request",
        lambda r: None if r.url.startswith((origin, "data:")) else problems.append(f"request to elsewhere: {r.url}"),
    )


def mastery(manifest: bytes, start: str) -> int | None:
    """The mastery score of the SCO that begins with this page, as an LMS reads it."""
    root = ET.fromstring(manifest)
    name = next(r.get("identifier") for r in root.iter(f"{{{CP}}}resource") if r.get("href") == start)
    item = next(i for i in root.iter(f"{{{CP}}}item") if i.get("identifierref") == name)
    found = item.find("{http://www.adlnet.org/xsd/adlcp_rootv1p2}masteryscore")
    return None if found is None else int(found.text or "0")


@contextmanager
def serving() -> Iterator[Server]:
    """A server for the length of a test run."""
    server = Server()
    try:
        yield server
    finally:
        server.close()
