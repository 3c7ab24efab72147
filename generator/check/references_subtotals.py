"""Subtotals published elsewhere name the rows that they sum, and never themselves."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Severity
from generator.base.text import nearest
from generator.check.rows import money_rows
from generator.check.rule import Breach, TeamCase, rule


@rule("R12", "小计包括的行", Severity.ERROR, "3.3 准确")
def subtotals_name_rows(case: TeamCase) -> Iterator[Breach]:
    """规则：小计（stated.subtotals）的 rows 是本报告里捐赠、收入、支出或别的小计的编号，不重复，不绕回自己。
    依据：《通知》三（三）“准确”。
    为什么：小计要能一行一行加起来。
    怎么改：照提示核对编号，删去重复的和绕回来的。
    """
    for filed in case.folder.reports:
        stated = filed.report.stated
        if stated is None or not stated.subtotals:
            continue
        known = {row.id for row in money_rows(filed.report)}
        parts = {subtotal.id: subtotal.rows for subtotal in stated.subtotals}
        for subtotal in stated.subtotals:
            seen: set[str] = set()
            for index, row in enumerate(subtotal.rows):
                place = subtotal.place("rows", index)
                if row in seen:
                    yield Breach(place, f"小计 {subtotal.id} 把 {row} 列了两次", "删去重复的一个")
                elif row not in known and row not in parts:
                    near = nearest(row, (*known, *parts))
                    fix = f"是不是 {near}？" if near else "核对编号：捐赠、收入、支出或别的小计"
                    yield Breach(place, f"小计 {subtotal.id} 里的 {row} 不是本报告的捐赠、收入、支出或小计", fix)
                elif row in parts and _leads_to(row, subtotal.id, parts):
                    yield Breach(place, f"小计 {subtotal.id} 经 {row} 又包括了自己", f"从 rows 里删去 {row}")
                seen.add(row)


def _leads_to(start: str, goal: str, parts: dict[str, tuple[str, ...]]) -> bool:
    """Whether a subtotal contains another, directly or through others."""
    todo, seen = [start], set()
    while todo:
        id = todo.pop()
        if id == goal:
            return True
        if id not in seen:
            seen.add(id)
            todo += parts.get(id, ())
    return False
