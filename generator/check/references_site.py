"""References between teams: names, earlier addresses, and what questions are about."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.codes import FIGURES, VERDICTS
from generator.base.findings import Severity
from generator.base.text import folded, nearest
from generator.check.references_team import society_filed
from generator.check.rule import Breach, SiteCase, rule
from generator.check.summary import TeamSummary

ERROR = Severity.ERROR


@rule("R16", "原地址", ERROR, "3.3 名称")
def former_addresses_free(case: SiteCase) -> Iterator[Breach]:
    """规则：原地址（formerly）不能是现有的队伍，也不能有两支队伍同时写。
    依据：《通知》三（三）公开名称。
    为什么：旧网址只能转到一个地方，不能抢走别的队伍的网址。
    怎么改：删去写错的；两队合并的，由接收账目的一队写。
    """
    claimed: dict[str, TeamSummary] = {}
    for team in sorted(case.teams, key=lambda team: team.id):
        for former in team.formerly:
            if former in case.context.teams:
                yield Breach(team.place, f"原地址 {former} 是现有的队伍", "从 formerly 里删去它")
            elif former in claimed:
                other = claimed[former]
                yield Breach(
                    team.place, f"原地址 {former} 已经由{other.name}写了", "只留一支队伍写", others=(other.place,)
                )
            claimed.setdefault(former, team)


@rule("R22", "队伍重名", ERROR, "3.3 名称")
def names_unique(case: SiteCase) -> Iterator[Breach]:
    """规则：同一个红十字会管理的队伍，名称不重复（全角半角、空格不算不同）。
    依据：《通知》三（三）公开名称。
    为什么：重名的队伍，捐赠人分不清钱给了谁。
    怎么改：改正名称；同一支队伍建了两个文件夹的，留一个，另一个写进 formerly。
    """
    first: dict[tuple[str, str], TeamSummary] = {}
    for team in sorted(case.teams, key=lambda team: team.id):
        other = first.setdefault((team.society, folded(team.name)), team)
        if other is not team:
            yield Breach(
                team.place,
                f"名称与 teams/{other.id} 相同",
                "改正名称；是同一支队伍就留一个文件夹，另一个写进 formerly",
                others=(other.place,),
            )


@rule("R15", "提问指向的内容", ERROR, "3.3 社会监督")
def questions_lead_somewhere(case: SiteCase) -> Iterator[Breach]:
    """规则：提问所在的文件夹是红十字会的代号；about 指向现有的队伍、报告、行或红十字会。
    依据：《通知》三（三）“主动接受社会监督”。
    为什么：问题要显示在它所问的那一行旁边。
    怎么改：照 teams/310107/xinhong/2025#D1 的样子改正 about。
    """
    summaries = {team.id: team for team in case.teams}
    for filed in case.context.questions:
        if not society_filed(case.context, filed.society):
            yield Breach(
                filed.question.place(),
                f"文件夹 questions/{filed.society} 不是红十字会的代号",
                f"移到 questions/<红十字会代号>/{filed.number}.yaml",
            )
        fault = _nowhere(filed.question.about, case, summaries)
        if fault:
            yield Breach(filed.question.place("about"), *fault)


def _nowhere(about: str, case: SiteCase, summaries: dict[str, TeamSummary]) -> tuple[str, str] | None:
    address, _, row = about.partition("#")
    parts = address.split("/")
    if parts[0] == "societies":
        if len(parts) == 2 and not row and society_filed(case.context, parts[1]):
            return None
        return "没有这个红十字会", "写成 societies/310107 这样，用红十字会的代号"
    id = "/".join(parts[1:3])
    if id not in case.context.teams:
        near = nearest(id, case.context.teams)
        return "没有这支队伍", f"是不是 teams/{near}？" if near else "写成 teams/<红十字会>/<队伍>"
    team = summaries.get(id)
    if team is None or (len(parts) == 3 and not row):
        return None
    anchor = "/".join(parts[3:]) + (f"#{row}" if row else "")
    if anchor in team.anchors:
        return None
    if (len(parts) == 3 and row in VERDICTS) or ("/".join(parts[3:]) in team.anchors and row in (*FIGURES, *VERDICTS)):
        return None
    near = nearest(anchor, team.anchors)
    return f"这支队伍没有 {anchor}", f"是不是 {near}？" if near else "写成 报告的文件名#编号，例如 2025#D1"
