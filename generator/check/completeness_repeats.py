"""Gifts that look alike: one donor, one day, one amount, in more than one row."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.base.text import folded
from generator.check.rule import Breach, TeamCase, anchor_of, rule
from generator.ledger.entries import rows_of
from generator.model.cash import Donation
from generator.model.corpus import FiledReport

Alike = tuple[object, ...]


@rule("C10", "同一捐赠人同日同额的几笔捐款", Severity.NOTICE, "3.3 准确")
def repeats_noted(case: TeamCase) -> Iterator[Breach]:
    """规则：一份报告里，同一个单位、实名或化名捐赠人在同一天捐了同样的金额，写成几行的，提示核对。每份报告只提示一次。
    依据：《通知》三（三）“准确”。
    为什么：可能是几次捐赠，也可能重复登记；照原样保留，让看的人知道有这样的行。
    怎么改：核对原始记录；确是几次捐赠的不用改，重复登记的删去多余的行，已公布的写一条 corrections。
    """
    for filed in case.folder.reports:
        groups = _groups(filed)
        if groups:
            first = groups[0]
            yield Breach(
                first[1].place(),
                f"有 {len(groups)} 组共 {sum(map(len, groups))} 笔捐款，捐赠人、日期和金额都相同，"
                f"第一组是 {'、'.join(row.id for row in first[:3])}{' 等' if len(first) > 3 else ''}；"
                "可能是几次捐赠，也可能重复登记，照原样保留",
                "核对原始记录；重复登记的删去多余的行，确是几次捐赠的不用改",
                others=(first[0].place(),),
                anchor=anchor_of(filed, first[1].id),
            )


def _groups(filed: FiledReport) -> list[list[Donation]]:
    """The rows that are alike, by the first of each group; in one pass."""
    found: dict[Alike, list[Donation]] = {}
    for row in rows_of(filed.report.donations):
        donor = row.donor
        if (
            not isinstance(donor.name, Absent)
            and not isinstance(row.date, Absent)
            and not isinstance(row.amount, Absent)
        ):
            found.setdefault((donor.kind, folded(donor.name), row.date, row.amount), []).append(row)
    return [rows for rows in found.values() if len(rows) > 1]
