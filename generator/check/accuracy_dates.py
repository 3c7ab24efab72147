"""Days that cannot be: before the purpose began, outside the period, after publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.check.rule import Breach, TeamCase, anchor_of, rule
from generator.ledger.entries import rows_of
from generator.model.cash import Donation, Transfer
from generator.model.corpus import FiledReport
from generator.model.goods import GoodsOut
from generator.model.work import Purpose

WARNING = Severity.WARNING


@rule("A12", "日期合情理", Severity.ERROR, "3.3 准确")
def days_can_be(case: TeamCase) -> Iterator[Breach]:
    """规则：每行的日期在报告的时段之内；定向捐赠不早于用途开始；报告在时段结束之后公布，先批准后公布。
    用途结束后的收支、成立之前的账，只提醒核对。
    依据：《通知》三（三）“准确”“及时”。
    为什么：先后颠倒，说明日期写错，或账记错了时段。
    怎么改：改写错的日期；属于别的时段的行，移到那一份报告里。
    """
    purposes = {purpose.id: purpose for purpose in case.team.purposes}
    for filed in case.folder.reports:
        yield from _publication(filed)
        for row in _rows(filed):
            if not isinstance(row.date, Absent):
                yield from _row(filed, row, purposes)
    yield from _founding(case)


def _rows(filed: FiledReport) -> tuple[Any, ...]:
    report = filed.report
    lists = (
        report.donations,
        report.income,
        report.spending,
        report.transfers,
        report.goods_in,
        report.goods_out,
    )
    return tuple(row for rows in lists for row in rows_of(rows))


def _publication(filed: FiledReport) -> Iterator[Breach]:
    report, period = filed.report, filed.period
    published = report.published
    if isinstance(published, Absent):
        return
    if published < period.end:
        yield Breach(
            report.place("published"),
            f"报告的时段到 {period.end} 才结束，公布日期却写 {published}",
            f"核对公布日期；只公布到 {published} 的账，文件名改成 {period.start}--{published}.yaml",
        )
    if report.approved is not None and report.approved.date > published:
        yield Breach(
            report.approved.place("date"),
            f"{report.approved.date} 才批准，却在 {published} 已经公布",
            "核对两个日期；批准在先，公布在后",
            others=(report.place("published"),),
        )


def _row(filed: FiledReport, row: Any, purposes: dict[str, Purpose]) -> Iterator[Breach]:
    day: date = row.date
    period, published = filed.period, filed.report.published
    anchor = anchor_of(filed, row.id)
    if day not in period:
        yield Breach(
            row.place("date"),
            f"{row.id} 的日期 {day} 不在本报告的时段（{period.start} 至 {period.end}）之内",
            "核对日期；不属于这个时段的，移到那一份报告里",
            anchor=anchor,
        )
        return
    if isinstance(row, GoodsOut):
        signed = row.received
        if not isinstance(signed, Absent) and not isinstance(published, Absent) and signed > published >= period.end:
            message = f"{row.id} 的签收日期 {signed} 在公布日期 {published} 之后"
            others = (filed.report.place("published"),)
            yield Breach(row.place("received"), message, "核对两个日期", others=others, anchor=anchor)
        return
    names = (row.from_, row.to) if isinstance(row, Transfer) else (getattr(row, "purpose", ""),)
    for purpose in (purposes[name] for name in names if name in purposes):
        if isinstance(row, Donation) and not isinstance(purpose.start, Absent) and day < purpose.start:
            yield Breach(
                row.place("date"),
                f"{row.id} 在 {day} 捐给“{purpose.title}”，这个用途 {purpose.start} 才开始",
                "核对捐赠日期和 team.yaml 里用途的 start",
                others=(purpose.place("start"),),
                anchor=anchor,
            )
        elif not isinstance(purpose.end, Absent) and day > purpose.end and purpose.leftover is None:
            yield Breach(
                row.place("date"),
                f"{row.id} 的日期 {day} 在“{purpose.title}”结束（{purpose.end}）之后",
                "核对日期和用途；确实如此的，不用改",
                others=(purpose.place("end"),),
                anchor=anchor,
                severity=WARNING,
            )


def _founding(case: TeamCase) -> Iterator[Breach]:
    reports = case.folder.reports
    if not reports:
        return
    first = reports[0]
    founded = case.team.founded
    dates = [row.date for row in _rows(first) if not isinstance(row.date, Absent) and row.date in first.period]
    earliest = min([first.period.end, *dates])
    if not isinstance(founded, Absent) and founded > earliest:
        yield Breach(
            case.team.place("founded"),
            f"成立日期 {founded} 晚于第一份报告里的 {earliest}",
            "核对成立日期；成立之前的账由红十字会或原队伍公布",
            others=(first.report.place(),),
            severity=WARNING,
        )
