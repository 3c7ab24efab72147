"""Data as a classic script: unlike JSON, a page that was opened from a disk may load it."""

from __future__ import annotations

from typing import Any

import msgspec


def script_file(name: str, value: Any) -> bytes:
    """A script that puts a value under a name into ``window.mingzhang``, where the page's own script takes it."""
    return b"(window.mingzhang=window.mingzhang||{})[%s]=%s;\n" % (
        msgspec.json.encode(name),
        msgspec.json.encode(value),
    )
