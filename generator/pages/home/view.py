"""The first page: what this is, where to look, how things stand, who has not published, what is new, what was corrected."""

from __future__ import annotations

from typing import Annotated

from generator.base.language import say
from generator.check.summary import TeamSummary
from generator.model.vocabulary import Field
from generator.pages.corrections.view import CorrectionRow, correction_rows
from generator.pages.page import Link, Page, View
from generator.pages.parts.board import Board
from generator.pages.parts.standing import StandingView, region_units, standing_view
from generator.pages.updates.view import UpdateRow, update_rows

SHOWN = 5
"""So many overdue reports and so many updates; three corrections."""


class HomeView(View, frozen=True, eq=False):
    """The first page."""

    title: Annotated[str, "网站名称"]
    publisher: Annotated[str, "发布单位"]
    team_count: Annotated[int, "队伍数"]
    standing: Annotated[StandingView, "全站情况"]
    fields: Annotated[tuple[Link, ...], "有队伍的服务领域"]
    recent: Annotated[tuple[UpdateRow, ...], "最近更新"]
    corrections: Annotated[tuple[CorrectionRow, ...], "最近的更正"]


def home_page(board: Board, teams: tuple[TeamSummary, ...]) -> Page:
    """The first page."""
    context = board.context
    counts = dict.fromkeys(Field, 0)
    for team in teams:
        for field in team.fields:
            counts[field] += 1
    view = HomeView(
        title=context.site.title,
        publisher=context.site.publisher,
        team_count=len(teams),
        standing=standing_view(
            board, say("全站"), board.whole, tuple(context.societies), region_units(board, ""), SHOWN
        ),
        fields=tuple(Link(f.label, f"fields/{f.value}/index.html", say("{n} 支", n=n)) for f, n in counts.items() if n),
        recent=update_rows(context, teams)[:SHOWN],
        corrections=correction_rows(teams)[:3],
    )
    summary = say(
        "{publisher}发布的红十字志愿服务队账目：收到多少、用在哪里、还剩多少。", publisher=context.site.publisher
    )
    return Page("index.html", "home/page.html", context.site.title, view, summary=summary)
