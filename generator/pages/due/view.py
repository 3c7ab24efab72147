"""Due dates of the whole site: overdue first, then what is due soon, where everything stands, the table of deadlines.

A site of ten thousand teams has too many due dates for one page; societies and regions have those of their own.
"""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import Absent, given
from generator.base.language import say
from generator.base.table import COUNT, DAY, Column, Table
from generator.model.site import Deadline
from generator.pages.page import Page, View
from generator.pages.parts.board import Board, Missing
from generator.pages.parts.due import DueView, due_view
from generator.pages.parts.standing import StandingView, region_units, standing_view

SOON = 90
"""What comes due within so many days is listed."""
LISTED = 200
"""So many reports in one list."""


class DuePageView(View, frozen=True, eq=False):
    """Due dates."""

    standing: Annotated[StandingView, "全站情况和逾期未公布的报告"]
    upcoming: Annotated[tuple[DueView, ...], "快要到期的报告，最早的在前"]
    upcoming_more: Annotated[int, "没有列出的还有几份"]
    soon: Annotated[int, "快要到期指几天之内"]
    recent: Annotated[tuple[DueView, ...], "最近公布的报告"]
    deadlines: Annotated[Table, "时限表"]


def due_page(board: Board) -> Page:
    """The page of due dates; all that is overdue is in a file beside it."""
    entries = [(team, o) for own in board.teams.values() for team in own for o in team.calendar]
    upcoming = sorted(
        (e for e in entries if e[1].state == "upcoming" and (e[1].due - board.as_of).days <= SOON),
        key=lambda e: (e[1].due, e[0].id),
    )
    recent = sorted((e for e in entries if e[1].published), key=lambda e: (e[1].published, e[0].id), reverse=True)
    everywhere = tuple(board.context.societies)
    table = _deadlines(board.context.deadlines)
    view = DuePageView(
        standing=standing_view(board, say("全站"), board.whole, everywhere, region_units(board, ""), LISTED),
        upcoming=tuple(_due(board, entry) for entry in upcoming[:LISTED]),
        upcoming_more=max(0, len(upcoming) - LISTED),
        soon=SOON,
        recent=tuple(_due(board, entry) for entry in recent[:10]),
        deadlines=table,
    )
    beside = (("deadlines.csv", table), ("overdue.csv", _overdue(board, board.missing(everywhere))))
    return Page("due/index.html", "due/page.html", say("时限"), view, beside)


def _due(board: Board, entry: Missing) -> DueView:
    team, obligation = entry
    return due_view(team, obligation, board.society_name(team.society))


def _overdue(board: Board, missing: list[Missing]) -> Table:
    columns = (
        Column("team", "队伍"), Column("society", "红十字会"), Column("report", "报告"), Column("due", "应公布日期", DAY),
        Column("days", "逾期天数", COUNT), Column("address", "网址"),
    )  # fmt: skip
    rows = tuple(
        (team.name, board.society_name(team.society), o.period.label, o.due, o.days, f"teams/{team.id}/index.html")
        for team, o in missing
    )
    return Table("overdue", "逾期未公布的报告", columns, rows)


def _deadlines(deadlines: tuple[Deadline, ...]) -> Table:
    rows = []
    for deadline in deadlines:
        if not isinstance(deadline.days_after, Absent):
            when = say("期末后 {n} 天内", n=deadline.days_after)
        else:
            when = say("期末后第 {n} 个月的最后一天前", n=given(deadline.months_after, 0))
        rows.append((deadline.applies.label, when, deadline.basis))
    columns = (Column("applies", say("报告")), Column("when", say("时限")), Column("basis", say("依据")))
    return Table("deadlines", say("时限表"), columns, tuple(rows))
