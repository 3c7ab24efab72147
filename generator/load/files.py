"""One file from disk to a typed record: bytes, characters, YAML, schema, in that order."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from generator.base.findings import Finding, Place
from generator.load import faults as f
from generator.load.absence import INVALID
from generator.load.context import Reading
from generator.load.events import read_tree
from generator.load.nodes import MapNode
from generator.load.tree import MAX_BYTES
from generator.load.typing import is_empty, reader_for
from generator.model import kinds as k
from generator.model.corpus import SourceFile
from generator.model.fields import Key


def read_file(root: Path, path: str, kind: k.Kind, as_of: date) -> tuple[Any, SourceFile, list[Finding]]:
    """The typed content of a file (None where it is refused), its text, and its faults."""
    reading = Reading(path, as_of)
    text = _decode(_read_bytes(root / path), reading)
    if text is None:
        return None, SourceFile(path, "", None), reading.findings
    node = read_tree(text, reading)
    source = SourceFile(path, text, node if isinstance(node, MapNode) else None)
    if node is None or is_empty(node):
        if not reading.findings:
            reading.add(f.MISSING_KEY, reading.start, "文件是空的", "照“怎样报送”一页的例子填写")
        return None, source, reading.findings
    value = reader_for(kind)(node, Key("文件内容", kind), reading)
    if value is INVALID or reading.findings:
        value = None
    return value, source, reading.findings


def _read_bytes(path: Path) -> bytes:
    """The bytes of a regular file; a link put in its place since it was listed is not followed."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _decode(data: bytes, reading: Reading) -> str | None:
    if len(data) > MAX_BYTES:
        reading.add(f.LIMITS, reading.start, "文件超过 2 MiB", "把一份大报告分成几个时段")
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        reading.add(
            f.CHARACTERS,
            Place(reading.file, line, column),
            "文件不是 UTF-8 编码",
            "在编辑器里选“另存为”，编码选 UTF-8",
        )
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
