"""The three verdicts of a report and of a team: does it add up, is it complete, was it on time (circular 3.3)."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.absence import Absent
from generator.base.findings import Finding
from generator.check.rule import report_of
from generator.check.summary import Verdict
from generator.ledger.calendar import Obligation
from generator.ledger.completeness import Item, lacking
from generator.ledger.team import TeamLedger
from generator.model.corpus import FiledReport

NOTHING = "没有公布过报告"


TRANSCRIBED = "转录说明"


def said_by(filed: FiledReport) -> str:
    """Whose explanation it is: the team's own, or that of whoever transcribed an old disclosure."""
    return "本队说明" if isinstance(filed.report.origin, Absent) else TRANSCRIBED


def own_words(reason: str) -> str:
    """A reason without the heading that it is shown under."""
    return reason.removeprefix(f"{TRANSCRIBED}：")


def accuracy(filed: FiledReport, ledger: TeamLedger, findings: Iterable[Finding]) -> Verdict:
    """账相符, 账不平（已说明）, 无法核对."""
    explained = [f for f in findings if f.explained and report_of(f) == filed.path]
    if explained:
        more = f"（另有 {len(explained) - 1} 处）" if len(explained) > 1 else ""
        detail = f"{explained[0].message}{more}。{said_by(filed)}：{own_words(explained[0].explained)}"
        return Verdict("accuracy", "fail", "账不平，已说明", detail)
    if not ledger.reconcilable(filed):
        return Verdict("accuracy", "unknown", "无法核对", ledger.why_not(filed))
    return Verdict("accuracy", "pass", "账相符", "期初＋收入－支出＝期末，一分不差")


def completeness(items: Iterable[Item]) -> Verdict:
    """项目齐全, 缺几项."""
    items = tuple(items)
    missing = lacking(items)
    kept = [item for item in items if item.state == "withheld"]
    if missing:
        words = "；".join(f"{item.label}：{item.words}" for item in missing[:4])
        more = f"；等 {len(missing)} 项" if len(missing) > 4 else ""
        return Verdict("completeness", "gap", f"缺 {len(missing)} 项", words + more)
    if kept:
        words = "；".join(f"{item.label}：{item.words}" for item in kept[:4])
        return Verdict("completeness", "gap", f"{len(kept)} 项不公开", words)
    return Verdict("completeness", "pass", "项目齐全", "应公开的项目都已填报")


def timeliness(obligation: Obligation | None) -> Verdict:
    """按时公布, 晚几天, 逾期未公布, 尚未到期."""
    if obligation is None:
        return Verdict("timeliness", "unknown", "没有规定时限", "")
    due, label = obligation.due, obligation.period.label
    if obligation.state == "on_time":
        early = f"，早 {-obligation.days} 天" if obligation.days else ""
        return Verdict(
            "timeliness", "pass", "按时公布", f"{label}报告应于 {due} 前公布，{obligation.published} 公布{early}"
        )
    if obligation.state == "late":
        detail = f"{label}报告应于 {due} 前公布，{obligation.published} 公布"
        return Verdict("timeliness", "fail", f"晚 {obligation.days} 天", detail)
    if obligation.state == "missing":
        detail = f"{label}报告应于 {due} 前公布，至今没有公布"
        return Verdict("timeliness", "fail", f"逾期 {obligation.days} 天", detail)
    if obligation.state == "upcoming":
        return Verdict("timeliness", "pass", "尚未到期", f"{label}报告应于 {due} 前公布")
    return Verdict("timeliness", "unknown", "公布日期不明", f"{label}报告应于 {due} 前公布，记录没有写明何时公布")


def team_verdicts(ledger: TeamLedger, latest: tuple[Verdict, ...] | None) -> tuple[Verdict, ...]:
    """A team's three: its latest report's first two with the team's own items, and the worst of its due dates."""
    missing = [o for o in ledger.calendar if o.state == "missing"]
    if latest is None:
        first = Verdict("accuracy", "unknown", "没有账目", NOTHING)
        early = Verdict("timeliness", "unknown", "尚未到期", "还没有到公布第一份报告的时候")
        second = Verdict("completeness", "unknown", "没有报告", NOTHING)
        return first, second, timeliness(missing[0]) if missing else early
    last = latest[2]
    return latest[0], latest[1], timeliness(missing[0]) if missing else last
