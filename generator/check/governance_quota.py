"""Whether a society has the teams that circular 2.2 asks for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.base.findings import Severity
from generator.check.rule import Breach, SiteCase, rule
from generator.ledger.boards import quotas
from generator.model.vocabulary import Field, TeamStatus


@rule("G01", "队伍数量未达标", Severity.WARNING, "2.2")
def quotas_met(case: SiteCase) -> Iterator[Breach]:
    """规则：县级不少于 3 支志愿服务队；地市级和灾害多发的县级至少 1 支应急救援队；地市级以上至少 1 支无偿献血队。
    依据：《通知》二（二）。只数本级管理、正常活动的队伍，下级的不计入。
    为什么：这是通知对各级红十字会的要求，公众应当看到达标没有。
    怎么改：不影响公布；组建队伍后报送记录，或核对队伍的状态和服务领域。
    """
    filed = Counter(team.partition("/")[0] for team in case.context.teams)
    seen: dict[str, int] = defaultdict(int)
    active: dict[str, list[tuple[Field, ...]]] = defaultdict(list)
    for team in case.teams:
        seen[team.society] += 1
        if team.status is TeamStatus.ACTIVE:
            active[team.society].append(team.fields)
    for id, society in case.context.societies.items():
        if seen[id] != filed[id]:
            continue  # some of its teams were not read: nothing can be said
        for quota in quotas(society, active[id]):
            if not quota.met:
                yield Breach(
                    society.place("level"),
                    f"{society.name}未达标：{quota.what}，现有 {quota.actual} 支",
                    "组建队伍后报送记录；已有的队伍核对状态（status）和服务领域（fields）",
                )
