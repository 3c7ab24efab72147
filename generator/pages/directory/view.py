"""The directory of all teams, paged; no other page holds a list of all.

The first page is there before any script runs. The script narrows all teams down by what is typed and chosen; its data
it loads only when somebody starts to.
"""

from __future__ import annotations

from typing import Annotated

from generator.base.language import say
from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.model.vocabulary import Field
from generator.pages.directory.facets import FacetView, all_values, facet_views
from generator.pages.page import Link, Page, View
from generator.pages.parts.listing import TeamRow, team_rows
from generator.pages.parts.places import region_chain

PAGE_SIZE = 100


class DirectoryView(View, frozen=True, eq=False):
    """One page of the directory."""

    total: Annotated[int, "队伍总数"]
    number: Annotated[int, "第几页"]
    rows: Annotated[tuple[TeamRow, ...], "本页的队伍"]
    pages: Annotated[tuple[Link, ...], "各页"]
    facets: Annotated[tuple[FacetView, ...], "可以按什么挑选"]
    fields: Annotated[tuple[Link, ...], "各领域的页面，没有脚本时用"]
    regions: Annotated[tuple[Link, ...], "最大的地区的页面，没有脚本时用"]
    data: Annotated[str, "脚本用的数据，自本语言的站点根起"]


def directory_pages(context: Context, teams: tuple[TeamSummary, ...], data: str) -> tuple[Page, ...]:
    """The directory's pages; the first at /teams/, the others at /teams/page-2/ and so on."""
    rows = team_rows(teams, context)
    parts = [rows[start : start + PAGE_SIZE] for start in range(0, len(rows), PAGE_SIZE)] or [()]
    paths = ["teams/index.html", *(f"teams/page-{n}/index.html" for n in range(2, len(parts) + 1))]
    links = tuple(Link(str(n), path) for n, path in enumerate(paths, 1)) if len(paths) > 1 else ()
    facets = facet_views(all_values(teams, context))
    fields, regions = _fields(teams), _regions(context)
    return tuple(
        Page(
            path,
            "directory/page.html",
            say("队伍") if number == 1 else say("队伍（第 {number} 页）", number=number),
            DirectoryView(len(rows), number, part, _near(links, number), facets, fields, regions, data),
        )
        for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1)
    )


def _near(links: tuple[Link, ...], number: int) -> tuple[Link, ...]:
    """The links to the first and the last page and to those near by: a hundred links are no help."""
    return tuple(link for n, link in enumerate(links, 1) if n in (1, len(links)) or abs(n - number) <= 3)


def _fields(teams: tuple[TeamSummary, ...]) -> tuple[Link, ...]:
    counts = {field: sum(field in team.fields for team in teams) for field in Field}
    return tuple(
        Link(field.label, f"fields/{field.value}/index.html", str(count)) for field, count in counts.items() if count
    )


def _regions(context: Context) -> tuple[Link, ...]:
    widest = {chain[0] for id in context.societies if (chain := region_chain(id, context))}
    return tuple(Link(name, f"regions/{code}/index.html") for code, name in sorted(widest))
