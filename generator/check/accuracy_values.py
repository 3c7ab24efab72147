"""What protects values: a figure that is written twice is the same figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.base.money import plain
from generator.base.quantity import grouped_quantity
from generator.check.rule import Breach, TeamCase, anchor_of, difference_of, rule, yuan
from generator.ledger.entries import rows_of
from generator.ledger.worth import product, worth
from generator.model.cash import Donation
from generator.model.goods import GoodsIn, Item

UNRECONCILED = Severity.UNRECONCILED


@rule("A07", "数量乘单价等于价值", UNRECONCILED, "3.3 准确")
def values_multiply(case: TeamCase) -> Iterator[Breach]:
    """规则：数量×单价＝价值；原币金额×汇率＝人民币金额，四舍五入到分；每种物资都有价的，整批计价等于各项之和。
    依据：《通知》三（三）“准确”。
    为什么：同一个数写了两遍，就必须相等。
    怎么改：照提示改其中一个；单价是约数的，只写价值，删去单价。
    """
    for filed in case.folder.reports:
        for donation in rows_of(filed.report.donations):
            anchor = anchor_of(filed, donation.id)
            for item in donation.items:
                yield from _item(item, anchor)
            yield from _whole(donation, anchor)
            yield from _exchange(donation, anchor)
        for bought in rows_of(filed.report.goods_in):
            yield from _item(bought, anchor_of(filed, bought.id))


def _item(row: Item | GoodsIn, anchor: str) -> Iterator[Breach]:
    if isinstance(row.value, Absent) or isinstance(row.unit_value, Absent):
        return
    should = product(row.quantity, row.unit_value)
    if should != row.value:
        working = f"{grouped_quantity(row.quantity)}×{plain(row.unit_value)}＝{yuan(should)}"
        gap = row.value - should
        yield Breach(
            row.place("value"),
            f"{row.item}价值写的是 {yuan(row.value)}，{working}，差 {yuan(abs(gap))}",
            f"价值写 {plain(should)}；或单价是约数，删去 unit_value",
            difference_of(gap),
            anchor=anchor,
        )


def _whole(donation: Donation, anchor: str) -> Iterator[Breach]:
    values = [worth(item) for item in donation.items]
    if isinstance(donation.goods_value, Absent) or not values or None in values:
        return
    total = sum(value for value in values if value is not None)
    gap = donation.goods_value - total
    if gap:
        yield Breach(
            donation.place("goods_value"),
            f"{donation.id} 整批计价 {yuan(donation.goods_value)}，各项合计 {yuan(total)}，差 {yuan(abs(gap))}",
            f"写 {plain(total)}，或只写一样",
            difference_of(gap),
            anchor=anchor,
        )


def _exchange(donation: Donation, anchor: str) -> Iterator[Breach]:
    original = donation.original
    if original is None or isinstance(donation.amount, Absent):
        return
    should = int((Decimal(original.amount) * Decimal(original.rate)).to_integral_value(ROUND_HALF_UP))
    gap = donation.amount - should
    if gap:
        working = f"{original.currency} {plain(original.amount)}×{original.rate}＝{yuan(should)}"
        yield Breach(
            donation.place("amount"),
            f"{donation.id} 金额写的是 {yuan(donation.amount)}，{working}，差 {yuan(abs(gap))}",
            f"核对汇率；汇率对的话，金额写 {plain(should)}",
            difference_of(gap),
            others=(original.place(),),
            anchor=anchor,
        )
