"""One file from disk to a typed record: bytes, characters, YAML, schema, in that order."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.base.findings import Finding
from generator.load import faults as f
from generator.load.absence import INVALID
from generator.load.context import Reading, TooManyFaultsError
from generator.load.events import read_tree
from generator.load.nodes import MapNode, Node
from generator.load.typing import Reader, is_empty, reader_for
from generator.model import kinds as k
from generator.model.corpus import SourceFile
from generator.model.fields import Key

MAX_BYTES = 2 * 1024 * 1024
_CHUNK = 64 * 1024
# A link put in the place of a file since it was listed is not followed, a pipe not waited for.
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_file(root: Path, path: str, kind: k.Kind, as_of: date) -> tuple[Any, SourceFile, list[Finding]]:
    """The typed content of a file (None where it is refused), its text, and its faults."""
    reading = Reading(path, as_of)
    text, node, value = "", None, None
    try:
        data = _read_bytes(f"{root}/{path}", reading)
        text = _decode(data, reading)
        node = read_tree(text, reading) if not reading.findings else None
        value = _typed(node, kind, reading)
    except TooManyFaultsError:
        value = None
    source = SourceFile(path, text, node if isinstance(node, MapNode) else None)
    return value, source, reading.findings


def _read_bytes(path: str, reading: Reading) -> bytes:
    """The bytes of a file, or of one too large more than it may have."""
    try:
        descriptor = os.open(path, _OPEN)
        try:
            data = b""
            while len(data) <= MAX_BYTES and (more := os.read(descriptor, _CHUNK)):
                data += more
            return data
        finally:
            os.close(descriptor)
    except OSError:
        reading.add(f.STRAY, reading.start, "这个文件打不开", "检查文件的权限；放一份真正的文件，不用链接")
        return b""


def _decode(data: bytes, reading: Reading) -> str:
    """The text of the bytes; empty, with the fault noted, where they are not UTF-8 or too many."""
    if len(data) > MAX_BYTES:
        reading.add(f.LIMITS, reading.start, "文件超过 2 MiB", "把一份大报告分成几个时段")
        return ""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = reading.place_in(before, len(before))
        reading.add(f.CHARACTERS, place, "文件不是 UTF-8 编码", "在编辑器里选“另存为”，编码选 UTF-8")
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _typed(node: Node | None, kind: k.Kind, reading: Reading) -> Any:
    """The record of a tree, or None where anything in the file was refused."""
    if node is None or is_empty(node):
        if not reading.findings:
            reading.add(f.MISSING_KEY, reading.start, "文件是空的", "照“怎样报送”一页的例子填写")
        return None
    read, key = _whole_file(kind)
    value = read(node, key, reading)
    return None if value is INVALID or reading.findings else value


@cache
def _whole_file(kind: k.Kind) -> tuple[Reader, Key]:
    return reader_for(kind), Key("文件内容", kind)
