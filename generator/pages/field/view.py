"""A service field and its teams."""

from __future__ import annotations

from typing import Annotated

from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.model.vocabulary import Field
from generator.pages.page import Page, View
from generator.pages.parts.listing import TeamRow, team_rows


class FieldView(View, frozen=True, eq=False):
    """One field."""

    label: Annotated[str, "服务领域"]
    primary: Annotated[tuple[TeamRow, ...], "以它为主要领域的队伍"]
    others: Annotated[tuple[TeamRow, ...], "也做这个领域的队伍"]


def field_pages(context: Context, teams: tuple[TeamSummary, ...]) -> tuple[Page, ...]:
    """A page for every field of the vocabulary, so that its address never changes."""
    pages = []
    for field in Field:
        first = tuple(team for team in teams if team.fields[0] is field)
        also = tuple(team for team in teams if field in team.fields[1:])
        view = FieldView(field.label, team_rows(first, context), team_rows(also, context))
        pages.append(Page(f"fields/{field.value}/index.html", "field/page.html", f"{field.label}队伍", view))
    return tuple(pages)
