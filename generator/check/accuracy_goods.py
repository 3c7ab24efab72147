"""What protects goods: stock never below nothing, issued from what was received, counted as the ledger says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.base.quantity import grouped_quantity, plain_quantity
from generator.check.rule import Breach, TeamCase, anchor_of, rule
from generator.ledger.entries import rows_of
from generator.model.corpus import FiledReport
from generator.model.goods import GoodsOut

UNRECONCILED = Severity.UNRECONCILED


@rule("A06", "物资进出相符", UNRECONCILED, "3.3 捐赠款物使用")
def stock_holds(case: TeamCase) -> Iterator[Breach]:
    """规则：每种物资每种单位，任何一天发出的不超过库存；发出的都曾收到；期末盘点与账相等；期初物资只写在第一份报告里。
    依据：《通知》三（三）“捐赠款物使用情况”。
    为什么：发了没有收过的，或盘点少了的，都说明物资没有记全。
    怎么改：核对名称、型号、单位、数量和日期；少了的写一行去向（lost 损耗等）；确有差额的，写一条 explained。
    """
    for filed in case.folder.reports[1:]:
        if rows_of(filed.report.goods_opening):
            yield Breach(
                filed.report.place("goods_opening"),
                "期初物资只写在第一份报告里，以后各期由账结转",
                "删去 goods_opening；数量不同的，写成期末盘点 stocktake",
                severity=Severity.ERROR,
            )
    reports = {filed.period.id: filed for filed in case.folder.reports}
    early = {id(m.row) for m in case.ledger.goods.misfundings if m.kind in ("early", "purpose")}
    for short in case.ledger.goods.shortfalls:
        row = short.row
        if isinstance(row, GoodsOut) and id(row) not in early:
            yield _short(case, reports[short.report], row, short.available)
    for fault in case.ledger.goods.misfundings:
        row = fault.row
        if fault.kind == "unknown" or not isinstance(row, GoodsOut):
            continue
        wanted, left = plain_quantity(fault.wanted), plain_quantity(fault.available)
        stuff = f"{row.item}（{row.unit}）"
        message, fix = {
            "early": (f"{row.id} 发的是 {fault.reference} 的物资，那时它还没到", "核对两行的日期"),
            "purpose": (f"{fault.reference} 里没有{stuff}", "核对名称、单位和编号，三样都要与来源那一行相同"),
        }.get(
            fault.kind, (f"{fault.reference} 的{stuff}当时只剩 {left}，{row.id} 发出 {wanted}", "改数量，或删去 from")
        )
        kind = Severity.ERROR if fault.kind == "purpose" else UNRECONCILED
        difference = "" if kind is Severity.ERROR else plain_quantity(fault.wanted - fault.available)
        anchor = anchor_of(reports[fault.report], row.id)
        yield Breach(row.place("from"), message, fix, difference, anchor=anchor, severity=kind)
    for filed in case.folder.reports:
        yield from _stocktake(case, filed)


def _short(case: TeamCase, filed: FiledReport, row: GoodsOut, available: int) -> Breach:
    stuffs = {(t.item, t.unit) for traces in case.ledger.goods.traces.values() for t in traces}
    lack = row.quantity - available
    if (row.item, row.unit) in stuffs:
        message = (
            f"{row.id} {row.how.label} {row.item} {grouped_quantity(row.quantity)} {row.unit}，"
            f"当天库存只有 {grouped_quantity(available)} {row.unit}"
        )
        fix = "核对数量和日期；漏记的捐赠或购入补上"
    else:
        units = "、".join(sorted(unit for item, unit in stuffs if item == row.item))
        message = f"{row.id} {row.how.label}的 {row.item}（{row.unit}）从来没有收到过"
        fix = (
            f"账上这种物资的单位是 {units}，单位要写得一样" if units else "名称要与捐赠或购入那一行一字不差；漏记的补上"
        )
    return Breach(row.place("quantity"), message, fix, plain_quantity(lack), anchor=anchor_of(filed, row.id))


def _stocktake(case: TeamCase, filed: FiledReport) -> Iterator[Breach]:
    report = filed.report
    if isinstance(report.stocktake, Absent) or not case.ledger.goods.known[filed.period.id]:
        return
    rows = {(row.item, row.unit): row for row in report.stocktake}
    for stuff, line in case.ledger.goods.lines[filed.period.id].items():
        gap = (line.counted or 0) - line.stock
        if not gap or line.stock < 0:
            continue  # stock below nothing is found where it fell below
        found = f"盘点 {plain_quantity(line.counted)}" if line.counted is not None else "盘点里没有写"
        where = rows[stuff].place("quantity") if stuff in rows else report.place("stocktake")
        how = "多出的补记来源" if gap > 0 else "少了的写一行 goods_out（how: lost 损耗等）"
        yield Breach(
            where,
            f"{line.item}（{line.unit}）{found}，账上是 {plain_quantity(line.stock)}，差 {plain_quantity(abs(gap))}",
            f"重新盘点；{how}",
            plain_quantity(abs(gap)),
        )
