"""Every link of a site that stays inside it leads somewhere, wherever the site is put.

Names are compared exactly, whatever the file system thinks of capitals; a folder is no target,
since a page opened from a disk would show a listing; a path from the root would break a site
that lives in a sub-folder.
"""

import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESSES = {"href", "src", "poster", "data", "action", "xlink:href"}
# The Nu checker does not look these up.
REFERENCES = {"for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"}
# Elements that fetch their address as the page loads; `a` and `link rel=canonical` only name it.
FETCHING = {"script", "img", "iframe", "source", "video", "audio", "embed", "object", "track"}
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
NAMED_ONLY = {"http", "https", "mailto", "tel"}


@dataclass(slots=True)
class _Page:
    ids: set[str] = field(default_factory=set)
    links: list[tuple[int, str, str]] = field(default_factory=list)
    references: list[tuple[int, str, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = _Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        for name, value in attrs:
            text = value or ""
            if name == "id" or (name == "name" and tag == "a"):
                self.found.ids.add(text)
            elif name in ADDRESSES and text:
                self.found.links.append((line, tag, text))
            elif name == "srcset":
                for candidate in text.split(","):
                    self.found.links.append((line, tag, candidate.split()[0]))
            elif name in REFERENCES:
                self.found.references += [(line, name, one) for one in text.split()]


def broken_links(folder: Path) -> list[str]:
    """Each internal link, fragment or reference to an id that leads nowhere."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    pages = {name: _read(path) for name, path in files.items() if path.suffix == ".html"}
    broken: list[str] = []
    for name, page in pages.items():
        for line, tag, link in page.links:
            fault = _fault(name, tag, link, set(files), pages)
            if fault:
                broken.append(f"{name}:{line}: {link}: {fault}")
        for line, attribute, wanted in page.references:
            if wanted not in page.ids:
                broken.append(f"{name}:{line}: {attribute}={wanted}: no such id")
    for name, path in files.items():
        if path.suffix == ".css":
            for link in CSS_URL.findall(path.read_text(encoding="utf-8")):
                fault = _fault(name, "source", link, set(files), pages)
                if fault:
                    broken.append(f"{name}: {link}: {fault}")
    return broken


def _read(path: Path) -> _Page:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.found


def _fault(name: str, tag: str, link: str, files: set[str], pages: dict[str, _Page]) -> str:
    parts = urlsplit(link)
    if parts.scheme == "data":
        return ""
    if parts.scheme in NAMED_ONLY:
        return "fetched from another site" if tag in FETCHING else ""
    if parts.scheme:
        return f"scheme {parts.scheme}"
    if parts.netloc or parts.path.startswith("/"):
        return "an absolute path"
    target = name
    if parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    if target not in files:
        return "no such file"
    fragment = unquote(parts.fragment)
    if fragment and target in pages and fragment not in pages[target].ids:
        return "no such place in the page"
    return ""
