"""The directory of all teams, paged; no other page holds a list of all."""

from __future__ import annotations

from typing import Annotated

from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.pages.page import Link, Page, View
from generator.pages.parts.listing import TeamRow, team_rows

PAGE_SIZE = 200


class DirectoryView(View, frozen=True, eq=False):
    """One page of the directory."""

    total: Annotated[int, "队伍总数"]
    number: Annotated[int, "第几页"]
    rows: Annotated[tuple[TeamRow, ...], "本页的队伍"]
    pages: Annotated[tuple[Link, ...], "各页"]


def directory_pages(context: Context, teams: tuple[TeamSummary, ...]) -> tuple[Page, ...]:
    """The directory's pages; the first at /teams/, the others at /teams/page-2/ and so on."""
    rows = team_rows(teams, context)
    parts = [rows[start : start + PAGE_SIZE] for start in range(0, len(rows), PAGE_SIZE)] or [()]
    paths = ["teams/index.html", *(f"teams/page-{n}/index.html" for n in range(2, len(parts) + 1))]
    links = tuple(Link(f"第 {n} 页", path) for n, path in enumerate(paths, 1)) if len(paths) > 1 else ()
    return tuple(
        Page(path, "directory/page.html", "队伍", DirectoryView(len(rows), number, part, links))
        for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1)
    )
