"""A region: its societies and the teams within it, by division code."""

from __future__ import annotations

from typing import Annotated

from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.pages.page import Link, Page, View
from generator.pages.parts.listing import Tally, TeamRow, tallies, team_rows
from generator.pages.parts.places import region_chain, region_name


class RegionView(View, frozen=True, eq=False):
    """One region."""

    name: Annotated[str, "地区"]
    above: Annotated[tuple[Link, ...], "上级地区"]
    societies: Annotated[tuple[Link, ...], "地区内的红十字会"]
    tallies: Annotated[tuple[Tally, ...], "队伍情况"]
    teams: Annotated[tuple[TeamRow, ...], "地区内的队伍"]


def region_pages(context: Context, teams: tuple[TeamSummary, ...]) -> tuple[Page, ...]:
    """A page for every division that a society lies in."""
    chains = {id: region_chain(id, context) for id in context.societies}
    codes = sorted({code for chain in chains.values() for code, _ in chain})
    pages = []
    for code in codes:
        inside = [id for id, chain in sorted(chains.items()) if any(c == code for c, _ in chain)]
        own = tuple(team for team in teams if team.society in inside)
        chain = next(chain for chain in chains.values() if any(c == code for c, _ in chain))
        above = chain[: [c for c, _ in chain].index(code)]
        name = region_name(code, context)
        view = RegionView(
            name=name,
            above=tuple(Link(title, f"regions/{c}/index.html") for c, title in above),
            societies=tuple(Link(context.societies[id].name, f"societies/{id}/index.html") for id in inside),
            tallies=tallies(own),
            teams=team_rows(own, context),
        )
        pages.append(Page(f"regions/{code}/index.html", "region/page.html", f"{name}的队伍", view))
    return tuple(pages)
