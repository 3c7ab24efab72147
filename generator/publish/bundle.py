"""One ZIP of the site, its records, their checksums and how to open and verify them: the same input, the same bytes."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.publish.staging import PublishError

SUMS = "SHA256SUMS"
_MODE = 0o100644 << 16
_FIRST_YEAR = 1980
"""The earliest year that a ZIP file can name."""


class Bundle:
    """A ZIP that is written aside and takes its place only when told to; otherwise nothing is left of it."""

    def __init__(self, target: Path, day: date) -> None:
        self.target = target
        self.aside = target.with_name(f".{target.name}.{os.getpid()}")
        self.name = f"mingzhang-{day}"
        self.moment = (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0)
        self.sums: list[tuple[bytes, str]] = []

    def __enter__(self) -> Self:
        """Begin an empty ZIP."""
        self.zip = zipfile.ZipFile(self.aside, "w", zipfile.ZIP_DEFLATED)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        """Leave nothing behind that did not take its place."""
        self.zip.close()
        self.aside.unlink(missing_ok=True)

    def fill(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Add files by their path in the bundle, then the checksums of all."""
        for path, data in files:
            self._add(path, data)
            self.sums.append((path.encode(), hashlib.sha256(data).hexdigest()))
        lines = (f"{digest}  {path.decode()}\n" for path, digest in sorted(self.sums))
        self._add(SUMS, "".join(lines).encode())
        self.zip.close()

    def publish(self) -> None:
        """Put the finished ZIP in its place."""
        self.aside.replace(self.target)

    def _add(self, path: str, data: bytes) -> None:
        info = zipfile.ZipInfo(f"{self.name}/{path}", self.moment)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system = 3
        info.external_attr = _MODE
        self.zip.writestr(info, data)


def files_below(folder: Path, prefix: str) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder, in order of path, under a prefix."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield f"{prefix}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def check_bundle(target: Path, output: Path, root: Path) -> None:
    """Refuse a place for the ZIP that is not ours to write, or that would be inside what it holds."""
    place = target.resolve()
    for kept in (output.resolve(), root.resolve()):
        if kept in place.parents:
            message = f"压缩包 {target} 不能放在 {kept.name} 里面；请换一个外面的位置"
            raise PublishError(message)
    if target.suffix.lower() != ".zip":
        message = f"压缩包 {target} 的名字应以 .zip 结尾"
        raise PublishError(message)
    if target.is_dir() or not target.parent.is_dir():
        message = f"压缩包不能写到 {target}：上一级文件夹不存在，或者它本身是文件夹"
        raise PublishError(message)
