"""What was published: reports, corrections and answers, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from generator.base.absence import Absent
from generator.base.language import say
from generator.check.summary import TeamSummary
from generator.model.corpus import Context
from generator.pages.page import Page, View
from generator.pages.parts.archive import Shelf, period_words, shelves
from generator.pages.parts.corrections import entry_words, value_words
from generator.pages.parts.questions import about_words, question_href

NEWEST = 100
"""So many entries on the first page."""


class UpdateRow(View, frozen=True, eq=False):
    """One thing that was published."""

    day: Annotated[str, "日期"]
    kind: Annotated[str, "报告、更正、答复"]
    text: Annotated[str, "内容"]
    href: Annotated[str, "页面，自站点根起"]


class UpdatesView(View, frozen=True, eq=False):
    """The newest, or those of one year."""

    shelf: Annotated[Shelf, "本页的内容"]


def update_rows(context: Context, teams: tuple[TeamSummary, ...]) -> tuple[UpdateRow, ...]:
    """Everything published, newest first."""
    rows = [row for team in teams for row in _of_team(team)]
    names = {team.id: team.name for team in teams}
    for filed in context.questions:
        question = filed.question
        if not isinstance(question.answered, Absent):
            text = say("答复提问：{about}", about=about_words(question.about, context, names))
            rows.append(UpdateRow(question.answered.isoformat(), say("答复"), text, question_href(filed)))
    rows.sort(key=lambda row: (row.day, row.href, row.text), reverse=True)
    return tuple(rows)


def _of_team(team: TeamSummary) -> Iterator[UpdateRow]:
    for report in team.reports:
        address, period = f"teams/{team.id}/{report.period}/index.html", period_words(report.period)
        if report.published:
            text = say("{team}公布 {period}账目", team=team.name, period=period)
            yield UpdateRow(report.published.isoformat(), say("报告"), text, address)
        for c in report.corrections:
            text = say(
                "{team}更正 {period}账目 {entry}：{before} → {after}",
                team=team.name, period=period, entry=entry_words(c.entry),
                before=value_words(c.entry, c.field, c.before), after=value_words(c.entry, c.field, c.after),
            )  # fmt: skip
            yield UpdateRow(c.date.isoformat(), say("更正"), text, f"{address}#corrections")


def updates_pages(context: Context, teams: tuple[TeamSummary, ...]) -> Iterator[Page]:
    """The pages of what was published."""
    for path, shelf in shelves("updates", update_rows(context, teams), lambda row: row.day, NEWEST):
        title = say("{period}公布的内容", period=shelf.period) if shelf.period else say("最近更新")
        yield Page(path, "updates/page.html", title, UpdatesView(shelf))
