"""Due dates of the whole site: overdue first, then to come, then met; and the table of deadlines itself."""

from __future__ import annotations

from typing import Annotated

from generator.base.absence import Absent, given
from generator.base.table import Column, Table
from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.pages.page import Page, View
from generator.pages.parts.due import DueView, due_view


class DuePageView(View, frozen=True, eq=False):
    """Due dates."""

    overdue: Annotated[tuple[DueView, ...], "逾期未公布"]
    upcoming: Annotated[tuple[DueView, ...], "尚未到期"]
    met: Annotated[tuple[DueView, ...], "已公布"]
    deadlines: Annotated[Table, "时限表"]


def due_page(context: Context, teams: tuple[TeamSummary, ...]) -> Page:
    """The page of due dates."""
    entries = [(team, o) for team in teams for o in team.calendar]
    overdue = sorted((e for e in entries if e[1].state == "missing"), key=lambda e: (-e[1].days, e[0].id))
    upcoming = sorted((e for e in entries if e[1].state == "upcoming"), key=lambda e: (e[1].due, e[0].id))
    met = sorted((e for e in entries if e[1].published), key=lambda e: (e[1].due, e[0].id), reverse=True)
    rows = []
    for deadline in context.deadlines:
        if not isinstance(deadline.days_after, Absent):
            when = f"期末后 {deadline.days_after} 天内"
        else:
            when = f"期末后第 {given(deadline.months_after, 0)} 个月的最后一天前"
        rows.append((deadline.applies.label, when, deadline.basis))
    table = Table(
        "deadlines", "时限表", (Column("applies", "报告"), Column("when", "时限"), Column("basis", "依据")), tuple(rows)
    )
    view = DuePageView(
        overdue=tuple(due_view(*e) for e in overdue),
        upcoming=tuple(due_view(*e) for e in upcoming),
        met=tuple(due_view(*e) for e in met[:500]),
        deadlines=table,
    )
    return Page("due/index.html", "due/page.html", "时限", view, (("deadlines.csv", table),))
