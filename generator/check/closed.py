"""A report, once published, is closed: each change since then is named by an entry of ``corrections`` (更正说明).

The version that was published comes from outside, as text; what differs is found by value, not by how it
is written: quotes, comments, and the order of keys do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from generator.base.dates import parse_day
from generator.base.findings import Finding, Place, Severity
from generator.base.money import parse_money
from generator.check.rows import LISTS
from generator.check.rule import Breach, rule
from generator.load.context import Reading, TooManyFaultsError
from generator.load.events import read_tree
from generator.load.nodes import ListNode, MapNode, Node, Scalar
from generator.model.fields import keys_of
from generator.model.goods import Item

_FREE = ("corrections",)
_ITEM_KEYS = frozenset(keys_of(Item))


class ClosedCase(msgspec.Struct, frozen=True, eq=False):
    """A published report as it was, and as it is now; ``now`` is None where the file is gone or cannot be read."""

    path: str
    before: MapNode
    now: MapNode | None


@rule("R23", "公布后的改动要写更正说明", Severity.ERROR, "3.3 准确")
def changes_are_corrected(case: ClosedCase) -> Iterator[Breach]:
    """规则：报告公布以后，改动、增加或删去任何一行一项，都要在 corrections 里写明。
    依据：《慈善组织信息公开办法》关于更正说明的规定，参照执行；《通知》三（三）“准确”“主动接受社会监督”。
    为什么：悄悄改掉的账，公众无从知道原来公布的是什么。
    怎么改：照提示写一条更正：哪一天、哪一行、改了哪一项、改前、改后、为什么、谁批准；改错了的，恢复原来的内容。
    """
    if case.now is None:
        yield Breach(Place(case.path), "已经公布的报告被删去了", "恢复这个文件；有错的，改正后写更正说明")
        return
    named = _new_corrections(case)
    for key in (*case.before.entries, *(k for k in case.now.entries if k not in case.before.entries)):
        before, now = case.before.entries.get(key), case.now.entries.get(key)
        if key in _FREE or value_of(before) == value_of(now):
            continue
        if key in LISTS and isinstance(before, ListNode) and isinstance(now, ListNode):
            yield from _rows(case, key, before, now, named)
        elif key not in named:
            yield _breach(case.now.place(key), key, key, before, now)


def closed_findings(path: str, before: str, now: str | None) -> list[Finding]:
    """What the rule finds in one report, from its text when it was published and its text now."""
    old = _root(before, path)
    published = old.entries.get("published") if old is not None else None
    if old is None or not isinstance(published, Scalar) or parse_day(published.value) is None:
        return []
    new = None if now is None else _root(now, path)
    if now is not None and new is None:
        return []
    return list(changes_are_corrected.findings(ClosedCase(path, old, new)))


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


def _root(text: str, path: str) -> MapNode | None:
    try:
        node = read_tree(text, Reading(path, date.max))
    except TooManyFaultsError:
        return None
    return node if isinstance(node, MapNode) else None


def _new_corrections(case: ClosedCase) -> dict[str, set[str]]:
    """The fields that corrections written since then name, by entry."""
    named: dict[str, set[str]] = {}
    old = _items(case.before.entries.get("corrections"))
    values = [value_of(item) for item in old]
    for item in _items(case.now.entries.get("corrections") if case.now else None):
        if value_of(item) in values or not isinstance(item, MapNode):
            continue
        entry, field = item.entries.get("entry"), item.entries.get("field")
        if isinstance(entry, Scalar):
            named.setdefault(entry.value, set()).add(field.value if isinstance(field, Scalar) else "")
    return named


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, ListNode) else []


def _rows(case: ClosedCase, key: str, before: ListNode, now: ListNode, named: dict[str, set[str]]) -> Iterator[Breach]:
    """Rows that were changed, added or taken away without being named."""
    old, new = _by_id(before), _by_id(now)
    for id, row in new.items():
        was = old.get(id)
        if was is None:
            if id not in named:
                yield _breach(row.place(), id, id, None, row)
            continue
        for field in dict.fromkeys((*row.entries, *was.entries)):
            then, today = was.entries.get(field), row.entries.get(field)
            if value_of(then) != value_of(today) and not _names(named.get(id, set()), field):
                yield _breach(row.place(field), id, field, then, today)
    place = case.now.place(key) if case.now else Place(case.path)
    for id, row in old.items():
        if id not in new and id not in named:
            yield _breach(place, id, id, row, None)


def _by_id(rows: ListNode) -> dict[str, MapNode]:
    found = {}
    for row in rows.items:
        id = row.entries.get("id") if isinstance(row, MapNode) else None
        if isinstance(row, MapNode) and isinstance(id, Scalar):
            found[id.value] = row
    return found


def _names(fields: set[str], changed: str) -> bool:
    """Whether a correction names a field of a row; an item's own key stands for ``items``."""
    heads = {field.split(".")[0] for field in fields}
    return changed in heads or (changed == "items" and bool(heads & _ITEM_KEYS))


def _breach(place: Place, entry: str, field: str, before: Node | None, now: Node | None) -> Breach:
    what = "增加了" if before is None else "删去了" if now is None else "改动了"
    where = entry if entry == field else f"{entry} 的 {field}"
    example = f"{{date: 更正日期, entry: {entry}, field: {field}, before: 改前, after: {'删去' if now is None else '改后'}, reason: 原因}}"
    return Breach(place, f"报告公布以后{what} {where}，没有更正说明", f"在 corrections 里加一条，例如 - {example}")
