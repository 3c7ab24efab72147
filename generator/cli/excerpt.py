"""The line of a record that a finding speaks of, with a caret below the place.

A line with personal data on it is never quoted, whichever finding speaks of it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from generator.base.findings import Finding
from generator.cli.echo import echo, is_private, width_of

_BEFORE, _WIDTH = 30, 90
_MAX_BYTES = 2 * 1024 * 1024
_WHOLE_FILE = ("Y01", "Y06")
"""Rules that speak of a whole file or of characters that must not be shown."""


class Excerpts:
    """Reads each file once, and only regular ones."""

    def __init__(self, root: Path, findings: Iterable[Finding]) -> None:
        self._root = root
        self._lines: dict[str, list[str]] = {}
        self._kept = {
            (place.file, place.line) for f in findings if f.rule.startswith("P") for place in (f.place, *f.others)
        }

    def of(self, finding: Finding) -> list[str]:
        """The quoted line and its caret; nothing where it may not be shown."""
        place = finding.place
        if finding.rule in _WHOLE_FILE or (place.file, place.line) in self._kept:
            return []
        if place.file not in self._lines:
            self._lines[place.file] = _read(self._root / place.file) if place.file.endswith(".yaml") else []
        lines = self._lines[place.file]
        if place.line > len(lines) or not lines[place.line - 1].strip() or is_private(lines[place.line - 1]):
            return []
        text = lines[place.line - 1].rstrip()
        column = min(place.column - 1, len(text))
        start = max(0, column - _BEFORE) if width_of(text) > _WIDTH else 0
        cut = text[start : start + _WIDTH]
        before, after = ("…" if start else ""), ("…" if start + _WIDTH < len(text) else "")
        # The mask must see the whole line: a number cut in two would not be known as one.
        quoted = echo(text.replace("\t", " "))
        if len(quoted) == len(text):
            cut = quoted[start : start + _WIDTH]
        else:
            cut, column, start = quoted[:_WIDTH], -1, 0
        number = str(place.line)
        shown = [f"{number} | {before}{cut}{after}"]
        if column >= 0:
            indent = width_of(before) + width_of(cut[: column - start])
            shown.append(f"{' ' * len(number)} | {' ' * indent}^")
        return shown


def _read(path: Path) -> list[str]:
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MAX_BYTES:
            return []
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as stream:
            text = stream.read(_MAX_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
