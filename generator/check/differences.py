"""What differs between two versions of a report: keys, and rows by their ids. By value, not by how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from generator.base.findings import Place
from generator.base.money import parse_money
from generator.check.rows import LISTS
from generator.load.nodes import ListNode, MapNode, Node, Scalar

_FREE = ("corrections",)
"""Keys that may change without being told of."""


class Difference(msgspec.Struct, frozen=True, eq=False):
    """One thing that differs.

    ``key`` of the report; ``entry`` is the row, or the key itself; ``field`` the key of the row. ``whole``: all of the
    row or key, not a field of a row. ``place`` is where it stands now, or should.
    """

    key: str
    entry: str
    field: str
    whole: bool
    before: Node | None
    now: Node | None
    place: Place


def differences(before: MapNode, now: MapNode) -> Iterator[Difference]:
    """Everything that differs, in the order of the older one, then what is new."""
    for key in (*before.entries, *(k for k in now.entries if k not in before.entries)):
        was, is_ = before.entries.get(key), now.entries.get(key)
        if key in _FREE or value_of(was) == value_of(is_):
            continue
        if key in LISTS and isinstance(was, ListNode) and isinstance(is_, ListNode):
            yield from _rows(key, was, is_, now.place(key))
        else:
            yield Difference(key, key, key, True, was, is_, now.place(key))


def _rows(key: str, before: ListNode, now: ListNode, place: Place) -> Iterator[Difference]:
    """Rows that were added or changed, then those taken away."""
    old, new = rows_by_id(before), rows_by_id(now)
    for id, row in new.items():
        was = old.get(id)
        if was is None:
            yield Difference(key, id, id, True, None, row, row.place())
            continue
        for field in dict.fromkeys((*row.entries, *was.entries)):
            then, today = was.entries.get(field), row.entries.get(field)
            if value_of(then) != value_of(today):
                yield Difference(key, id, field, False, then, today, row.place(field))
    for id, row in old.items():
        if id not in new:
            yield Difference(key, id, id, True, row, None, place)


def rows_by_id(rows: Node | None) -> dict[str, MapNode]:
    """The rows of a list by their ids."""
    found = {}
    for row in rows.items if isinstance(rows, ListNode) else ():
        id = row.entries.get("id") if isinstance(row, MapNode) else None
        if isinstance(row, MapNode) and isinstance(id, Scalar):
            found[id.value] = row
    return found


def value_of(node: Node | None) -> Any:
    """A node's value for comparing: texts, amounts by their fen, mappings without order."""
    if node is None:
        return None
    if isinstance(node, MapNode):
        return {key: value_of(child) for key, child in node.entries.items()}
    if isinstance(node, ListNode):
        return [value_of(item) for item in node.items]
    if isinstance(node, Scalar):
        money = parse_money(node.value)
        return node.value if money is None else money
    return ""
