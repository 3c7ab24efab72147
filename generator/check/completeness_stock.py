"""Goods that are neither issued nor counted: received, not handed on, and nobody says where they are."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Place, Severity
from generator.base.quantity import grouped_quantity
from generator.check.rows import Row
from generator.check.rule import Breach, TeamCase, anchor_of, rule
from generator.ledger.entries import rows_of
from generator.ledger.results import StockLine
from generator.model.corpus import FiledReport


@rule("C05", "剩下的物资没有盘点", Severity.WARNING, "3.3 捐赠款物使用")
def remaining_goods_counted(case: TeamCase) -> Iterator[Breach]:
    """规则：期末账面还有物资的，要有盘点（stocktake）。
    依据：《通知》三（三）“捐赠款物使用情况”。
    为什么：收到的比发出的多，又没有盘点，公众不知道剩下的在哪里。
    怎么改：补写发放、自用、损耗等去向，或在 stocktake 写期末实际数量。
    """
    for filed in case.folder.reports:
        counted = filed.report.stocktake
        if isinstance(counted, Absent) and counted.kind == "withheld":
            continue
        for line in case.ledger.goods.lines[filed.period.id].values():
            if line.stock > 0 and line.counted is None:
                yield _uncounted(filed, line)


def _uncounted(filed: FiledReport, line: StockLine) -> Breach:
    place, row = _last_row(filed, line.item, line.unit)
    came = f"收到 {grouped_quantity(line.received)}"
    if line.opening:
        came = f"期初 {grouped_quantity(line.opening)}、{came}"
    return Breach(
        place,
        f"{line.item}（{line.unit}）{came}、发出 {grouped_quantity(line.out)}，"
        f"账面还剩 {grouped_quantity(line.stock)} {line.unit}，没有盘点，去向没有说明",
        f"在 stocktake 写期末实际数量，例如 {{item: {line.item}, unit: {line.unit}, quantity: 0}}，并补写去向",
        anchor=anchor_of(filed, row) if row else filed.period.id,
    )


def _last_row(filed: FiledReport, item: str, unit: str) -> tuple[Place, str]:
    """Where the goods were last seen: the last issue, else the gift, else the purchase, else the file."""
    report = filed.report
    gifts = [row for row in rows_of(report.donations) if any(i.item == item and i.unit == unit for i in row.items)]
    seen: list[Row] = [
        *(row for row in rows_of(report.goods_in) if row.item == item and row.unit == unit),
        *gifts,
        *(row for row in rows_of(report.goods_out) if row.item == item and row.unit == unit),
    ]
    return (seen[-1].place(), seen[-1].id) if seen else (Place(filed.path), "")
