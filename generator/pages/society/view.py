"""A society's board: quota, who has published, who is overdue, who does not add up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from generator.base.absence import Absent
from generator.base.table import MONEY, Column, Table
from generator.check.summary import TeamSummary
from generator.ledger.boards import quotas
from generator.model import tables as heads
from generator.model.corpus import Context
from generator.model.fields import keys_of
from generator.model.society import Society, VolunteerSources
from generator.model.vocabulary import TeamStatus
from generator.pages.page import Link, Page, View
from generator.pages.parts.due import DueView, due_view
from generator.pages.parts.listing import Tally, TeamRow, tallies, team_rows
from generator.pages.parts.places import level_words, parent_of, region_chain
from generator.pages.team.profile import FactView, contact_facts


class QuotaView(View, frozen=True, eq=False):
    """One requirement of 2.2."""

    what: Annotated[str, "要求"]
    required: Annotated[int, "应有"]
    actual: Annotated[int, "实有"]
    met: Annotated[bool, "达标"]


class SocietyView(View, frozen=True, eq=False):
    """One society."""

    name: Annotated[str, "名称"]
    level: Annotated[str, "层级"]
    parent: Annotated[Link | None, "上级红十字会"]
    children: Annotated[tuple[Link, ...], "下级红十字会"]
    regions: Annotated[tuple[Link, ...], "所在地区"]
    prone: Annotated[str, "是否灾害多发及依据"]
    quotas: Annotated[tuple[QuotaView, ...], "数量要求"]
    tallies: Annotated[tuple[Tally, ...], "队伍情况"]
    overdue: Annotated[tuple[DueView, ...], "逾期未公布的报告"]
    unreconciled: Annotated[tuple[TeamRow, ...], "账不平或无法核对的队伍"]
    teams: Annotated[tuple[TeamRow, ...], "管理的队伍"]
    sources: Annotated[tuple[FactView, ...], "志愿者来源"]
    sources_as_of: Annotated[str, "志愿者来源截至"]
    support: Annotated[Table, "对队伍的资金支持"]
    support_years: Annotated[Table, "每年的支持和增减"]
    support_words: Annotated[str, "没有支持行时的说法"]
    contact: Annotated[tuple[FactView, ...], "联系方式"]
    others: Annotated[tuple[FactView, ...], "席位和阵地"]


def society_page(id: str, context: Context, teams: tuple[TeamSummary, ...]) -> Page:
    """The page of one society."""
    society = context.societies[id]
    own = tuple(team for team in teams if team.society == id)
    rows = team_rows(own, context)
    parent = parent_of(id, society, context)
    support = support_table(society, own)
    view = SocietyView(
        name=society.name,
        level=level_words(society),
        parent=Link(context.societies[parent].name, f"societies/{parent}/index.html") if parent else None,
        children=tuple(
            Link(other.name, f"societies/{other_id}/index.html")
            for other_id, other in sorted(context.societies.items())
            if parent_of(other_id, other, context) == id
        ),
        regions=tuple(Link(name, f"regions/{code}/index.html") for code, name in region_chain(id, context)),
        prone=_prone(society),
        quotas=tuple(
            QuotaView(q.what, q.required, q.actual, q.met)
            for q in quotas(society, [team.fields for team in own if team.status is TeamStatus.ACTIVE])
        ),
        tallies=tallies(own),
        overdue=tuple(due_view(team, o) for team in own for o in team.calendar if o.state == "missing"),
        unreconciled=tuple(row for row in rows if row.verdicts[0].state in ("fail", "unknown")),
        teams=rows,
        sources=_sources(society),
        sources_as_of="" if isinstance(society.volunteer_sources, Absent) else str(society.volunteer_sources.as_of),
        support=support,
        support_years=_support_years(society),
        support_words=str(society.support_to_teams) if isinstance(society.support_to_teams, Absent) else "",
        contact=contact_facts(society.contact),
        others=_others(society),
    )
    return Page(
        f"societies/{id}/index.html", "society/page.html", society.name, view, (("support.csv", support),),
        f"{society.name}管理的 {len(own)} 支志愿服务队：谁公布了、谁逾期了、账对不对得上。",
    )  # fmt: skip


def _prone(society: Society) -> str:
    prone = society.disaster_prone
    if isinstance(prone, Absent):
        return f"灾害多发：{prone}"
    basis = "" if isinstance(prone.basis, Absent) else f"（依据：{prone.basis}）"
    return f"{'灾害多发' if prone.value else '不属于灾害多发'}{basis}"


def _sources(society: Society) -> tuple[FactView, ...]:
    """Counts by origin; origins overlap and are never summed; 1–4 reads <5 (2.1)."""
    sources = society.volunteer_sources
    if isinstance(sources, Absent):
        return (FactView("志愿者来源", str(sources), absent=True),)
    facts = []
    for key, spec in keys_of(VolunteerSources).items():
        value = getattr(sources, key)
        if key != "as_of":
            words = str(value) if isinstance(value, Absent) else "<5 人" if 0 < value < 5 else f"{value:,} 人"
            facts.append(FactView(spec.label, words, absent=isinstance(value, Absent)))
    return tuple(facts)


def _support_years(society: Society) -> Table:
    """The support of each year and its growth (5.2); the years are those of the records."""
    rows = () if isinstance(society.support_to_teams, Absent) else society.support_to_teams
    totals: dict[int, int] = {}
    for row in sorted(rows, key=lambda row: row.year):
        totals[int(row.year)] = totals.get(int(row.year), 0) + row.amount
    cells = tuple(
        (str(year), total, total - totals[year - 1] if year - 1 in totals else "没有上年数")
        for year, total in totals.items()
    )
    columns = (
        Column("year", "年份"), Column("amount", "合计（元）", MONEY), Column("growth", "比上年增减（元）", MONEY),
    )  # fmt: skip
    return Table("support_years", "每年合计（截至已填报的数）", columns, cells)


def support_table(society: Society, teams: Iterable[TeamSummary]) -> Table:
    """What a society says it gave its teams, beside what they say came from it."""
    names = {team.slug: team.name for team in teams}
    rows = () if isinstance(society.support_to_teams, Absent) else society.support_to_teams
    reported = {(year, team.slug): amount for team in teams for year, amount in team.support.items()}
    cells = tuple(
        (row.year, names.get(row.slug, row.slug), row.amount, reported.get((row.year, row.slug))) for row in rows
    )
    return heads.SUPPORT.table(cells)


def _others(society: Society) -> tuple[FactView, ...]:
    facts = []
    if not isinstance(society.seats, Absent):
        for key, spec in keys_of(type(society.seats)).items():
            value = getattr(society.seats, key)
            facts.append(
                FactView(
                    spec.label,
                    str(value) if isinstance(value, Absent) else f"{value} 席",
                    absent=isinstance(value, Absent),
                )
            )
    facts += [
        FactView("阵地", "，".join(str(part) for part in (v.name, v.kind, v.address) if part)) for v in society.venues
    ]
    return tuple(facts)
