"""Due dates for a page: what was due when; the reader's own clock counts on where nobody rebuilds the site."""

from __future__ import annotations

from typing import Annotated

import msgspec

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
    due: Annotated[str, "应公布日期"]
    published: Annotated[str, "公布日期，没有时为空"]
    state: Annotated[str, "pass、fail、unknown"]
    shape: Annotated[str, "形状"]
    words: Annotated[str, "按时、晚几天、逾期几天、尚未到期"]
    open: Annotated[bool, "还没公布，读者的时钟继续计算"]


def due_view(summary: TeamSummary, obligation: Obligation) -> DueView:
    """One obligation in words."""
    words = {
        "on_time": "按时公布" + (f"，早 {-obligation.days} 天" if obligation.days else ""),
        "late": f"晚 {obligation.days} 天",
        "missing": f"逾期 {obligation.days} 天",
        "upcoming": "尚未到期",
        "unknown": "公布日期不明",
    }[obligation.state]
    return DueView(
        team=summary.name,
        href=f"teams/{summary.id}/index.html",
        label=obligation.period.label,
        due=obligation.due.isoformat(),
        published=obligation.published.isoformat() if obligation.published else "",
        state=CLASSES[obligation.state],
        shape=SHAPES[obligation.state],
        words=words,
        open=obligation.state in ("missing", "upcoming"),
    )


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
