"""Whole addresses of what lies on the site. A page's address is its folder's, which never changes once published."""

from __future__ import annotations


def absolute(url: str, path: str) -> str:
    """The whole address of a path; ``url`` is the site's own address, with or without its last slash."""
    folder, _, name = path.rpartition("/")
    if name.partition("#")[0] == "index.html":
        path = f"{folder}/{name[10:]}" if folder else name[10:]
    return f"{url.rstrip('/')}/{path}"
