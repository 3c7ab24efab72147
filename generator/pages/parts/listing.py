"""A team in a list: name, society, leader, fields, and the three verdicts; from its summary alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec

from generator.base.language import joined
from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.model.vocabulary import TeamStatus
from generator.pages.parts.order import by_pinyin
from generator.pages.parts.verdict import VerdictView, verdict_views


class TeamRow(msgspec.Struct, frozen=True, eq=False):
    """One team in a list."""

    name: Annotated[str, "队伍名称"]
    href: Annotated[str, "队伍页面，自站点根起"]
    society: Annotated[str, "管理的红十字会"]
    leader: Annotated[str, "负责人"]
    fields: Annotated[str, "服务领域"]
    area: Annotated[str, "服务地区"]
    status: Annotated[str, "不是正常活动时的状态"]
    verdicts: Annotated[tuple[VerdictView, ...], "三项结论"]


def team_row(team: TeamSummary, context: Context) -> TeamRow:
    """One team in a list."""
    society = context.societies.get(team.society)
    return TeamRow(
        name=team.name,
        href=f"teams/{team.id}/index.html",
        society=society.name if society else team.society,
        leader=team.leader,
        fields=joined(field.label for field in team.fields),
        area=team.area,
        status="" if team.status is TeamStatus.ACTIVE else team.status.label,
        verdicts=verdict_views(team.verdicts),
    )


def team_rows(teams: Iterable[TeamSummary], context: Context) -> tuple[TeamRow, ...]:
    """Teams in the order of their names by pinyin."""
    return tuple(team_row(team, context) for team in by_pinyin(teams))
