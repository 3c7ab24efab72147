"""Records from nodes: the reader of each record type, compiled once from its declared keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from generator.base.money import suggest_money
from generator.base.text import nearest, quoted
from generator.load import faults as f
from generator.load import scalars, words
from generator.load.absence import INVALID, otherwise
from generator.load.context import Reading
from generator.load.nodes import BrokenNode, ListNode, MapNode, Node, Scalar, at
from generator.load.scalars import Explain, Parse
from generator.model import kinds as k
from generator.model.fields import Key, Record, keys_of

Reader = Callable[[Node, Key, Reading], Any]

_SCALARS: dict[type, Callable[[Any], tuple[Parse, Explain]]] = {
    k.MoneyKind: scalars.money,
    k.QuantityKind: scalars.quantity,
    k.CountKind: scalars.count,
    k.DayKind: scalars.day,
    k.TextKind: words.text,
    k.ProseKind: words.prose,
    k.FlagKind: words.flag,
    k.CodeKind: words.code,
}
_MAP_KEY = re.compile(r"[0-9A-Za-z][0-9A-Za-z_#/-]{0,79}\Z")


@cache
def parts_of(kind: k.Kind) -> tuple[Parse, Reader, bool]:
    """The parser of a kind's text, the reader of every other node, whether a value may be too late.

    Kinds that are not written as one text have a parser that knows none.
    """
    if isinstance(kind, k.RecordKind):
        return _no_text, record_reader(kind.record).read, False
    if isinstance(kind, k.ListKind):
        return _no_text, _list_reader(kind), False
    if isinstance(kind, k.MapKind):
        return _no_text, _map_reader(kind), False
    parse, explain = _SCALARS[type(kind)](kind)
    return parse, explain, isinstance(kind, k.DayKind) and not kind.planned


def _no_text(text: str) -> None:
    return None


def reader_for(kind: k.Kind) -> Reader:
    """The reader of a kind."""
    parse, read_other, dated = parts_of(kind)
    if parse is _no_text:
        return read_other

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is Scalar:
            value = parse(node.value)
            if value is not None and not (dated and value > reading.as_of):
                return value
        return read_other(node, key, reading)

    return read


@cache
def record_reader(cls: type[Record]) -> RecordReader:
    """The one reader of a record type."""
    return RecordReader(cls)


class RecordReader:
    """Reads a mapping into a record: unknown keys, missing keys and every fault of every value."""

    def __init__(self, cls: type[Record]) -> None:
        self.cls = cls
        self.keys = keys_of(cls)
        self.table = {
            key: (index + 1, *parts_of(spec.kind), spec) for index, (key, spec) in enumerate(self.keys.items())
        }
        required = len(self.keys) - len(cls.__struct_defaults__)
        self.defaults = [None, *([None] * required), *map(_plain_default, cls.__struct_defaults__)]
        self.required = [(key, spec) for key, spec in self.keys.items() if spec.need]

    def read(self, node: Node, key: Key, reading: Reading) -> Any:
        """The record, or INVALID where a required part of it is missing or refused."""
        if type(node) is not MapNode:
            return self._no_mapping(node, key, reading)
        entries = node.entries
        if len(entries) == 1 and "withheld" in entries and "withheld" not in self.table:
            return otherwise(node, key, reading, f.SHAPE, "", "")
        values = self.defaults.copy()
        values[0] = node
        table = self.table
        as_of = reading.as_of
        broken = False
        meant: list[str | None] = []
        for name, child in entries.items():
            entry = table.get(name)
            if entry is None:
                meant.append(self._unknown(name, node, reading))
                broken = True
                continue
            index, parse, read_other, dated, spec = entry
            value = parse(child.value) if type(child) is Scalar else None
            if value is None or (dated and value > as_of):
                value = read_other(child, spec, reading)
                if value is INVALID:
                    broken = True
            values[index] = value
        for name, spec in self.required:
            if name not in entries and name not in meant:
                broken = True
                message, example = f"缺少 {name}（{spec.label}）", f"{name}: {spec.kind.example}"
                reading.add(f.MISSING_KEY, node.place(), message, f"加上一行，例如 {example}")
        return INVALID if broken else self.cls(*values)

    def _no_mapping(self, node: Node, key: Key, reading: Reading) -> Any:
        short = self.cls.from_text(node, node.value) if type(node) is Scalar else None
        if short is not None:
            return short
        fix = f"例如 {key.kind.example}"
        if isinstance(node, Scalar) and "：" in node.value:
            fix = f"全角冒号“：”换成英文半角冒号加一个空格“: ”，{fix}"
        return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一组“键: 值”", fix)

    def _unknown(self, name: str, node: MapNode, reading: Reading) -> str | None:
        """Refuse a key; the known one that was probably meant, which is then not missing."""
        by_label = {s.label: key for key, s in self.keys.items()}
        near = nearest(name.partition("：")[0], [*self.table, *by_label])
        near = by_label.get(near, near) if near else None
        fix = f"是不是 {near}（{self.keys[near].label}）？" if near else "可以写的键：" + "、".join(self.table)
        fix = _split_amount(name, node) or fix
        if "：" in name:
            fix = f"全角冒号“：”换成英文半角冒号加一个空格“: ”；{fix}"
        reading.add(f.UNKNOWN_KEY, node.place(name), f"不认识的键 {quoted(name)}", fix)
        return near


def _split_amount(name: str, node: MapNode) -> str | None:
    """What to write where a thousands separator in braces cut an amount in two: ``{amount: 2,860.00}``."""
    names = list(node.entries)
    before = names[names.index(name) - 1]
    first = node.entries[before]
    if not name[:3].isdigit() or type(first) is not Scalar or not first.value[-1:].isdigit():
        return None
    hint = suggest_money(f"{first.value},{name}")
    return f"金额里不写逗号和单位，请写成 {before}: {hint}" if hint else None


def _plain_default(default: Any) -> Any:
    """A default value; msgspec keeps an empty dictionary as the factory of one."""
    return default.factory() if hasattr(default, "factory") else default


def _list_reader(kind: k.ListKind) -> Reader:
    read_item = reader_for(kind.of)
    of_records = isinstance(kind.of, k.RecordKind)
    row = Key("这一项", kind.of)

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if kind.single and type(node) is Scalar:
            value = read_item(node, key, reading)
            return value if value is INVALID else (value,)
        if type(node) is not ListNode:
            fix = f"例如 [{kind.of.example}]；没有就写 []"
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应是一个列表", fix)
        item_key = row if of_records else Key(key.label, kind.of)
        found = [read_item(item, item_key, reading) for item in node.items]
        if INVALID in found:
            return INVALID
        if len(found) < kind.least:
            place = at(reading.file, node.mark)
            message = f"{key.label}至少要写 {kind.least} 项"
            reading.add(f.MISSING_KEY, place, message, f"例如 [{kind.of.example}]")
            return INVALID
        return tuple(found)

    return read


def _map_reader(kind: k.MapKind) -> Reader:
    read_value = reader_for(kind.of)

    def read(node: Node, key: Key, reading: Reading) -> Any:
        if type(node) is not MapNode:
            return otherwise(node, key, reading, f.SHAPE, f"{key.label}应逐项填写", f"例如 {kind.example}")
        if "withheld" in node.entries and len(node.entries) == 1:
            return otherwise(node, key, reading, f.SHAPE, "", "")
        found = {}
        for name, child in node.entries.items():
            if not _MAP_KEY.match(name):
                message = f"{key.label}里的 {quoted(name)} 不是代号"
                reading.add(f.ID_FORM, node.place(name), message, f"例如 {kind.example}")
                found[name] = INVALID
            else:
                found[name] = read_value(child, Key(f"{key.label} {name} ", kind.of), reading)
        return INVALID if INVALID in found.values() else found

    return read


def is_empty(node: Node | None) -> bool:
    """Whether a file holds nothing but comments."""
    return node is None or isinstance(node, BrokenNode) or (type(node) is Scalar and not node.value)
