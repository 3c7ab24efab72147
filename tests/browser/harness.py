"""Look at a page as a reader's browser does: open it, and say in short lines what is wrong.

Each checker returns a list of plain sentences, empty when all is well, so that a test is one
comparison with `[]` and a failure reads as a list of things to mend.
"""

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page

VNU = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"

# On a disk the checker takes 'self' for nobody; Chromium's console says what a policy blocks.
NOT_ON_DISK = "Resource violates Content Security Policy"
# It takes data for a script; a browser never runs this type, and no policy is asked (HTML, prepare the script element).
INLINE, DATA = "Inline script violates Content Security Policy", 'type="application/ld+json"'

# A common phone, a tablet held upright, a desk screen; 320 is what 400 % zoom leaves (WCAG 1.4.10).
WIDTHS = (320, 390, 768, 1280)


@dataclass(slots=True)
class Visit:
    """A page that is open, and what it did while it was loaded and used."""

    page: Page
    site: str
    javascript: bool = True
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def problems(self) -> list[str]:
        """Console messages, uncaught errors, requests to anyone else, sideways scrolling."""
        return [
            *(f"console {line}" for line in self.console),
            *(f"error: {line}" for line in self.errors),
            *(f"request to another site: {line}" for line in self.foreign),
            *self.overflow(),
        ]

    def overflow(self) -> list[str]:
        """Whether the page scrolls sideways, and which elements stick out."""
        wide: list[str] = self.page.evaluate(
            """() => {
              const root = document.scrollingElement;
              if (root.scrollWidth <= root.clientWidth) return [];
              const out = [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5)
                .slice(0, 3)
                .map(e => e.tagName.toLowerCase() + (e.id && '#' + e.id)
                  + [...e.classList].map(c => '.' + c).join(''));
              return [`${root.scrollWidth} > ${root.clientWidth}: ${out.join(', ')}`];
            }"""
        )
        return [f"scrolls sideways, {line}" for line in wide]

    def axe(self) -> list[str]:
        """Accessibility faults found by axe, one line a fault and place.

        Axe is a script with promises: in a page without scripts it would wait for ever.
        """
        assert self.javascript, "axe needs a page opened with javascript=True"
        found: list[dict[str, Any]] = Axe().run(self.page).response["violations"]
        return [
            f"{fault['id']} ({fault['impact']}): {fault['help']} at {node['target']}"
            for fault in found
            for node in fault["nodes"]
        ]


@contextmanager
def visit(
    browser: Browser,
    address: str,
    *,
    site: str,
    width: int = 390,
    scheme: Literal["light", "dark"] = "light",
    javascript: bool = True,
) -> Iterator[Visit]:
    """Open `address` in a fresh profile; a request outside `site` (its first part) is noted."""
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme=scheme,
        java_script_enabled=javascript,
        reduced_motion="reduce",
        locale="zh-CN",
    )
    try:
        page = context.new_page()
        seen = Visit(page, site.rstrip("/") + "/", javascript)

        def heard(message: ConsoleMessage) -> None:
            seen.console.append(f"{message.type}: {message.text}")

        def asked(url: str) -> None:
            # data: and blob: never leave the page.
            if not url.startswith((seen.site, "data:", "blob:")):
                seen.foreign.append(url)

        page.on("console", heard)
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        context.on("request", lambda request: asked(request.url))
        page.goto(address, wait_until="load")
        yield seen
    finally:
        context.close()


class _Server(ThreadingHTTPServer):
    # The stock backlog of 5 drops connections when Chromium and a test ask at once.
    request_queue_size = 256
    daemon_threads = True


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of the loopback; gives the address, ending in a slash."""
    with _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def nu_check(folder: Path) -> list[str]:
    """What the Nu HTML checker says of every HTML, CSS and SVG file in a folder."""
    options = ["--stdout", "--format", "json", "--skip-non-html"]
    options += ["--also-check-css", "--also-check-svg"]
    run = subprocess.run(
        ["java", "-jar", str(VNU), *options, str(folder.resolve())],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    try:
        messages: list[dict[str, Any]] = json.loads(run.stdout)["messages"]
    except (ValueError, KeyError):
        return [f"the checker itself failed ({run.returncode}): {run.stderr[-500:]}"]
    start = f"{folder.resolve()}/"
    return [
        f"{unquote(one.get('url', '')).removeprefix('file:').removeprefix(start)}"
        f":{one.get('lastLine', 0)}: {one['message']}"
        for one in messages
        if (one["type"] != "info" or one.get("subType") == "warning")
        and not one["message"].startswith(NOT_ON_DISK)
        and not (one["message"].startswith(INLINE) and DATA in one.get("extract", ""))
    ]
