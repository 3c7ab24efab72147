"""Whether anything below some folders has changed, by looking: no daemon, no package, any file system."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Snapshot = dict[str, tuple[int, int, int]]
"""Every file with the time of its last change, its size and its number on the disk."""


def snapshot(places: Iterable[Path]) -> Snapshot:
    """The files below some folders, or the files named, as they are now."""
    found: Snapshot = {}
    for place in places:
        for entry in _files(str(place)):
            try:
                status = os.lstat(entry)
            except OSError:  # gone since it was listed
                continue
            found[entry] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def _files(place: str) -> Iterator[str]:
    try:
        with os.scandir(place) as listing:
            entries = list(listing)
    except NotADirectoryError:
        yield place
        return
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__pycache__" or entry.name.endswith(("~", ".tmp")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        else:
            yield entry.path
