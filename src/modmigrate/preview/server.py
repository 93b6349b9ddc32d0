"""The player on loopback: two ports, so that a package can reach neither the player around it nor anything else.

The player (one origin) holds the LMS's data and a frame of the other origin, in which the adapter and the package are.
What that origin serves may load, frame and ask nothing but itself (Content Security Policy), and its sandbox knows
neither popups nor the topmost window.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from ..errors import ModmigrateError
from .showing import Showing

HOST = "127.0.0.1"
FILES = Path(__file__).with_name("player")
TYPES = {
    "html": "text/html; charset=utf-8", "htm": "text/html; charset=utf-8", "xhtml": "application/xhtml+xml",
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "json": "application/json", "xml": "text/xml", "txt": "text/plain; charset=utf-8", "vtt": "text/vtt",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "svg": "image/svg+xml", "ico": "image/x-icon", "avif": "image/avif", "pdf": "application/pdf",
    "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg",
    "wav": "audio/wav", "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "wasm": "application/wasm",
}  # fmt: skip
PLAYER = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src data:; "
    "frame-src {stage}; base-uri 'none'; form-action 'none'"
)
STAGE = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
PACKAGE = (
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; connect-src 'self' data: blob:; "
    "frame-src 'self' data: blob:; base-uri 'self'; form-action 'self'"
)
STRICT = "default-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'self'"
"""What a careful LMS says: nothing in the page itself, nothing from elsewhere."""
CONFINED = ("Connection-Allowlist", "(response-origin)")
"""No connection of any kind leads elsewhere, WebRTC's neither, for which no content policy of Chromium's has a word.

A draft (WICG, Connection Allowlists) that Chromium keeps to, in frames of the package's own making too. Where a frame
of such a page begins WebRTC, Chromium 156 ends the page, which is rude and safe. The adapter's page must have it as
well: a package can reach that one.
"""
Answer = tuple[int, str, bytes, str]
"""Status, media type, body, policy."""


class Servers:
    """The player's and the package's server; `address` is what a browser opens."""

    def __init__(self, showing: Showing, port: int = 0) -> None:
        self.showing = showing
        self.news = threading.Condition()
        self.told = 0
        """How often something has changed."""
        self.open = True
        self.player = ThreadingHTTPServer((HOST, port), _handler(self, self._player))
        self.stage = ThreadingHTTPServer((HOST, 0), _handler(self, self._stage, CONFINED))
        for server in (self.player, self.stage):
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()

    @property
    def address(self) -> str:
        """Where the player is."""
        return f"http://{HOST}:{self.player.server_port}/"

    @property
    def stage_origin(self) -> str:
        """Where the package is."""
        return f"http://{HOST}:{self.stage.server_port}"

    def announce(self) -> None:
        """Tell the players that something has changed."""
        with self.news:
            self.told += 1
            self.news.notify_all()

    def close(self) -> None:
        """End both."""
        self.open = False
        self.announce()
        for server in (self.player, self.stage):
            server.shutdown()
            server.server_close()

    def _player(self, path: str, query: dict[str, list[str]]) -> Answer:
        policy = PLAYER.format(stage=self.stage_origin)
        if path == "/state":
            said = self.showing.state(query.get("edition", [""])[0], query.get("theme", [""])[0])
            return 200, "application/json", json.dumps(said).encode(), policy
        if path == "/":
            page = (FILES / "index.html").read_bytes()
            named = f'<html data-stage="{self.stage_origin}" '.encode()
            return 200, TYPES["html"], page.replace(b"<html ", named, 1), policy
        return _own(path, ("/player.js", "/player.css"), policy)

    def _stage(self, path: str, _query: dict[str, list[str]]) -> Answer:
        parts = path.split("/", 5)
        if len(parts) < 6 or parts[1] != "p" or not parts[2].isdecimal() or len(parts[2]) > 9:
            return _own(path, ("/stage.html", "/stage.css", "/runtime.js", "/standard.js"), STAGE)
        policy = STRICT if parts[3] == "strict" else PACKAGE
        variant = "" if parts[4] == "package" else parts[4]
        try:
            package = self.showing.package(int(parts[2]), variant)
        except ModmigrateError as error:
            return 500, TYPES["txt"], str(error).encode(), policy
        data = package.read(unquote(parts[5])) if package is not None else None
        if data is None:
            return 404, TYPES["txt"], b"not in the package", policy
        return 200, TYPES.get(parts[5].rsplit(".", 1)[-1].lower(), "application/octet-stream"), data, policy


def _own(path: str, known: tuple[str, ...], policy: str) -> Answer:
    if path not in known:
        return 404, TYPES["txt"], b"not here", policy
    return 200, TYPES[path.rsplit(".", 1)[-1]], (FILES / path[1:]).read_bytes(), policy


def _handler(
    servers: Servers, answer: Callable[[str, dict[str, list[str]]], Answer], *more: tuple[str, str]
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer; only to who asked for this machine by its number, so that no other site's name leads here."""
            if self.headers.get("Host") != f"{HOST}:{self.server.server_port}":  # type: ignore[attr-defined]
                return self._send(403, TYPES["txt"], b"ask for 127.0.0.1", "default-src 'none'")
            path, _, query = self.path.partition("?")
            with suppress(ConnectionError):
                if path == "/events":
                    return self._events()
                return self._send(*answer(urlsplit(path).path, parse_qs(query)), *more)

        def _send(self, status: int, kind: str, body: bytes, policy: str, *more: tuple[str, str]) -> None:
            self.send_response(status)
            for name, value in (
                ("Content-Type", kind), ("Content-Length", str(len(body))), ("Content-Security-Policy", policy),
                ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "no-referrer"), ("X-DNS-Prefetch-Control", "off"), *more,
            ):  # fmt: skip
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _events(self) -> None:
            """A line whenever something has changed, and a sign of life now and then."""
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            told = servers.told
            while servers.open:
                with servers.news:
                    changed = servers.news.wait_for(lambda: servers.told != told, 15)  # noqa: B023 - heard at once
                    told = servers.told
                self.wfile.write(b"data: changed\n\n" if changed else b": alive\n\n")
                self.wfile.flush()

        def log_message(self, *_: Any) -> None:
            """Say nothing: the player shows what matters."""

    return Handler
