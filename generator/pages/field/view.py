"""A service field and its teams; paged where there are many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from generator.base.language import say
from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.model.vocabulary import Field
from generator.pages.page import Link, Page, View
from generator.pages.parts.listing import TeamRow, team_rows
from generator.pages.parts.paging import paged

PAGE_SIZE = 200


class FieldView(View, frozen=True, eq=False):
    """One page of one field."""

    label: Annotated[str, "服务领域"]
    primary: Annotated[tuple[TeamRow, ...], "以它为主要领域的队伍"]
    others: Annotated[tuple[TeamRow, ...], "也做这个领域的队伍"]
    count: Annotated[int, "一共几支队伍"]
    number: Annotated[int, "第几页"]
    pages: Annotated[tuple[Link, ...], "各页"]


def field_pages(context: Context, teams: tuple[TeamSummary, ...]) -> Iterator[Page]:
    """A page for every field of the vocabulary, so that its address never changes."""
    first: dict[Field, list[TeamSummary]] = {field: [] for field in Field}
    also: dict[Field, list[TeamSummary]] = {field: [] for field in Field}
    for team in teams:
        first[team.fields[0]].append(team)
        for field in team.fields[1:]:
            also[field].append(team)
    for field in Field:
        primary, others = team_rows(tuple(first[field]), context), team_rows(tuple(also[field]), context)
        rows = [*((row, True) for row in primary), *((row, False) for row in others)]
        title = say("{field}队伍", field=field.label)
        for part in paged(f"fields/{field.value}", rows, PAGE_SIZE):
            view = FieldView(
                label=field.label,
                primary=tuple(row for row, main in part.rows if main),
                others=tuple(row for row, main in part.rows if not main),
                count=len(rows),
                number=part.number,
                pages=part.links,
            )
            yield Page(part.path, "field/page.html", title, view)
