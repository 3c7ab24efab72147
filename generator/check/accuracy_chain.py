"""What joins a team's reports: each begins where the last one ended, in days and in money."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.base.absence import Absent
from generator.base.findings import Place, Severity
from generator.base.money import plain
from generator.check.rule import Breach, TeamCase, difference_of, purpose_title, rule, yuan
from generator.ledger.entries import rows_of
from generator.model.corpus import FiledReport

UNRECONCILED = Severity.UNRECONCILED


@rule("A02", "期初等于上期期末，时段相接", UNRECONCILED, "3.3 准确")
def reports_join(case: TeamCase) -> Iterator[Breach]:
    """规则：每份报告从上一份结束的第二天开始，不漏一天也不重一天；每种用途的期初余额等于上期期末余额。
    依据：《通知》三（三）“准确”。
    为什么：两份报告之间变了数，说明有一段账没有公开。
    怎么改：补上缺的时段，或改文件名使时段不重叠；期初照上期期末写；确有原因的，写一条 explained，差额写元数或天数。
    """
    for last, filed in _neighbours(case.folder.reports):
        days = (filed.period.start - last.period.next_day).days
        here, before = Place(filed.path), Place(last.path)
        if days > 0:
            yield Breach(
                here,
                f"上一份报告到 {last.period.end} 为止，这一份从 {filed.period.start} 开始，中间 {days} 天没有账",
                f"补一份从 {last.period.next_day} 开始的报告",
                str(days),
                (before,),
            )
        elif days < 0:
            shared = (min(last.period.end, filed.period.end) - filed.period.start).days + 1
            yield Breach(
                here,
                f"这份报告与 {last.period.label}的报告重叠 {shared} 天，同一笔钱可能算了两次",
                f"同一段时间只留一份报告；这一份应从 {last.period.next_day} 开始",
                str(shared),
                (before,),
            )
        else:
            yield from _openings(case, last, filed)


def _neighbours(reports: tuple[FiledReport, ...]) -> Iterator[tuple[FiledReport, FiledReport]]:
    """Each report with the one before it that ends last."""
    last: FiledReport | None = None
    for filed in reports:
        if last is not None:
            yield last, filed
        if last is None or filed.period.end >= last.period.end:
            last = filed


def _openings(case: TeamCase, last: FiledReport, filed: FiledReport) -> Iterator[Breach]:
    closing, opening = last.report.closing, filed.report.opening
    if isinstance(closing, Absent) or isinstance(opening, Absent):
        return
    for purpose in {**opening, **closing}:
        ended, begins = closing.get(purpose, 0), opening.get(purpose, 0)
        if ended == begins:
            continue
        title = purpose_title(case.team, purpose)
        gap = begins - ended
        yield Breach(
            filed.report.place("opening", purpose),
            f"{title}期初写的是 {yuan(begins)}，{last.period.label}期末是 {yuan(ended)}，差 {yuan(abs(gap))}",
            f"期初应写 {purpose}: {plain(ended)}；上期写错的，改上期并写一条 corrections",
            difference_of(gap),
            (last.report.place("closing", purpose),),
        )


@rule("A14", "累计捐款不减少", UNRECONCILED, "3.3 准确")
def cumulative_donations_grow(case: TeamCase) -> Iterator[Breach]:
    """规则：公布的累计捐款一期不少于一期；相接的两期都公布了累计数的，增加的数等于后一期的捐款合计。
    依据：《通知》三（三）“准确”。
    为什么：累计数变少，或增加的与明细不同，说明有捐款没有列出或重复列出。
    怎么改：核对两期的累计数和捐款明细；确有原因的，写一条 explained。
    """
    counted = [
        (filed, stated, stated.cumulative_donations)
        for filed in case.folder.reports
        if (stated := filed.report.stated) and not isinstance(stated.cumulative_donations, Absent)
    ]
    for (last, last_stated, before), (filed, stated, now) in pairwise(counted):
        place, others = stated.place("cumulative_donations"), (last_stated.place("cumulative_donations"),)
        donations = filed.report.donations
        given = sum(row.amount or 0 for row in rows_of(donations))
        grown, label = now - before, last.period.label
        if grown < 0:
            yield Breach(
                place,
                f"累计捐款 {yuan(now)}，比 {label}的 {yuan(before)} 少了 {yuan(-grown)}",
                f"累计数不会减少；核对两期，按明细应写 {plain(before + given)}",
                difference_of(grown),
                others,
            )
        elif grown != given and not isinstance(donations, Absent) and filed.period.start == last.period.next_day:
            gap = abs(grown - given)
            yield Breach(
                place,
                f"累计捐款比 {label}增加 {yuan(grown)}，本期捐款明细合计 {yuan(given)}，差 {yuan(gap)}",
                f"核对捐款明细；明细对的话，累计应写 {plain(before + given)}",
                difference_of(gap),
                others,
            )
