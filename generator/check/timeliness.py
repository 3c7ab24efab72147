"""Whether a team's reports came in time (circular 3.3 及时)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Severity
from generator.check.rule import Breach, TeamCase, rule

WARNING = Severity.WARNING
CLAUSE = "3.3 及时"


@rule("T01", "报告公布晚了", WARNING, CLAUSE)
def reports_in_time(case: TeamCase) -> Iterator[Breach]:
    """规则：报告在规定的时限前公布。年报默认是次年 5 月 31 日前，时限见 deadlines.yaml 和网站的时限表。
    依据：《通知》三（三）“及时”；《慈善组织信息公开办法》，参照执行。
    为什么：晚了的账，问起来人和票据都难找了。
    怎么改：已经晚了的不能改，页面会写明晚了几天；以后在时限前公布。公布日期填错的，改正并写更正说明。
    """
    by_period = {filed.period.id: filed for filed in case.folder.reports}
    for due in case.ledger.calendar:
        if due.state == "late":
            filed = by_period[due.period.id]
            yield Breach(
                filed.report.place("published"),
                f"{due.period.label}的报告应于 {due.due} 前公布，{due.published} 公布，晚了 {due.days} 天",
                "核对公布日期；确实晚了就不用改，页面会写明",
                anchor=due.period.id,
            )


@rule("T02", "报告逾期未公布", WARNING, CLAUSE)
def due_reports_there(case: TeamCase) -> Iterator[Breach]:
    """规则：到了时限的报告都要公布；没有收支的也要报（nil: true）。
    依据：《通知》三（三）“及时”“完整”；《慈善组织信息公开办法》，参照执行。
    为什么：不报和没有收支，公众分不清。
    怎么改：补报这一时段；本期没有收支的写 nil: true，并写期初和期末。
    """
    for due in case.ledger.calendar:
        if due.state == "missing":
            yield Breach(
                case.team.place("name"),
                f"{due.period.label}的报告应于 {due.due} 前公布，至今没有，逾期 {due.days} 天",
                f"补报 {due.period.id}.yaml，样例见“怎样报送”；没有收支的写 nil: true",
                anchor=due.period.id,
            )
