"""A report, once published, is closed: each change since then is named by an entry of ``corrections`` (更正说明).

The version that was published comes from outside, as text; what differs is found by value, not by how it
is written: quotes, comments, and the order of keys do not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from generator.base.dates import parse_day
from generator.base.findings import Finding, Place, Severity
from generator.check.differences import Difference, differences, value_of
from generator.check.rule import Breach, rule
from generator.load.context import Reading, TooManyFaultsError
from generator.load.events import read_tree
from generator.load.nodes import ListNode, MapNode, Node, Scalar
from generator.model.fields import keys_of
from generator.model.goods import Item

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
    for difference in differences(case.before, case.now):
        if not is_named(difference, named):
            yield _breach(difference)


def closed_findings(path: str, before: str, now: str | None) -> list[Finding]:
    """What the rule finds in one report, from its text when it was published and its text now."""
    old = root_of(before, path)
    published = old.entries.get("published") if old is not None else None
    if old is None or not isinstance(published, Scalar) or parse_day(published.value) is None:
        return []
    new = None if now is None else root_of(now, path)
    if now is not None and new is None:
        return []
    return list(changes_are_corrected.findings(ClosedCase(path, old, new)))


def root_of(text: str, path: str) -> MapNode | None:
    """A file's text as a mapping; None where it cannot be read as one."""
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


def is_named(difference: Difference, named: Mapping[str, set[str]]) -> bool:
    """Whether corrections, as fields by entry, tell of a difference."""
    if difference.whole:
        return difference.entry in named
    return _names(named.get(difference.entry, set()), difference.field)


def _names(fields: set[str], changed: str) -> bool:
    """Whether a correction names a field of a row; an item's own key stands for ``items``."""
    heads = {field.split(".")[0] for field in fields}
    return changed in heads or (changed == "items" and bool(heads & _ITEM_KEYS))


def _breach(difference: Difference) -> Breach:
    entry, field, now = difference.entry, difference.field, difference.now
    what = "增加了" if difference.before is None else "删去了" if now is None else "改动了"
    where = entry if entry == field else f"{entry} 的 {field}"
    example = f"{{date: 更正日期, entry: {entry}, field: {field}, before: 改前, after: {'删去' if now is None else '改后'}, reason: 原因}}"
    return Breach(
        difference.place,
        f"报告公布以后{what} {where}，没有更正说明",
        f"在 corrections 里加一条，例如 - {example}",
    )
