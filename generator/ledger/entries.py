"""The rows of a report in the order they count: by day, what comes in before what goes out.

Circular 3.3; records.md "Matching": income before donations, then as they stand in the file; a row
without a date came on the first day or went on the last. Money moved between purposes comes before
spending, since it comes in somewhere.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.base.absence import Absent
from generator.model.cash import Donation, Income, Spending
from generator.model.corpus import FiledReport, TeamFolder
from generator.model.goods import GoodsIn, GoodsOut

INCOME, DONATION, TRANSFER, SPENDING = range(4)
BOUGHT, GIVEN, GONE = range(3)

CashEntry = tuple[date, int, int, Any]


def rows_of(value: tuple[Any, ...] | Absent) -> tuple[Any, ...]:
    """The rows, or none where they are absent."""
    return () if isinstance(value, Absent) else value


def day_in(row: Income | Donation | GoodsIn, filed: FiledReport) -> date:
    """The day on which money or goods came."""
    return filed.period.start if isinstance(row.date, Absent) else row.date


def day_out(row: Spending | GoodsOut, filed: FiledReport) -> date:
    """The day on which money or goods went."""
    return filed.period.end if isinstance(row.date, Absent) else row.date


def cash_entries(filed: FiledReport) -> list[CashEntry]:
    """Every movement of money in a report: (day, order, place in file, row)."""
    report = filed.report
    first, last = filed.period.start, filed.period.end
    entries: list[CashEntry] = []
    for index, row in enumerate(rows_of(report.income)):
        entries.append((row.date or first, INCOME, index, row))
    for index, row in enumerate(rows_of(report.donations)):
        if not isinstance(row.amount, Absent):
            entries.append((row.date or first, DONATION, index, row))
    for index, row in enumerate(rows_of(report.transfers)):
        entries.append((row.date, TRANSFER, index, row))
    for index, row in enumerate(rows_of(report.spending)):
        entries.append((row.date or last, SPENDING, index, row))
    entries.sort(key=_order)
    return entries


def _order(entry: CashEntry) -> tuple[date, int, int]:
    return entry[:3]


GoodsEntry = tuple[date, int, int, Donation | GoodsIn | GoodsOut]


def goods_entries(filed: FiledReport) -> list[GoodsEntry]:
    """Every movement of goods in a report, in order."""
    report = filed.report
    entries: list[Any] = []
    for index, bought in enumerate(rows_of(report.goods_in)):
        entries.append((day_in(bought, filed), BOUGHT, index, bought))
    for index, donation in enumerate(rows_of(report.donations)):
        if donation.items:
            entries.append((day_in(donation, filed), GIVEN, index, donation))
    for index, out in enumerate(rows_of(report.goods_out)):
        entries.append((day_out(out, filed), GONE, index, out))
    entries.sort(key=_order)
    return entries


def resolve(reference: str, here: str) -> tuple[str, str]:
    """``(report, row)`` of a reference: ``D1`` in this report, ``2024#D1`` in another."""
    for mark in ("#", "/"):
        report, found, row = reference.partition(mark)
        if found:
            return report, row
    return here, reference


def sums_given(folder: TeamFolder) -> frozenset[tuple[str, str]]:
    """Every row of money that came in, over all reports: (report, row)."""
    return frozenset(
        (filed.period.id, row.id)
        for filed in folder.reports
        for row in (*rows_of(filed.report.income), *rows_of(filed.report.donations))
        if not isinstance(row.amount, Absent)
    )


def lots_given(folder: TeamFolder) -> frozenset[tuple[str, str]]:
    """Every row of goods that came in, over all reports: (report, row)."""
    found = []
    for filed in folder.reports:
        found += [(filed.period.id, row.id) for row in rows_of(filed.report.goods_in)]
        found += [(filed.period.id, row.id) for row in rows_of(filed.report.donations) if row.items]
    return frozenset(found)
