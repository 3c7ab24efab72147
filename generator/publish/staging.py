"""Files staged beside the published site, compared with what was planned, then swapped in whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Self

MARKER = ".mingzhang-site"
"""A file that says a folder is ours to replace."""


class PublishError(Exception):
    """The site cannot be published; the published one is untouched. The message is for people."""


class Staging:
    """A sibling folder of the output in which the next site is written. A path is claimed only once."""

    def __init__(self, output: Path) -> None:
        self.output = output
        target = output.resolve()  # beside the folder itself, so that the exchange stays on one file system
        self.folder = target.with_name(f".{target.name}.staging-{os.getpid()}")
        self.written: set[str] = set()
        self._folders: set[str] = set()

    def __enter__(self) -> Self:
        """Make the folder, empty."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, path: str, data: bytes) -> None:
        """Write one file; a second claim to a path is refused."""
        if path in self.written:
            message = f"两个页面都要写 {path}"
            raise PublishError(message)
        self.written.add(path)
        parent, _, _ = path.rpartition("/")
        if parent not in self._folders:
            os.makedirs(self.folder / parent, exist_ok=True)  # noqa: PTH103 - four times as fast
            self._folders.add(parent)
        with open(self.folder / path, "wb") as stream:  # noqa: PTH123
            stream.write(data)

    def copy(self, source: Path, path: str) -> None:
        """Copy one file as it is."""
        self.write(path, source.read_bytes())
