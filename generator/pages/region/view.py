"""A region: where everything in it stands, its parts, and the teams of a small one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from generator.base.language import say
from generator.pages.page import Link, Page, View
from generator.pages.parts.board import Board
from generator.pages.parts.listing import TeamRow, team_rows
from generator.pages.parts.places import region_chain, region_name
from generator.pages.parts.standing import StandingView, region_units, standing_view

LISTED = 200
"""A region of more teams lists its parts alone; no page but the directory holds more."""


class RegionView(View, frozen=True, eq=False):
    """One region."""

    name: Annotated[str, "地区"]
    above: Annotated[tuple[Link, ...], "上级地区"]
    standing: Annotated[StandingView, "地区内的情况"]
    unmet: Annotated[tuple[Link, ...], "没有达到数量要求的红十字会，说明差在哪里"]
    teams: Annotated[tuple[TeamRow, ...], "地区内的队伍；太多时为空"]
    team_count: Annotated[int, "地区内的队伍数，含已解散的"]


def region_pages(board: Board) -> Iterator[Page]:
    """A page for every division that a society lies in."""
    context = board.context
    for code in sorted(board.members):
        if not code:
            continue
        inside = tuple(board.inside(code))
        chain = region_chain(inside[0], context)
        own = tuple(team for id in inside for team in board.teams[id])
        name = region_name(code, context)
        units = region_units(board, code)
        view = RegionView(
            name=name,
            above=tuple(
                Link(title, f"regions/{c}/index.html") for c, title in chain[: [c for c, _ in chain].index(code)]
            ),
            standing=standing_view(board, name, board.regions[code], inside, units),
            unmet=tuple(unmet_links(board, inside)),
            teams=team_rows(own, context) if len(own) <= LISTED else (),
            team_count=len(own),
        )
        title = say("{region}的队伍", region=name)
        beside = (("board.csv", view.standing.units), ("years.csv", view.standing.years))
        yield Page(f"regions/{code}/index.html", "region/page.html", title, view, beside, crumbs=view.above)


def unmet_links(board: Board, societies: tuple[str, ...]) -> Iterator[Link]:
    """The societies that have not the teams that 2.2 asks for, and what each lacks."""
    for id in societies:
        lacking = [quota for quota in board.quotas[id] if not quota.met]
        for quota in lacking:
            words = say("{what}，现有 {n} 支", what=quota.what, n=quota.actual)
            yield Link(board.society_name(id), f"societies/{id}/index.html", words)
