"""What teams can be chosen by in the directory: each facet with its choices, and how many teams each one has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

import msgspec

from generator.base.absence import Absent
from generator.base.language import say
from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.model.society import Society
from generator.model.vocabulary import Action, Field, Level, Sector, Skill, TeamStatus

Values = dict[str, tuple[str, ...]]
"""What a team is in each facet."""


class ChoiceView(msgspec.Struct, frozen=True, eq=False):
    """One choice of a facet."""

    value: Annotated[str, "在网址里怎样写"]
    label: Annotated[str, "名称"]
    count: Annotated[int, "有几支队伍"]


class FacetView(msgspec.Struct, frozen=True, eq=False):
    """One facet."""

    key: Annotated[str, "在网址里怎样写"]
    label: Annotated[str, "名称"]
    choices: Annotated[tuple[ChoiceView, ...], "选项；地区和红十字会由脚本从数据里列出"]
    opened: Annotated[bool, "一开始就展开"]


def values_of(team: TeamSummary, society: Society | None) -> Values:
    """What a team is, by facet."""
    accuracy, completeness, timeliness = team.verdicts
    late = "late" if timeliness.state == "fail" else timeliness.state
    return {
        "field": tuple(field.value for field in team.fields),
        "timeliness": ("overdue" if timeliness.late else late,),
        "accuracy": (accuracy.state,),
        "completeness": (completeness.state,),
        "level": (_level(society),),
        "status": (team.status.value,),
        "skill": tuple(skill.value for skill in team.skills),
        "action": tuple(action.value for action in team.actions),
    }


def _level(society: Society | None) -> str:
    if society is None:
        return "unknown"
    kind = society.level if isinstance(society.sector, Absent) else society.sector
    return "unknown" if isinstance(kind, Absent) else kind.value


def _labels() -> dict[str, tuple[str, dict[str, str]]]:
    """Every facet in order, its name and those of its choices."""
    levels = {code.value: code.label for code in (*Level, *Sector)} | {"unknown": say("层级未填报")}
    return {
        "field": (say("服务领域"), {code.value: code.label for code in Field}),
        "region": (say("地区"), {}),
        "timeliness": (
            say("按时吗"),
            {
                "overdue": say("逾期未公布"),
                "late": say("公布晚了"),
                "pass": say("按时公布"),
                "unknown": say("尚未到期，或日期不明"),
            },
        ),
        "accuracy": (
            say("账对得上吗"),
            {"fail": say("账不平，已说明"), "unknown": say("无法核对，或没有账目"), "pass": say("账相符")},
        ),
        "completeness": (
            say("写全了吗"),
            {"gap": say("有缺项或不公开的项"), "unknown": say("没有报告"), "pass": say("项目齐全")},
        ),
        "society": (say("红十字会"), {}),
        "level": (say("红十字会层级"), levels),
        "status": (say("队伍状态"), {code.value: code.label for code in TeamStatus}),
        "skill": (say("专业技能"), {code.value: code.label for code in Skill}),
        "action": (say("五大行动"), {code.value: code.label for code in Action}),
    }


DRAWN = ("region", "society")
"""Their choices are too many for a page; the script draws them from the data."""
OPENED = ("field", "region", "timeliness")


def facet_views(teams: Iterable[Values]) -> tuple[FacetView, ...]:
    """The facets in which some team can be chosen. A choice that no team has is left out."""
    counts: dict[str, Counter[str]] = {}
    for team in teams:
        for key, values in team.items():
            counts.setdefault(key, Counter()).update(values)
    return tuple(
        FacetView(key, label, choices, key in OPENED)
        for key, (label, known) in _labels().items()
        if (choices := _choices(known, counts.get(key, Counter()), key)) or key in DRAWN
    )


def _choices(known: dict[str, str], counts: Counter[str], key: str) -> tuple[ChoiceView, ...]:
    return tuple(
        ChoiceView(value, label, counts[value])
        for value, label in known.items()
        if counts[value] or key == "timeliness"  # which the clock of a reader changes
    )


def all_values(teams: Iterable[TeamSummary], context: Context) -> list[Values]:
    """What each team is."""
    return [values_of(team, context.societies.get(team.society)) for team in teams]
