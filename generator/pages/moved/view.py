"""The old address of a team: it leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from generator.check.summary import TeamSummary
from generator.pages.page import Page, View


class MovedView(View, frozen=True, eq=False):
    """The old address of a team."""

    name: Annotated[str, "队伍名称"]
    href: Annotated[str, "新地址，自站点根起"]


def moved_pages(team: TeamSummary) -> Iterator[Page]:
    """The old addresses of a team and of its reports."""
    for old in team.formerly:
        target = f"teams/{team.id}/index.html"
        yield _moved(f"teams/{old}", team.name, target)
        for report in team.reports:
            target = f"teams/{team.id}/{report.period}/index.html"
            yield _moved(f"teams/{old}/{report.period}", team.name, target)


def _moved(old: str, name: str, target: str) -> Page:
    return Page(f"{old}/index.html", "moved/page.html", name, MovedView(name, target), chinese_only=True)
