"""The three verdicts of a report and of a team: does it add up, is it complete, was it on time (circular 3.3)."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.absence import Absent
from generator.base.findings import Finding
from generator.base.language import Message, listed, message
from generator.check.rule import report_of
from generator.check.summary import Verdict
from generator.ledger.calendar import Obligation
from generator.ledger.completeness import Item, lacking
from generator.ledger.team import TeamLedger
from generator.model.corpus import FiledReport

NOTHING = message("没有公布过报告")
NAMED = 4
"""How many items a verdict names; the rest are counted, and listed where it opens."""


def explained_by(filed: FiledReport, reason: str) -> Message:
    """An explanation with whose it is: the team's own, or that of whoever transcribed an old disclosure."""
    own = reason.removeprefix("转录说明：")
    return (
        message("本队说明：{reason}", reason=own)
        if not filed.report.origin
        else message("转录说明：{reason}", reason=own)
    )


def accuracy(filed: FiledReport, ledger: TeamLedger, findings: Iterable[Finding]) -> Verdict:
    """账相符, 账不平（已说明）, 无法核对."""
    explained = [f for f in findings if f.explained and report_of(f) == filed.path]
    if explained:
        first, others = explained[0], len(explained) - 1
        said = explained_by(filed, first.explained)
        detail = message("{difference}。{said}", difference=first.message, said=said)
        if others:
            detail = message("{difference}（另有 {n} 处）。{said}", difference=first.message, n=others, said=said)
        return Verdict("accuracy", "fail", message("账不平，已说明"), detail, quotes=True)
    if why := ledger.why_not(filed):
        return Verdict("accuracy", "unknown", message("无法核对"), why)
    sum_ = message("期初＋收入－支出＝期末，一分不差")
    if unsaid := _unsaid(filed):
        sum_ = message("{missing}，不算在内；期初＋收入－支出＝期末", missing=unsaid)
    return Verdict("accuracy", "pass", message("账相符"), sum_)


def _unsaid(filed: FiledReport) -> Message:
    """What was not reported although the other figures add up without it; nobody may take it for zero."""
    report = filed.report
    rows: tuple[tuple[Message, object], ...] = (
        (message("捐赠{absent}", absent=report.donations), report.donations),
        (message("收入{absent}", absent=report.income), report.income),
        (message("支出{absent}", absent=report.spending), report.spending),
    )
    return listed([words for words, value in rows if isinstance(value, Absent) and not report.nil_])


def completeness(items: Iterable[Item]) -> Verdict:
    """项目齐全, 缺几项."""
    items = tuple(items)
    missing = lacking(items)
    kept = tuple(item for item in items if item.state == "withheld")
    if missing:
        return Verdict("completeness", "gap", message("缺 {n} 项", n=len(missing)), _named(missing))
    if kept:
        return Verdict("completeness", "gap", message("{n} 项不公开", n=len(kept)), _named(kept))
    return Verdict("completeness", "pass", message("项目齐全"), message("应公开的项目都已填报"))


def _named(items: tuple[Item, ...]) -> Message:
    words = listed([message("{label}：{state}", label=item.label, state=item.words) for item in items[:NAMED]])
    return message("{words}；等 {n} 项", words=words, n=len(items)) if len(items) > NAMED else words


def timeliness(obligation: Obligation | None) -> Verdict:
    """按时公布, 晚几天, 逾期未公布, 尚未到期."""
    if obligation is None:
        return Verdict("timeliness", "unknown", message("没有规定时限"), Message(""))
    period, due, day, days = obligation.period, obligation.due, obligation.published, obligation.days
    if obligation.state == "on_time":
        detail = message("{period}的报告应于 {due} 前公布，{day} 公布", period=period, due=due, day=day)
        if days:
            detail = message(
                "{period}的报告应于 {due} 前公布，{day} 公布，早 {n} 天", period=period, due=due, day=day, n=-days
            )
        return Verdict("timeliness", "pass", message("按时公布"), detail)
    if obligation.state == "late":
        detail = message("{period}的报告应于 {due} 前公布，{day} 公布", period=period, due=due, day=day)
        return Verdict("timeliness", "fail", message("晚 {n} 天", n=days), detail)
    if obligation.state == "missing":
        detail = message("{period}的报告应于 {due} 前公布，至今没有公布", period=period, due=due)
        return Verdict("timeliness", "fail", message("逾期 {n} 天", n=days), detail, late=True)
    if obligation.state == "upcoming":
        detail = message("{period}的报告应于 {due} 前公布", period=period, due=due)
        return Verdict("timeliness", "pass", message("尚未到期"), detail)
    detail = message("{period}的报告应于 {due} 前公布，记录没有写明何时公布", period=period, due=due)
    return Verdict("timeliness", "unknown", message("公布日期不明"), detail)


def team_verdicts(ledger: TeamLedger, latest: tuple[Verdict, ...] | None) -> tuple[Verdict, ...]:
    """A team's three: its latest report's first two with the team's own items, and the worst of its due dates."""
    missing = [o for o in ledger.calendar if o.state == "missing"]
    if latest is None:
        first = Verdict("accuracy", "unknown", message("没有账目"), NOTHING)
        early = Verdict("timeliness", "unknown", message("尚未到期"), message("还没有到公布第一份报告的时候"))
        second = Verdict("completeness", "unknown", message("没有报告"), NOTHING)
        return first, second, timeliness(missing[0]) if missing else early
    last = latest[2]
    return latest[0], latest[1], timeliness(missing[0]) if missing else last
