"""Every society with its teams counted, highest level first."""

from __future__ import annotations

from typing import Annotated

from generator.check.summary import TeamSummary
from generator.ledger.boards import quotas
from generator.model.corpus import Context
from generator.model.vocabulary import Level, TeamStatus
from generator.pages.page import Page, View


class SocietyRow(View, frozen=True, eq=False):
    """One society in the list."""

    name: Annotated[str, "名称"]
    href: Annotated[str, "页面，自站点根起"]
    level: Annotated[str, "层级"]
    teams: Annotated[int, "管理的队伍数"]
    overdue: Annotated[int, "有逾期报告的队伍数"]
    quota: Annotated[str, "达标、未达标、不适用"]
    state: Annotated[str, "pass、fail、unknown"]


class SocietiesView(View, frozen=True, eq=False):
    """The list of societies."""

    rows: Annotated[tuple[SocietyRow, ...], "红十字会"]


def societies_page(context: Context, teams: tuple[TeamSummary, ...]) -> Page:
    """The list of societies."""
    order = list(Level)
    rows = []
    for id, society in sorted(context.societies.items(), key=lambda item: (order.index(item[1].level), item[0])):
        own = [team for team in teams if team.society == id]
        asked = quotas(society, [team.fields for team in own if team.status is TeamStatus.ACTIVE])
        met = all(quota.met for quota in asked)
        rows.append(
            SocietyRow(
                name=society.name,
                href=f"societies/{id}/index.html",
                level=society.level.label,
                teams=len(own),
                overdue=sum(any(o.state == "missing" for o in team.calendar) for team in own),
                quota=("达标" if met else "未达标") if asked else "没有要求",
                state=("pass" if met else "fail") if asked else "unknown",
            )
        )
    return Page("societies/index.html", "societies/page.html", "红十字会", SocietiesView(tuple(rows)))
