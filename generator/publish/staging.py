"""A folder beside the published site in which the next one is made, to be swapped in whole."""

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
    """A sibling folder of the output in which the next site is written; gone when it is left."""

    def __init__(self, output: Path) -> None:
        self.output = output
        target = output.resolve()  # beside the folder itself, so that the exchange stays on one file system
        self.folder = target.with_name(f".{target.name}.staging-{os.getpid()}")

    def __enter__(self) -> Self:
        """Make the folder, empty."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder, ignore_errors=True)
