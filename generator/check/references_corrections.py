"""Corrections (更正说明): what they name is there, and the record holds what they say it holds now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.base.absence import Absent
from generator.base.findings import Place, Severity
from generator.base.money import parse_money
from generator.base.quantity import parse_quantity
from generator.base.text import nearest, quoted
from generator.check.rows import every_row
from generator.check.rule import Breach, TeamCase, rule
from generator.load.nodes import ListNode, MapNode, Node, Scalar
from generator.model.code import Code
from generator.model.corpus import FiledReport
from generator.model.fields import Source, keys_of
from generator.model.report import Report
from generator.model.statements import Correction

ERROR = Severity.ERROR
_REMOVED = ("删去", "删除", "已删去", "已删除")


@rule("R06", "更正说明与记录一致", ERROR, "3.3 准确")
def corrections_hold(case: TeamCase) -> Iterator[Breach]:
    """规则：更正说明的 entry 是本报告的行号或键名，field 是那里的一项，after 与记录现在的值相同，日期不早于公布日期。
    依据：《慈善组织信息公开办法》关于更正说明的规定，参照执行；《通知》三（三）“准确”。
    为什么：更正说明要让人看出改了什么；与记录不符，就不知道哪个是真的。
    怎么改：照提示核对。整行删去的，after 写“删去”。同一处改过几次的，只核对最后一次。
    """
    for filed in case.folder.reports:
        corrections = filed.report.corrections
        if not corrections:
            continue
        published = filed.report.published
        latest = {(c.entry, c.field): c for c in sorted(corrections, key=lambda c: c.date)}
        rows = {row.id: row.source for _, row in every_row(filed.report)}
        for correction in corrections:
            if not isinstance(published, Absent) and correction.date < published:
                yield Breach(
                    correction.place("date"),
                    f"更正日期 {correction.date} 早于公布日期 {published}",
                    "核对两个日期；公布前的改动不用写更正说明",
                    others=(filed.report.place("published"),),
                )
            if latest[correction.entry, correction.field] is correction:
                yield from _compared(filed, correction, rows)


def _compared(filed: FiledReport, correction: Correction, rows: dict[str, Source]) -> Iterator[Breach]:
    entry, root = correction.entry, filed.report.source
    there = entry in rows or (isinstance(root, MapNode) and entry in root.entries)
    if correction.after in _REMOVED and not there:
        return
    if entry not in rows and entry not in keys_of(Report):
        near = nearest(entry, (*rows, *keys_of(Report)))
        fix = f"是不是 {near}？" if near else "写本报告的行号，或 opening、closing 等键名；整行删去的 after 写“删去”"
        yield Breach(correction.place("entry"), f"本报告里没有{quoted(entry)}", fix)
        return
    holder = rows.get(entry, root)
    path = correction.field.split(".")
    if entry not in rows:
        path = [entry] if correction.field in (entry, "value") else [entry, *path]
    value = _at(holder, path)
    if value is None:
        if correction.after in (*_REMOVED, "未填报"):
            return
        node = _at(holder, path[:-1]) if path[:-1] else holder
        near = nearest(path[-1], node.entries) if isinstance(node, MapNode) else None
        fix = f"是不是 {near}？" if near else "写那一行里的键，例如 amount；里层的写成 donor.name"
        yield Breach(correction.place("field"), f"{entry} 里没有{quoted(correction.field)}这一项", fix)
    elif not isinstance(value, Scalar):
        yield Breach(
            correction.place("field"),
            f"{correction.field} 不是一个值，是一组内容",
            f"写到里层，例如 {correction.field}.name",
        )
    elif not _same(value.value, correction.after):
        yield Breach(
            correction.place("after"),
            f"更正后写的是{quoted(correction.after)}，{entry} 的 {correction.field} 现在却不是这个值",
            f"把 {entry} 的 {correction.field} 改成更正后的值，或改正 after",
            others=(_place_of(filed, rows, entry, path),),
        )


def _at(holder: Node | Source, path: list[str]) -> Node | None:
    node: Any = holder
    for step in path:
        if isinstance(node, MapNode) and step not in node.entries:
            node = node.entries.get("items")  # an item's own key, where a gift has one kind of goods
        if isinstance(node, ListNode) and len(node.items) == 1:
            node = node.items[0]
        if not isinstance(node, MapNode) or step not in node.entries:
            return None
        node = node.entries[step]
    found: Node = node
    return found


def _place_of(filed: FiledReport, rows: dict[str, Source], entry: str, path: list[str]) -> Place:
    return rows.get(entry, filed.report.source).place(*path)


def _same(now: str, after: str) -> bool:
    """Whether two texts are one value: as written, as money, as a quantity, or a code and its label."""
    if now == after:
        return True
    money = parse_money(now)
    if money is not None and money == parse_money(after):
        return True
    quantity = parse_quantity(now)
    return (quantity is not None and quantity == parse_quantity(after)) or after in _labels(now)


def _labels(code: str) -> set[str]:
    return {m.label for v in Code.__subclasses__() for m in v if m.value == code}
