"""The server of an LMS that fails as real ones do: files of packages, and values stored for each learner."""

from __future__ import annotations

import json
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from typing import Any

from player import TYPES, Loopback, kind_of

LOGIN = b"<!doctype html><title>Masuk</title><form>Masuk</form>"
"""What an LMS sends for everything once the login has expired."""


class FaultyServer(Loopback):
    """`fault` is "" (works), "503" (everything), "503 data" (the values alone) or "login" (expired)."""

    folder = "/pluginfile/7/content/"
    """As Moodle's are."""

    def __init__(self) -> None:
        self.stored: dict[str, dict[str, Any]] = {}
        self.fault = ""
        self.headers: dict[str, str] = {}
        self.delay = 0.0
        """Seconds that it takes to store values."""
        self.strange = False
        """Knows no addresses with a question mark."""
        self.ended = threading.Event()
        self.asked = 0
        super().__init__(_handler(self))

    def answer(self, path: str, query: str) -> tuple[int, str, bytes]:
        """Status, type and body for a GET."""
        if path.startswith("/track/"):
            return 200, TYPES["js"], json.dumps(self.stored.get(path, {})).encode()
        self.asked += "online.js" in path
        body = self.files.get(path)
        if body is None or (query and self.strange):
            return 404, TYPES["html"], b""
        if self.fault == "503":
            return 503, TYPES["html"], b""
        if self.fault == "login":
            return 200, TYPES["html"], LOGIN
        return 200, kind_of(path), body

    def store(self, path: str, body: bytes) -> int:
        """Status for values that the LMS's page sends."""
        time.sleep(self.delay)
        if self.fault:
            return 503
        data = json.loads(body)
        self.stored.setdefault(path, {}).update(data["values"])
        if data["end"]:
            self.ended.set()
        return 200


def _handler(of: FaultyServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            self._send(*of.answer(path, query))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            self._send(of.store(self.path, body), TYPES["js"], b"")

        def _send(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            own = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "no-store"}
            for name, value in (own | (of.headers if kind == TYPES["html"] else {})).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def handle(self) -> None:
            with suppress(ConnectionError):  # the page is gone
                super().handle()

        def log_message(self, *_: Any) -> None:
            pass

    return Handler
