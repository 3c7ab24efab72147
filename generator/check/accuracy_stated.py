"""Totals, subtotals and percentages that a team published elsewhere: each is the sum of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.base.money import plain
from generator.base.quantity import plain_quantity
from generator.check.rule import Breach, TeamCase, difference_of, rule, yuan
from generator.ledger.entries import rows_of
from generator.ledger.worth import donation_worth
from generator.model.corpus import FiledReport
from generator.model.fields import keys_of
from generator.model.report import Report
from generator.model.statements import Stated, Subtotal
from generator.model.vocabulary import GoodsUse

SOURCES = {
    "income": ("income",),
    "donations": ("donations",),
    "receipts": ("income", "donations"),
    "spending": ("spending",),
    "goods_value": ("donations",),
}
"""Which lists each total is the sum of."""


@rule("A13", "公布的合计等于各行之和", Severity.UNRECONCILED, "3.3 准确")
def totals_are_sums(case: TeamCase) -> Iterator[Breach]:
    """规则：stated 里别处公布的合计、小计、发放数和百分比，都等于本报告各行算出来的数；百分比四舍五入到所写的位数。
    依据：《通知》三（三）“准确”。
    为什么：同一支队伍在两处公布的数不同，公众就不知道该信哪一个。
    怎么改：核对各行是否漏记、重记；确实找不出原因的，写一条 explained，写明差额和原因。
    """
    for filed in case.folder.reports:
        stated = filed.report.stated
        if stated is not None:
            yield from _totals(filed, stated)
            yield from _issued(filed, stated)
            yield from _subtotals(filed, stated)


def total_of(filed: FiledReport, total: str) -> int | None:
    """A total from its rows; None where some of them are withheld."""
    report = filed.report
    lists = [getattr(report, key) for key in SOURCES[total]]
    if any(isinstance(rows, Absent) and rows.kind == "withheld" for rows in lists):
        return None
    return sum(amount or 0 for _, amount in parts_of(filed, total))


def parts_of(filed: FiledReport, total: str) -> list[tuple[str, int | None]]:
    """The rows that a total is the sum of, each with what it adds; None where that is nothing known."""
    rows = [row for key in SOURCES[total] for row in rows_of(getattr(filed.report, key))]
    if total == "goods_value":
        return [(row.id, donation_worth(row)) for row in rows]
    return [(row.id, None if isinstance(row.amount, Absent) else row.amount) for row in rows]


def _totals(filed: FiledReport, stated: Stated) -> Iterator[Breach]:
    for key, lists in SOURCES.items():
        said, found = getattr(stated, key), total_of(filed, key)
        if isinstance(said, Absent) or found is None or said == found:
            continue
        label = keys_of(Stated)[key].label
        yield Breach(
            stated.place(key),
            f"别处公布的{label}是 {yuan(said)}，本报告各行合计 {yuan(found)}，差 {yuan(abs(said - found))}",
            f"核对有没有漏记或重记的行；各行都对的，写 explained（rule: A13, difference: {difference_of(said - found)}）",
            difference_of(said - found),
            tuple(filed.report.place(name) for name in lists if rows_of(getattr(filed.report, name))),
        )


def _issued(filed: FiledReport, stated: Stated) -> Iterator[Breach]:
    rows = filed.report.goods_out
    if isinstance(rows, Absent) and rows.kind == "withheld":
        return
    for said in stated.goods_out:
        found = sum(
            row.quantity
            for row in rows_of(rows)
            if (row.item, row.unit, row.how) == (said.item, said.unit, GoodsUse.ISSUED)
        )
        if said.quantity != found:
            gap = plain_quantity(abs(said.quantity - found))
            yield Breach(
                said.place("quantity"),
                f"别处公布发放 {said.item} {plain_quantity(said.quantity)} {said.unit}，"
                f"本报告各行合计 {plain_quantity(found)} {said.unit}，差 {gap}",
                f"核对有没有漏记的发放；各行都对的，写 explained（rule: A13, difference: {gap}）",
                gap,
            )


def _subtotals(filed: FiledReport, stated: Stated) -> Iterator[Breach]:
    amounts = row_amounts(filed.report)
    for part in stated.subtotals:
        amounts[part.id] = part.amount
    for part in stated.subtotals:
        parts = [amounts.get(row) for row in part.rows]
        if part.id in part.rows:
            message = f"小计 {part.id} 包括了它自己"
            yield Breach(part.place("rows"), message, f"从 rows 里删去 {part.id}", severity=Severity.ERROR)
            continue
        known = [amount for amount in parts if amount is not None]
        total = sum(known)
        if len(known) == len(parts) and total != part.amount:
            gap = abs(total - part.amount)
            yield Breach(
                part.place("amount"),
                f"小计“{part.title}”写的是 {yuan(part.amount)}，所列各行合计 {yuan(total)}，差 {yuan(gap)}",
                f"核对 rows 有没有漏列；列全了的，写 {plain(total)} 或写 explained",
                difference_of(gap),
            )
        yield from _percent(filed, stated, part)


def row_amounts(report: Report) -> dict[str, int | None]:
    """What each row of money counts in a subtotal; a gift of goods counts its value."""
    amounts: dict[str, int | None] = {}
    for donation in rows_of(report.donations):
        amounts[donation.id] = donation_worth(donation) if isinstance(donation.amount, Absent) else donation.amount
    for row in (*rows_of(report.income), *rows_of(report.spending)):
        amounts[row.id] = row.amount
    return amounts


def _percent(filed: FiledReport, stated: Stated, part: Subtotal) -> Iterator[Breach]:
    if isinstance(part.percent, Absent) or isinstance(part.percent_of, Absent):
        return
    key = part.percent_of.value
    said = getattr(stated, key)
    whole = total_of(filed, key) if isinstance(said, Absent) else said
    if not whole:
        return
    claimed = Decimal(part.percent)
    found = (Decimal(100 * part.amount) / whole).quantize(claimed, ROUND_HALF_UP)
    if found != claimed:
        gap = abs(found - claimed)
        yield Breach(
            part.place("percent"),
            f"“{part.title}”写占{part.percent_of.label}的 {claimed}%，"
            f"{yuan(part.amount)}÷{yuan(whole)}＝{found}%，差 {gap} 个百分点",
            f"写 {found}，或写 explained（rule: A13, difference: {gap}）",
            str(gap),
        )
