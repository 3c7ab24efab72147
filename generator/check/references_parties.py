"""Donors and gifts: each kind of donor with what it needs, each row with what was given and when."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.check.rule import Breach, TeamCase, anchor_of, rule
from generator.ledger.entries import rows_of
from generator.model.cash import Donation
from generator.model.goods import GoodsIn, GoodsOut
from generator.model.parties import Donor
from generator.model.vocabulary import DonorKind

ERROR = Severity.ERROR
CLAUSE = "3.3 捐赠款物使用"
_WITH_NAME = (DonorKind.ORGANISATION, DonorKind.NAMED, DonorKind.ALIAS)


@rule("R20", "捐赠人的写法", ERROR, CLAUSE)
def donors_as_their_kind(case: TeamCase) -> Iterator[Breach]:
    """规则：单位、实名、化名要写名称（name）；合并公布要写人数（count）；匿名和合并公布不写名称。
    依据：《通知》三（三）；《慈善法》第八十二条。
    为什么：要让捐赠人认得出自己的那一笔，又不公开不愿公开的姓名。
    怎么改：照提示补上或删去。
    """
    for filed in case.folder.reports:
        for row in rows_of(filed.report.donations):
            fault = _fault(row.donor)
            if fault:
                key, message, fix = fault
                yield Breach(row.donor.place(key), f"{row.id} 的捐赠人{message}", fix, anchor=anchor_of(filed, row.id))


def _fault(donor: Donor) -> tuple[str, str, str] | None:
    kind = donor.kind
    if kind in _WITH_NAME:
        if isinstance(donor.name, Absent) and donor.name.kind == "not_reported":
            return "name", f"是{kind.label}，没有写名称", "加上 name，或改成 {kind: anonymous}"
        return None
    if not isinstance(donor.name, Absent):
        return "name", f"是{kind.label}，却写了名称", "删去 name；经本人同意实名的，改成 kind: named 并写 consent"
    if kind is DonorKind.POOLED and isinstance(donor.count, Absent) and donor.count.kind == "not_reported":
        return "count", "是合并公布，没有写人数", "加上 count: 10081 这样的人数；不知道就写 {withheld: 来源未载}"
    return None


@rule("R21", "捐赠和物资去向要写明是什么、什么时候", ERROR, CLAUSE)
def gifts_and_issues_told(case: TeamCase) -> Iterator[Breach]:
    """规则：捐赠写明金额（amount）或物资（items）；捐赠、购入物资和物资去向写明日期，转录旧公示没有日期的写 undated 和原因。
    依据：《通知》三（三）“捐赠款物使用情况”。
    为什么：没有金额也没有物资的捐赠，没有日期的进出，都对不上账。
    怎么改：照提示补上。
    """
    for filed in case.folder.reports:
        for donation in rows_of(filed.report.donations):
            if isinstance(donation.amount, Absent) and isinstance(donation.goods_value, Absent) and not donation.items:
                yield Breach(
                    donation.place(),
                    f"{donation.id} 没有写捐了什么",
                    "加上 amount（钱）或 items（物资）",
                    anchor=anchor_of(filed, donation.id),
                )
        report = filed.report
        rows: tuple[Donation | GoodsIn | GoodsOut, ...] = (
            *rows_of(report.donations),
            *rows_of(report.goods_in),
            *rows_of(report.goods_out),
        )
        for row in rows:
            if not row.date and not row.undated:
                yield Breach(
                    row.place(),
                    f"{row.id} 没有写日期",
                    "加上 date；转录旧公示查不到日期的，写 undated: 原公示只有合计",
                    anchor=anchor_of(filed, row.id),
                )
