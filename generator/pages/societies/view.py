"""Every society with its teams counted, highest level first."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import Absent
from generator.check.summary import TeamSummary
from generator.ledger.boards import quotas
from generator.model.corpus import Context
from generator.model.society import Society
from generator.model.vocabulary import Level, TeamStatus
from generator.pages.page import Page, View
from generator.pages.parts.places import level_words


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
    order: list[Level | Absent] = list(Level)
    rows = []

    def rank(item: tuple[str, Society]) -> tuple[int, str]:
        level = item[1].level
        return (order.index(level) if level in order else len(order), item[0])

    for id, society in sorted(context.societies.items(), key=rank):
        own = [team for team in teams if team.society == id]
        asked = quotas(society, [team.fields for team in own if team.status is TeamStatus.ACTIVE])
        met = all(quota.met for quota in asked)
        rows.append(
            SocietyRow(
                name=society.name,
                href=f"societies/{id}/index.html",
                level=level_words(society),
                teams=len(own),
                overdue=sum(any(o.state == "missing" for o in team.calendar) for team in own),
                quota=("达标" if met else "未达标") if asked else "没有要求",
                state=("pass" if met else "fail") if asked else "unknown",
            )
        )
    return Page("societies/index.html", "societies/page.html", "红十字会", SocietiesView(tuple(rows)))
