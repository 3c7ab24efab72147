"""Records as plain data for JSON: codes stay codes, money is a string with two decimals, absence keeps its kind.

A key that was left out is null (未填报); 不适用 and 不公开 are objects; zero is a value.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from generator.base.absence import Absent
from generator.base.money import plain
from generator.base.quantity import plain_quantity
from generator.model import kinds as k
from generator.model.fields import Record, keys_of, written


def plain_record(record: Record) -> dict[str, Any]:
    """A record with every key it may have."""
    return {name: plain_value(getattr(record, attribute), kind) for name, attribute, kind in _parts(type(record))}


@cache
def _parts(cls: type[Record]) -> tuple[tuple[str, str, k.Kind], ...]:
    """Key, attribute and kind of every part of a record."""
    attributes = {written(attribute): attribute for attribute in cls.__struct_fields__}
    return tuple((name, attributes[name], key.kind) for name, key in keys_of(cls).items())


def plain_value(value: Any, kind: k.Kind) -> Any:
    """One value by its kind."""
    if value is None:
        return None
    if type(value) is str:
        return value
    if isinstance(value, Absent):
        if value.kind == "not_reported":
            return None
        return {"absent": value.kind, "reason": value.reason} if value.reason else {"absent": value.kind}
    if isinstance(kind, k.MoneyKind):
        return plain(value)
    if isinstance(kind, k.QuantityKind):
        return plain_quantity(value)
    if isinstance(kind, k.ListKind):
        return [plain_value(item, kind.of) for item in value]
    if isinstance(kind, k.MapKind):
        return {name: plain_value(item, kind.of) for name, item in value.items()}
    if isinstance(kind, k.RecordKind):
        return plain_record(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
