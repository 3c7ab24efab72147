"""What may be told of an old version of a record: what was withdrawn must not come back.

Amounts, quantities, counts, days and codes, read as what they are; only where the record as it is now still gives that
very figure (or the whole row is gone: then its amount); never one that the privacy rules would refuse, and no count so
small that it points at somebody. Of everything else, donors, payees, names, contacts, notes, it is told that it changed,
and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from generator.check.differences import value_of
from generator.check.privacy_detect import private_in
from generator.ledger.published import is_few
from generator.load.nodes import ListNode, MapNode, Node, Scalar
from generator.load.typing import parts_of
from generator.model import kinds as k
from generator.model.fields import Key, keys_of

_TOLD = (k.MoneyKind, k.QuantityKind, k.CountKind, k.DayKind, k.CodeKind, k.FlagKind)


class Figure(msgspec.Struct, frozen=True, eq=False):
    """A value that may be told: typed, with its kind; None where there was none."""

    kind: k.Kind
    value: Any


Part = tuple[tuple[str, ...], Figure | None, Figure | None]
"""The Chinese names of the keys that lead to what changed, and the figure before and after; both None: untold."""


def parts_of_change(spec: Key | None, before: Node | None, now: Node | None, current: Node | None) -> Iterator[Part]:
    """What changed within a value, as deep as the keys of the records are known."""
    kind = spec.kind if spec else None
    if isinstance(kind, k.RecordKind) and (groups := _groups(before, now)):
        keys = keys_of(kind.record)
        for key in dict.fromkeys((*groups[0].entries, *groups[1].entries)):
            was, is_ = groups[0].entries.get(key), groups[1].entries.get(key)
            if value_of(was) != value_of(is_):
                inner = keys.get(key)
                for names, old, new in parts_of_change(inner, was, is_, _entry(current, key)):
                    yield (inner.label if inner else "", *names), old, new
    elif isinstance(kind, k.ListKind) and isinstance(before, ListNode) and isinstance(now, ListNode):
        yield from _listed(kind, before, now, current)
    elif isinstance(kind, k.MapKind) and (groups := _groups(before, now)):
        for key in dict.fromkeys((*groups[0].entries, *groups[1].entries)):
            was, is_ = groups[0].entries.get(key), groups[1].entries.get(key)
            if value_of(was) != value_of(is_):
                name = key if _entry(current, key) is not None else ""
                old, new = _told_pair(kind.of, was, is_, _entry(current, key))
                yield (name,), old, new
    else:
        old, new = _told_pair(kind, before, now, current)
        yield (), old, new


def _listed(kind: k.ListKind, before: ListNode, now: ListNode, current: Node | None) -> Iterator[Part]:
    """Lists of the same length item by item; else only that the list changed."""
    items = current.items if isinstance(current, ListNode) else []
    if len(before.items) != len(now.items) or len(items) != len(now.items):
        yield (), None, None
        return
    for index, (was, is_) in enumerate(zip(before.items, now.items, strict=True)):
        if value_of(was) != value_of(is_):
            yield from parts_of_change(Key("", kind.of), was, is_, items[index])


def _groups(before: Node | None, now: Node | None) -> tuple[MapNode, MapNode] | None:
    """Both as groups of keys, where neither is withheld as a whole."""
    if not isinstance(before, MapNode) or not isinstance(now, MapNode):
        return None
    return None if "withheld" in (*before.entries, *now.entries) else (before, now)


def _entry(node: Node | None, key: str) -> Node | None:
    return node.entries.get(key) if isinstance(node, MapNode) else None


def _told_pair(
    kind: Any, before: Node | None, now: Node | None, current: Node | None
) -> tuple[Figure | None, Figure | None]:
    """Both figures, or neither: where either may not be told, only that something changed is."""
    if not isinstance(kind, _TOLD) or _figure(kind, current) is None:
        return None, None
    pair = tuple(Figure(kind, None) if node is None else _figure(kind, node) for node in (before, now))
    return (pair[0], pair[1]) if None not in pair else (None, None)


def _figure(kind: k.Kind, node: Node | None) -> Figure | None:
    """A value that may be told, read as its kind: what is not written as one is some text, and stays untold."""
    if not isinstance(node, Scalar) or private_in(node.value):
        return None
    value = parts_of(kind)[0](node.value)
    if value is None or (isinstance(kind, k.CountKind) and is_few(value)):
        return None
    return Figure(kind, value)


def amount_of(keys: dict[str, Key], row: Node | None) -> Figure | None:
    """The amount of a whole row, or its quantity."""
    for key in ("amount", "quantity"):
        found = _figure(keys[key].kind, _entry(row, key)) if key in keys else None
        if found is not None:
            return found
    return None
