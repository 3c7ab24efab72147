"""A team in a list: name, society, leader, fields, and the three verdicts; from its summary alone."""

from __future__ import annotations

import unicodedata
from typing import Annotated

import msgspec

from generator.check.summary import TeamSummary
from generator.model.corpus import Context
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
    words: Annotated[str, "供筛选的文字"]


def team_row(team: TeamSummary, context: Context) -> TeamRow:
    """One team in a list."""
    society = context.societies.get(team.society)
    name = society.name if society else team.society
    fields = "、".join(field.label for field in team.fields)
    words = " ".join((team.name, team.short_name, *team.former_names, name, team.leader, fields, team.area))
    return TeamRow(
        name=team.name,
        href=f"teams/{team.id}/index.html",
        society=name,
        leader=team.leader,
        fields=fields,
        area=team.area,
        status="" if team.status.value == "active" else team.status.label,
        verdicts=verdict_views(team.verdicts),
        words=unicodedata.normalize("NFKC", words).lower(),
    )


def team_rows(teams: tuple[TeamSummary, ...], context: Context) -> tuple[TeamRow, ...]:
    """Teams in the order of their societies and names."""
    return tuple(team_row(team, context) for team in sorted(teams, key=lambda t: (t.society, t.name)))
