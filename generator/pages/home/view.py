"""The first page."""

from __future__ import annotations

from typing import Annotated

from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.model.vocabulary import Field
from generator.pages.page import Link, Page, View
from generator.pages.parts.listing import Tally, tallies
from generator.pages.parts.places import level_words, parent_of


class HomeView(View, frozen=True, eq=False):
    """The first page."""

    title: Annotated[str, "网站名称"]
    publisher: Annotated[str, "发布单位"]
    team_count: Annotated[int, "队伍数"]
    tallies: Annotated[tuple[Tally, ...], "全站情况"]
    societies: Annotated[tuple[Link, ...], "红十字会，按层级"]
    fields: Annotated[tuple[Link, ...], "有队伍的服务领域"]
    recent: Annotated[tuple[Link, ...], "最近公布的报告"]


def home_page(context: Context, teams: tuple[TeamSummary, ...]) -> Page:
    """The first page."""
    counts = {field: sum(field in team.fields for team in teams) for field in Field}
    published = sorted(
        ((report.published, team, report) for team in teams for report in team.reports if report.published),
        key=lambda entry: (entry[0], entry[1].id, entry[2].period),
        reverse=True,
    )
    view = HomeView(
        title=context.site.title,
        publisher=context.site.publisher,
        team_count=len(teams),
        tallies=tallies(teams),
        societies=tuple(
            Link(society.name, f"societies/{id}/index.html", level_words(society))
            for id, society in sorted(context.societies.items())
            if not parent_of(id, society, context) or any(team.society == id for team in teams)
        ),
        fields=tuple(Link(f.label, f"fields/{f.value}/index.html", f"{n} 支") for f, n in counts.items() if n),
        recent=tuple(
            Link(f"{team.name} {report.label}", f"teams/{team.id}/{report.period}/index.html", f"{day} 公布")
            for day, team, report in published[:6]
        ),
    )
    return Page(
        "index.html",
        "home/page.html",
        context.site.title,
        view,
        summary=f"{context.site.publisher}发布的志愿服务队账目。",
    )
