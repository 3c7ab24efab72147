"""A society's board: quota, who has published, who is overdue, who does not add up, what it gave its teams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from generator.base.absence import Absent
from generator.base.language import joined, say
from generator.base.table import Table
from generator.check.summary import TeamSummary
from generator.ledger.published import is_few
from generator.model import tables as heads
from generator.model.fields import keys_of
from generator.model.society import Society, VolunteerSources
from generator.pages.page import Link, Page, View
from generator.pages.parts.board import Board
from generator.pages.parts.due import DueView, due_view
from generator.pages.parts.listing import TeamRow, team_rows
from generator.pages.parts.places import level_words, parent_of, region_chain
from generator.pages.parts.standing import StandingView, society_units, standing_view
from generator.pages.society.support import SupportYear, support_years
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
    regions: Annotated[tuple[Link, ...], "所在地区"]
    prone: Annotated[str, "是否灾害多发及依据"]
    quotas: Annotated[tuple[QuotaView, ...], "数量要求"]
    standing: Annotated[StandingView, "自己管理的队伍的情况，和下级红十字会的"]
    upcoming: Annotated[tuple[DueView, ...], "尚未到期的报告，最早的在前"]
    unreconciled: Annotated[tuple[TeamRow, ...], "账不平或无法核对的队伍"]
    teams: Annotated[tuple[TeamRow, ...], "管理的队伍"]
    sources: Annotated[tuple[FactView, ...], "志愿者来源"]
    sources_as_of: Annotated[str, "志愿者来源截至"]
    support: Annotated[tuple[SupportYear, ...], "对队伍的资金支持，逐年"]
    support_words: Annotated[str, "两边都没有写时的说法"]
    contact: Annotated[tuple[FactView, ...], "联系方式"]
    others: Annotated[tuple[FactView, ...], "席位和阵地"]


def society_page(id: str, board: Board) -> Page:
    """The page of one society."""
    context = board.context
    society, own = context.societies[id], board.teams[id]
    rows = team_rows(own, context)
    parent = parent_of(id, context)
    standing = standing_view(board, society.name, board.own[id], (id,), society_units(board, id), len(own) * 100)
    coming = sorted(
        ((team, o) for team in own for o in team.calendar if o.state == "upcoming"), key=lambda e: (e[1].due, e[0].id)
    )
    support = society.support_to_teams
    view = SocietyView(
        name=society.name,
        level=level_words(society),
        parent=Link(board.society_name(parent), f"societies/{parent}/index.html") if parent else None,
        regions=tuple(Link(name, f"regions/{code}/index.html") for code, name in region_chain(id, context)),
        prone=_prone(society),
        quotas=tuple(QuotaView(str(q.what), q.required, q.actual, q.met) for q in board.quotas[id]),
        standing=standing,
        upcoming=tuple(due_view(team, o) for team, o in coming),
        unreconciled=tuple(row for row in rows if row.verdicts[0].state in ("fail", "unknown")),
        teams=rows,
        sources=_sources(society),
        sources_as_of="" if isinstance(society.volunteer_sources, Absent) else str(society.volunteer_sources.as_of),
        support=support_years(society, own, context.as_of),
        support_words=str(support) if isinstance(support, Absent) else say("没有"),
        contact=contact_facts(society.contact),
        others=_others(society),
    )
    beside = (
        ("support.csv", support_table(society, own)), ("board.csv", standing.units), ("years.csv", standing.years),
    )  # fmt: skip
    summary = say(
        "{society}管理的 {n} 支志愿服务队：谁公布了、谁逾期了、账对不对得上。", society=society.name, n=len(own)
    )
    path = f"societies/{id}/index.html"
    return Page(path, "society/page.html", society.name, view, beside, summary, crumbs=view.regions)


def _prone(society: Society) -> str:
    prone = society.disaster_prone
    if isinstance(prone, Absent):
        return say("灾害多发：{absent}", absent=prone)
    words = say("灾害多发") if prone.value else say("不属于灾害多发")
    return words if isinstance(prone.basis, Absent) else say("{words}（依据：{basis}）", words=words, basis=prone.basis)


def _sources(society: Society) -> tuple[FactView, ...]:
    """Counts by origin; origins overlap and are never summed; 1–4 reads <5 (2.1)."""
    sources = society.volunteer_sources
    if isinstance(sources, Absent):
        return (FactView(say("志愿者来源"), str(sources), absent=True),)
    facts = []
    for key, spec in keys_of(VolunteerSources).items():
        value = getattr(sources, key)
        if key != "as_of":
            facts.append(FactView(say(spec.label), _people(value), absent=isinstance(value, Absent)))
    return tuple(facts)


def _people(count: int | Absent) -> str:
    if isinstance(count, Absent):
        return str(count)
    return say("<5 人") if is_few(count) else say("{count} 人", count=f"{count:,}")


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
            words = str(value) if isinstance(value, Absent) else say("{n} 席", n=value)
            facts.append(FactView(say(spec.label), words, absent=isinstance(value, Absent)))
    facts += [
        FactView(say("阵地"), joined(part for part in (v.name, v.kind, v.address) if part)) for v in society.venues
    ]
    return tuple(facts)
