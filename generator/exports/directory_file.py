"""The data behind the directory's filter: columns of texts and numbers, and the characters that are folded in them."""

from __future__ import annotations

from typing import Any

import msgspec

from generator.exports.folding import needed
from generator.exports.script_file import script_file


def directory_file(columns: Any) -> bytes:
    """The script that holds the columns."""
    held = msgspec.to_builtins(columns)
    old, new = needed(_texts(held))
    return script_file("directory", held | {"old": old, "new": new})


def _texts(value: Any) -> list[str]:
    """Every text in a value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, (list, tuple)):
        return []
    return [text for part in value for text in _texts(part)]
