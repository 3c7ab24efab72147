"""A site shown on this computer only, with a script that reloads the page when the site has been built again.

The script is added to what is served, never to what is published.
"""

from __future__ import annotations

import secrets
import socket
import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

_SCRIPT = b"""const stream = new EventSource("/__reload");
let seen = "";
stream.onmessage = (event) => {
  if (seen && seen !== event.data) location.reload();
  seen = event.data;
};
addEventListener("pagehide", () => stream.close());
"""
_TAG = b'<script src="/__reload.js" defer></script>'
_HEARTBEAT = 15.0
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".webp": "image/webp",
    ".wasm": "application/wasm",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_WAITING = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>还没有网站</title>
<body><h1>还没有网站</h1><p>记录里有错误，见运行命令的窗口。改好保存，这一页会自己换成网站。</p></body></html>"""


class Preview:
    """What is shown: a folder, and which build of it. Browsers wait on it for the next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._boot = secrets.token_hex(4)
        self._build = 0
        self._closed = False
        self._changed = threading.Condition()

    @property
    def version(self) -> str:
        """A word that differs after every build and every start."""
        return f"{self._boot}-{self._build}"

    @property
    def closed(self) -> bool:
        """Whether nobody needs to wait any longer."""
        return self._closed

    def renew(self) -> None:
        """The folder holds another build."""
        with self._changed:
            self._build += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Let every waiting browser go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, seen: str) -> str:
        """The version, as soon as it is not the one seen, or after a heartbeat."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self.version != seen, _HEARTBEAT)
            return self.version


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview on the loopback."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        super().__init__(("127.0.0.1", port), PreviewHandler)

    def server_bind(self) -> None:
        """Bind, without asking a name server what this computer is called."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no fault."""


class PreviewHandler(SimpleHTTPRequestHandler):
    """Files of the folder; pages with the reload script; no listing; the site's own 404."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # noqa: RUF012

    def __init__(self, request: Any, client_address: Any, server: PreviewServer) -> None:
        super().__init__(request, client_address, server, directory=str(server.preview.folder))

    def do_GET(self) -> None:
        """One file, or the stream of builds."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """The headers of one file."""
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        if self.headers.get("Host", "").rpartition(":")[0] not in ("127.0.0.1", "localhost"):
            self._send(
                HTTPStatus.FORBIDDEN, "只在本机使用，请打开 http://127.0.0.1".encode(), _TYPES[".txt"], body=body
            )
            return
        address = urlsplit(self.path).path
        if address == "/__reload":
            self._stream(body=body)
        elif address == "/__reload.js":
            self._send(HTTPStatus.OK, _SCRIPT, _TYPES[".js"], body=body)
        else:
            self._send_file(address, body=body)

    def _send_file(self, address: str, *, body: bool) -> None:
        target = Path(self.translate_path(self.path))
        if target.is_dir():
            if not address.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", f"/{quote(target.relative_to(self.directory).as_posix())}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            target /= "index.html"
        status = HTTPStatus.OK
        if not target.is_file():
            target, status = self.server.preview.folder / "404.html", HTTPStatus.NOT_FOUND
        try:
            data = target.read_bytes()
        except OSError:
            data, target = _WAITING.encode(), Path("x.html")
        kind = self.guess_type(str(target))
        self._send(status, with_reload(data) if kind.startswith("text/html") else data, kind, body=body)

    def _send(self, status: HTTPStatus, data: bytes, kind: str, *, body: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if body:
            self.wfile.write(data)

    def _stream(self, *, body: bool) -> None:
        """Server-sent events: the version now, and every one that follows."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        preview = self.server.preview
        seen = preview.version
        while body and not preview.closed:
            self.wfile.write(f"data: {seen}\n\n".encode())
            self.wfile.flush()
            seen = preview.wait(seen)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of requests; the window is for findings."""


def with_reload(page: bytes) -> bytes:
    """A page with the reload script; the policy of every page lets it run and listen."""
    head, mark, tail = page.rpartition(b"</body>")
    return head + _TAG + mark + tail if mark else page + _TAG
