"""Due dates for a page: what was due when; the reader's own clock counts on where nobody rebuilds the site."""

from __future__ import annotations

from typing import Annotated

import msgspec

from generator.base.codes import DUE
from generator.base.language import say
from generator.check.summary import TeamSummary
from generator.ledger.calendar import Obligation

SHAPES = {"on_time": "✓", "late": "✗", "missing": "✗", "upcoming": "○", "unknown": "?"}
CLASSES = {"on_time": "pass", "late": "fail", "missing": "fail", "upcoming": "unknown", "unknown": "unknown"}


class DueView(msgspec.Struct, frozen=True, eq=False):
    """One report that was or is due."""

    team: Annotated[str, "队伍名称"]
    href: Annotated[str, "队伍页面，自站点根起"]
    label: Annotated[str, "时段"]
    anchor: Annotated[str, "在队伍页面上的锚，也是编号"]
    due: Annotated[str, "应公布日期"]
    published: Annotated[str, "公布日期，没有时为空"]
    state: Annotated[str, "pass、fail、unknown"]
    shape: Annotated[str, "形状"]
    words: Annotated[str, "按时、晚几天、逾期几天、尚未到期"]
    open: Annotated[bool, "还没公布，读者的时钟继续计算"]
    society: Annotated[str, "管理的红十字会；一支队伍自己的页面不用写"] = ""


def due_view(summary: TeamSummary, obligation: Obligation, society: str = "") -> DueView:
    """One obligation in words."""
    return DueView(
        team=summary.name,
        href=f"teams/{summary.id}/index.html",
        label=obligation.period.label,
        anchor=f"{DUE}{obligation.period.id}",
        due=obligation.due.isoformat(),
        published=obligation.published.isoformat() if obligation.published else "",
        state=CLASSES[obligation.state],
        shape=SHAPES[obligation.state],
        words=_words(obligation),
        open=obligation.state in ("missing", "upcoming"),
        society=society,
    )


def _words(obligation: Obligation) -> str:
    days = obligation.days
    if obligation.state == "on_time":
        return say("按时公布，早 {n} 天", n=-days) if days else say("按时公布")
    if obligation.state == "late":
        return say("晚 {n} 天", n=days)
    if obligation.state == "missing":
        return say("逾期 {n} 天", n=days)
    return say("尚未到期") if obligation.state == "upcoming" else say("公布日期不明")


def next_due_words(summary: TeamSummary) -> str:
    """The report that a team has to publish next; empty where none is to come."""
    ahead = [one for one in (*summary.calendar, summary.coming) if one and one.state == "upcoming"]
    if not ahead:
        return ""
    first = min(ahead, key=lambda one: (one.due, one.period))
    return say("下一份报告：{period}，应于 {due} 前公布。", period=first.period.label, due=first.due)


def due_views(summary: TeamSummary) -> tuple[DueView, ...]:
    """Every obligation of a team, newest first."""
    return tuple(due_view(summary, obligation) for obligation in reversed(summary.calendar))
