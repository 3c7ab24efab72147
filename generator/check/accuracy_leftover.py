"""What becomes of money whose purpose has ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.base.absence import Absent
from generator.base.dates import add_months
from generator.base.findings import Severity
from generator.base.money import plain
from generator.check.rule import Breach, TeamCase, difference_of, rule, yuan
from generator.ledger.calendar import FAR
from generator.ledger.standing import before_leaving, latest_since, remainder
from generator.model.corpus import Context
from generator.model.vocabulary import Applies
from generator.model.work import Leftover, Purpose

MONTHS = 3
"""Within how many months a remainder is settled where the site sets nothing else (民政部令第81号)."""


@rule("A08", "用途结束后剩余要处理", Severity.UNRECONCILED, "3.3 捐赠款物使用")
def leftovers_are_settled(case: TeamCase) -> Iterator[Breach]:
    """规则：定向用途结束后，在期限内（默认三个月）处理剩余的钱并写明 leftover；写明的剩余金额与账相等。未到期限的只提醒。
    依据：《慈善组织信息公开办法》，参照执行；《通知》三（三）“捐赠款物使用情况”。
    为什么：项目结束了，剩下的钱去了哪里，捐赠人要能看到。
    怎么改：在 team.yaml 这个用途里加 leftover（date、how、amount），并在报告里记下转出或退回的那一行。
    """
    for purpose in case.team.purposes:
        if isinstance(purpose.end, Absent):
            continue
        if purpose.leftover is not None:
            yield from _settled(case, purpose, purpose.leftover)
            continue
        latest = latest_since(case.folder, purpose.end)
        if latest is None or purpose.end >= case.context.as_of:
            continue
        left = remainder(case.ledger.funds, latest, purpose.id)
        if left <= 0:
            continue
        due = due_for(purpose.end, case.context)
        late = case.context.as_of > due
        when = f"已过处理期限 {due}" if late else f"应在 {due} 前处理"
        yield Breach(
            purpose.place("end"),
            f"“{purpose.title}”{purpose.end} 结束，到 {latest.period.end} 还剩 {yuan(left)}，{when}",
            f"加上 leftover: {{date: 处理日期, how: 处理办法, amount: {plain(left)}}}",
            difference_of(left) if late else "",
            (latest.report.place("closing", purpose.id),),
            severity=None if late else Severity.WARNING,
        )


def due_for(end: date, context: Context) -> date:
    """By when the remainder of a purpose that ended on a day is to be settled."""
    for deadline in context.deadlines:
        if deadline.applies is not Applies.LEFTOVER:
            continue
        if not isinstance(deadline.since, Absent) and end < deadline.since:
            continue
        if not isinstance(deadline.days_after, Absent):
            return end + timedelta(days=min(deadline.days_after, FAR))
        if not isinstance(deadline.months_after, Absent):
            return add_months(end, min(deadline.months_after, FAR))
    return add_months(end, MONTHS)


def _settled(case: TeamCase, purpose: Purpose, leftover: Leftover) -> Iterator[Breach]:
    if isinstance(leftover.amount, Absent):
        return
    had = before_leaving(case.folder, case.ledger.funds, purpose.id, leftover.date)
    if had is None or had == leftover.amount:
        return
    gap = leftover.amount - had
    where = next((filed for filed in case.folder.reports if leftover.date in filed.period), case.folder.reports[-1])
    yield Breach(
        leftover.place("amount"),
        f"“{purpose.title}”剩余写的是 {yuan(leftover.amount)}，按账 {leftover.date} 处理前有 {yuan(had)}，差 {yuan(abs(gap))}",
        f"核对处理日期；日期对的话，写 {plain(had)}",
        difference_of(gap),
        (where.report.place("closing", purpose.id),),
    )
