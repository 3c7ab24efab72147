"""Records from nodes: the reader of each record type, compiled once from its declared keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from yaml.events import ScalarEvent

from generator.base.text import nearest, quoted
from generator.load import faults as f
from generator.load import scalars, words
from generator.load.absence import INVALID, otherwise
from generator.load.context import Reading
from generator.load.nodes import BrokenNode, ListNode, MapNode, Node, at, mark_of
from generator.model import kinds as k
from generator.model.fields import Key, Record, keys_of

_SCALARS: dict[type, Callable[[Any], scalars.Reader]] = {
    k.MoneyKind: scalars.money_reader,
    k.QuantityKind: scalars.quantity_reader,
    k.CountKind: scalars.count_reader,
    k.DayKind: scalars.day_reader,
    k.TextKind: words.text_reader,
    k.ProseKind: words.prose_reader,
    k.FlagKind: words.flag_reader,
    k.CodeKind: words.code_reader,
}


def reader_for(kind: k.Kind) -> scalars.Reader:
    """The reader of a kind."""
    if isinstance(kind, k.RecordKind):
        return record_reader(kind.record).read
    if isinstance(kind, k.ListKind):
        return _list_reader(kind)
    if isinstance(kind, k.MapKind):
        return _map_reader(kind)
    return _SCALARS[type(kind)](kind)


@cache
def record_reader(cls: type[Record]) -> RecordReader:
    """The one reader of a record type."""
    return RecordReader(cls)


class RecordReader:
    """Reads a mapping into a record: unknown keys, missing keys and every fault of every value."""

    def __init__(self, cls: type[Record]) -> None:
        self.cls = cls
        self.keys = keys_of(cls)
        names = [name for name in cls.__struct_fields__ if name != "source"]
        self.table = {
            key: (index + 1, reader_for(spec.kind), spec) for index, (key, spec) in enumerate(self.keys.items())
        }
        required = len(names) - len(cls.__struct_defaults__)
        self.defaults = [None, *([None] * required), *map(_plain_default, cls.__struct_defaults__)]
        self.required = [(key, spec) for key, spec in self.keys.items() if spec.need]

    def read(self, node: Node, key: Key | None, reading: Reading) -> Any:
        """The record, or INVALID where a required part of it is missing or refused."""
        if type(node) is not MapNode:
            if key is None:
                key = Key("内容", k.record(self.cls, "键: 值"))
            return otherwise(
                node,
                key,
                reading,
                f.SHAPE,
                f"{key.label}应是一组“键: 值”",
                f"例如 {key.kind.example}",
            )
        entries = node.entries
        if key is not None and len(entries) == 1 and "withheld" in entries and "withheld" not in self.table:
            return otherwise(node, key, reading, f.SHAPE, "", "")
        values = self.defaults.copy()
        values[0] = node
        table = self.table
        broken = False
        for name, child in entries.items():
            entry = table.get(name)
            if entry is None:
                self._unknown(name, node, reading)
                broken = True
                continue
            index, read, spec = entry
            value = read(child, spec, reading)
            if value is INVALID:
                broken = True
            values[index] = value
        for name, spec in self.required:
            if name not in entries:
                broken = True
                example = f"{name}: {spec.kind.example}"
                reading.add(
                    f.MISSING_KEY,
                    node.place(),
                    f"缺少 {name}（{spec.label}）",
                    f"加上一行，例如 {example}",
                )
        return INVALID if broken else self.cls(*values)

    def _unknown(self, name: str, node: MapNode, reading: Reading) -> None:
        near = nearest(name, [*self.table, *(s.label for s in self.keys.values())])
        by_label = {s.label: key for key, s in self.keys.items()}
        near = by_label.get(near, near) if near else None
        fix = f"是不是 {near}（{self.keys[near].label}）？" if near else "可以写的键：" + "、".join(self.table)
        reading.add(f.UNKNOWN_KEY, node.place(name), f"不认识的键 {quoted(name)}", fix)


def _plain_default(default: Any) -> Any:
    """A default value; msgspec keeps an empty dictionary as the factory of one."""
    return default.factory() if hasattr(default, "factory") else default


def _list_reader(kind: k.ListKind) -> scalars.Reader:
    read_item = reader_for(kind.of)
    item_key = Key("这一项", kind.of)

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not ListNode:
            return otherwise(
                node,
                key,
                reading,
                f.SHAPE,
                f"{key.label}应是一个列表",
                f"例如 [{kind.of.example}]；没有就写 []",
            )
        spec = item_key if isinstance(kind.of, k.RecordKind) else Key(key.label, kind.of)
        found = [read_item(item, spec, reading) for item in node.items]
        if INVALID in found:
            return INVALID
        if len(found) < kind.least:
            reading.add(
                f.MISSING_KEY,
                at(reading.file, mark_of(node)),
                f"{key.label}至少要写 {kind.least} 项",
                f"例如 [{kind.of.example}]",
            )
            return INVALID
        return tuple(found)

    return read


def _map_reader(kind: k.MapKind) -> scalars.Reader:
    read_value = reader_for(kind.of)

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not MapNode:
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应逐项填写", f"例如 {kind.example}")
        if "withheld" in node.entries and len(node.entries) == 1:
            return otherwise(node, key, reading, f.SHAPE, "", "")
        found = {}
        for name, child in node.entries.items():
            found[name] = read_value(child, Key(f"{key.label} {name} ", kind.of), reading)
        return INVALID if INVALID in found.values() else found

    return read


def is_empty(node: Node | None) -> bool:
    """Whether a file holds nothing but comments."""
    return node is None or isinstance(node, BrokenNode) or (type(node) is ScalarEvent and not node.value)
