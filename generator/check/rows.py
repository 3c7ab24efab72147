"""The rows of a report taken together, where a rule asks the same of several lists."""

from __future__ import annotations

from typing import Any

from generator.ledger.entries import rows_of
from generator.model.cash import Donation, Income, Spending, Transfer
from generator.model.goods import Evidence, GoodsIn, GoodsOut
from generator.model.report import Report

Outgoing = Spending | GoodsOut
Money = Donation | Income | Spending
Row = Donation | Income | Spending | Transfer | GoodsIn | GoodsOut

LISTS = {
    "donations": "捐赠",
    "income": "收入",
    "spending": "支出",
    "transfers": "用途变更",
    "goods_in": "购入物资",
    "goods_out": "物资去向",
}
"""The lists whose rows have ids, with their Chinese names."""


def outgoing(report: Report) -> tuple[Outgoing, ...]:
    """What was paid and what was handed on."""
    return (*rows_of(report.spending), *rows_of(report.goods_out))


def proofs(row: Outgoing) -> tuple[Evidence, ...]:
    """The evidence of a row, or none."""
    return rows_of(row.evidence)


def money_rows(report: Report) -> tuple[Money, ...]:
    """Income, donations and spending: what carries a purpose and a project."""
    return (*rows_of(report.income), *rows_of(report.donations), *rows_of(report.spending))


def row_ids(report: Report) -> list[str]:
    """The ids of all rows."""
    lists: tuple[Any, ...] = (
        *(report.donations, report.income, report.spending),
        *(report.transfers, report.goods_in, report.goods_out),
    )
    return [row.id for rows in lists if rows for row in rows]


def every_row(report: Report) -> list[tuple[str, Row]]:
    """Every row that has an id, with the key of its list."""
    return [(key, row) for key in LISTS for row in rows_of(getattr(report, key))]
